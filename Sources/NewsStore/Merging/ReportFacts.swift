internal import NewsModel

/// How closely a report dates its event.
enum DatePrecision: Int, Comparable, Sendable {
  /// A week or less.
  case days
  /// A month or less.
  case month
  /// Longer, or open at an end.
  case vague
  /// Not at all.
  case none

  /// The precision of an interval.
  init(_ interval: DayInterval) {
    if !interval.isKnown {
      self = .none
    } else if interval.isOpen || interval.dayCount > 31 {
      self = .vague
    } else {
      self = interval.dayCount > 7 ? .month : .days
    }
  }

  static func < (a: DatePrecision, b: DatePrecision) -> Bool { a.rawValue < b.rawValue }
}

/// Statuses that can be the same event: what is alleged may have happened; plans and denials stand
/// apart.
enum StatusClass: UInt8, Hashable, Sendable {
  case real
  case planned
  case denied

  /// The class of a status.
  init(_ status: EventStatus) {
    switch status {
    case .happened, .alleged: self = .real
    case .planned: self = .planned
    case .denied: self = .denied
    }
  }
}

/// What one report says, as far as it matters for merging; entities are rows.
struct ReportFacts: Sendable {
  let type: EventType
  let statusClass: StatusClass
  let status: EventStatus
  /// Code of the mode; unknown where there is none.
  let mode: UInt32
  let action: UInt32
  let actors: [UInt32]
  let targets: [UInt32]
  let place: UInt32
  private(set) var date: DayInterval
  private(set) var precision: DatePrecision
  /// What the text gives of a date that it does not fix.
  private(set) var partialDate: PartialDate?
  /// Row of the article.
  let article: UInt32
  /// What articles with largely the same text share.
  let family: UInt32
  /// Rows of articles that have a part of the article's text.
  let relatives: [UInt32]
  /// What clauses with the same words share.
  let clause: UInt32
  /// Day on which the article was published, where it is dated to the day.
  private(set) var published: Int32?
  /// Where it stands among the reports of its event.
  let position: Position

  /// An order that does not depend on the order of arrival, but for reports of the same clause.
  struct Order: Comparable, Sendable {
    var precision: Int
    var first: Int32
    var last: Int32
    var position: Position

    static func < (a: Order, b: Order) -> Bool {
      if a.precision != b.precision { return a.precision < b.precision }
      if a.first != b.first { return a.first < b.first }
      if a.last != b.last { return a.last < b.last }
      return a.position < b.position
    }
  }

  /// Article row, then byte, then arrival.
  struct Position: Comparable, Sendable {
    var article: UInt32
    var byte: UInt32
    var arrival: UInt32

    static func < (a: Position, b: Position) -> Bool {
      if a.article != b.article { return a.article < b.article }
      if a.byte != b.byte { return a.byte < b.byte }
      return a.arrival < b.arrival
    }
  }

  /// The facts of the report with an arrival number.
  init(
    _ report: Int, journal: Journal, parties: Parties, entities: EntityTable,
    articles: RowOrder, families: TextFamilies, clause: UInt32
  ) {
    let log = journal.reports
    type = log.type[report]
    status = log.status[report]
    statusClass = StatusClass(status)
    mode = log.mode[report]
    action = log.action[report]
    actors = parties.actors[report]
    targets = parties.targets[report]
    place =
      log.place[report] == ReferenceColumn.unknown
      ? ReferenceColumn.unknown : entities.rowOfLocal[Int(log.place[report])]
    date = log.date[report]
    partialDate = log.partialDate[report]
    precision = DatePrecision(date)
    let ordinal = log.article[report]
    article = articles.row(ordinal)
    family = families.family[Int(ordinal)]
    relatives = families.relatives[Int(ordinal)].map { articles.row($0) }
    self.clause = clause
    let publication = journal.articles.published[Int(ordinal)]
    published = publication.dayCount == 1 ? publication.first : nil
    position = Position(
      article: article, byte: log.evidence.lower[report], arrival: UInt32(report))
  }

  /// Where the report stands among all when they are merged.
  var order: Order {
    Order(
      precision: precision.rawValue * 2 + (partialDate == nil ? 1 : 0), first: date.first,
      last: date.last, position: position)
  }

  /// Takes a day of publication that other articles give, and the day of the event where that
  /// follows from it.
  mutating func anchor(_ anchor: DateAnchor) {
    if published == nil, anchor.isWeek { published = anchor.day.number }
    guard let partialDate, let day = anchor.day(of: partialDate, isPlanned: status == .planned)
    else { return }
    date = DayInterval(first: day.number, last: day.number)
    precision = .days
    self.partialDate = nil
  }

  /// Whether all parties do the same together.
  var isMutual: Bool { targets.isEmpty && actors.count > 1 }
}
