internal import NewsStore

/// Puts on a page what is known of the rows of its result.
struct PageFiller {
  /// What finds cells and words.
  let explainer: Explainer

  /// Entities whose events are looked through for meetings at most.
  private static let entityLimit = 60
  /// Events of one entity that are looked through at most.
  private static let eventLimit = 5_000

  /// Bytes of quoted text after which further rows have no evidence.
  private static let evidenceSize = 16 << 20

  init(_ explainer: Explainer) { self.explainer = explainer }

  /// Fills rows, meetings and the names of lanes and bars; a result whose rows stand for many keeps its
  /// cells alone.
  func fill(_ page: inout Page) {
    let shown = min(page.table.rowCount, Page.evidenceLimit)
    var references: [RowReference] = []
    for row in 0..<shown {
      guard let reference = page.table.reference(ofRow: row) else { return }
      references.append(reference)
    }
    guard let table = references.first?.table else { return }
    var room = Self.evidenceSize
    page.rows = references.map { reference in
      var known = row(reference)
      if room <= 0 { known.evidence = [] }
      room -= known.evidence.reduce(0) { $0 + $1.passages.reduce(0) { $0 + $1.text.utf8.count } }
      return known
    }
    page.meetings = meetings(of: references)
    (page.laneName, page.barName) = names(for: table)
  }

  /// What the lanes and the bars of a table's rows are.
  private func names(for table: Table) -> (lane: String?, bar: String?) {
    switch table {
    case .events, .reports: ("actor", "type")
    case .quotes: ("speaker", "speaker")
    case .articles: ("source", "source")
    case .mentions: ("source", "role")
    case .figures: ("source", "unit")
    case .entities: ("kind", "mentions")
    case .sources: (nil, "articles")
    }
  }

  // MARK: Rows

  private func row(_ reference: RowReference) -> PageRow {
    let (table, row) = (reference.table, reference.row)
    var known = PageRow(label: label(table, row))
    if let field = table.schema.mainDate.map({ table.schema.fields[$0].name }),
      case .date(let date) = explainer.cell(table, field, row)
    {
      known.date = date
    }
    if table == .entities || table == .sources { known.date = lifetime(table, row) ?? known.date }
    let (lane, bar) = names(for: table)
    known.lanes = lane.map { texts(table, $0, row) } ?? []
    switch bar.map({ explainer.cell(table, $0, row) }) {
    case .integer(let number): known.measure = Double(number)
    case .text(let text): known.category = text
    default: break
    }
    known.tone = tone(table, row)
    if table == .events || table == .reports, let status = explainer.text(table, "status", row),
      status != EventStatus.happened.rawValue
    {
      known.isDoubtful = true
      known.label += ", " + status
    }
    known.sources = table == .sources ? texts(table, "name", row) : texts(table, "source", row)
    (known.evidence, known.evidenceCount) = explainer.evidence(of: reference)
    return known
  }

  /// From the first to the last time that an entity is named or an outlet publishes.
  private func lifetime(_ table: Table, _ row: UInt32) -> NewsDate? {
    guard case .date(let first) = explainer.cell(table, "first", row),
      case .date(let last) = explainer.cell(table, "last", row)
    else { return nil }
    return NewsDate(first: first.first, last: last.last)
  }

  private func texts(_ table: Table, _ field: String, _ row: UInt32) -> [String] {
    switch explainer.cell(table, field, row) {
    case .list(let values): values.compactMap(\.explained)
    case let value: value.explained.map { [$0] } ?? []
    }
  }

  /// A row in a few words.
  private func label(_ table: Table, _ row: UInt32) -> String {
    func words(_ fields: [String], separator: String) -> String {
      fields.compactMap { explainer.text(table, $0, row) }.joined(separator: separator)
    }
    switch table {
    case .events, .reports:
      var label = words(["type", "mode"], separator: " ")
      let actors = texts(table, "actor", row).joined(separator: ", ")
      let targets = texts(table, "target", row).joined(separator: ", ")
      let who = [actors, targets].filter { !$0.isEmpty }.joined(separator: " → ")
      if !who.isEmpty { label += ": " + who }
      if let place = explainer.text(table, "place", row) { label += ", in " + place }
      return label
    case .quotes: return words(["speaker", "text"], separator: ": ")
    case .articles: return words(["source", "title"], separator: ": ")
    case .mentions: return words(["source", "text"], separator: ": ")
    case .figures: return words(["source", "text"], separator: ": ")
    case .entities, .sources: return words(["name"], separator: "")
    }
  }

  private func tone(_ table: Table, _ row: UInt32) -> PageTone? {
    guard table == .events || table == .reports,
      let type = explainer.text(table, "type", row).flatMap({ EventType(rawValue: $0) })
    else { return nil }
    switch type.quadClass {
    case .verbalCooperation, .materialCooperation: return .cooperative
    case .verbalConflict, .materialConflict: return .conflictual
    }
  }

  // MARK: Meetings

  /// Who took part in what: in the events that the rows are or tell, or in those that the entities
  /// among them share.
  private func meetings(of references: [RowReference]) -> [PageMeeting] {
    guard let table = references.first?.table else { return [] }
    let rows = references.map(\.row)
    switch table {
    case .events: return rows.compactMap { meeting($0) }
    case .reports:
      var seen: Set<UInt32> = []
      return rows.compactMap { explainer.reference(.reports, "event", $0) }
        .filter { seen.insert($0).inserted }.compactMap { meeting($0) }
    case .entities:
      let entities = Set(rows.prefix(Self.entityLimit))
      var events: Set<UInt32> = []
      for entity in entities {
        events.formUnion(explainer.rows(of: .events, with: "who", entity).prefix(Self.eventLimit))
      }
      return events.sorted().compactMap { meeting($0, among: entities) }
    case .articles, .mentions, .quotes, .figures, .sources: return []
    }
  }

  /// Who took part in an event; nil for one that is denied, and where fewer than two are known.
  private func meeting(_ event: UInt32, among entities: Set<UInt32>? = nil) -> PageMeeting? {
    guard explainer.text(.events, "status", event) != EventStatus.denied.rawValue else {
      return nil
    }
    let who = explainer.references(.events, "who", event)
      .filter { entities?.contains($0) ?? true }
    guard who.count > 1 else { return nil }
    let names = who.compactMap { explainer.text(.entities, "name", $0) }
    return PageMeeting(parties: names, tone: tone(.events, event))
  }
}
