internal import NewsModel

/// Where the date and the place of each report come from once events are known, and what joined it
/// to its event; by the report's arrival number.
struct ReportSources: Sendable {
  /// The date that the report's row shows.
  var date: [DayInterval] = []
  /// The report of another article that gives the date; unknown where its own text does, or none.
  var dateFrom: [UInt32] = []
  /// Row of the place that the report's row shows; unknown where there is none.
  var place: [UInt32] = []
  /// The report of another article that gives the place.
  var placeFrom: [UInt32] = []
  /// What joined the report to its event; empty for the report that the others were compared with.
  var reasons: [MergeReasons] = []

  /// Fills in what other articles say of the same events.
  ///
  /// A report keeps what its own text fixes, however vaguely. What it leaves open comes from the
  /// report of another article that says it most precisely, and of those the first; never from
  /// another report of its own article, which the reader would have used.
  ///
  /// - Parameter anchors: by article row, the report whose event fixes the article's days.
  /// - Complexity: O(*n*) in reports, for events of bounded size.
  init(
    _ facts: [ReportFacts], events: [EventFacts], dates: DateLog, anchors: [UInt32: UInt32],
    reasons: [MergeReasons]
  ) {
    self.reasons = reasons
    date = facts.indices.map { dates[$0] }
    place = facts.map(\.place)
    dateFrom = [UInt32](repeating: ReferenceColumn.unknown, count: facts.count)
    placeFrom = dateFrom
    for report in facts.indices where !date[report].isKnown && facts[report].date.isKnown {
      guard let source = anchors[facts[report].article] else { continue }
      date[report] = facts[report].date
      dateFrom[report] = source
    }
    for event in events where event.articles.count > 1 {
      let ordered = event.reports.sorted { facts[$0].order < facts[$1].order }
      let dated = ordered.filter { facts[$0].date.isKnown && facts[$0].precision <= .month }
      let placed = ordered.filter { facts[$0].place != ReferenceColumn.unknown }
      let places = placed.filter { facts[$0].place == event.place } + placed
      for report in event.reports {
        let article = facts[report].article
        if !date[report].isKnown,
          let source = dated.first(where: { facts[$0].article != article }),
          facts[report].partialDate.map({ partial in
            facts[source].date.date.map { partial.fits($0) } ?? false
          }) ?? true
        {
          date[report] = facts[source].date
          dateFrom[report] = UInt32(source)
        }
        if facts[report].place == ReferenceColumn.unknown,
          let source = places.first(where: { facts[$0].article != article })
        {
          place[report] = facts[source].place
          placeFrom[report] = UInt32(source)
        }
      }
    }
  }
}
