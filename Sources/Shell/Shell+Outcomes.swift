internal import Diagnostics
internal import NewsSession

extension Shell {
  /// Writes a result as its query asks: listed, drawn, or into a file of its own; false where it could
  /// not be written.
  ///
  /// Drawings are for readers: in the formats that programs read, the rows are written.
  func write(_ result: ResultTable, _ outcomes: [AnswerOutcome], noun: String) -> Bool {
    var isDone = outcomes.isEmpty ? write(result) : true
    for outcome in outcomes {
      if case .save(let path) = outcome {
        isDone = save(result, at: expandingHome(path), noun: noun) && isDone
        continue
      }
      guard isFormatForReaders else {
        isDone = write(result) && isDone
        continue
      }
      let layout = layout(for: result)
      if outcome.drawing(of: result, layout: layout) != nil {
        isDone =
          writePaged(rowCount: result.rowCount) { rowLimit, emit in
            var layout = layout
            layout.rowLimit = rowLimit
            if let drawing = outcome.drawing(of: result, layout: layout) { _ = emit(drawing) }
          } && isDone
        // A line is drawn over all rows, however many are listed.
        if outcome == .line { output.shownRowCount = result.rowCount }
      } else {
        remark("there are no \(outcome == .timeline ? "dates" : "numbers") to draw; the rows are")
        isDone = write(result) && isDone
      }
    }
    return isDone
  }

  /// Writes a result to a file, in the format of its ending; HTML is a whole page with what the rows
  /// come from.
  private func save(_ result: ResultTable, at path: String, noun: String) -> Bool {
    guard let format = ResultFormat(fileName: path) else {
      complain(
        "the ending of \(quoted(path)) says no format",
        hint: "the endings are csv, tsv, json, jsonl, md and html")
      return false
    }
    let page = format == .html ? session.page() : nil
    let text = page?.text() ?? ResultWriter(format: format).text(of: result)
    do throws(SystemError) {
      try OpenFile.replace(path, by: Array(text.utf8))
      inform(
        "\(counted(result.rowCount, noun)) saved to \(quoted(path))"
          + (page == nil ? "" : ", a page that opens in any browser"))
      return true
    } catch {
      complain("\(quoted(path)) cannot be written: \(error.message)")
      return false
    }
  }
}

extension AnswerOutcome {
  /// Whether the rows go to a file and not to the reader.
  var isFile: Bool {
    if case .save = self { return true }
    return false
  }
}
