internal import NewsModel

/// The names of all fields of all tables, and the column of counts: what the parser knows of the
/// schema, to tell names from values.
enum FieldNames {
  /// The names, in small letters.
  static let all: Set<String> = Set(types.keys)

  private static let types: [String: ValueType] = {
    var types: [String: ValueType] = ["count": .integer]
    for table in Table.allCases {
      for field in table.schema.fields where types[field.name] == nil {
        types[field.name] = field.type
      }
    }
    return types
  }()

  /// Whether a field of that name is a date.
  static func isDate(_ name: String) -> Bool { types[name] == .date }

  /// A value that suits the last field of a path, for hints.
  static func example(of path: PathSyntax) -> String {
    example(of: path.names.last?.text ?? "")
  }

  /// A value that suits a field of that name, for hints.
  static func example(of name: String) -> String {
    if let known = Categories.all[name] { return known.words.first ?? "word" }
    switch types[name] {
    case .date: return "2023-09"
    case .integer, .number: return "100"
    case .reference(.sources): return "Reuters"
    case .reference, .category: return "Ada Lovelace"
    case .text, nil: return "word"
    }
  }
}
