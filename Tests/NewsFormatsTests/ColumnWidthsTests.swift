import NewsModel
import Testing

@testable import NewsFormats

@Suite struct ColumnWidthsTests {
  private func table(_ columns: [ResultColumn], _ rows: [[Value]], width: Int) -> [String] {
    let table = ResultTable(columns: columns, rows: rows)
    let text = ResultWriter(format: .table, layout: ResultLayout(width: width)).text(of: table)
    return text.split(separator: "\n").map { String($0) }
  }

  private let said =
    "Nobody on the quay had seen the ship before it came in at night with no lights"

  @Test func sentencesGetMostOfTheRoom() {
    let lines = table(
      [
        ResultColumn(name: "speaker", type: .category), ResultColumn(name: "text", type: .text),
        ResultColumn(name: "article", type: .category),
      ], [[.text("Harbour Master"), .text(said), .text("night-ship-at-alvor")]], width: 50)
    let rules: [Substring] = lines[1].split(separator: " ")
    let widths: [Int] = rules.map { $0.count }
    #expect(widths[1] > widths[0] + widths[2] && widths.reduce(4, +) == 50)
  }

  @Test func wordsStayWholeWhereThereIsRoom() {
    let columns = ["type", "action", "actor", "place"].map { ResultColumn(name: $0, type: .text) }
    let row: [Value] = ["COOPERATE", "disapproval", "Ada Brook, Carl Dorn, Eve Falk", "Alvor"].map {
      .text($0)
    }
    let lines = table(columns, [row], width: 42)
    #expect(lines[2].contains("COOPERATE  disapproval  "))
    #expect(lines.allSatisfy { $0.count <= 42 })
  }

  @Test func whatHoldsNothingIsLeftOutFirst() {
    let columns = ["speaker", "published", "about", "place"].map {
      ResultColumn(name: $0, type: .text)
    }
    let lines = table(
      columns, [[.text("Ada Brook"), .unknown, .text("the harbour"), .text("Alvor")]], width: 32)
    #expect(lines.last == "nothing in: published")
    #expect(lines[0].contains("place"))
  }

  @Test func rangesBreakAtTheirStroke() {
    let range = NewsDate(iso: "2019-04/2020-06").map(Value.date) ?? .unknown
    let lines = table(
      [ResultColumn(name: "date", type: .date), ResultColumn(name: "said", type: .text)],
      [[range, .text(said)]], width: 26)
    #expect(lines[2].hasPrefix("2019-04/  ") && lines[3].hasPrefix("2020-06   "))
  }

  @Test(arguments: 6...30) func anyWidthIsKept(_ width: Int) {
    let columns = ["one", "two", "three"].map { ResultColumn(name: $0, type: .text) }
    let row: [Value] = [.text("漢字ばかりの長い文、そして終わり。"), .text(said), .text("self-made/well-kept")]
    let lines = ResultWriter(format: .table, layout: ResultLayout(width: width))
    var widest = 0
    let text = lines.text(of: ResultTable(columns: columns, rows: [row]))
    for line in text.split(separator: "\n" as Character).prefix(while: { !$0.hasPrefix("not") }) {
      widest = max(widest, line.reduce(0) { $0 + ($1.utf8.count == 3 && $1 > "\u{2e80}" ? 2 : 1) })
    }
    #expect(widest <= width)
  }
}

@Suite struct LineBreakTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    wrap(text, width: width, lineLimit: 9)
  }

  @Test func wordsBreakBehindHyphens() {
    #expect(lines("night-ship-at-alvor", 11) == ["night-ship-", "at-alvor"])
    #expect(lines("https://example.org/a", 12) == ["https://exam", "ple.org/a"])
    #expect(lines("--color", 4) == ["--co", "lor"])
  }

  @Test func ideographsBreakAnywhereButBeforeClosingMarks() {
    #expect(lines("ab 漢字漢字", 6) == ["ab 漢", "字漢字"])
    #expect(lines("漢字漢。字", 6) == ["漢字", "漢。字"])
  }

  @Test func longestPieceIsWhatStaysWhole() {
    #expect(longestPiece("night-ship at alvor") == 6)
    #expect(longestPiece("") == 0)
    #expect(longestPiece("a漢字b") == 3)
  }
}
