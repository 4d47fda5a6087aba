internal import Diagnostics
internal import Glibc
internal import NewsSession

extension DotCommand {
  static let definitions = DotCommand(
    names: ["defs"], usage: "[NAME]", summary: "the definitions that a query can begin with",
    help: "With a name, how it is defined. '.help define' says how to make one.",
    group: .files, argument: .definition, arity: 0...1
  ) { shell, words in
    let all = shell.session.definitions
    guard let name = words.first else {
      if all.isEmpty {
        shell.say("nothing is defined; '.help define' says how\n")
        return .done
      }
      let widest = min(40, all.map { displayWidth($0.signature) }.max() ?? 0)
      for definition in all {
        let help = definition.help.split(separator: "\n").first.map { String($0) } ?? ""
        let line =
          help.isEmpty ? definition.signature : filled(definition.signature, to: widest + 2) + help
        shell.say(visible(line) + "\n")
      }
      return .done
    }
    guard let definition = all.first(where: { $0.name == name.lowercased() }) else {
      let near = nearestNames(to: name, among: all.map(\.name)).first
      shell.complain(
        "nothing is defined as \(quoted(name))",
        hint: near.map { "did you mean '\($0)'?" } ?? "'.defs' lists what is")
      return .failed
    }
    shell.say(
      definition.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { visible(String($0)) + "\n" }.joined())
    return .done
  }

  static let saveDefinitions = DotCommand(
    names: ["save-def"], usage: "FILE [NAME...]",
    summary: "keep definitions in a script that '.read' reads",
    help: """
      Without names, all. What stands in the file already stays, but for definitions
      of the same names, which are replaced.
      """,
    group: .files, argument: .file, arity: 1...Int.max
  ) { shell, words in
    let known = shell.session.definitions.map(\.name)
    let wanted = words.dropFirst().map { $0.lowercased() }
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      let near = nearestNames(to: unknown, among: known).first
      shell.complain(
        "nothing is defined as \(quoted(unknown))",
        hint: near.map { "did you mean '\($0)'?" } ?? "'.defs' lists what is")
      return .failed
    }
    let names = wanted.isEmpty ? known : Array(wanted)
    guard !names.isEmpty else {
      shell.complain("nothing is defined", hint: "'.help define' says how")
      return .failed
    }
    return shell.save(names, at: expandingHome(words[0])) ? .done : .failed
  }
}

extension Shell {
  /// Puts definitions into the script at a path; false where it cannot be read or written.
  fileprivate func save(_ names: [String], at path: String) -> Bool {
    guard let script = existingScript(at: path) else { return false }
    do throws(SystemError) {
      let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666)
      let sink = FileSink(file)
      sink.write(session.script(script, keeping: names))
      if let failure = sink.failure { throw failure }
      inform("\(counted(names.count, "definitions")) in \(quoted(path)); '.read' reads them again")
      return true
    } catch {
      complain("\(quoted(path)) cannot be written: \(error.message)")
      return false
    }
  }

  /// The text of a script, empty where there is no file; nil, and a word, where it cannot be read.
  private func existingScript(at path: String) -> String? {
    do throws(SystemError) {
      guard let bytes = try OpenFile(path).readAll(limit: 1 << 24),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        complain("\(quoted(path)) is no script", hint: "choose another file")
        return nil
      }
      return text
    } catch {
      if error.number == ENOENT { return "" }
      complain("\(quoted(path)) cannot be read: \(error.message)")
      return nil
    }
  }
}
