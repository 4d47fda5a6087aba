import NewsModel
import Testing

@testable import NewsFormats

@Suite struct PageTests {
  @Test func hasTableDrawingsAndEvidence() throws {
    let page = try ParsedPage(.sample())
    #expect(page.offences.isEmpty, "\(page.offences)")
    let sections = page.elements("section").compactMap { $0.attributes["id"] }
    #expect(sections == ["timeline", "bars", "network", "rows"])
    #expect(page.elements("tbody").compactMap { $0.attributes["id"] } == ["r1", "r2", "r3"])
    #expect(page.elements("details").count == 3)
    #expect(page.elements("mark").allSatisfy { $0.attributes["data-mark"] == "actor" })
    #expect(
      page.text.contains("3 events, 2022-01-08 to 2022-01-10, told in 3 articles from 1 source."))
    let links = page.elements("a").compactMap { $0.attributes["href"] }
    #expect(links.contains("https://quay.example/0?a=1&b=%222%22"))
    #expect(links.contains("#filter=Elif%20Ayd%C4%B1n"))
  }

  @Test func namesItsOwnStyleAndScriptOnly() throws {
    let policies = try ParsedPage(.sample()).elements("meta")
      .filter { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    let policy = try #require(policies.first?.attributes["content"])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    let text = Page.sample().text()
    #expect(text.contains("<style>\(PageFrame.style)</style>"))
    #expect(text.contains("<script>\(PageFrame.script)</script>"))
    for end in ["</style", "</script", "<!--"] {
      #expect(!PageFrame.style.contains(end) && !PageFrame.script.contains(end))
    }
  }

  @Test func aResultWithoutRowsSaysSo() throws {
    let page = try ParsedPage(.sample(0))
    #expect(page.elements("section").count == 1)
    #expect(page.elements("table").isEmpty)
    #expect(page.text.contains("No events answer this query."))
  }

  @Test func aCountHasBarsAndNoNetwork() throws {
    let table = ResultTable(
      columns: [
        ResultColumn(name: "port", type: .text), ResultColumn(name: "count", type: .integer),
      ],
      rows: [[.text("Alvor"), .integer(4)], [.text("Faro & Co"), .integer(1)]])
    let page = try ParsedPage(
      Page(
        query: "events | count by port", noun: "rows", day: Day(number: 0), articleCount: 1,
        sourceCount: 1, table: table))
    #expect(page.elements("section").compactMap { $0.attributes["id"] } == ["bars", "rows"])
    let bars = page.elements("rect").compactMap { $0.attributes["width"] }
    #expect(bars == ["100%", "25%"])
    #expect(page.elements("details").isEmpty)
  }

  @Test func sameAnswerSamePage() {
    #expect(Page.sample(20).text() == Page.sample(20).text())
  }

  @Test func longResultsAreCutAndSaySo() throws {
    var page = Page.sample(3)
    let rows = (0..<(Page.rowLimit + 5)).map { [Value.integer($0)] }
    page.table = ResultTable(columns: [ResultColumn(name: "n", type: .integer)], rows: rows)
    let parsed = try ParsedPage(page)
    #expect(parsed.elements("tbody").count == Page.rowLimit)
    #expect(parsed.text.contains("The table has the first 20,000 of 20,005 events."))
    #expect(parsed.text.contains("The first 3 have their evidence."))
  }

  @Test(arguments: [
    "</script><img src=x onerror=alert(1)>", "</td></table><script>alert(1)</script>", "\"'><b x='",
    "]]><!--", "&lt;&#x3c;", "\u{0}\u{1}\u{b}\u{1b}[31m", "\u{202e}evil\u{202c}\u{2066}",
    "\u{fffe}\u{ffff}", "${alert(1)}`", "\r\n\t\u{2028}",
  ])
  func hostileTextsStayTexts(_ text: String) throws {
    let honest = try ParsedPage(.sample())
    let page = try ParsedPage(.sample(text: text))
    #expect(page.offences.isEmpty, "\(page.offences)")
    let marks: Set<String> = ["mark"]
    #expect(
      page.elements.map(\.name).filter { !marks.contains($0) }
        == honest.elements.map(\.name).filter { !marks.contains($0) })
    #expect(!page.text.unicodeScalars.contains { (0x202a...0x202e).contains($0.value) })
  }

  @Test func randomTextsStayTexts() throws {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "<", ">", "&", "\"", "'", "/", "script", "javascript:", "=", "]]>", "<!--", "\u{0}", "\u{7f}",
      "\u{202e}", "é", "李", "🏴\u{e0067}", "\u{ffff}", " ", "%", "#", "svg onload", "\n",
    ]
    for _ in 0..<200 {
      let length = Int.random(in: 0...12, using: &random)
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      var page = Page.sample(2, text: text)
      page.rows[0].evidence[0].url = text
      page.rows[0].evidence[0].passages = [
        .init(
          text: text,
          marks: (0..<4).map { _ in
            let lower = Int.random(in: -2...20, using: &random)
            return .init(
              labels: [text], range: TextRange(lower, lower + .random(in: -1...9, using: &random)))
          })
      ]
      page.meetings = [PageMeeting(parties: [text, "Ada", text], tone: nil)]
      page.rows[1].lanes = [text, text]
      page.noun = text
      let parsed = try ParsedPage(page)
      #expect(parsed.offences.isEmpty, "\(parsed.offences) in \(text)")
    }
  }
}
