/// A way to write a result.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// Columns aligned for a reader, fitted to a width.
  case table
  /// One field a line, rows apart.
  case line
  /// RFC 4180, with a head.
  case csv
  /// Tab-separated, with a head; tabs, line feeds and backslashes within values are escaped.
  case tsv
  /// One JSON array of objects.
  case json
  /// One JSON object a line.
  case jsonl
  /// A Markdown table.
  case markdown
  /// An HTML table.
  case html
}

/// How a result is laid out for a reader.
public struct ResultLayout: Sendable, Hashable {
  /// Columns of the terminal, for table and line; nil for no limit.
  public var width: Int?
  /// Rows that are written at most, in table and line; nil for all.
  public var rowLimit: Int?
  /// Whether characters that could steer a terminal are shown as visible marks.
  ///
  /// Table and line always do so, and JSON escapes them in its own way.
  public var marksControls: Bool

  /// A layout; without arguments nothing is cut and nothing is marked.
  public init(width: Int? = nil, rowLimit: Int? = nil, marksControls: Bool = false) {
    self.width = width
    self.rowLimit = rowLimit
    self.marksControls = marksControls
  }
}
