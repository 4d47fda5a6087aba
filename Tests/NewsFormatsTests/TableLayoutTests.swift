import NewsModel
import Testing

@testable import NewsFormats

@Suite struct TableLayoutTests {
  private let ports = ResultTable(
    columns: [
      ResultColumn(name: "port", type: .text), ResultColumn(name: "depth", type: .number),
      ResultColumn(name: "built", type: .date),
    ],
    rows: [
      [.text("Alvor"), .number(12.5), NewsDate(iso: "1871-04").map(Value.date) ?? .unknown],
      [.text("Q"), .number(-3), .unknown],
      [.text("São Telmo"), .unknown, NewsDate(iso: "1990/1994").map(Value.date) ?? .unknown],
    ])

  private func text(_ table: ResultTable, change: (inout ResultLayout) -> Void = { _ in }) -> String
  {
    var layout = ResultLayout()
    change(&layout)
    return ResultWriter(format: .table, layout: layout).text(of: table)
  }

  @Test func numbersStandOnTheirPoint() {
    #expect(
      text(ports) == """
        port       depth  built
        ─────────  ─────  ─────────
        Alvor       12.5  1871-04
        Q           -3    –
        São Telmo    –    1990/1994

        """)
  }

  @Test func rowsStandBehindTheirNumbers() {
    let numbered = text(ports) {
      $0.numbersRows = true
      $0.firstNumber = 9
      $0.glyphs = .ascii
    }
    #expect(
      numbered == """
            port       depth  built
        --  ---------  -----  ---------
         9  Alvor       12.5  1871-04
        10  Q           -3    -
        11  São Telmo    -    1990/1994

        """)
  }

  @Test func textIsWrappedOrCut() {
    let words = ResultTable(
      columns: [ResultColumn(name: "a", type: .text), ResultColumn(name: "said", type: .text)],
      rows: [[.text("x"), .text("the harbour is closed to all ships")]])
    #expect(
      text(words) { $0.width = 16 }
        == "a  said\n─  ─────────────\nx  the harbour\n   is closed to\n   all ships\n")
    let cut = text(words) {
      $0.width = 16
      $0.clipsCells = true
    }
    #expect(cut == "a  said\n─  ─────────────\nx  the harbour…\n")
  }

  @Test func datesAndNumbersStayWhole() {
    let row: [Value] = [
      NewsDate(iso: "2019-04/2020-06").map(Value.date) ?? .unknown,
      .text("many words that can be broken"), .integer(1_234_567),
    ]
    let table = ResultTable(
      columns: [
        ResultColumn(name: "date", type: .date), ResultColumn(name: "said", type: .text),
        ResultColumn(name: "n", type: .integer),
      ], rows: [row])
    let lines = text(table) { $0.width = 40 }.split(separator: "\n")
    #expect(lines[2].hasPrefix("2019-04/2020-06  ") && lines[2].hasSuffix("  1234567"))
    #expect(lines.allSatisfy { $0.count <= 40 })
  }

  @Test func mostColumnsHiddenMakesCards() {
    let names = ["first", "second", "third", "fourth", "fifth", "sixth"]
    let table = ResultTable(
      columns: names.map { ResultColumn(name: $0, type: .text) },
      rows: [names.map { .text("the \($0) value") }])
    #expect(text(table) { $0.width = 60 }.contains("──"))
    let narrow = text(table) { $0.width = 26 }
    #expect(narrow.split(separator: "\n").count >= 6)
    #expect(names.allSatisfy { narrow.contains("the \($0)") })
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 26 })
  }

  @Test func partsAreDressedWithoutMovingAnything() {
    let plain = text(ports) { $0.numbersRows = true }
    var parts: [String] = []
    let dressed = text(ports) {
      $0.numbersRows = true
      $0.dress = { text, part in "<\(part)>\(text)</>" }
      $0.sources = ResultSources(link: { row, column in row == 0 && column == 0 ? "https://a" : nil
      })
    }
    #expect(dressed.contains("<link(\"https://a\")>Alvor</>"))
    #expect(dressed.contains("<unknown>–</>") && dressed.contains("<rowNumber>3</>"))
    parts = dressed.split(separator: "<").enumerated().map { index, piece in
      index == 0 ? String(piece) : String(piece.drop { $0 != ">" }.dropFirst())
    }
    #expect(parts.joined() == plain)
  }

  @Test func countsByTimeHaveBars() {
    let months = ResultTable(
      columns: [
        ResultColumn(name: "month", type: .date), ResultColumn(name: "count", type: .integer),
      ],
      rows: [("2023-01", 4), ("2023-02", 0), ("2023-03", 1)].map { month, count in
        [NewsDate(iso: month).map(Value.date) ?? .unknown, .integer(count)]
      })
    let shown = text(months) {
      $0.drawsBars = true
      $0.width = 24
    }
    #expect(
      shown == """
        month    count
        ───────  ─────
        2023-01      4  ████████
        2023-02      0
        2023-03      1  ██

        """)
  }
}
