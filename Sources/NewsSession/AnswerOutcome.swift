internal import QueryLanguage

/// What becomes of the rows of an answer, beside being listed: the last stages of its query say so.
public enum AnswerOutcome: Sendable, Hashable {
  /// They are drawn as bars.
  case bars
  /// They are drawn as a line.
  case line
  /// They are drawn in order of time.
  case timeline
  /// They are written to a file of this name, which the session leaves to its client.
  case save(String)

  /// More periods than this are drawn as a line where the query does not say how.
  private static let barLimit = 24

  init(_ presentation: Presentation, of result: ResultTable) {
    switch presentation {
    case .timeline: self = .timeline
    case .save(let name): self = .save(name)
    case .chart(let style?): self = style == .bar ? .bars : .line
    case .chart(nil):
      let isOverTime = result.columns.first?.type == .date
      self = isOverTime && result.rowCount > Self.barLimit ? .line : .bars
    }
  }

  /// The drawing of a result; nil for a file, and where the result has nothing that can be drawn so.
  public func drawing(of result: ResultTable, layout: ResultLayout) -> String? {
    switch self {
    case .bars: BarChart(result, layout: layout)?.text()
    case .line: LineChart(result, layout: layout)?.text()
    case .timeline: Timeline(result, layout: layout)?.text()
    case .save: nil
    }
  }

  /// The drawing of a result without colours.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil for 80.
  ///   - rowLimit: rows that are drawn at most; nil for all.
  public func drawing(of result: ResultTable, width: Int?, rowLimit: Int?) -> String? {
    drawing(of: result, layout: ResultLayout(width: width, rowLimit: rowLimit))
  }
}
