import NewsModel
import Testing

@testable import NewsStore

@Suite struct DateAnchorTests {
  static func interval(_ text: String) -> DayInterval {
    var log = DateLog()
    log.append(NewsDate(iso: text))
    return log[0]
  }

  struct Case: Sendable {
    var event: String
    var known: PartialDate
    var lead: Int?
    var other: PartialDate
    var isPlanned = false
    var wanted: String?
  }

  // 2024-03-05 is a Tuesday.
  static let cases: [Case] = [
    // Tuesday is the 5th and Thursday the lead: so Monday was the 4th, Friday the 1st.
    Case(
      event: "2024-03-05", known: PartialDate(weekday: 2), lead: 4,
      other: PartialDate(weekday: 4), wanted: "2024-03-07"),
    Case(
      event: "2024-03-05", known: PartialDate(weekday: 2), lead: 4,
      other: PartialDate(weekday: 1), wanted: "2024-03-04"),
    Case(
      event: "2024-03-05", known: PartialDate(weekday: 2), lead: 4,
      other: PartialDate(weekday: 5), wanted: "2024-03-01"),
    // A planned Friday is the next.
    Case(
      event: "2024-03-05", known: PartialDate(weekday: 2), lead: 4,
      other: PartialDate(weekday: 5), isPlanned: true, wanted: "2024-03-08"),
    // Without a lead no weekday follows.
    Case(
      event: "2024-03-05", known: PartialDate(weekday: 2), lead: nil,
      other: PartialDate(weekday: 1), wanted: nil),
    // A day of the year is the nearest one.
    Case(
      event: "2024-01-02", known: PartialDate(month: 1, dayOfMonth: 2), lead: nil,
      other: PartialDate(month: 12, dayOfMonth: 30), wanted: "2023-12-30"),
    Case(
      event: "2024-01-02", known: PartialDate(month: 1, dayOfMonth: 2), lead: nil,
      other: PartialDate(month: 2, dayOfMonth: 29), wanted: "2024-02-29"),
    Case(
      event: "2024-01-02", known: PartialDate(month: 1, dayOfMonth: 2), lead: nil,
      other: PartialDate(month: 2, dayOfMonth: 30), wanted: nil),
    // No single day, no anchor.
    Case(
      event: "2024-03", known: PartialDate(weekday: 2), lead: 4,
      other: PartialDate(weekday: 4), wanted: nil),
  ]

  @Test(arguments: cases) func days(_ test: Case) {
    let anchor = DateAnchor(Self.interval(test.event), test.known, leadWeekday: test.lead)
    let day = anchor?.day(of: test.other, isPlanned: test.isPlanned)
    #expect(day?.description == test.wanted)
  }

  @Test func intervals() {
    let march = Self.interval("2024-03")
    #expect(march.dayCount == 31 && !march.isOpen)
    #expect(Self.interval("2024-03-05").overlaps(march))
    #expect(!DayInterval.unknown.overlaps(march) && !march.overlaps(.unknown))
    #expect(Self.interval("2024-02/..").isOpen)
    #expect(
      march.intersection(Self.interval("2024-03-20/..")).date?.description
        == "2024-03-20/2024-03-31")
    #expect(!march.intersection(Self.interval("2024-05")).isKnown)
    #expect(DayInterval.unknown.date == nil && DayInterval.unknown.dayCount == 0)
    #expect(DatePrecision(Self.interval("2024-03-05")) == .days)
    #expect(DatePrecision(march) == .month)
    #expect(DatePrecision(Self.interval("2024")) == .vague)
    #expect(DatePrecision(Self.interval("../2024-03")) == .vague)
    #expect(DatePrecision(.unknown) == .none)
  }
}
