internal import NewsSession

/// What is shown of a line that is being edited, beside its letters.
struct LineAppearance: Sendable, Hashable {
  /// The colours of its parts, in order and without overlaps.
  var highlights: [Highlight] = []
  /// What could come after the cursor, shown faintly and taken with one key; empty for nothing.
  var ghost = ""
  /// A few words about the word at the cursor, shown below the line; empty for nothing.
  var hint = ""
}
