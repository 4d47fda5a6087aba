/// An answer as a page shows it below its query: a few rows, and how many there are in all.
public struct WrittenAnswer: Sendable {
  /// Columns of the page.
  public var width: Int
  /// Rows of an answer that a page shows; drawings are shown whole.
  public var rowLimit: Int

  /// Answers of so many columns and rows.
  public init(width: Int = 110, rowLimit: Int = 6) {
    self.width = width
    self.rowLimit = rowLimit
  }

  /// What a page shows of `answer`, in lines that end in a line feed.
  ///
  /// Errors are one line; a statement that gives no rows shows nothing, and neither does `explain`,
  /// whose times differ from run to run.
  public func text(of answer: Answer) -> String {
    guard !answer.hasErrors else {
      let errors = answer.diagnostics.map { visible($0.message) }
      return "error: \(errors.joined(separator: "; "))\n"
    }
    guard let result = answer.result, !answer.isProfile else { return "" }
    var text = drawing(of: answer, result)
    if result.rowCount > rowLimit, answer.outcomes.isEmpty {
      text += "... \(result.rowCount) \(answer.rowNoun) in all\n"
    }
    if result.rowCount == 0 { text += "no \(answer.rowNoun)\n" }
    return text
  }

  private func drawing(of answer: Answer, _ result: ResultTable) -> String {
    for outcome in answer.outcomes {
      // Drawings are narrower than tables: they are pictures, and stand among prose.
      let columns = min(width, 78)
      if let drawing = outcome.drawing(of: result, width: columns, rowLimit: nil) {
        return drawing
      }
    }
    let layout = ResultLayout(width: width, rowLimit: rowLimit, marksControls: true)
    return ResultWriter(format: .table, layout: layout).text(of: result)
  }
}
