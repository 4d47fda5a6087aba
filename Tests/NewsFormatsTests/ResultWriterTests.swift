import NewsModel
import Testing

@testable import NewsFormats

@Suite struct ResultWriterTests {
  private let result = ResultTable(
    columns: [
      ResultColumn(name: "who", type: .text, isList: true),
      ResultColumn(name: "date", type: .date),
      ResultColumn(name: "count", type: .integer),
      ResultColumn(name: "said", type: .text),
    ],
    rows: [
      [
        .list([.text("Ana Ruiz"), .text("李明")]),
        NewsDate(iso: "2021-03").map(Value.date) ?? .unknown,
        .integer(12), .text("a \"b\", c\td\\e"),
      ],
      [.unknown, .unknown, .integer(3), .text("line\nbreak \u{1b}[31m \u{202e}x | *y*")],
    ])

  private func text(_ format: ResultFormat, _ layout: ResultLayout = ResultLayout()) -> String {
    ResultWriter(format: format, layout: layout).text(of: result)
  }

  @Test func alignsColumnsByDisplayWidth() {
    #expect(
      text(.table) == """
        who             date     count  said
        ──────────────  ───────  ─────  ────────────────────────────────
        Ana Ruiz, 李明  2021-03     12  a "b", c d\\e
        –               –            3  line␊break ␛[31m ‹U+202E›x | *y*

        """)
  }

  @Test func numbersAreShortForPeopleAndWholeForPrograms() {
    let numbers = [
      2.0 / 31, 1.0 / 3, 304.2, 12_345.678, -0.25806451612903225, 362, 1e-12, 2e15, -0x1p63,
    ]
    let column = [ResultColumn(name: "n", type: .number)]
    let table = ResultTable(columns: column, rows: numbers.map { [.number($0)] })
    let read = ResultWriter(format: .table, layout: ResultLayout()).text(of: table)
      .split(separator: "\n").dropFirst(2).map { $0.drop { $0 == " " } }
    #expect(
      read == [
        "0.06452", "0.3333", "304.2", "12345.7", "-0.2581", "362", "1e-12", "2000000000000000",
        "-9.223372036854776e+18",
      ])
    let kept = ResultWriter(format: .csv, layout: ResultLayout()).text(of: table)
    #expect(kept.contains("0.25806451612903225") && kept.contains("12345.678"))
  }

  @Test func fitsTheWidth() {
    for width in 10...80 {
      let lines = text(.table, ResultLayout(width: width)).split(separator: "\n")
      for line in lines where !line.hasPrefix("not shown") {
        #expect(line.unicodeScalars.count <= width, "\(line)")
      }
    }
  }

  @Test func quotesCSVAsRFC4180() {
    #expect(
      text(.csv)
        == "who,date,count,said\r\nAna Ruiz; 李明,2021-03,12,\"a \"\"b\"\", c\td\\e\"\r\n"
        + ",,3,\"line\nbreak \u{1b}[31m \u{202e}x | *y*\"\r\n")
  }

  @Test func marksControlsForATerminal() {
    for format in ResultFormat.allCases {
      let shown = text(format, ResultLayout(marksControls: true))
      #expect(!shown.unicodeScalars.contains("\u{1b}"))
      #expect(!shown.unicodeScalars.contains("\u{202e}"))
    }
  }

  @Test func escapesTSV() {
    #expect(
      text(.tsv).hasPrefix(
        "who\tdate\tcount\tsaid\nAna Ruiz; 李明\t2021-03\t12\ta \"b\", c\\td\\\\e\n"))
  }

  @Test func writesJSONThatLosesNothing() {
    #expect(
      text(.jsonl) == """
        {"who":["Ana Ruiz","李明"],"date":"2021-03","count":12,"said":"a \\"b\\", c\\td\\\\e"}
        {"who":[],"date":null,"count":3,"said":"line\\nbreak \\u001b[31m \\u202ex | *y*"}

        """)
    #expect(text(.json).hasPrefix("[\n  {\"who\""))
  }

  @Test func escapesMarkup() {
    #expect(text(.markdown).contains("x \\| \\*y\\*"))
    let html = ResultWriter(format: .html).text(
      of: ResultTable(
        columns: [ResultColumn(name: "t", type: .text)], rows: [[.text("<script>&\"")]]))
    #expect(html.contains("<td>&lt;script&gt;&amp;&quot;</td>"))
  }

  @Test func writesAnEmptyResult() {
    let empty = ResultTable(columns: [ResultColumn(name: "a", type: .text)], rows: [])
    #expect(ResultWriter(format: .json).text(of: empty) == "[]\n")
    #expect(ResultWriter(format: .jsonl).text(of: empty).isEmpty)
    #expect(ResultWriter(format: .csv).text(of: empty) == "a\r\n")
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("李明李明", 4, ["李明", "李明"]),
    ("a b c d e f", 1, ["a", "b", "c", "…"]),
    ("", 5, [""]),
  ])
  func wrapsText(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(wrap(text, width: width, lineLimit: 4) == lines)
  }
}
