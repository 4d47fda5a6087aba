import NewsModel
import QueryLanguage
import Testing

@testable import QueryEngine

@Suite struct CalendarPeriodTests {
  @Test(arguments: [
    (BoundPath.DatePart.year, "2023-09-28", "2023"), (.quarter, "2023-09-28", "2023-Q3"),
    (.month, "2023-09-28", "2023-09"), (.week, "2023-09-28", "2023-W39"),
    (.day, "2023-09-28", "2023-09-28"), (.weekday, "2023-09-28", "Thursday"),
    (.week, "2021-01-03", "2020-W53"), (.week, "2024-12-30", "2025-W01"),
    (.week, "1969-12-28", "1969-W52"), (.month, "1969-12-31", "1969-12"),
    (.quarter, "0001-01-01", "0001-Q1"), (.weekday, "1969-12-31", "Wednesday"),
  ])
  func isWritten(_ part: BoundPath.DatePart, _ date: String, _ text: String) throws {
    let date = try #require(NewsDate(iso: date))
    #expect(CalendarPeriod(part, of: date)?.text == text)
  }

  @Test(arguments: [
    (BoundPath.DatePart.month, "2023"), (.day, "2023-09"), (.weekday, "2023-09-18/2023-09-25"),
    (.year, "2023-12-31/2024-01-01"), (.year, "2023/.."), (.week, "2023-09"), (.year, "../2023"),
  ])
  func isUnknownWhereTheDateDoesNotFixIt(_ part: BoundPath.DatePart, _ date: String) throws {
    #expect(CalendarPeriod(part, of: try #require(NewsDate(iso: date))) == nil)
  }

  @Test(arguments: BoundPath.DatePart.allCases.filter { $0 != .weekday })
  func daysOfAPeriodLieInIt(_ part: BoundPath.DatePart) throws {
    for number in stride(from: Int32(-800_000), to: 900_000, by: 9_973) {
      let ordinal = CalendarPeriod.ordinal(part, of: number)
      let period = CalendarPeriod(part: part, ordinal: ordinal)
      guard Day(number: number).year >= 1 else { continue }
      let days = try #require(period.interval)
      #expect(days.contains(NewsDate(Day(number: number))))
      #expect(CalendarPeriod(part, of: days) == period)
      let next = try #require(days.last).advanced(by: 1)
      #expect(CalendarPeriod.ordinal(part, of: next.number) == ordinal + 1)
    }
  }
}
