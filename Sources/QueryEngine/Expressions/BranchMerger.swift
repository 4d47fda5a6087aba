internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Puts the values of both branches of `if` together to one column.
///
/// Each branch is worked out only for the rows that take it.
final class BranchMerger {
  private let kind: ColumnKind
  private let made = TextBuilder()
  private let readings: [TextReading]
  private let memos = [CodeMemo<UInt32>(), CodeMemo<UInt32>()]

  /// A merger of branches of two kinds.
  ///
  /// Numbers of both sorts become numbers; texts, names and periods of different kinds become
  /// texts; where nothing fits both, the second branch is unknown.
  init(_ first: ColumnKind, _ second: ColumnKind, _ snapshot: Snapshot) {
    readings = [TextReading(snapshot), TextReading(snapshot)]
    if first == second {
      kind = first
    } else if first.isText || second.isText {
      kind = .text
    } else if [first, second].allSatisfy({ $0 == .integer || $0 == .number }) {
      kind = .number
    } else {
      kind = first
    }
  }

  /// The value of the branch that each row takes: the first where the condition is true.
  func merged(
    _ truths: [UInt8], _ batch: RowBatch, _ then: (RowBatch) throws -> ComputedColumn,
    _ otherwise: (RowBatch) throws -> ComputedColumn
  ) throws -> ComputedColumn {
    let first = converted(
      try then(.list(batch.kept(truths, Truth.holds))), by: 0)
    let second = converted(
      try otherwise(.list(batch.kept(truths) { 1 - Truth.holds($0) })), by: 1)
    var bits = first.elements.bits
    let start = bits.count
    bits += second.elements.bits
    var next = (first: 0, second: 0)
    var places: [UInt32] = []
    var offsets: [UInt32] = [0]
    places.reserveCapacity(truths.count)
    for truth in truths {
      if truth == Truth.yes {
        let range = first.offsets[next.first]..<first.offsets[next.first + 1]
        places += range
        next.first += 1
      } else {
        let range = second.offsets[next.second]..<second.offsets[next.second + 1]
        places += range.map { $0 + UInt32(start) }
        next.second += 1
      }
      offsets.append(UInt32(places.count))
    }
    let texts = kind.element == .text ? made.made : nil
    let values = ComputedColumn(
      kind.element, bits: places.map { bits[Int($0)] }, texts: texts)
    let lists = ComputedColumn.lists(offsets: offsets, values)
    if case .list = kind { return lists }
    return lists.firsts
  }

  /// The values of a branch as lists of the common kind.
  private func converted(
    _ column: ComputedColumn, by branch: Int
  ) -> (offsets: [UInt32], elements: ComputedColumn) {
    let (offsets, elements) = column.asLists
    let wanted = kind.element
    switch wanted {
    case .text:
      let (codes, texts) = readings[branch].codes(elements)
      let translated = codes.map { code in
        code == Texts.unknown
          ? code : memos[branch].result(code) { made.code(of: texts[$0]) }
      }
      return known(offsets, .texts(translated, made.made))
    case .number: return (offsets, .numbers(elements.doubles))
    case elements.kind: return (offsets, elements)
    default:
      return ([UInt32](repeating: 0, count: offsets.count), elements)
    }
  }

  /// Lists from which what is not known has been left out.
  private func known(
    _ offsets: [UInt32], _ elements: ComputedColumn
  ) -> (offsets: [UInt32], elements: ComputedColumn) {
    let inner = elements.asLists
    return (offsets.map { inner.offsets[Int($0)] }, inner.elements)
  }
}
