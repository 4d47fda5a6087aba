import NewsModel
import Testing

@testable import NewsStore

/// One report of one article: what ``Telling/tell(_:_:to:in:country:on:partial:mode:action:status:)``
/// takes.
struct Told: Sendable, CustomStringConvertible {
  var type: EventType = .consult
  var actors: [String] = ["Ada Brook"]
  var targets: [String] = []
  var place: String?
  var country: String?
  var date: String?
  var mode: String?
  var action = "act"
  var status = EventStatus.happened
  var published: String?

  var description: String {
    "\(type.rawValue) \(actors)>\(targets) \(place ?? "-") \(date ?? "-") \(status) \(action)"
  }

  func article(_ number: Int) -> AnnotatedArticle {
    var telling = Telling("a\(number)", published: published, source: "Outlet \(number)")
    telling.tell(
      type, actors, to: targets, in: place, country: country, on: date, mode: mode,
      action: action, status: status)
    return telling.article
  }
}

@Suite struct EventMergerTests {
  static func eventCount(_ told: [Told]) -> Int {
    let store = NewsStore()
    store.append(told.enumerated().map { $1.article($0) })
    #expect(store.snapshot.checkInvariants() == [])
    return store.snapshot.rowCount(of: .events)
  }

  static let both = ["Ada Brook", "Carl Dorn"]

  static let same: [[Told]] = [
    // The same meeting in two articles.
    [Told(actors: both, date: "2024-03-05"), Told(actors: both, date: "2024-03-05")],
    // A month that holds the day.
    [Told(actors: both, date: "2024-03-05"), Told(actors: both, date: "2024-03")],
    // A mode that one article leaves out.
    [
      Told(actors: both, date: "2024-03-05", mode: "phone"), Told(actors: both, date: "2024-03-05"),
    ],
    // One article names a third party.
    [
      Told(actors: both, date: "2024-03-05"),
      Told(actors: both + ["Eva Fry"], date: "2024-03-05"),
    ],
    // The city lies in the country.
    [
      Told(actors: both, place: "Orvalle", country: "Soria", date: "2024-03-05"),
      Told(actors: both, place: "Soria", country: "Soria", date: "2024-03-05"),
    ],
    // A directed act whose target one article does not name.
    [
      Told(type: .assault, targets: ["Carl Dorn"], date: "2024-03-05"),
      Told(type: .assault, date: "2024-03-05"),
    ],
    // What one alleges, the other tells as fact.
    [
      Told(type: .assault, targets: ["Carl Dorn"], date: "2024-03-05"),
      Told(type: .assault, targets: ["Carl Dorn"], date: "2024-03-05", status: .alleged),
    ],
    // A visit to somebody and a meeting with them.
    [
      Told(targets: ["Carl Dorn"], place: "Orvalle", date: "2024-03-05", mode: "visit"),
      Told(actors: both, place: "Orvalle", date: "2024-03-05"),
    ],
    // No date, but the same parties and articles of the same days.
    [
      Told(actors: both, date: "2024-03-05", published: "2024-03-06"),
      Told(actors: both, published: "2024-03-07"),
    ],
    // No date, articles without dates, but the same parties and place.
    [
      Told(actors: both, place: "Orvalle", date: "2024-03-05"),
      Told(actors: both, place: "Orvalle"),
    ],
    // A side of the country and a city there.
    [
      Told(actors: both, place: "Orvalle", country: "Soria", date: "2024-03-05"),
      Told(actors: both, place: "eastern Soria", country: "Soria", date: "2024-03-05"),
    ],
    // No date, articles two months apart, but parties and place agree.
    [
      Told(actors: both, place: "Orvalle", date: "2024-03-05", published: "2024-03-06"),
      Told(actors: both, place: "Orvalle", published: "2024-05-07"),
    ],
    // One has no date, the other only the country of the place.
    [
      Told(
        actors: both, place: "Orvalle", country: "Soria", date: "2024-03-05",
        published: "2024-03-06"),
      Told(actors: both, place: "Soria", country: "Soria", published: "2024-03-08"),
    ],
    // Nobody is named; place, word and day agree.
    [
      Told(type: .protest, actors: [], place: "Orvalle", date: "2024-03-05", action: "rally"),
      Told(type: .protest, actors: [], place: "Orvalle", date: "2024-03-05", action: "rally"),
    ],
  ]

  @Test(arguments: same) func oneEvent(_ told: [Told]) {
    #expect(Self.eventCount(told) == 1)
    #expect(Self.eventCount(told.reversed()) == 1)
  }

