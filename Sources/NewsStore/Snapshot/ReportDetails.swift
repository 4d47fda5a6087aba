public import NewsModel

/// Where a report stands and how it was found: what `.why` shows beside its row.
public struct ReportDetails: Sendable, Hashable {
  /// Marked words of a report.
  public struct Mark: Sendable, Hashable {
    /// What the words tell.
    public var role: RoleMark.Role
    /// The words, in bytes of the article's text.
    public var range: TextRange
    /// The entity that they stand for.
    public var entity: EntityID?
    /// How they stand for it.
    public var naming: RoleMark.Naming?
  }

  /// The article, by row.
  public var article: ArticleID
  /// The clause that says it, in bytes of the article's text.
  public var evidence: TextRange
  /// The sentence that it stands in; empty where the article has none such.
  public var sentence: TextRange
  /// Name of the frame or rule that found it.
  public var frame: String
  /// How the date was found, where the reader says so.
  public var dateBasis: String?
  /// What the text gives of a date that it does not fix.
  public var partialDate: PartialDate?
  /// Whose word it is, where the text says so.
  public var attribution: String?
  /// The words that tell its parts.
  public var marks: [Mark]
  /// Row of the report of another article that gives the date, where the own text does not.
  public var dateFrom: UInt32?
  /// Row of the report of another article that gives the place.
  public var placeFrom: UInt32?
  /// What joined it to the other reports of its event; empty where it is the one that the others
  /// were compared with.
  public var reasons: MergeReasons
}

/// What ``ReportDetails`` are made of: a journal's log, and what was worked out from it.
struct ReportDetailTable: Sendable {
  let log: ReportLog
  let sources: ReportSources
  /// The order of the reports.
  let reports: RowOrder
  /// The order of the articles.
  let articles: RowOrder
  /// Row of each local.
  let rowOfLocal: [UInt32]
}

extension Snapshot {
  /// Where the report in a row of the `reports` table stands and how it was found.
  public func reportDetails(_ row: UInt32) -> ReportDetails {
    let details = storage.details
    let log = details.log
    let arrival = details.reports.arrivals[Int(row)]
    func text(_ code: UInt32) -> String? { code == StringPool.unknown ? nil : strings[code] }
    func report(_ arrival: UInt32) -> UInt32? {
      arrival == ReferenceColumn.unknown ? nil : details.reports.row(arrival)
    }
    let marks = log.marks[arrival].map { mark in
      ReportDetails.Mark(
        role: mark.role, range: mark.range,
        entity: mark.local == ReferenceColumn.unknown
          ? nil : EntityID(row: details.rowOfLocal[Int(mark.local)]),
        naming: mark.naming)
    }
    return ReportDetails(
      article: ArticleID(row: details.articles.row(log.article[arrival])),
      evidence: log.evidence[arrival], sentence: log.sentence[arrival],
      frame: strings[log.frame[arrival]], dateBasis: text(log.dateBasis[arrival]),
      partialDate: log.partialDate[arrival], attribution: text(log.attribution[arrival]),
      marks: marks, dateFrom: report(details.sources.dateFrom[arrival]),
      placeFrom: report(details.sources.placeFrom[arrival]),
      reasons: details.sources.reasons[arrival])
  }
}
