import NewsModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    (PartialDate(weekday: 4), "2023-09-28", true), (PartialDate(weekday: 2), "2023-09-28", false),
    (PartialDate(month: 9, dayOfMonth: 28), "2023-09-28", true),
    (PartialDate(month: 9, dayOfMonth: 27), "2023-09-28", false),
    (PartialDate(month: 9, dayOfMonth: 27), "2023-09", true),
    (PartialDate(month: 8, dayOfMonth: 27), "2023-09", false),
    (PartialDate(weekday: 7), "2023-09", true), (PartialDate(weekday: 7), "2019/..", true),
    (PartialDate(), "2023", true),
  ])
  func fits(_ partial: PartialDate, _ date: String, _ expected: Bool) throws {
    #expect(partial.fits(try #require(NewsDate(iso: date))) == expected)
  }
}
