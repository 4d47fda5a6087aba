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
    var values = converted(try then(.list(batch.kept(truths, Truth.holds))), by: 0)
    var next = (first: UInt32(0), second: UInt32(values.count))
    values.append(
      converted(try otherwise(.list(batch.kept(truths) { 1 - Truth.holds($0) })), by: 1))
    var places: [UInt32] = []
    places.reserveCapacity(truths.count)
    for truth in truths {
      if truth == Truth.yes {
        places.append(next.first)
        next.first += 1
      } else {
        places.append(next.second)
        next.second += 1
      }
    }
    return values.picked(.list(places[...]))
  }

  /// The values of a branch as a column of the common kind.
  private func converted(_ column: ComputedColumn, by branch: Int) -> ComputedColumn {
    guard case .list(let element) = kind else {
      return single(column.firsts, as: kind, by: branch)
    }
    let (offsets, elements) = column.asLists
    let (inner, known) = single(elements, as: element, by: branch).asLists
    return .lists(offsets: offsets.map { inner[Int($0)] }, known)
  }

  private func single(
    _ column: ComputedColumn, as wanted: ColumnKind, by branch: Int
  ) -> ComputedColumn {
    switch wanted {
    case .text:
      let (codes, texts) = readings[branch].codes(column)
      let translated = memos[branch].results(of: codes, unknown: Texts.unknown) {
        made.code(of: texts[$0])
      }
      return .texts(translated, made.made)
    case .number: return .numbers(column.doubles)
    case column.kind: return column
    default:
      let unknown = [Int64](repeating: ComputedColumn.unknownBits, count: column.count)
      return ComputedColumn(wanted, bits: unknown, texts: nil)
    }
  }
}
