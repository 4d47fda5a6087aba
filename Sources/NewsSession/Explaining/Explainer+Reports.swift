internal import NewsStore

extension Explainer {
  /// Passages shown of one report at most.
  private static let passageLimit = 4

  /// A report in full: its words, frame, names, date and place, and what joined it to its event.
  func report(_ row: UInt32) -> Explanation {
    let details = snapshot.reportDetails(row)
    let event = reference(.reports, "event", row)
    var explanation = Explanation(title: title(ofReport: row, event: event))
    explanation.passages = passages(details)
    explanation.facts = [.init("article", cited(details.article.row))]
    explanation.facts.append(.init("frame", frame(row, details)))
    explanation.facts += parties(row, details)
    explanation.facts.append(.init("date", date(row, details)))
    if let place = place(row, details) { explanation.facts.append(.init("place", place)) }
    if let attribution = details.attribution {
      explanation.facts.append(.init("attribution", "on the word of \(attribution)"))
    }
    if let event { explanation.facts.append(.init("event", merging(row, details, event))) }
    return explanation
  }

  /// A report among others of its event: its words, and what joined it to them.
  func shortReport(_ row: UInt32, of event: UInt32) -> Explanation {
    let details = snapshot.reportDetails(row)
    var explanation = Explanation(title: "report \(text(.reports, "id", row) ?? "?")")
    explanation.passages = passages(details)
    explanation.facts = [.init("article", cited(details.article.row))]
    if details.dateFrom != nil || details.dateBasis != nil || details.partialDate != nil {
      explanation.facts.append(.init("date", date(row, details)))
    }
    if details.placeFrom != nil, let place = place(row, details) {
      explanation.facts.append(.init("place", place))
    }
    let reasons = reasons(row, details, event)
    if !details.reasons.isEmpty {
      explanation.facts.append(.init("merged", reasons.joined(separator: "; ")))
    }
    return explanation
  }

  private func title(ofReport row: UInt32, event: UInt32?) -> String {
    let id = text(.reports, "id", row) ?? "?"
    guard let event, let name = text(.events, "id", event) else { return "report \(id)" }
    return "report \(id) of event \(name)"
  }

  // MARK: Words

  /// The sentence of a report and those others in which words of it stand, in the text's order.
  func passages(_ details: ReportDetails) -> [Explanation.Passage] {
    let article = details.article.row
    let marks = details.marks.map { Mark(label: $0.role.rawValue, range: $0.range) }
    let own = details.sentence.isEmpty ? details.evidence : details.sentence
    var ranges = [own]
    for mark in marks where !ranges.contains(where: { $0.contains(mark.range) }) {
      ranges.append(sentence(article, around: mark.range))
    }
    return ranges.prefix(Self.passageLimit).sorted { $0.lower < $1.lower }
      .map { passage(article, $0, marks) }
  }

  /// The words under a mark.
  private func words(_ mark: ReportDetails.Mark, _ details: ReportDetails) -> String {
    snapshot.slice(
      article: details.article.row, lower: UInt32(clamping: mark.range.lower),
      upper: UInt32(clamping: mark.range.upper))
  }

  /// `verb visit: CONSULT/visit, happened`.
  private func frame(_ row: UInt32, _ details: ReportDetails) -> String {
    let mode = text(.reports, "mode", row).map { "/\($0)" } ?? ""
    let kind = "\(text(.reports, "type", row) ?? "?")\(mode)"
    return "\(details.frame): \(kind), \(text(.reports, "status", row) ?? "?")"
  }

  // MARK: Names

  /// Each actor and target with the words that stand for it.
  private func parties(_ row: UInt32, _ details: ReportDetails) -> [Explanation.Fact] {
    [("actor", RoleMark.Role.actor), ("target", .target)].flatMap { field, role in
      references(.reports, field, row).map { entity in
        let mark = details.marks.first { $0.role == role && $0.entity?.row == entity }
        return Explanation.Fact(field, naming(entity, mark, details))
      }
    }
  }

  private func naming(
    _ entity: UInt32, _ mark: ReportDetails.Mark?, _ details: ReportDetails
  ) -> String {
    let name = named(entity)
    guard let mark else { return "\(name), understood from the context" }
    return "\(name): '\(words(mark, details))', \(how(mark, entity, details))"
  }

  /// How marked words stand for an entity: `his last name`.
  private func how(
    _ mark: ReportDetails.Mark, _ entity: UInt32, _ details: ReportDetails
  ) -> String {
    switch mark.naming {
    case .pronoun: "a pronoun"
    case .description: "a description"
    case .demonym: "the adjective of the country"
    case .capital: "the capital for its government"
    case .town: "a place there"
    case .dateline: "those of the country that the article is dated from"
    case .name, nil: ground(words(mark, details), of: entity)
    }
  }

