internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The values of a grouping column as numbers: codes, row numbers, places of calendar periods, or
/// numbers given out for values as they are met.
final class KeyColumn {
  private enum Kind {
    case codes([UInt32])
    case references([UInt32], Table)
    case codeList(ListColumn)
    case referenceList(ListColumn, Table)
    case periods(DateColumn, PeriodTable)
    case values(ExpressionKernel)
  }

  private let kind: Kind
  private let snapshot: Snapshot
  private var numbers: [Int64: UInt32] = [:]
  private var values: [Int64] = []

  /// Keys are below this number; nil where that is not known before.
  let domain: Int?

  /// The keys of `rows` on a path.
  init(_ path: BoundPath, of rows: Rows, snapshot: Snapshot) {
    self.snapshot = snapshot
    let others = ExpressionKernel.path(PathKernel(path, of: rows, snapshot: snapshot))
    guard let selection = rows.base?.selection, case .fields(let fields) = path.root,
      fields.count == 1, let field = fields.first
    else {
      kind = .values(others)
      domain = nil
      return
    }
    switch (snapshot.column(field), field.schema.type) {
    case (.codes(let column), _):
      kind = .codes(column.codes)
      domain = snapshot.strings.count
    case (.codeLists(let list), _):
      kind = .codeList(list)
      domain = snapshot.strings.count
    case (.references(let column), .reference(let table)):
      kind = .references(column.rows, table)
      domain = snapshot.rowCount(of: table)
    case (.referenceLists(let list), .reference(let table)):
      kind = .referenceList(list, table)
      domain = snapshot.rowCount(of: table)
    case (.dates(let column), _):
      if let part = path.part, let table = PeriodTable(part, of: column, selection) {
        kind = .periods(column, table)
        domain = table.domain
      } else {
        kind = .values(others)
        domain = nil
      }
    default:
      kind = .values(others)
      domain = nil
    }
  }

  /// The keys of the rows at some positions, each once for a row.
  func keys(of rows: Rows, at positions: Range<Int>) throws -> KeyBatch {
    if case .values(let kernel) = kind { return numbered(try kernel.values(.run(positions))) }
    guard let selection = rows.base?.selection else { return KeyBatch() }
    return read(selection.batch(positions))
  }

  private func read(_ rows: RowBatch) -> KeyBatch {
    let missing = KeyBatch.missing
    switch kind {
    case .codes(let codes):
      return KeyBatch(
        single: rows.map(codes, missing) { $0 == StringPool.unknown ? missing : $0 })
    case .references(let targets, _):
      return KeyBatch(single: rows.map(targets, missing) { $0 })
    case .periods(let column, let table):
      return KeyBatch(
        single: table.withKeys { key in rows.map(column.first, column.last, missing, key) })
    case .codeList(let list), .referenceList(let list, _): return KeyBatch(list, rows)
    case .values: return KeyBatch()
    }
  }

  private func numbered(_ column: ComputedColumn) -> KeyBatch {
    guard case .lists(let offsets, let elements) = column else {
      return KeyBatch(single: column.bits.map { number(of: $0) })
    }
    return KeyBatch(keys: elements.bits.map { number(of: $0) }, ends: offsets.dropFirst())
  }

  private func number(of bits: Int64) -> UInt32 {
    if bits == ComputedColumn.unknownBits { return KeyBatch.missing }
    if let number = numbers[bits] { return number }
    let number = UInt32(values.count)
    numbers[bits] = number
    values.append(bits)
    return number
  }

  /// Whether the keys are calendar periods.
  var isByPeriod: Bool {
    switch kind {
    case .periods: return true
    case .values(let kernel):
      guard let column = try? kernel.values(.run(0..<0)) else { return false }
      if case .period = column.kind.element { return true }
      return false
    case .codes, .references, .codeList, .referenceList: return false
    }
  }

  /// The values that keys stand for; nothing known for ``KeyBatch/missing``.
  func column(_ keys: [UInt32]) throws -> ComputedColumn {
    let missing = KeyBatch.missing
    switch kind {
    case .codes, .codeList:
      return .texts(keys.map { $0 == missing ? Texts.unknown : $0 }, .pool(snapshot.strings))
    case .references(_, let table), .referenceList(_, let table):
      return .references(keys.map { $0 == missing ? ReferenceColumn.unknown : $0 }, table)
    case .periods(_, let table):
      return .periods(
        keys.map { $0 == missing ? ComputedColumn.unknownPeriod : table.period($0).ordinal },
        table.part)
    case .values(let kernel):
      let none = try kernel.values(.run(0..<0))
      return ComputedColumn(
        none.kind.element,
        bits: keys.map { $0 == missing ? ComputedColumn.unknownBits : values[Int($0)] },
        texts: none.texts)
    }
  }
}
