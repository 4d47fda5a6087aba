import NewsModel
import Testing

@testable import NewsFormats

@Suite struct SparklinesTests {
  private struct Count {
    var name: String
    var period: String
    var count: Int
  }

  private func text(
    _ counts: [Count], period: String = "month", width: Int = 80, glyphs: Glyphs = .unicode
  ) -> String? {
    let table = ResultTable(
      columns: [
        ResultColumn(name: "ship", type: .category), ResultColumn(name: period, type: .date),
        ResultColumn(name: "count", type: .integer),
      ],
      rows: counts.map {
        let date = NewsDate(iso: $0.period).map(Value.date) ?? .unknown
        return [.text($0.name), date, .integer($0.count)]
      })
    var layout = ResultLayout(width: width)
    layout.glyphs = glyphs
    return Sparklines(table, layout: layout)?.text()
  }

  private let ships = [
    Count(name: "Alba", period: "1951-11", count: 4),
    Count(name: "Alba", period: "1952-02", count: 1),
    Count(name: "Bora", period: "1952-01", count: 2),
  ]

  @Test func eachNameHasItsCourseAtEvenSteps() {
    #expect(
      text(ships, width: 40) == """
        ship  1951-11          1952-02  count
        ────  ────────────────────────  ─────
        Alba  ██████            ▂▂▂▂▂▂      5
        Bora              ▄▄▄▄▄▄            2

        """)
    #expect(text(ships, glyphs: .ascii)?.contains("######............______") ?? false)
  }

  @Test func itFitsItsWidthOrIsNotThere() {
    for width in 1...100 {
      let lines = text(ships, width: width)?.split(separator: "\n" as Character) ?? []
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines.isEmpty == (width < 28))
    }
  }

  @Test func manyPeriodsAreAddedUp() {
    let days = (1...365).flatMap { day -> [Count] in
      let date = Day(year: 2_030, month: 1, day: 1)?.advanced(by: day - 1).description ?? ""
      return [
        Count(name: "Alba", period: date, count: 1), Count(name: "Bora", period: date, count: 2),
      ]
    }
    let drawn = text(days, period: "day")
    #expect(drawn?.contains("Bora  ▆") ?? false || drawn?.contains("Bora  █") ?? false)
    #expect(drawn?.split(separator: "\n" as Character).allSatisfy { $0.count <= 80 } ?? false)
    #expect(drawn?.contains("  730\n") ?? false)
  }

  @Test func oneNameOrTwoPeriodsAreNotDrawn() {
    #expect(text(Array(ships.prefix(2))) == nil)
    #expect(text([ships[1], ships[2]]) == nil)
    #expect(text([]) == nil)
  }

  @Test func yearsAreNumbersToo() {
    let column = ResultColumn(name: "year", type: .date)
    #expect(column.period(.integer(1_951)) == 1_951 && column.period(.unknown) == nil)
    #expect(column.period(.integer(.max)) == nil)
  }

  @Test(arguments: [
    ("month", "2023-12", "2024-01"), ("quarter", "2023-Q4", "2024-Q1"),
    ("week", "2020-W53", "2021-W01"), ("day", "2024-02-29", "2024-03-01"),
  ]) func periodsFollowEachOther(_ name: String, _ first: String, _ second: String) {
    let column = ResultColumn(name: name, type: .date)
    let numbers = [first, second].map { column.period(.text($0)) }
    #expect(numbers[0] != nil && numbers[1] == numbers[0].map { $0 + 1 })
    for other in ["", "-", "2023-", "2023-99", "2023-X", "soon", "99999999999999999999-01"] {
      #expect(column.period(.text(other)) == nil, "\(other)")
    }
  }

  @Test func weeksBeginOnMonday() {
    let column = ResultColumn(name: "week", type: .date)
    let weeks = ["2023-10-01", "2023-10-02", "2023-10-08", "2023-10-09"].compactMap {
      NewsDate(iso: $0).flatMap { column.period(.date($0)) }
    }
    #expect(weeks.count == 4 && weeks[1] == weeks[0] + 1 && weeks[2] == weeks[1])
    #expect(weeks[3] == weeks[2] + 1)
  }
}
