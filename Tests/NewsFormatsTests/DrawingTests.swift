import NewsFormats
import NewsModel
import Testing

@Suite struct DrawingTests {
  private func table(_ rows: [(String, Value)], type: ValueType = .integer) -> ResultTable {
    ResultTable(
      columns: [
        ResultColumn(name: "port", type: .text), ResultColumn(name: "count", type: type),
      ],
      rows: rows.map { [.text($0.0), $0.1] })
  }

  @Test func barsAreAsLongAsTheirNumbers() {
    let ports = table([("Alvor", .integer(40)), ("São Telmo", .integer(10)), ("Q", .integer(0))])
    #expect(
      BarChart(ports, layout: ResultLayout(width: 35))?.text() == """
        Alvor      40  ████████████████████
        São Telmo  10  █████
        Q           0

        """)
  }

  @Test func smallAndNegativeAndUnknownNumbersAreSeen() {
    let ports = table(
      [("a", .number(1000)), ("b", .number(0.5)), ("c", .number(-500)), ("d", .unknown)],
      type: .number)
    #expect(
      BarChart(ports, layout: ResultLayout(width: 23))?.text() == """
        a  1000  ██████████████
        b   0.5  ▏
        c  -500  ░░░░░░░
        d     –

        """)
  }

  @Test func longLabelsAreCut() {
    let ports = table([(String(repeating: "long ", count: 12), .integer(7))])
    let lines =
      BarChart(ports, layout: ResultLayout(width: 40))?.text().split(separator: "\n") ?? []
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.count <= 40 })
  }

  @Test func drawingsNeedNumbersOrDates() {
    let names = ResultTable(columns: [ResultColumn(name: "n", type: .text)], rows: [[.text("x")]])
    #expect(BarChart(names) == nil && LineChart(names) == nil && Timeline(names) == nil)
    let none = table([])
    #expect(BarChart(none)?.text() == "" && LineChart(none)?.text() == "")
  }

  @Test func linesRiseAndFall() {
    let months = table([
      ("2023-01", .integer(0)), ("2023-02", .integer(4)), ("2023-03", .integer(8)),
      ("2023-04", .integer(1)),
    ])
    #expect(
      LineChart(months, layout: ResultLayout(width: 30))?.text() == """
        8 │            ⢀⠔⢇
          │           ⡠⠊ ⠈⡆
          │          ⡔⠁   ⠘⡄
          │        ⢠⠊      ⠸⡀
        4 │       ⡰⠁        ⢱
          │     ⢠⠊           ⢣
          │    ⡔⠁             ⢇
          │  ⢠⠊               ⠈⢆
        0 │ ⡔⠁
          └─┴───────────┴───────
            2023-01     2023-03

        """)
  }

  @Test func manyPointsFitTheWidth() {
    let days = table((0..<1_000).map { ("day \($0)", .integer($0 % 7)) })
    let lines =
      LineChart(days, layout: ResultLayout(width: 60))?.text().split(separator: "\n") ?? []
    #expect(lines.count == 11)
    #expect(lines.allSatisfy { $0.count <= 60 })
  }

  @Test func timeRunsDownwards() throws {
    func row(_ date: NewsDate?, _ type: String, _ who: String) -> [Value] {
      [date.map { .date($0) } ?? .unknown, .text(type), .text(who)]
    }
    let day = try #require(NewsDate(year: 2021, month: 3, day: 4))
    let later = try #require(NewsDate(year: 2021, month: 3, day: 20))
    let result = ResultTable(
      columns: [
        ResultColumn(name: "date", type: .date), ResultColumn(name: "type", type: .category),
        ResultColumn(name: "who", type: .text),
      ],
      rows: [
        row(NewsDate(year: 2018), "AID", "Ada"), row(day, "CONSULT", "Bo, Cy"),
        row(day, "AGREE", "Bo"), row(later, "AID", "Cy\u{1b}[31m"), row(nil, "PROTEST", "Di"),
      ])
    #expect(
      Timeline(result, layout: ResultLayout(width: 60))?.text() == """
            Ada │ ○─────────────                                  1
             Bo │                                             ●   1
         Bo, Cy │                                             ●   1
        Cy␛[31m │                                              ●  1
                └─┴────────────┴─────────────┴──────────────────
                  2018-01      2019-01       2020-01
                  1 without a date

              2018  ●  AID · Ada
                    │  2 years
        2021-03-04  ●  CONSULT · Bo, Cy
                    ●  AGREE · Bo
                    │  16 days
        2021-03-20  ●  AID · Cy␛[31m
           undated  ○  PROTEST · Di

        """)
  }

  @Test func severalLinesHaveMarksAndALegend() {
    let rows: [(String, String, Int)] = [
      ("2023-01", "Alvor", 2), ("2023-03", "Q", 1), ("2023-02", "Alvor", 4),
      ("2023-03", "Alvor", 2),
    ]
    let result = ResultTable(
      columns: [
        ResultColumn(name: "month", type: .date), ResultColumn(name: "port", type: .text),
        ResultColumn(name: "count", type: .integer),
      ],
      rows: rows.map {
        [NewsDate(iso: $0.0).map(Value.date) ?? .unknown, .text($0.1), .integer($0.2)]
      })
    let text = LineChart(result, layout: ResultLayout(width: 40))?.text() ?? ""
    #expect(text.hasSuffix("● Alvor   ■ Q\n"))
    #expect(text.contains("2023-01  2023-02   2023-03") || text.contains("2023-01   2023-02"))
    var layout = ResultLayout(width: 40)
    layout.glyphs = .ascii
    let plain = LineChart(result, layout: layout)?.text() ?? ""
    #expect(plain.unicodeScalars.allSatisfy { $0.isASCII } && plain.hasSuffix("* Alvor   # Q\n"))
  }

  @Test func lanesBeyondTheLimitAreFolded() {
    let result = ResultTable(
      columns: [
        ResultColumn(name: "date", type: .date),
        ResultColumn(name: "who", type: .text, isList: true),
      ],
      rows: (0..<12).map { number in
        [
          NewsDate(year: 2020, month: 1, day: number + 1).map(Value.date) ?? .unknown,
          .list([.text("Ada"), .text("port \(number)")]),
        ]
      })
    let rows = (Timeline(result, layout: ResultLayout(width: 80))?.text() ?? "")
      .split(separator: "\n")
    #expect(rows.first?.contains("Ada │ ●") == true && rows.first?.hasSuffix("  12") == true)
    #expect(rows.contains { $0.contains("others (6) │") && $0.hasSuffix("   6") })
    #expect(rows.contains { $0.contains("2020-01-01") })
    #expect(rows.allSatisfy { $0.count <= 80 })
  }

  @Test func narrowTimelinesAreListsOnly() throws {
    let day = try #require(NewsDate(year: 2021, month: 3, day: 4))
    let result = ResultTable(
      columns: [
        ResultColumn(name: "date", type: .date), ResultColumn(name: "who", type: .text),
      ],
      rows: [[.date(day), .text("Ada")], [.unknown, .text("Bo")]])
    #expect(
      Timeline(result, layout: ResultLayout(width: 40))?.text()
        == "2021-03-04  ●  Ada\n   undated  ○  Bo\n")
  }
}
