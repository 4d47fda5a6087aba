/// What a piece of a table, card or drawing is, for those who dress it.
public enum ResultPart: Sendable, Hashable {
  /// The name above a column.
  case head
  /// The name beside a value of a card.
  case field
  /// Lines between parts, and axes.
  case rule
  /// The number of a row.
  case rowNumber
  /// The sign for a value that is not known.
  case unknown
  /// Bars beside numbers in a table.
  case bar
  /// What is said beside the rows: where a sentence stands, a legend.
  case note
  /// One of several lines of a chart or lanes, counted from 0.
  case series(Int)
  /// Words that a report was read from, under the label that `Explanation` gives them.
  case mark(String)
  /// Text that leads to an address: `https` or `file`, with no character that needs an escape.
  case link(String)
}
