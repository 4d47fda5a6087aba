import NewsModel
import Testing

@testable import NewsReader

@Suite struct TimeResolverTests {
  @Test(arguments: [
    (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2021, "2021-04-04"),
    (2024, "2024-03-31"), (2038, "2038-04-25"),
  ])
  func findsEaster(_ year: Int, _ expected: String) {
    #expect(Day.easter(year)?.description == expected)
  }

  @Test(arguments: [
    (2021, 5, 31, -3, "2021-02-28"), (2021, 1, 15, 13, "2022-02-15"),
    (2020, 2, 29, 12, "2021-02-28"),
  ])
  func shiftsMonths(_ year: Int, _ month: Int, _ day: Int, _ months: Int, _ expected: String) throws
  {
    let day = try #require(Day(year: year, month: month, day: day))
    #expect(day.shifted(months: months)?.description == expected)
  }

  @Test func staysInTheCalendar() throws {
    var context = TimeContext()
    context.published = Day(year: 3, month: 1, day: 1)
    let resolver = TimeResolver()
    for reading: TimeReading in [
      .ago(4000, .year), .ago(9000, .month), .past(4000, .century),
      .unit(.century, .last, part: nil),
      .unit(.year, .last, part: .end), .later(-4000, .decade),
      .day(year: .number(2021), month: 2, day: 30, weekday: nil),
    ] {
      _ = resolver.resolve(reading, in: context)
    }
    #expect(resolver.resolve(.ago(4000, .year), in: context).date == nil)
  }

  @Test func narrowsByThirds() {
    let resolver = TimeResolver()
    func part(_ iso: String, _ part: Part) -> String? {
      let outcome = TimeResolver.Outcome(date: NewsDate(iso: iso), basis: "")
      return resolver.narrowed(outcome, to: part).date?.description
    }
    #expect(part("2021-02", .early) == "2021-02-01/2021-02-10")
    #expect(part("2021-02", .middle) == "2021-02-11/2021-02-20")
    #expect(part("2021-02", .late) == "2021-02-21/2021-02-28")
    #expect(part("2021", .late) == "2021-09/2021-12")
    #expect(part("2021", .end) == "2021-12")
    #expect(part("2021-05-04", .late) == "2021-05-04")
  }
}
