import NewsModel
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2023, 9, 28, 19_628, 4), (1969, 12, 31, -1, 3),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
  ])
  func countsDays(_ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int) throws {
    let value = try #require(Day(year: year, month: month, day: day))
    #expect(Int(value.number) == number)
    #expect(value.weekday == weekday)
    #expect(value.civil == (year, month, day))
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in stride(from: Int32(-150_000), to: 150_000, by: 7) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
  }

  @Test(arguments: [
    (2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (0, 1, 1), (10_000, 1, 1),
  ])
  func refusesDaysThatAreNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }
}
