import Testing

@testable import Shell

@Suite struct DotCommandLineTests {
  @Test(arguments: [
    (".help", true), (".h", true), ("?", true), ("?actor", true), (". help", false),
    ("..2023", false),
    (".5", false), ("events", false), ("", false), (".", false), ("# .help", false),
  ])
  func isCommand(line: String, isCommand: Bool) {
    #expect(DotCommandLine.isCommand(line) == isCommand)
    #expect((DotCommandLine(line) != nil) == isCommand)
  }

  @Test(
    arguments: [
      (".quit", "quit", []),
      (".load  a b\tc ", "load", ["a", "b", "c"]),
      (".load \"my articles\" 'other ones'", "load", ["my articles", "other ones"]),
      (".load my\\ articles", "load", ["my articles"]),
      (".load \"open end", "load", ["open end"]),
      (".load \"a\\\"b\"", "load", ["a\"b"]),
      (".load 'a\\b'", "load", ["a\\b"]),
      (".load l'Écho", "load", ["l'Écho"]),
      (".output \"\"", "output", [""]),
      ("?actor", "help", ["actor"]),
      ("? sort by", "help", ["sort", "by"]),
      ("?", "help", []),
    ] as [(String, String, [String])])
  func splits(line: String, name: String, arguments: [String]) {
    let input = DotCommandLine(line)
    #expect(input?.name == name)
    #expect(input?.arguments == arguments)
  }

  @Test func knowsWhereWordsBegin() {
    #expect(DotCommandLine(".load ğ b")?.words.map(\.start) == [6, 9])
    #expect(DotCommandLine("?ab c")?.words.map(\.start) == [1, 4])
  }
}

@Suite struct DotCommandTests {
  @Test(arguments: [
    ("help", "help"), ("HELP", "help"), ("hel", "help"), ("his", "history"), ("q", "quit"),
    ("exi", "quit"), ("exit", "quit"), ("r", "read"), ("o", "output"),
  ])
  func isFound(typed: String, name: String) {
    guard case .command(let command) = DotCommand.named(typed) else {
      Issue.record("'\(typed)' is not found")
      return
    }
    #expect(command.names[0] == name)
  }

  @Test func mustBeClear() {
    guard case .ambiguous(let names) = DotCommand.named("h") else {
      Issue.record("'h' is taken for one command")
      return
    }
    #expect(names == [".help", ".hint", ".history"])
    guard case .unknown = DotCommand.named("helpp") else {
      Issue.record("'helpp' is taken for a command")
      return
    }
  }

  @Test func namesAreApart() {
    #expect(Set(DotCommand.allNames).count == DotCommand.allNames.count)
    for command in DotCommand.all {
      #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
      #expect(command.fullHelp.hasPrefix(command.name))
      #expect(command.fullHelp.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }
}