  // MARK: Time and place

  private func date(_ row: UInt32, _ details: ReportDetails) -> String {
    let written = details.marks.filter { $0.role == .date }.map { "'\(words($0, details))'" }
    let own = written.isEmpty ? "no date" : "only \(written.joined(separator: ", "))"
    guard let date = text(.reports, "date", row) else {
      return "not known; the article has \(own)"
    }
    if let from = details.dateFrom {
      return "\(date), inferred: the article has \(own), \(told(by: from, for: row))"
    }
    guard let basis = details.dateBasis else { return date }
    return "\(date): \(basis)"
  }

  private func place(_ row: UInt32, _ details: ReportDetails) -> String? {
    guard let place = reference(.reports, "place", row) else { return nil }
    if let from = details.placeFrom {
      return "\(named(place)), inferred: the article has none, \(told(by: from, for: row))"
    }
    let mark = details.marks.first { $0.role == .place }
    return naming(place, mark, details)
  }

  /// `report r3 of the same event gives it (harbour-7, The Quay)`.
  ///
  /// A date may also follow from another event that both articles tell.
  private func told(by source: UInt32, for row: UInt32) -> String {
    let article = cited(snapshot.reportDetails(source).article.row)
    let name = text(.reports, "id", source) ?? "?"
    let event = reference(.reports, "event", source)
    if event == reference(.reports, "event", row) {
      return "report \(name) of the same event gives it (\(article))"
    }
    let other = event.flatMap { text(.events, "id", $0) }.map { "event \($0)" } ?? "another event"
    return "it follows from report \(name) of \(other) (\(article))"
  }

  // MARK: Merging

  /// What joined a report to the others of its event.
  private func merging(_ row: UInt32, _ details: ReportDetails, _ event: UInt32) -> String {
    let others = rows(of: .reports, with: "event", event).filter { $0 != row }
    let name = text(.events, "id", event) ?? "?"
    guard !others.isEmpty else { return "\(name), told by no other report" }
    if details.reasons.isEmpty {
      let ids = others.compactMap { text(.reports, "id", $0) }.joined(separator: ", ")
      return "\(name), the report that \(ids) \(others.count == 1 ? "was" : "were") compared with"
    }
    return "\(name), merged because of \(reasons(row, details, event).joined(separator: "; "))"
  }

  /// What a report has in common with its event, in words.
  func reasons(_ row: UInt32, _ details: ReportDetails, _ event: UInt32) -> [String] {
    let set = details.reasons
    var texts = [set.contains(.parties) ? "same type and parties" : "same type"]
    let own = ownDate(row, details)
    let first = firstDate(of: event)
    if let own, let first, own == first, !set.contains(.undated) {
      texts.append("both dated \(own)")
    } else if let own, let first, !set.contains(.undated) {
      texts.append("dates \(first) and \(own) agree")
    } else if set.contains(.undated) {
      texts.append(own == nil ? "it has no date of its own" : "the others have no date")
    }
    if set.contains(.samePlace) { texts.append("same place") }
    if set.contains(.containedPlace) { texts.append("one place lies in the other") }
    if set.contains(.sameMode), let mode = text(.reports, "mode", row) {
      texts.append("same mode '\(mode)'")
    }
    if set.contains(.sameAction), let action = text(.reports, "action", row) {
      texts.append("same word '\(action)'")
    }
    if set.contains(.sameClause) { texts.append("the same clause word for word") }
    if set.contains(.sameText) { texts.append("the articles share a text") }
    if set.contains(.closePublication),
      text(.articles, "published", details.article.row) != nil
    {
      texts.append("published within a week")
    }
    return texts
  }

  /// The date, as its own article has it, of the report that the others were compared with.
  private func firstDate(of event: UInt32) -> String? {
    for row in rows(of: .reports, with: "event", event) {
      let details = snapshot.reportDetails(row)
      if details.reasons.isEmpty { return ownDate(row, details) }
    }
    return nil
  }

  /// The date as the report's own article has it: a day, or words such as `'Tuesday'`.
  private func ownDate(_ row: UInt32, _ details: ReportDetails) -> String? {
    if details.dateFrom == nil, let date = text(.reports, "date", row) { return date }
    return details.marks.first { $0.role == .date }.map { "'\(words($0, details))'" }
      ?? details.partialDate.map(\.explained)
  }
}

extension PartialDate {
  /// The date in words, where the text's own are not marked: `Tuesday`, `17 September`.
  fileprivate var explained: String {
    let days = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let weekday = weekday.flatMap { days.indices.contains($0 - 1) ? days[$0 - 1] : nil }
    let month = month.flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil }
    return [weekday, dayOfMonth.map(String.init), month].compactMap { $0 }.joined(separator: " ")
  }
}