  static let different: [[Told]] = [
    // Another type, mode, day, place.
    [
      Told(type: .agree, actors: both, date: "2024-03-05"),
      Told(actors: both, date: "2024-03-05"),
    ],
    [
      Told(actors: both, date: "2024-03-05", mode: "phone"),
      Told(actors: both, date: "2024-03-05", mode: "visit"),
    ],
    [Told(actors: both, date: "2024-03-05"), Told(actors: both, date: "2024-03-06")],
    [
      Told(actors: both, place: "Orvalle", date: "2024-03-05"),
      Told(actors: both, place: "Kesterby", date: "2024-03-05"),
    ],
    // The city does not lie in that country.
    [
      Told(actors: both, place: "Orvalle", country: "Soria", date: "2024-03-05"),
      Told(actors: both, place: "Taveny", country: "Taveny", date: "2024-03-05"),
    ],
    // Two meetings of one person on a day.
    [
      Told(actors: ["Ada Brook", "Carl Dorn"], date: "2024-03-05"),
      Told(actors: ["Ada Brook", "Eva Fry"], date: "2024-03-05"),
    ],
    // The other way round, another target.
    [
      Told(type: .assault, actors: ["Ada Brook"], targets: ["Carl Dorn"], date: "2024-03-05"),
      Told(type: .assault, actors: ["Carl Dorn"], targets: ["Ada Brook"], date: "2024-03-05"),
    ],
    [
      Told(type: .assault, targets: ["Carl Dorn"], date: "2024-03-05"),
      Told(type: .assault, targets: ["Eva Fry"], date: "2024-03-05"),
    ],
    // Planned, denied.
    [
      Told(actors: both, date: "2024-03-05"),
      Told(actors: both, date: "2024-03-05", status: .planned),
    ],
    [
      Told(actors: both, date: "2024-03-05"),
      Told(actors: both, date: "2024-03-05", status: .denied),
    ],
    // No date, and articles of other times.
    [
      Told(actors: both, date: "2024-03-05", published: "2024-03-06"),
      Told(actors: both, published: "2024-09-07"),
    ],
    [
      Told(actors: both, place: "Orvalle", date: "2024-03-05", published: "2024-03-06"),
      Told(actors: both, place: "Orvalle", published: "2024-09-07"),
    ],
    // Father and son.
    [
      Told(actors: ["Omar Belhadj", "Carl Dorn"], date: "2024-03-05"),
      Told(actors: ["Sami Omar Belhadj", "Carl Dorn"], date: "2024-03-05"),
    ],
    [
      Told(type: .assault, targets: ["Paul Renner"], date: "2024-03-05"),
      Told(type: .assault, targets: ["Paul Renner Jr."], date: "2024-03-05"),
    ],
    // What was planned for a day, and what happened undated.
    [
      Told(actors: both, date: "2024-03-05", status: .planned, published: "2024-03-04"),
      Told(actors: both, published: "2024-03-06"),
    ],
    // A meeting that was held, and the next one, which is planned in the same place.
    [
      Told(actors: both, place: "Orvalle", date: "2024-03-05"),
      Told(actors: both, place: "Orvalle", date: "2024-03-19", status: .planned),
    ],
    // Two sides of a country.
    [
      Told(actors: both, place: "western Soria", country: "Soria", date: "2024-03-05"),
      Told(actors: both, place: "eastern Soria", country: "Soria", date: "2024-03-05"),
    ],
    // No date and one party only.
    [
      Told(date: "2024-03-05", published: "2024-03-06"),
      Told(published: "2024-03-06"),
    ],
    // No date, no publication, another place and word.
    [
      Told(actors: both, date: "2024-03-05", action: "meet"),
      Told(actors: both, action: "talk"),
    ],
    // Nobody is named and the place alone agrees.
    [
      Told(type: .protest, actors: [], place: "Orvalle", date: "2024-03-05", action: "rally"),
      Told(type: .protest, actors: [], place: "Orvalle", date: "2024-03-05", action: "strike"),
    ],
  ]

  @Test(arguments: different) func twoEvents(_ told: [Told]) {
    #expect(Self.eventCount(told) == 2)
    #expect(Self.eventCount(told.reversed()) == 2)
  }

  @Test func aReprintTellsTheSameEventsEvenWithoutDates() {
    let prints = (0..<3).map { number in
      var telling = Telling("a\(number)", source: "Outlet \(number)")
      telling.write("Dredgers reached the inner basin before dawn while clerks counted every barge")
      telling.tell(.request, ["Ada Brook"], action: "urge")
      telling.tell(.request, ["Ada Brook"], action: "demand")
      telling.tell(.request, ["Carl Dorn"], in: "Orvalle", action: "urge")
      return telling.article
    }
    let store = NewsStore()
    store.append(prints)
    #expect(store.snapshot.texts(.events, "reports") == ["3", "3", "3"])
    #expect(store.snapshot.texts(.events, "sources") == ["1", "1", "1"])
  }

  @Test func habitsInOneArticleAreNotTheDatedEvent() {
    var telling = Telling("a", published: "2024-03-06")
    telling.tell(.consult, Self.both, in: "Orvalle", on: "2024-03-05", action: "meet")
    telling.tell(.consult, Self.both, mode: "visit", action: "travel")
    let store = NewsStore()
    store.append([telling.article])
    #expect(store.snapshot.rowCount(of: .events) == 2)
  }

