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
    case values((Int) -> [Datum])
  }

  private let kind: Kind
  private let snapshot: Snapshot
  private var numbers: [Datum: UInt32] = [:]
  private var values: [Datum] = []

  /// Keys are below this number; nil where that is not known before.
  let domain: Int?

  /// The keys of `rows` on a path.
  init(_ path: BoundPath, of rows: Rows, snapshot: Snapshot) {
    self.snapshot = snapshot
    guard case .table = rows, case .fields(let fields) = path.root, fields.count == 1,
      let field = fields.first
    else {
      kind = .values(rows.data(path, snapshot))
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
      if let part = path.part, case .table(_, let selection) = rows,
        let table = PeriodTable(part, of: column, selection)
      {
        kind = .periods(column, table)
        domain = table.domain
      } else {
        kind = .values(rows.data(path, snapshot))
        domain = nil
      }
    default:
      kind = .values(rows.data(path, snapshot))
      domain = nil
    }
  }

  /// The keys of the rows at some positions, each once for a row.
  func keys(of rows: Rows, at positions: Range<Int>) -> KeyBatch {
    if case .values(let data) = kind {
      var batch = KeyBatch()
      for position in positions {
        for datum in data(position) { batch.keys.append(number(of: datum)) }
        batch.endRow()
      }
      return batch
    }
    guard case .table(_, let selection) = rows else { return KeyBatch() }
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

  private func number(of datum: Datum) -> UInt32 {
    if let number = numbers[datum] { return number }
    let number = UInt32(values.count)
    numbers[datum] = number
    values.append(datum)
    return number
  }

  /// The value that a key stands for.
  func datum(_ key: UInt32) -> Datum {
    switch kind {
    case .codes, .codeList: .text(snapshot.strings[key])
    case .references(_, let table), .referenceList(_, let table): .reference(table, key)
    case .periods(_, let table): .period(table.period(key))
    case .values: values[Int(key)]
    }
  }
}
