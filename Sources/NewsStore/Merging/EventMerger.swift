internal import NewsModel

/// Finds the reports that tell one event.
///
/// Reports are taken in a fixed order, the precisely dated ones first, and each joins the best of
/// the events that it is compatible with, or begins a new one. It is compared with all that is
/// known of the event, not with single reports, so that no chain of similar reports joins two
/// events. Candidates are found by type, party and time (blocking), so that the work is near to
/// linear in the number of reports. The result does not depend on the order of arrival.
struct EventMerger {
  private var reports: [ReportFacts]
  private let places: PlaceContainment
  private var events: [EventFacts] = []
  private var blocks = EventBlocks()
  /// What joined each report to its event.
  private var reasons: [MergeReasons]
  /// By article row, the report of another article that fixes the article's days.
  private var anchorSources: [UInt32: UInt32] = [:]

  /// The events that the reports of a journal tell.
  static func merge(
    _ journal: Journal, entities: EntityTable, articles: RowOrder, families: TextFamilies
  ) -> EventResolution {
    var merger = EventMerger(
      journal, entities: entities, articles: articles, families: families)
    let isDated = merger.reports.indices.map { merger.reports[$0].precision <= .month }
    for report in merger.ordered(merger.reports.indices.filter { isDated[$0] }) {
      merger.add(report)
    }
    merger.anchorArticles(leadWeekdays: articles.sorted(journal.articles.leadWeekday))
    for report in merger.ordered(merger.reports.indices.filter { !isDated[$0] }) {
      merger.add(report)
    }
    return merger.resolution(dates: journal.reports.date)
  }

  private init(
    _ journal: Journal, entities: EntityTable, articles: RowOrder, families: TextFamilies
  ) {
    let parties = Parties(journal.reports, entities: entities)
    var clauses = Numbering<String>()
    reports = (0..<journal.reports.count).map { report in
      let clause = folded(journal.evidence(ofReport: report))
      return ReportFacts(
        report, journal: journal, parties: parties, entities: entities, articles: articles,
        families: families, clause: clauses.number(of: clause))
    }
    reasons = [MergeReasons](repeating: [], count: reports.count)
    places = PlaceContainment(entities, strings: journal.strings)
  }

  private func ordered(_ numbers: [Int]) -> [Int] {
    numbers.sorted { reports[$0].order < reports[$1].order }
  }

  /// Fixes the dates of articles that have none of their own by what other articles tell of the
  /// same events.
  ///
  /// - Parameter leadWeekdays: the weekday that an article tells its news by, by article row.
  private mutating func anchorArticles(leadWeekdays: [Int?]) {
    var anchors: [UInt32: DateAnchor] = [:]
    let partial = ordered(reports.indices.filter { reports[$0].partialDate != nil })
    for report in partial {
      let facts = reports[report]
      guard let known = facts.partialDate, let event = bestEvent(for: facts),
        let anchor = DateAnchor(
          events[event].date, known, leadWeekday: leadWeekdays[Int(facts.article)])
      else { continue }
      if let other = anchors[facts.article], other.isWeek || !anchor.isWeek { continue }
      anchors[facts.article] = anchor
      anchorSources[facts.article] = source(of: events[event], outside: facts.article)
    }
    for report in reports.indices {
      if let anchor = anchors[reports[report].article] { reports[report].anchor(anchor) }
    }
  }

  /// The report that dates an event most precisely in an article other than `article`.
  private func source(of event: EventFacts, outside article: UInt32) -> UInt32? {
    event.reports.filter { reports[$0].article != article && reports[$0].date.isKnown }
      .min { reports[$0].order < reports[$1].order }.map { UInt32($0) }
  }

  private mutating func add(_ report: Int) {
    let facts = reports[report]
    if let event = bestEvent(for: facts) {
      reasons[report] = MergeRules.reasons(facts, events[event], places: places)
      events[event].add(facts, number: report, places: places)
      blocks.register(UInt32(event), facts)
    } else {
      events.append(EventFacts(facts, number: report))
      blocks.register(UInt32(events.count - 1), facts)
    }
  }

  /// The event that a report fits best.
  ///
  /// Where a vaguely dated report fits two events equally well, it belongs to neither.
  private func bestEvent(for report: ReportFacts) -> Int? {
    var best: (event: Int, score: Int)?
    var isAmbiguous = false
    for candidate in blocks.candidates(for: report) {
      let event = Int(candidate)
      guard let score = MergeRules.score(report, events[event], places: places) else { continue }
      guard let known = best, score <= known.score else {
        best = (event, score)
        isAmbiguous = false
        continue
      }
      if score == known.score, event != known.event {
        isAmbiguous = true
        if event < known.event { best = (event, score) }
      }
    }
    return isAmbiguous && report.precision >= .vague ? nil : best?.event
  }

  private func resolution(dates: DateLog) -> EventResolution {
    var eventOf = [UInt32](repeating: 0, count: reports.count)
    let merged = events.indices.map { index in
      for report in events[index].reports { eventOf[report] = UInt32(index) }
      return events[index].merged(reports)
    }
    let sources = ReportSources(
      reports, events: events, dates: dates, anchors: anchorSources, reasons: reasons)
    return EventResolution(events: merged, eventOf: eventOf, sources: sources)
  }
}
