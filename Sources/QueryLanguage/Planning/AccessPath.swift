public import NewsModel

/// How the first rows of a query are found.
///
/// Every path gives its rows in table order.
public indirect enum AccessPath: Sendable, Hashable {
  /// All rows.
  case scan
  /// No row.
  case nothing
  /// Runs of rows outside which no main date overlaps what is asked for; rows inside may not.
  case ranges([Range<Int>])
  /// The rows that hold any of the keys in a field.
  case postings(FieldID, PostingKeys)
  /// The articles that hold a phrase of folded words.
  case phrase([String])
  /// The rows that all of the paths lead to; the one with fewest rows first.
  case intersection([AccessPath])
  /// The rows that any of the paths leads to.
  case union([AccessPath])

  /// Whether the path leads to every row of the table.
  public var isScan: Bool { self == .scan }

  /// The path in words: `postings of actor (2 keys)`.
  public var text: String {
    switch self {
    case .scan: "all rows"
    case .nothing: "no rows"
    case .ranges(let ranges): "rows by date in \(counted(ranges.count, "range"))"
    case .postings(let field, let keys):
      "postings of \(field.schema.name) (\(counted(keys.count, "key")))"
    case .phrase(let words): "text index \"\(words.joined(separator: " "))\""
    case .intersection(let paths): paths.map(\.text).joined(separator: " and ")
    case .union(let paths): "(" + paths.map(\.text).joined(separator: " or ") + ")"
    }
  }
}

/// A number with its noun: `1 key`, `2 keys`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
