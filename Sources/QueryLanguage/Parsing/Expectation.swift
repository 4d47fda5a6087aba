/// Something that may stand at a place of a query.
struct Expectation: Hashable {
  /// What may stand there.
  enum Kind: Hashable {
    /// A table's name, as the source of a query.
    case table
    /// The beginning of a stage, after `|`.
    case stage
    /// A clause that may follow without `|`.
    case clause
    /// `|`
    case pipe
    /// One of these words.
    case keywords([String])
    /// A field or path.
    case field
    /// A field or path by which rows can be grouped: a calendar period too.
    case key
    /// An operator after this path.
    case comparison(PathSyntax)
    /// A value of this path that begins at byte `start`.
    case value(PathSyntax, start: Int)
    /// A date that begins at byte `start`.
    case date(start: Int)
    /// A length of time.
    case unit
    /// A whole number.
    case number
    /// Words to search for.
    case searchText
  }

  /// What may stand there.
  var kind: Kind
  /// How many stages are before it.
  var stage: Int
}
