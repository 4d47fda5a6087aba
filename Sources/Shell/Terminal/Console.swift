internal import CLibEdit
internal import Glibc

/// Where the shell writes, and what it may assume about the reader there.
struct Console {
  /// Takes results.
  var results: any TextSink
  /// Takes errors, notes and everything else that is said.
  var messages: any TextSink
  /// Whether someone types, rather than a script, and wants to be told what happens.
  var isDialogue: Bool
  /// Columns of the terminal; nil where results do not go to one.
  var columns: () -> Int?
  /// Rows of the terminal; nil where results do not go to one, or it does not say.
  var rows: () -> Int? = { nil }

  /// The console of this process.
  ///
  /// In a dialogue on a terminal everything goes to the output, so that it stands in order; else
  /// messages go to standard error.
  static func standard(isDialogue: Bool) -> Console {
    let output = FileSink(OpenFile(standard: STDOUT_FILENO))
    let error = FileSink(OpenFile(standard: STDERR_FILENO))
    return Console(
      results: output,
      messages: isDialogue && output.isTerminal ? output : error,
      isDialogue: isDialogue,
      columns: { output.isTerminal ? Console.columnsOfTerminal : nil },
      rows: { output.isTerminal ? Console.rowsOfTerminal : nil })
  }

  /// Columns of the terminal on standard output; 80 where it does not say.
  private static var columnsOfTerminal: Int {
    let columns = Int(cle_columns())
    return columns > 0 ? columns : 80
  }

  private static var rowsOfTerminal: Int? {
    let rows = Int(cle_rows())
    return rows > 0 ? rows : nil
  }
}
