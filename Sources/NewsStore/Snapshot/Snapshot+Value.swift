public import NewsModel

extension Snapshot {
  /// The cell of a base table, as a result shows it.
  ///
  /// A reference is shown by the name of the entity or source, or the id of the article or event
  /// that it leads to. A speaker without a name is shown by the words that the article has for it,
  /// though the field counts as unknown.
  public func value(_ field: FieldID, row: UInt32) -> Value {
    let index = Int(row)
    switch column(field) {
    case .codes(let column): return text(column.codes[index])
    case .references(let column):
      if column.rows[index] == ReferenceColumn.unknown, field == Self.speakerField {
        return text(storage.speakerTexts[index])
      }
      return name(of: column.rows[index], field)
    case .dates(let column):
      let interval = DayInterval(first: column.first[index], last: column.last[index])
      return interval.date.map { .date($0) } ?? .unknown
    case .integers(let column):
      let value = column.values[index]
      return value == IntegerColumn.unknown ? .unknown : .integer(Int(value))
    case .numbers(let column):
      let value = column.values[index]
      return value.isNaN ? .unknown : .number(value)
    case .slices(let column):
      let article = column.articles[index]
      if article == ReferenceColumn.unknown { return .unknown }
      return .text(slice(article: article, lower: column.lower[index], upper: column.upper[index]))
    case .codeLists(let column): return list(column.values(ofRow: index).map { text($0) })
    case .referenceLists(let column):
      return list(column.values(ofRow: index).map { name(of: $0, field) })
    }
  }

  /// The cell that stands for a whole row of a table where another refers to it.
  public func name(ofRow row: UInt32, in table: Table) -> Value {
    let name = table == .entities || table == .sources ? "name" : "id"
    guard let field = table.schema.field(named: name) else { return .unknown }
    return value(field, row: row)
  }

  private static let speakerField = Table.quotes.schema.field(named: "speaker")

  private func name(of row: UInt32, _ field: FieldID) -> Value {
    guard row != ReferenceColumn.unknown, case .reference(let table) = field.schema.type else {
      return .unknown
    }
    return name(ofRow: row, in: table)
  }

  private func text(_ code: UInt32) -> Value {
    code == StringPool.unknown ? .unknown : .text(strings[code])
  }

  private func list(_ values: [Value]) -> Value { values.isEmpty ? .unknown : .list(values) }
}

extension ListColumn {
  /// The values of a row.
  public func values(ofRow row: Int) -> ArraySlice<UInt32> {
    values[Int(offsets[row])..<Int(offsets[row + 1])]
  }
}
