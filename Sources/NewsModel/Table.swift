/// The eight tables.
public enum Table: UInt8, CaseIterable, Sendable, Hashable {
  case articles
  case entities
  case events
  case reports
  case mentions
  case quotes
  case figures
  case sources

  /// The name in the language: `events`.
  public var name: String {
    switch self {
    case .articles: "articles"
    case .entities: "entities"
    case .events: "events"
    case .reports: "reports"
    case .mentions: "mentions"
    case .quotes: "quotes"
    case .figures: "figures"
    case .sources: "sources"
    }
  }

  /// The word for one row: `event`; accepted wherever the name is.
  public var singular: String { self == .entities ? "entity" : String(name.dropLast()) }

  /// The table called `word` in singular or plural, in any case; nil where there is none.
  public init?(named word: some StringProtocol) {
    let lowered = word.lowercased()
    guard let table = Table.allCases.first(where: { $0.name == lowered || $0.singular == lowered })
    else { return nil }
    self = table
  }
}

/// A field of a table, by its position in the table's schema.
public struct FieldID: Hashable, Sendable {
  /// The table that the field belongs to.
  public let table: Table
  /// Position in ``TableSchema/fields``.
  public let position: Int

  /// The field at `position` of `table`.
  public init(table: Table, position: Int) {
    self.table = table
    self.position = position
  }

  /// What the field is.
  public var schema: FieldSchema { table.schema.fields[position] }
}

/// One field of a table.
public struct FieldSchema: Sendable, Hashable {
  /// Its name in the language and in JSON.
  public let name: String
  /// What it holds, or each element of it.
  public let type: ValueType
  /// Whether a row may hold several values.
  public let isList: Bool
  /// Whether it is shown when a query does not say which fields to show.
  public let isShown: Bool
  /// One line of help.
  public let help: String

  init(
    _ name: String, _ type: ValueType, list: Bool = false, shown: Bool = true, _ help: String
  ) {
    self.name = name
    self.type = type
    isList = list
    isShown = shown
    self.help = help
  }
}

/// A table's fields.
public struct TableSchema: Sendable {
  /// The table.
  public let table: Table
  /// What a row is, in a few words.
  public let help: String
  /// The fields in the order in which they are shown.
  public let fields: [FieldSchema]
  /// Position of the date that `since`, `newest` and `by month` mean; nil where there is none.
  public let mainDate: Int?

  init(_ table: Table, _ help: String, mainDate: String?, _ fields: [FieldSchema]) {
    self.table = table
    self.help = help
    self.fields = fields
    self.mainDate = mainDate.flatMap { name in fields.firstIndex { $0.name == name } }
  }

  /// The field called `name`, in any case; nil where there is none.
  public func field(named name: some StringProtocol) -> FieldID? {
    let lowered = name.lowercased()
    return fields.firstIndex { $0.name == lowered }.map { FieldID(table: table, position: $0) }
  }
}
