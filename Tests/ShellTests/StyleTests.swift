import Testing

@testable import Shell

@Suite struct StyleTests {
  @Test(
    arguments: [
      (ColorChoice.auto, true, [:], false), (.auto, true, ["TERM": "xterm"], true),
      (.auto, false, ["TERM": "xterm"], false), (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["TERM": "xterm"], false),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func isColored(
    choice: ColorChoice, terminal: Bool, environment: [String: String], isColored: Bool
  ) {
    #expect(choice.isColored(terminal: terminal, environment: environment) == isColored)
  }

  @Test func leavesTextAloneWithoutColour() {
    #expect(Style(isColored: false).dim("x") == "x")
    #expect(Style(isColored: true).dim("x") == "\u{1b}[2mx\u{1b}[0m")
    #expect(Style(isColored: true).dim("").isEmpty)
  }
}