  @Test func aMonthDoesNotChainTwoVisitsTogether() {
    let visit = { (date: String) in
      Told(targets: ["Carl Dorn"], place: "Orvalle", date: date, mode: "visit")
    }
    #expect(Self.eventCount([visit("2024-03-05"), visit("2024-03"), visit("2024-03-20")]) == 2)
    #expect(Self.eventCount([visit("2024-03"), visit("2024-03-05"), visit("2024-03-20")]) == 2)
  }

  @Test func weeklyMeetingsStayApartThoughOneReportIsUndated() {
    let told = [
      Told(actors: Self.both, date: "2024-03-05", published: "2024-03-06"),
      Told(actors: Self.both, date: "2024-03-12", published: "2024-03-13"),
      Told(actors: Self.both, published: "2024-03-13"),
    ]
    #expect(Self.eventCount(told) == 3)
    #expect(Self.eventCount(told.reversed()) == 3)
  }

  @Test func aYearThatFitsTwoEventsEquallyIsAnEventOfItsOwn() {
    let told = ["2024-03-05", "2024-06-05", "2024"].map {
      Told(actors: Self.both, place: "Orvalle", date: $0)
    }
    #expect(Self.eventCount(told) == 3)
  }

  @Test func theEventTakesTheMostPreciseOfAll() throws {
    let store = NewsStore()
    store.append(
      [
        Told(
          actors: Self.both, place: "Soria", country: "Soria", date: "2024-03", action: "meet",
          status: .alleged, published: "2024-03-06"),
        Told(
          actors: Self.both + ["Eva Fry"], place: "Orvalle", country: "Soria",
          date: "2024-03-05", mode: "visit", action: "talk", published: "2024-03-07"),
      ].enumerated().map { $1.article($0) })
    let snapshot = store.snapshot
    #expect(snapshot.texts(.events, "date") == ["2024-03-05"])
    #expect(snapshot.texts(.events, "place") == ["Orvalle"])
    #expect(snapshot.texts(.events, "actor") == ["Ada Brook,Carl Dorn,Eva Fry"])
    #expect(snapshot.texts(.events, "mode") == ["visit"])
    #expect(snapshot.texts(.events, "action") == ["meet"])
    #expect(snapshot.texts(.events, "status") == ["happened"])
    #expect(snapshot.texts(.events, "reports") == ["2"])
    #expect(snapshot.texts(.events, "score") == ["4.0"])
    #expect(snapshot.texts(.events, "quad") == ["1"])
    #expect(snapshot.texts(.reports, "event") == ["e1", "e1"])
  }

  static let statuses: [([EventStatus], String)] = [
    ([.alleged, .happened], "happened"), ([.alleged, .alleged, .happened], "alleged"),
    ([.planned, .planned], "planned"), ([.denied], "denied"),
  ]

  @Test(arguments: statuses) func theMajorityDecidesTheStatus(
    _ statuses: [EventStatus], _ wanted: String
  ) {
    let store = NewsStore()
    store.append(
      statuses.enumerated().map {
        Told(actors: Self.both, date: "2024-03-05", status: $1).article($0)
      })
    #expect(store.snapshot.texts(.events, "status") == [wanted])
  }

  // 2024-03-05 is a Tuesday.
  @Test func anArticleWithADateFixesTheWeekdaysOfOneWithout() {
    var dated = Telling("dated", published: "2024-03-06")
    dated.tell(.consult, Self.both, in: "Orvalle", on: "2024-03-05", action: "meet")
    var undated = Telling("undated", leadWeekday: 4)
    undated.tell(
      .consult, Self.both, in: "Orvalle", partial: PartialDate(weekday: 2), action: "meet")
    undated.tell(
      .assault, ["Eva Fry"], to: ["Gus Hale"], partial: PartialDate(weekday: 4), action: "strike")
    undated.tell(
      .accuse, ["Eva Fry"], to: ["Gus Hale"], partial: PartialDate(month: 2, dayOfMonth: 17))
    let store = NewsStore()
    store.append([undated.article, dated.article])
    let events = zip(store.snapshot.texts(.events, "type"), store.snapshot.texts(.events, "date"))
    #expect(
      events.map { "\($0) \($1)" } == [
        "ACCUSE 2024-02-17", "CONSULT 2024-03-05", "ASSAULT 2024-03-07",
      ])
    #expect(store.snapshot.checkInvariants() == [])
  }

  @Test func aWeekdayThatDoesNotFitIsAnotherEvent() {
    var dated = Telling("dated")
    dated.tell(.consult, Self.both, in: "Orvalle", on: "2024-03-05", action: "meet")
    var undated = Telling("undated", leadWeekday: 5)
    undated.tell(
      .consult, Self.both, in: "Orvalle", partial: PartialDate(weekday: 5), action: "meet")
    let store = NewsStore()
    store.append([dated.article, undated.article])
    #expect(store.snapshot.texts(.events, "date") == ["2024-03-05", "?"])
  }
}
