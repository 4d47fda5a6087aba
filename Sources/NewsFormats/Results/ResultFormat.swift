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
