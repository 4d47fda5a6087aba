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
}

/// A path in which `~` at the start stands for the home folder.
func expandingHome(_ path: String) -> String {
  guard path == "~" || path.hasPrefix("~/"), let home = Environment.current["HOME"] else {
    return path
  }
  return home + path.dropFirst()
}
