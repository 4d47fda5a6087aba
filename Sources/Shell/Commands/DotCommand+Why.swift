internal import NewsSession

extension DotCommand {
  static let why = DotCommand(
    names: ["why"], usage: "[N]",
    summary: "why row N of the last result is there; without N, row 1",
    help: """
      Shows the sentence with the words marked that tell who, whom, where and when,
      the rule that read it, how names and dates were worked out, and what joined
      the reports of an event.
      """,
    group: .answers, arity: 0...1
  ) { shell, words in
    let row: Int
    if let word = words.first {
      guard let number = Int(word), number > 0 else {
        shell.complain(
          "\(quoted(word)) is no row", hint: "rows are counted from 1: '.why 1'")
        return .failed
      }
      row = number
    } else {
      row = 1
    }
    do throws(ExplanationError) {
      let explanation = try shell.session.why(row: row)
      let drawing = ExplanationDrawing(
        style: shell.style, width: shell.showsResultsOnTerminal ? shell.console.columns() : nil)
      return shell.writePaged(drawing.text(of: explanation)) ? .done : .failed
    } catch {
      shell.complain(error.message, hint: error.hint)
      return .failed
    }
  }
}
