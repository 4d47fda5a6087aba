internal import Diagnostics
public import NewsModel

/// Writes results as text.
public struct ResultWriter: Sendable {
  /// The format.
  public var format: ResultFormat
  /// The layout.
  public var layout: ResultLayout

  /// A writer.
  public init(format: ResultFormat, layout: ResultLayout = ResultLayout()) {
    self.format = format
    self.layout = layout
  }

  /// The result as text that ends in a line feed, or is empty.
  ///
  /// A result without rows still has its head in table, CSV, TSV, Markdown and HTML, and is `[]`
  /// in JSON.
  ///
  /// - Complexity: O(*cells*), the cells being made one at a time.
  public func text(of result: ResultTable) -> String {
    var text = ""
    write(result) { piece in
      text += piece
      return true
    }
    return text
  }

  /// Hands over the result as ``text(of:)`` gives it, table and line in pieces of some rows, until
  /// `emit` says false.
  ///
  /// A table of which most columns would not fit becomes cards. Below one of counts by a period and
  /// something else, where bars are drawn, each of the something has its course.
  public func write(_ result: ResultTable, to emit: (String) -> Bool) {
    switch format {
    case .table:
      let table = TableLayout(result, layout: layout)
      if table.isCrowded {
        CardLayout(result, layout: layout).write(to: emit)
      } else {
        table.write(to: emit)
        if layout.drawsBars, let sparklines = Sparklines(result, layout: layout) {
          _ = emit("\n" + sparklines.text())
        }
      }
    case .line: CardLayout(result, layout: layout).write(to: emit)
    case .csv: _ = emit(separated(result, by: ",", end: "\r\n", quoting: csvCell))
    case .tsv: _ = emit(separated(result, by: "\t", end: "\n", quoting: tsvCell))
    case .json: _ = emit(json(result))
    case .jsonl: _ = emit(jsonLines(result))
    case .markdown: _ = emit(markdown(result))
    case .html: _ = emit(html(result))
    }
  }

  /// Bytes from which on a piece is handed over.
  static let pieceSize = 1 << 14

  func marked(_ text: String) -> String {
    layout.marksControls ? visible(text) : text
  }
}

extension Value {
  /// The value for a reader: lists joined by commas, whole numbers without a fraction.
  ///
  /// An unknown value is `unknown`, by default nothing.
  func plainText(unknown: String = "", separator: String = ", ") -> String {
    switch self {
    case .unknown: unknown
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): decimal(number)
    case .date(let date): date.description
    case .list(let values):
      values.map { $0.plainText(unknown: unknown, separator: separator) }
        .joined(separator: separator)
    }
  }
}

extension Value {
  /// The value as people read it in a table: numbers with four digits that count, and a fraction of
  /// one digit at least.
  ///
  /// Formats for programs, such as CSV and JSON, keep every digit.
  func readableText(unknown: String = "") -> String {
    switch self {
    case .number(let number): readable(number)
    case .list(let values): values.map { $0.readableText(unknown: unknown) }.joined(separator: ", ")
    default: plainText(unknown: unknown)
    }
  }
}

/// A number with four digits that count, and a fraction of one digit at least where it is not whole.
func readable(_ number: Double) -> String {
  guard number.isFinite, abs(number) >= 1e-9, abs(number) < 1e9 else { return decimal(number) }
  var scale = 10.0
  while abs(number) * scale < 1_000 { scale *= 10 }
  return decimal((number * scale).rounded() / scale)
}

/// The shortest decimal form of a number, without a fraction where it is whole.
func decimal(_ number: Double) -> String {
  if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
  return String(number)
}
