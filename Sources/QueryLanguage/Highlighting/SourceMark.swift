public import Diagnostics
public import NewsModel

/// What a part of a text that is being typed is.
public struct SourceMark: Sendable, Hashable {
  /// What a part is.
  public enum Meaning: Sendable, Hashable {
    /// A word of the language, in small letters.
    case keyword(String)
    case table(Table)
    /// A definition, by its name in small letters.
    case definition(String)
    /// A field, a path or a column, and what it holds.
    case path(BoundPath, ColumnType)
    /// A field that nothing is known about.
    case unboundPath
    /// The name that a column or a parameter gets.
    case newName
    /// A function or an aggregate, by its name.
    case function(String)
    /// The name of a row of a table, with the rows that it means; none where there is no such row.
    case name(Table, [Candidate])
    /// A value of a field that is no name; not known where it does not occur.
    case word(BoundPath, isKnown: Bool)
    case text
    case number
    /// A date, with the days that it means.
    case date(NewsDate)
    /// A parameter, by its name in small letters.
    case parameter(String)
    /// An operator, a bracket, a comma or a pipe.
    case mark(String)
    case comment
    /// Something that cannot be told.
    case unknown
  }

  /// Its bytes; never empty.
  public var range: SourceRange
  /// What it is.
  public var meaning: Meaning
  /// Whether an error is about it.
  public var isWrong = false

  /// Whether it is a value that does not occur.
  var isUnknownValue: Bool {
    switch meaning {
    case .name(_, let rows): rows.isEmpty
    case .word(_, let isKnown): !isKnown
    default: false
    }
  }

  /// A part.
  init(range: SourceRange, meaning: Meaning) {
    self.range = range
    self.meaning = meaning
  }
}

extension Binder {
  /// Notes what a part of the text is, where that is asked for.
  ///
  /// What an argument of a definition is used as is noted where the argument stands; all else
  /// inside a definition that is called belongs to another text.
  mutating func note(_ meaning: @autoclosure () -> SourceMark.Meaning, at range: SourceRange) {
    guard isLive else { return }
    let calls = scopes.filter { $0.call != nil }
    let place: SourceRange
    if calls.isEmpty {
      place = range
    } else if calls.count == 1, scopes.count == 1, let argument = calls[0].uses[range] {
      place = argument
    } else {
      return
    }
    if !place.isEmpty { marks.append(SourceMark(range: place, meaning: meaning())) }
  }

  /// Notes a value of a field that is no name, and whether it occurs there.
  mutating func noteWord(_ text: String, of path: BoundPath, at range: SourceRange) {
    guard isLive else { return }
    let known = path.part == nil ? path.lastField.flatMap { catalog.occurs(text, in: $0) } : true
    note(.word(path, isKnown: known ?? true), at: range)
  }
}
