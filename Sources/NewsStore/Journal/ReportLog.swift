internal import NewsModel

/// Reports in the order of their arrival.
struct ReportLog: Sendable {
  /// Arrival number of the article.
  private(set) var article: [UInt32] = []
  private(set) var type: [EventType] = []
  private(set) var mode: [UInt32] = []
  private(set) var action: [UInt32] = []
  /// Arrival numbers of the entities that did it.
  private(set) var actors = ListBuilder()
  /// Arrival numbers of the entities to whom it was done.
  private(set) var targets = ListBuilder()
  /// Arrival number of the place.
  private(set) var place: [UInt32] = []
  private(set) var date = DateLog()
  /// What the text gives of a date that it does not fix.
  private(set) var partialDate: [PartialDate?] = []
  private(set) var status: [EventStatus] = []
  private(set) var attribution: [UInt32] = []
  private(set) var contexts = ListBuilder()
  private(set) var evidence = RangeLog()
  private(set) var sentence = RangeLog()
  private(set) var frame: [UInt32] = []
  private(set) var dateBasis: [UInt32] = []
  /// The words that tell its parts.
  private(set) var marks = MarkLog()

  /// Number of reports.
  var count: Int { article.count }

  /// Adds a report.
  mutating func append(_ report: Report, scope: ArticleScope, strings: inout StringPool) {
    article.append(UInt32(scope.ordinal))
    type.append(report.type)
    mode.append(strings.intern(report.mode))
    action.append(strings.intern(report.action))
    actors.append(scope.locals(report.actors))
    targets.append(scope.locals(report.targets))
    place.append(scope.local(report.place))
    date.append(report.date)
    partialDate.append(report.date == nil ? report.partialDate : nil)
    status.append(report.status)
    attribution.append(strings.intern(report.attribution))
    contexts.append(report.contexts.compactMap { $0.isEmpty ? nil : strings.intern($0) })
    evidence.append(scope.clamped(report.evidence))
    sentence.append(scope.sentence(report.sentence))
    frame.append(strings.intern(report.frame))
    dateBasis.append(strings.intern(report.dateBasis))
    marks.append(report.marks, scope: scope)
  }
}
