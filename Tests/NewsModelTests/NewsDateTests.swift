import NewsModel
import Testing

@Suite struct NewsDateTests {
  @Test(arguments: [
    "2023", "2023-09", "2023-09-28", "2019-04/2020-06", "2019/2021", "2023-09-01/2023-09-10",
    "2019-04/..", "../2020", "2023-09-28/..",
  ])
  func comesBackFromISO(_ text: String) throws {
    #expect(try #require(NewsDate(iso: text)).description == text)
  }

  @Test(arguments: [
    "", "..", "../..", "23", "2023-9", "2023-13", "2023-02-30", "2023/", "a/b/c", "2023-09-28T",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(NewsDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2023", NewsDate.Precision.year), ("2023-09", .month), ("2023-09-28", .day),
    ("2023-04/2023-06", .span), ("2019/..", .span),
  ])
  func knowsItsPrecision(_ text: String, _ precision: NewsDate.Precision) throws {
    #expect(try #require(NewsDate(iso: text)).precision == precision)
  }

  @Test(arguments: [
    ("2023-09", "2023-09-28", true, true), ("2023-09-28", "2023-09", true, false),
    ("2023-09", "2023-10", false, false), ("2019/..", "2023", true, true),
    ("2019/..", "../2020", true, false), ("../2018", "2019", false, false),
  ])
  func overlapsAndContains(_ a: String, _ b: String, _ overlaps: Bool, _ contains: Bool) throws {
    let first = try #require(NewsDate(iso: a))
    let second = try #require(NewsDate(iso: b))
    #expect(first.overlaps(second) == overlaps)
    #expect(second.overlaps(first) == overlaps)
    #expect(first.contains(second) == contains)
  }

  @Test func ordersItsEnds() {
    let late = Day(year: 2023, month: 5, day: 2)
    let early = Day(year: 2023, month: 5, day: 1)
    #expect(NewsDate(first: late, last: early)?.first == early)
    #expect(NewsDate(first: nil, last: nil) == nil)
  }
}
