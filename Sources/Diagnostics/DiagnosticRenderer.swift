/// Draws diagnostics with the source line, a caret and the hints.
///
///     error[E021]: there is no field 'aktor' in events
///       |
///     1 | events where aktor = Haftar
///       |              ^^^^^
///       = did you mean 'actor'?
///
/// A note that points into another text is drawn from that text, under its name:
///
///       = in 'visits'
///       --> visits, line 1
///       |
///     1 | define visits(who) = events where actor = $who
///       |                                           ^^^^
///
/// The result holds the source's own characters, made visible by ``visible(_:)``; it may be
/// printed on a terminal.
public struct DiagnosticRenderer: Sendable {
  /// How the parts of a diagnostic are dressed; identity without colour.
  public var style: @Sendable (Part, String) -> String
  /// Display columns of a string, so that carets stand under wide characters.
  public var width: @Sendable (String) -> Int
  /// Longest source line that is shown whole, in characters; longer ones are cut round the range.
  public var maximumLineLength = 160

  /// A part of the drawing that may be dressed on its own.
  public enum Part: Sendable {
    /// `error[E021]`
    case errorLabel
    /// `warning[W002]` and notes
    case noteLabel
    /// The carets under the source line.
    case caret
    /// Line numbers and bars.
    case gutter
    /// Hints.
    case hint
  }

  /// A renderer; without arguments it draws plain text and counts a character as one column.
  public init(
    style: @escaping @Sendable (Part, String) -> String = { $1 },
    width: @escaping @Sendable (String) -> Int = { $0.count }
  ) {
    self.style = style
    self.width = width
  }

  /// The drawing of one diagnostic, without a line feed at its end.
  public func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let label = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    let part: Part = diagnostic.severity == .error ? .errorLabel : .noteLabel
    var lines = [style(part, label) + ": " + visible(diagnostic.message)]
    let position = source.position(of: diagnostic.range.lower)
    let gutter = String(repeating: " ", count: String(position.line).count)
    lines += excerpt(diagnostic.range, gutter: gutter, in: source)
    for note in diagnostic.notes {
      lines.append(style(.gutter, "\(gutter) = ") + visible(note.message))
      let place = note.source ?? source
      if let other = note.source {
        let line = other.position(of: note.range.lower).line
        lines.append(style(.gutter, "\(gutter) --> ") + visible("\(other.name), line \(line)"))
      }
      lines += excerpt(note.range, gutter: gutter, in: place)
    }
    lines += diagnostic.hints.map { style(.gutter, "\(gutter) = ") + style(.hint, visible($0)) }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ range: SourceRange, gutter: String, in source: SourceText) -> [String] {
    let position = source.position(of: range.lower)
    let line = source.range(ofLine: position.line)
    let start = max(line.lower, min(range.lower, line.upper))
    let end = min(max(start, range.upper), line.upper)
    var before = visible(source.slice(SourceRange(line.lower, start)))
    var marked = visible(source.slice(SourceRange(start, end)))
    var after = visible(source.slice(SourceRange(end, line.upper)))
    let room = max(20, maximumLineLength / 3)
    if before.count + marked.count + after.count > maximumLineLength {
      if before.count > room { before = "…" + before.suffix(room) }
      if marked.count > room { marked = marked.prefix(room) + "…" }
      if after.count > room { after = after.prefix(room) + "…" }
    }
    let carets = String(repeating: "^", count: max(1, width(marked)))
    let indent = String(repeating: " ", count: width(before))
    let number = String(position.line)
    let padding = String(repeating: " ", count: max(0, gutter.count - number.count))
    return [
      style(.gutter, "\(gutter) |"),
      style(.gutter, "\(padding)\(number) | ") + before + marked + after,
      style(.gutter, "\(gutter) | ") + indent + style(.caret, carets),
    ]
  }
}
