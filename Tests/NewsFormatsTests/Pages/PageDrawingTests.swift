import NewsModel
import Testing

@testable import NewsFormats

@Suite struct PageDrawingTests {
  private func date(_ iso: String) throws -> NewsDate { try #require(NewsDate(iso: iso)) }

  @Test func theAxisIsNotStretchedByAFewFarDates() throws {
    let days = try (1...28).map { try date("2023-09-\($0 < 10 ? "0" : "")\($0)") }
    let old = try date("1951")
    let axis = try #require(PageAxis(days + [old]))
    #expect(axis.side(of: old) == -1)
    #expect(axis.side(of: days[5]) == 0)
    #expect(axis.place(Int(old.first?.number ?? 0)) == 0)
    #expect(axis.ticks().allSatisfy { $0.text.hasPrefix("2023-") })
  }

  @Test(arguments: ["2023-09-05", "2023-09-05/2023-09-12", "2020/2023", "1901/2099", "0001/9999"])
  func ticksAreFewAndInside(_ span: String) throws {
    let axis = try #require(PageAxis([try date(span)]))
    let ticks = axis.ticks()
    #expect((1...6).contains(ticks.count), "\(ticks)")
    #expect(ticks.allSatisfy { (0...100).contains($0.place) })
    #expect(ticks.map(\.place) == ticks.map(\.place).sorted())
  }

  @Test func openDatesReachTheEdge() throws {
    let axis = try #require(PageAxis([try date("2019/.."), try date("2021-05-05")]))
    #expect(axis.side(of: try date("2019/..")) == 0)
    #expect(PageAxis([]) == nil)
  }

  @Test func lanesAreLimitedAndNobodyIsLost() throws {
    var page = Page.sample(40)
    for row in page.rows.indices { page.rows[row].lanes = ["lane \(row)"] }
    page.rows[3].date = nil
    page.rows[4].lanes = []
    let text = try ParsedPage(page).text
    #expect(text.contains("1 without a date is not drawn."))
    #expect(text.contains("28 others"))
    #expect(text.contains("not known 1"))
  }

  @Test func thePairsThatMetAreCounted() {
    let graph = PageGraph([
      PageMeeting(parties: ["Ada", "Carl"], tone: .cooperative),
      PageMeeting(parties: ["Carl", "Ada", "Ada"], tone: .conflictual),
      PageMeeting(parties: ["Carl", "Elif"]), PageMeeting(parties: ["Noor"], tone: .cooperative),
    ])
    #expect(graph.nodes.map(\.name) == ["Carl", "Ada", "Elif"])
    #expect(graph.nodes.map(\.count) == [3, 2, 1])
    #expect(graph.edges.map(\.kind) == ["mixed", "neutral"])
    #expect(graph.edges.map(\.count) == [2, 1])
  }

  @Test func crowdsAreCut() {
    let everyone = (0..<60).map { "person \($0)" }
    let pairs = everyone.indices.flatMap { a in
      everyone.indices.filter { $0 > a }.map { PageMeeting(parties: [everyone[a], everyone[$0]]) }
    }
    let graph = PageGraph(pairs + [PageMeeting(parties: everyone)])
    #expect(graph.nodes.count == PageGraph.nodeLimit)
    #expect(graph.otherCount == 20)
    #expect(graph.edges.count <= PageGraph.edgeLimit)
    #expect(graph.otherEdgeCount + graph.edges.count == 40 * 39 / 2)
    let tied = Set(graph.edges.flatMap { [$0.from, $0.to] })
    #expect(tied.count == graph.nodes.count)
  }

  @Test func placesAreInTheBoxAndApart() {
    let meetings = (0..<30).map {
      PageMeeting(parties: ["p\($0)", "p\($0 / 2)", "p\(($0 * 7) % 30)"])
    }
    let graph = PageGraph(meetings)
    let layout = PageLayout(graph, width: 720, height: 400)
    #expect(layout.points == PageLayout(graph, width: 720, height: 400).points)
    for (index, point) in layout.points.enumerated() {
      #expect((0...720).contains(point.x) && (0...400).contains(point.y))
      for other in layout.points[(index + 1)...] {
        #expect(abs(point.x - other.x) + abs(point.y - other.y) > 4)
      }
    }
    let labels = PageLabels(graph, layout, width: 720, height: 400, limit: 12)
    #expect(labels.labels.count == 12)
    #expect(labels.labels.allSatisfy { (0...720).contains($0.x) && (0...400).contains($0.y) })
  }

  @Test func aGraphOfNobodyIsNoNetwork() {
    var page = Page.sample(2)
    page.meetings = [PageMeeting(parties: ["Ada"]), PageMeeting(parties: [])]
    #expect(PageNetwork(page) == nil)
  }

  @Test func unknownAndEndlessNumbersAreNoBars() {
    let table = ResultTable(
      columns: [ResultColumn(name: "x", type: .text), ResultColumn(name: "n", type: .number)],
      rows: [
        [.text("a"), .number(.infinity)], [.text("b"), .number(-2)], [.text("c"), .unknown],
        [.text("d"), .number(4)],
      ])
    let page = Page(
      query: "q", noun: "rows", day: Day(number: 0), articleCount: 0, sourceCount: 0, table: table)
    let text = PageBars(page)?.text() ?? ""
    #expect(text.split(separator: "<li").count == 3)
    #expect(text.contains("class=\"below\""))
  }
}
