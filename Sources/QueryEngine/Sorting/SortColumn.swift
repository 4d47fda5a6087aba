internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Sort keys as whole numbers that ascend in the order that is asked for, one a row; rows without
/// a value come last in either direction.
struct SortColumn {
  /// The keys, by position of the row.
  let keys: [Int64]

  /// Stands for a row without a value.
  private static let missing = Int64.max

  /// The keys of `rows` for a sort key.
  init(
    _ key: BoundSortKey, of rows: Rows, snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    let reader = SortKeyReader(snapshot: snapshot, cancellation: cancellation)
    var keys = try reader.keys(key.path, rows, missing: Self.missing)
    if key.isDescending {
      var span = keys.mutableSpan
      for index in span.indices where span[index] != Self.missing { span[index] = ~span[index] }
    }
    self.keys = keys
  }
}

/// Reads sort keys from columns.
private struct SortKeyReader {
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// Ascending keys of a path; of lists that of the first value.
  func keys(_ path: BoundPath, _ rows: Rows, missing: Int64) throws -> [Int64] {
    guard let selection = rows.base?.selection, let field = path.singleField else {
      return try keysOfValues(path, rows, missing)
    }
    switch snapshot.column(field) {
    case .integers(let column):
      return try map(selection) { batch in
        batch.map(column.values, missing) { $0 == IntegerColumn.unknown ? missing : $0 }
      }
    case .numbers(let column):
      return try map(selection) { batch in
        batch.map(column.values, missing) { $0.isNaN ? missing : $0.orderedBits }
      }
    case .dates(let column):
      return try map(selection) { batch in
        batch.map(column.first, column.last, missing) { first, last in
          first > last ? missing : dateBits(first: first, last: last)
        }
      }
    case .codes(let column):
      return try ranked(try map(selection) { $0.map(column.codes, 0) { $0 } }, missing)
    case .codeLists(let list):
      return try ranked(try map(selection) { $0.firsts(of: list, StringPool.unknown) }, missing)
    case .references(let column):
      guard let names = names(referredToBy: field) else { break }
      let targets = try map(selection) { $0.map(column.rows, 0) { $0 } }
      return try ranked(targets.map { Self.code($0, names) }, missing)
    case .referenceLists(let list):
      guard let names = names(referredToBy: field) else { break }
      let targets = try map(selection) { $0.firsts(of: list, ReferenceColumn.unknown) }
      return try ranked(targets.map { Self.code($0, names) }, missing)
    case .slices: break
    }
    return try keysOfValues(path, rows, missing)
  }

  /// The codes of the names of the rows that a field refers to.
  private func names(referredToBy field: FieldID) -> [UInt32]? {
    guard case .reference(let table) = field.schema.type else { return nil }
    return snapshot.nameCodes(of: table)
  }

  private static func code(_ row: UInt32, _ names: [UInt32]) -> UInt32 {
    row == ReferenceColumn.unknown ? StringPool.unknown : names[Int(row)]
  }

  private func map<Element>(
    _ rows: RowSelection, _ make: (RowBatch) -> [Element]
  ) throws -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(rows.count)
    try rows.forEachBatch { batch in
      try cancellation.check()
      result += make(batch)
    }
    return result
  }

  /// The place of each code's text among the folded texts of all of them.
  private func ranked(_ codes: [UInt32], _ missing: Int64) throws -> [Int64] {
    let pool = snapshot.strings
    var slotOf = SlotTable(domain: pool.count, expected: codes.count)
    var texts: [String] = []
    var slots: [Int] = []
    slots.reserveCapacity(codes.count)
    var lastCode = StringPool.unknown
    var lastSlot = -1
    for (position, code) in codes.enumerated() {
      if position & 0xfff == 0 { try cancellation.check() }
      if code != lastCode {
        lastCode = code
        lastSlot = -1
        if code != StringPool.unknown {
          lastSlot = slotOf.slot(of: pool.foldedID(code), next: texts.count)
          if lastSlot == texts.count { texts.append(pool.foldedText(code)) }
        }
      }
      slots.append(lastSlot)
    }
    let ranks = try ranks(of: texts)
    return slots.map { $0 < 0 ? missing : ranks[$0] }
  }

  /// The place of each of several different texts in their order.
  private func ranks(of texts: [String]) throws -> [Int64] {
    let order = try Array(texts.indices).sorted(checking: cancellation) { texts[$0] < texts[$1] }
    var ranks = [Int64](repeating: 0, count: texts.count)
    for (rank, index) in order.enumerated() { ranks[index] = Int64(rank) }
    return ranks
  }

  /// Keys of any path, through its values.
  private func keysOfValues(
    _ path: BoundPath, _ rows: Rows, _ missing: Int64
  ) throws -> [Int64] {
    let kernel = PathKernel(path, of: rows, snapshot: snapshot)
    var keys: [Int64] = []
    keys.reserveCapacity(rows.count)
    var slots: [String: Int] = [:]
    var slotOf: [Int64: Int] = [:]
    var texts: [String] = []
    try rows.positions.forEachBatch { batch in
      try cancellation.check()
      let column = kernel.values(batch)
      let isText = column.kind.element.isText
      for bits in column.bits {
        guard bits != ComputedColumn.unknownBits else {
          keys.append(missing)
          continue
        }
        guard isText else {
          keys.append(bits)
          continue
        }
        if let slot = slotOf[bits] {
          keys.append(Int64(slot))
          continue
        }
        guard let text = column.foldedText(bits, snapshot) else {
          keys.append(missing)
          continue
        }
        let slot = slots[text] ?? texts.count
        if slot == texts.count {
          slots[text] = slot
          texts.append(text)
        }
        slotOf[bits] = slot
        keys.append(Int64(slot))
      }
    }
    if texts.isEmpty { return keys }
    let ranks = try ranks(of: texts)
    return keys.map { $0 == missing ? missing : ranks[Int($0)] }
  }
}

/// Gives out a place for each different number: by an array where many are expected, else by a
/// dictionary.
private struct SlotTable {
  private var dense: [Int32] = []
  private var sparse: [UInt32: Int] = [:]

  /// A table for numbers below `domain`, of which about `expected` will be asked about.
  init(domain: Int, expected: Int) {
    if expected >= domain / 16 { dense = [Int32](repeating: -1, count: domain) }
  }

  /// The place of a number, which is `next` where it has none yet.
  mutating func slot(of number: UInt32, next: Int) -> Int {
    let index = Int(number)
    if index < dense.count {
      if dense[index] < 0 { dense[index] = Int32(next) }
      return Int(dense[index])
    }
    if let known = sparse[number] { return known }
    sparse[number] = next
    return next
  }
}

extension RowBatch {
  /// The first value of each row in a list; `missing` where there is none.
  fileprivate func firsts(of list: ListColumn, _ missing: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(count)
    forEachRow { row in
      let start = list.offsets[row]
      result.append(start == list.offsets[row + 1] ? missing : list.values[Int(start)])
    }
    return result
  }
}

extension Array {
  /// The elements in the order of `precedes`, or a stop where the user wants one.
  func sorted(
    checking cancellation: Cancellation, by precedes: (Element, Element) -> Bool
  ) throws -> [Element] {
    var comparisons = 0
    return try sorted { a, b in
      comparisons += 1
      if comparisons & 0x3fff == 0 { try cancellation.check() }
      return precedes(a, b)
    }
  }
}
