internal import Diagnostics
internal import Glibc
internal import NewsSession

extension DotCommand {
  static let load = DotCommand(
    names: ["load"], usage: "PATH...", summary: "read further articles from files and folders",
    help: "A path with spaces is quoted. What is loaded already stays.",
    group: .files, argument: .file, arity: 1...Int.max
  ) { shell, paths in
    let count = shell.session.rowCount(of: .articles)
    let isLoaded = shell.load(paths.map(expandingHome))
    let added = shell.session.rowCount(of: .articles) - count
    if added > 0 { shell.inform("\(counted(added, "articles")) added: now \(shell.contents)") }
    return isLoaded ? .done : .failed
  }

  static let read = DotCommand(
    names: ["read"], usage: "FILE", summary: "run the statements and commands of a script",
    help: "The script stops at its first error.",
    group: .files, argument: .file, arity: 1...1
  ) { shell, words in
    switch shell.runScript(at: expandingHome(words[0])) {
    case .done: .done
    case .failed, .interrupted: .failed
    case .quit: .quit
    }
  }

  static let output = DotCommand(
    names: ["output"], usage: "[FILE]", summary: "write results to a file; without one, here again",
    help: """
      The file is emptied first. Its ending chooses the format (csv, tsv, json,
      jsonl, md, html) until '.format' is used. Nothing is cut.
      """,
    group: .files, argument: .file, arity: 0...1
  ) { shell, words in
    guard let path = words.first.map(expandingHome) else {
      shell.writeResultsToConsole()
      return .done
    }
    do throws(SystemError) {
      let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666)
      shell.writeResults(to: FileSink(file), path: path)
      return .done
    } catch {
      shell.complain("\(quoted(path)) cannot be written: \(error.message)")
      return .failed
    }
  }
}

/// A path in which `~` at the start stands for the home folder.
func expandingHome(_ path: String) -> String {
  guard path == "~" || path.hasPrefix("~/"), let home = Environment.current["HOME"] else {
    return path
  }
  return home + path.dropFirst()
}
