internal import NewsModel

/// One event, made of the reports that tell it.
///
/// Entities are row numbers.
struct MergedEvent: Sendable {
  /// Arrival numbers of its reports, in the order in which they joined.
  var reports: [UInt32]
  var type: EventType
  /// Code of the mode; unknown where no report has one.
  var mode: UInt32
  /// Code of the word of the first report.
  var action: UInt32
  var actors: [UInt32]
  var targets: [UInt32]
  var place: UInt32
  var date: DayInterval
  var status: EventStatus
}

/// Which reports tell one event.
struct EventResolution: Sendable {
  /// The events.
  let events: [MergedEvent]
  /// Number of the event of each report.
  let eventOf: [UInt32]
  /// Where the dates and places of reports come from.
  let sources: ReportSources
}
