internal import NewsModel

/// What is known of an event while reports join it.
struct EventFacts: Sendable {
  /// Arrival numbers of its reports.
  private(set) var reports: [Int]
  let type: EventType
  private(set) var mode: UInt32
  /// Codes of the words that told it.
  private(set) var actions: [UInt32]
  private(set) var actors: [UInt32]
  private(set) var targets: [UInt32]
  /// The most precise place.
  private(set) var place: UInt32
  /// The days that all dates share.
  private(set) var date: DayInterval
  /// What reports give of dates that they do not fix.
  private(set) var partialDates: [PartialDate]
  /// Days on which its articles were published, where they are known.
  private(set) var published: [Int32]
  /// Rows of its articles.
  private(set) var articles: [UInt32]
  /// Families of its articles.
  private(set) var families: [UInt32]
  /// The clauses that tell it.
  private(set) var clauses: [UInt32]

  /// An event that one report tells.
  init(_ report: ReportFacts, number: Int) {
    reports = [number]
    type = report.type
    mode = report.mode
    actions = [report.action]
    actors = report.actors
    targets = report.targets
    place = report.place
    date = report.date
    partialDates = report.partialDate.map { [$0] } ?? []
    published = report.published.map { [$0] } ?? []
    articles = [report.article]
    families = [report.family]
    clauses = [report.clause]
  }

  /// Whether all parties do the same together.
  var isMutual: Bool { targets.isEmpty && actors.count > 1 }

  /// How closely it is dated.
  var precision: DatePrecision { DatePrecision(date) }

  /// Takes in a report that ``MergeRules`` found to tell this event.
  mutating func add(_ report: ReportFacts, number: Int, places: PlaceContainment) {
    reports.append(number)
    if mode == StringPool.unknown { mode = report.mode }
    if !actions.contains(report.action) { actions.append(report.action) }
    for actor in report.actors where !actors.contains(actor) { actors.append(actor) }
    for target in report.targets where !targets.contains(target) { targets.append(target) }
    targets.removeAll { actors.contains($0) }
    place = places.morePrecise(place, report.place)
    let shared = date.intersection(report.date)
    if !date.isKnown { date = report.date } else if shared.isKnown { date = shared }
    if let partial = report.partialDate, !partialDates.contains(partial) {
      partialDates.append(partial)
    }
    if let day = report.published, !published.contains(day) { published.append(day) }
    if !articles.contains(report.article) { articles.append(report.article) }
    if !families.contains(report.family) { families.append(report.family) }
    if !clauses.contains(report.clause) { clauses.append(report.clause) }
  }

  /// The event, its lists in the order in which its reports were published.
  func merged(_ facts: [ReportFacts]) -> MergedEvent {
    let ordered = reports.sorted { facts[$0].position < facts[$1].position }
    var doers: [UInt32] = []
    var others: [UInt32] = []
    var tally: [EventStatus: Int] = [:]
    for report in ordered {
      for actor in facts[report].actors where !doers.contains(actor) { doers.append(actor) }
      for target in facts[report].targets where !others.contains(target) { others.append(target) }
      tally[facts[report].status, default: 0] += 1
    }
    others.removeAll { doers.contains($0) }
    let byWeight: [EventStatus] = [.denied, .planned, .alleged, .happened]
    let status = byWeight.max { tally[$0, default: 0] < tally[$1, default: 0] } ?? .happened
    let top = byWeight.last { tally[$0, default: 0] == tally[status, default: 0] } ?? status
    return MergedEvent(
      reports: ordered.map { UInt32($0) }, type: type, mode: mode,
      action: ordered.first.map { facts[$0].action } ?? StringPool.unknown, actors: doers,
      targets: others, place: place, date: date, status: top)
  }
}
