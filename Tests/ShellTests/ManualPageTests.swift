import Testing

@testable import Shell
@testable import dateline

@Suite struct ManualPageTests {
  @Test func tellsOptionsCommandsAndStages() throws {
    let page = try ManualPage(of: Dateline.self, title: "dateline 1").text
    #expect(page.hasPrefix(".TH \"DATELINE\" \"1\" \"\" \"dateline 1\""))
    #expect(page.contains(".B \"\\-\\-format <format>\""))
    #expect(page.contains(".B \"<path>\""))
    for command in DotCommand.all { #expect(page.contains(Roff.escaped(command.synopsis))) }
    #expect(page.contains(".B \"take N\""))
  }

  @Test func escapesWhatTroffWouldTakeForSomethingElse() {
    var roff = Roff()
    roff.paragraph(".help \\ 'a' \"b\"\n'quoted'\nx-y")
    #expect(
      roff.text
        == ".PP\n\\&.help \\e \\(aqa\\(aq \\(dqb\\(dq\n\\(aqquoted\\(aq\nx\\-y\n")
  }

  @Test func hasNoLineThatIsTakenForARequest() throws {
    let known: Set<Substring> = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br"]
    for line in try ManualPage(of: Dateline.self, title: "").text.split(separator: "\n") {
      guard line.hasPrefix(".") else { continue }
      #expect(known.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }
}
