import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct DateLiteralTests {
  /// Today is Thursday, 5 October 2023.
  @Test(arguments: [
    ("2023", "2023"), ("2023-09", "2023-09"), ("2023-9", "2023-09"), ("2023-09-28", "2023-09-28"),
    ("2023/09/28", "2023-09-28"), ("2023–09–28", "2023-09-28"), ("28.9.2023", "2023-09-28"),
    ("28/9/2023", "2023-09-28"), ("9/28/2023", "2023-09-28"), ("5.5.2023", "2023-05-05"),
    ("Q3 2023", "2023-07..2023-09"), ("2023 q3", "2023-07..2023-09"),
    ("2023-Q3", "2023-07..2023-09"),
    ("q32023", "2023-07..2023-09"), ("2010s", "2010..2019"),
    ("September 2023", "2023-09"), ("SEPT 2023", "2023-09"), ("Sep. 2023", "2023-09"),
    ("2023 May", "2023-05"), ("26 Sept 2023", "2023-09-26"), ("Sept 26 2023", "2023-09-26"),
    ("Sept 26, 2023", "2023-09-26"), ("26th September 2023", "2023-09-26"),
    ("1st May 2020", "2020-05-01"), ("2023 Sept 26", "2023-09-26"),
    ("early May 2023", "2023-05-01..2023-05-10"), ("mid May 2023", "2023-05-11..2023-05-20"),
    ("late Feb 2024", "2024-02-21..2024-02-29"), ("mid-March 2023", "2023-03-11..2023-03-20"),
    ("Late-March 2023", "2023-03-21..2023-03-31"),
    ("beginning of March 2023", "2023-03-01..2023-03-10"),
    ("the middle of march 2023", "2023-03-11..2023-03-20"),
    ("end of March 2023", "2023-03-21..2023-03-31"),
    ("early 2023", "2023-01..2023-04"), ("mid 2023", "2023-05..2023-08"),
    ("mid-2023", "2023-05..2023-08"), ("late 2023", "2023-09..2023-12"),
    ("end of 2023", "2023-09..2023-12"),
    ("spring 2023", "2023-03..2023-05"), ("Summer of 2023", "2023-06..2023-08"),
    ("autumn 2023", "2023-09..2023-11"), ("fall 2023", "2023-09..2023-11"),
    ("winter 2023", "2023-12..2024-02"),
    ("H1 2023", "2023-01..2023-06"), ("2023 h2", "2023-07..2023-12"),
    ("first half of 2023", "2023-01..2023-06"), ("the second half of 2023", "2023-07..2023-12"),
    ("Q3 of 2023", "2023-07..2023-09"), ("third quarter of 2023", "2023-07..2023-09"),
    ("last quarter of 2023", "2023-10..2023-12"),
    ("the week of 2023-09-28", "2023-09-25..2023-10-01"),
    ("week of 1 Sept 2023", "2023-08-28..2023-09-03"), ("2 quarters ago", "2023-04-05"),
    ("winter 2022..spring 2023", "2022-12..2023-05"), ("1st of May 2020", "2020-05-01"),
    ("today", "2023-10-05"), ("Yesterday", "2023-10-04"), ("tomorrow", "2023-10-06"),
    ("this week", "2023-10-02..2023-10-08"), ("last week", "2023-09-25..2023-10-01"),
    ("last month", "2023-09"), ("next month", "2023-11"), ("this year", "2023"),
    ("last year", "2022"), ("last quarter", "2023-07..2023-09"),
    ("next quarter", "2024-01..2024-03"),
    ("last monday", "2023-10-02"), ("last Thursday", "2023-09-28"), ("next thu", "2023-10-12"),
    ("this friday", "2023-10-06"),
    ("3 days ago", "2023-10-02"), ("a week ago", "2023-09-28"), ("two months ago", "2023-08-05"),
    ("1 year ago", "2022-10-05"), ("last 7 days", "2023-09-28..2023-10-05"),
    ("2019-04..2020-06", "2019-04..2020-06"), ("2019..", "2019.."), ("..2020", "..2020"),
    ("2019-04/2020-06", "2019-04..2020-06"), ("2019/2020", "2019..2020"),
    ("May 2019 .. June 2019", "2019-05..2019-06"), ("2019..2019", "2019"),
    ("last month..today", "2023-09-01..2023-10-05"),
  ])
  func forms(_ text: String, _ literal: String) throws {
    let date = try DateLiteral.read(text, today: testToday)
    #expect(date.literal == literal)
    #expect(try DateLiteral.read(date.literal, today: testToday) == date)
  }

  @Test(arguments: [
    ("", DateLiteral.Problem.notADate), ("whenever", .notADate), ("..", .notADate),
    ("2023-", .notADate), ("20233", .notADate), ("202", .notADate), ("2023-09-28-01", .notADate),
    ("May", .missingYear([2023, 2022])),
    ("26 September", .missingYear([2023, 2022])), ("mid-March", .missingYear([2023, 2022])),
    ("end of March", .missingYear([2023, 2022])), ("winter", .notADate),
    ("third half of 2023", .notADate), ("week of May", .missingYear([2023, 2022])),
    ("week of nothing", .notADate), ("week", .notADate), ("of the", .notADate),
    ("winter 9999", .noSuchDay("winter 9999")), ("spring 0000", .noSuchDay("spring 0000")),
    ("3/4/2023", .ambiguous(["2023-04-03", "2023-03-04"])),
    ("3.4.2023", .ambiguous(["2023-04-03", "2023-03-04"])),
    ("3/4/23", .ambiguous(["2023-04-03", "2023-03-04"])),
    ("2023-13", .noSuchDay("2023-13")), ("2023-02-29", .noSuchDay("2023-02-29")),
    ("31 June 2023", .noSuchDay("31 june 2023")), ("0000", .noSuchDay("0000")),
    ("99999999 days ago", .noSuchDay("99999999 days ago")), ("2020..2019", .reversed),
    ("9999999999999999999 days ago", .notADate), ("13/13/2023", .noSuchDay("13/13/2023")),
  ])
  func problems(_ text: String, _ problem: DateLiteral.Problem) {
    #expect(throws: problem) { try DateLiteral.read(text, today: testToday) }
  }

  @Test func monthsOfOtherLengthsEndOnTheirLastDay() throws {
    let today = try #require(Day(year: 2024, month: 3, day: 31))
    #expect(try DateLiteral.read("1 month ago", today: today).literal == "2024-02-29")
    #expect(try DateLiteral.read("1 year ago", today: today).literal == "2023-03-31")
    #expect(try DateLiteral.read("last quarter", today: today).literal == "2023-10..2023-12")
  }
}
