import Diagnostics
import Testing

@testable import Shell

@Suite struct ScriptTests {
  /// Statements as a splitter that knows only blank lines finds them.
  private func paragraphs(_ source: SourceText) -> [SourceRange] {
    var ranges: [SourceRange] = []
    var start: Int?
    var offset = 0
    for line in source.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = offset + line.utf8.count
      if line.allSatisfy({ $0 == " " }) {
        start = nil
      } else if let from = start {
        ranges[ranges.count - 1] = SourceRange(from, end)
      } else {
        start = offset
        ranges.append(SourceRange(offset, end))
      }
      offset = end + 1
    }
    return ranges
  }

  private func parts(_ text: String) -> [String] {
    let script = Script(SourceText(name: "script", text: text), split: paragraphs)
    return script.items.map { item in
      switch item {
      case .statement(let range): script.source.slice(range)
      case .command(let line): "command " + line
      }
    }
  }

  @Test(arguments: [
    ("", []),
    ("events", ["events"]),
    ("events\n.format json\nquotes\n", ["events", "command .format json", "quotes"]),
    (".timer off\nevents\n| take 1", ["command .timer off", "events\n| take 1"]),
    ("?help\n", ["command ?help"]),
    ("events\n  .help", ["events\n  .help"]),
    ("events where date = ..2023", ["events where date = ..2023"]),
    ("Şahin\n.load ğ\n東京", ["Şahin", "command .load ğ", "東京"]),
  ])
  func isSplit(text: String, expected: [String]) {
    #expect(parts(text) == expected)
  }

  @Test func keepsPlacesInTheSource() {
    let script = Script(
      SourceText(name: "script", text: ".load ğğ\nevents"), split: paragraphs)
    #expect(script.items == [.command(".load ğğ"), .statement(SourceRange(11, 17))])
    #expect(script.source.position(of: 11).line == 2)
  }
}
