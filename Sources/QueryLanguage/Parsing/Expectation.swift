/// Something that may stand at a place of a query.
struct Expectation: Hashable {
  /// What may stand there.
  enum Kind: Hashable {
    /// The beginning of a statement.
    case statement
    /// The source of a query.
    case source
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
    /// A value that is worked out for each row: a field, a function, `if`.
    case expression
    /// What is worked out for a group: `count`, `average`.
    case aggregate
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
    /// The value of a parameter of this definition, which begins at byte `start`: of `parameter`, or
    /// of the one at `place`, before which its name and `=` may stand.
    case argument(String, parameter: String?, place: Int, start: Int)
    /// Words to search for.
    case searchText
  }

  /// What may stand there.
  var kind: Kind
  /// The query that it is about, by the number that the parser gave it: 0 is the outermost one.
  var query: Int
  /// How many of that query's stages are before it.
  var stage: Int
}
