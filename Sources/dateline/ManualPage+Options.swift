internal import ArgumentParser
internal import FoundationEssentials
internal import Shell

extension ManualPage {
  /// The manual page with the options of the program as its parser tells them.
  init(of program: (some ParsableCommand).Type, title: String) throws {
    let described = try JSONDecoder().decode(
      Described.self, from: Data(program._dumpHelp().utf8)
    ).command
    self.init(
      title: title, abstract: described.abstract ?? "",
      synopsis: ["dateline [OPTION]... [PATH]..."]
        + (described.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.map
      {
        "dateline \($0.commandName) ..."
      },
      options: described.shown.map { Option(form: $0.form, help: $0.help) })
  }

  /// What the parser tells of a program, as JSON.
  private struct Described: Decodable {
    var command: Command

    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var shouldDisplay: Bool
      var arguments: [Argument]?
      var subcommands: [Command]?

      /// The options that help shows.
      var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay } }
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        var kind: String
        var name: String
      }

      var kind: String
      var shouldDisplay: Bool
      var names: [Name]?
      var valueName: String?
      var abstract: String?
      var allValues: [String]?

      /// How it is written.
      var form: String {
        let value = valueName.map { "<\($0)>" } ?? ""
        if kind == "positional" { return value }
        let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
        return names.joined(separator: ", ") + (kind == "option" ? " " + value : "")
      }

      /// What it does, with the words that it takes.
      var help: String {
        let words = (allValues ?? []).joined(separator: ", ")
        return (abstract ?? "") + (words.isEmpty ? "" : " One of: \(words).")
      }
    }
  }
}
