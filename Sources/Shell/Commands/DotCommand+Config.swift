internal import Glibc
internal import NewsSession

extension DotCommand {
  static let config = DotCommand(
    names: ["config"], usage: "[init]",
    summary: "what is set, and the file that sets it at a start",
    help: """
      '.config init' writes the file, with every setting in it behind a '#'. A file
      that is there already is left alone.
      """,
    group: .settings, argument: .config, arity: 0...1
  ) { shell, words in
    guard let file = ConfigFile(environment: shell.environment) else {
      shell.complain(
        "there is no place for a configuration",
        hint: "set HOME or XDG_CONFIG_HOME to a folder, and start again")
      return .failed
    }
    switch words.first {
    case nil: shell.say(shell.settingsPage(file))
    case "init": return shell.create(file)
    case let word?:
      shell.complain(
        "\(quoted(word)) is nothing to do with the configuration", hint: "'.config init' writes it")
      return .failed
    }
    return .done
  }
}

extension Shell {
  /// Each setting with what it is, and where it can be kept.
  fileprivate func settingsPage(_ file: ConfigFile) -> String {
    let rows = DotCommand.all.compactMap { command in
      command.setting.map { (command.name + " " + $0.current(self), command.summary) }
    }
    let place = visible(file.path)
    return alignedRows(rows)
      + (file.exists
        ? "read at a start: \(place)\n"
        : "not there yet: \(place); '.config init' writes it\n")
  }

  fileprivate func create(_ file: ConfigFile) -> DotCommand.Outcome {
    do throws(SystemError) {
      try file.create(ConfigFile.template)
      inform("written: \(file.path); everything in it stands behind a '#'")
      return .done
    } catch {
      let isThere = error.number == EEXIST
      complain(
        isThere
          ? "\(quoted(file.path)) is there already"
          : "\(quoted(file.path)) cannot be written: \(error.message)",
        hint: isThere ? "open it in an editor; '.help settings' lists what it may set" : nil)
      return .failed
    }
  }
}
