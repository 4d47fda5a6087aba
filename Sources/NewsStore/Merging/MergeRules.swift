internal import NewsModel

/// When a report tells an event that is known already.
///
/// Type and status class are equal where these rules are asked; that is how candidates are found.
enum MergeRules {
  /// Publications at most this many days apart are close.
  static let closeDays = 7
  /// Publications more than this many days apart are about different things where a date is vague.
  static let farDays = 31
  /// The same where two parties and the place agree.
  static let farthestDays = 92

  /// How well a report fits an event; nil where it tells another.
  static func score(
    _ report: ReportFacts, _ event: EventFacts, places: PlaceContainment
  ) -> Int? {
    guard
      report.mode == event.mode || report.mode == StringPool.unknown
        || event.mode == StringPool.unknown
    else { return nil }
    guard places.areCompatible(report.place, event.place) else { return nil }
    guard partiesMatch(report, event) else { return nil }
    let isVague = report.precision >= .vague || event.precision >= .vague
    if report.date.isKnown, event.date.isKnown, !report.date.overlaps(event.date) { return nil }
    guard partialDatesMatch(report, event) else { return nil }
    if isVague, !circumstancesMatch(report, event) { return nil }
    var score = 4 * sharedParties(report, event)
    if samePlace(report, event) { score += 3 }
    if event.actions.contains(report.action) { score += 2 }
    if report.mode != StringPool.unknown, report.mode == event.mode { score += 2 }
    if report.date.isKnown, report.date == event.date { score += 2 }
    if report.partialDate != nil, event.precision <= .days { score += 2 }
    if event.clauses.contains(report.clause) { score += 6 }
    if event.families.contains(report.family) { score += 1 }
    if let days = publicationDistance(report, event), days <= closeDays { score += 1 }
    return score
  }

  /// What a report and the event that it was found to tell have in common.
  static func reasons(
    _ report: ReportFacts, _ event: EventFacts, places: PlaceContainment
  ) -> MergeReasons {
    var reasons: MergeReasons = []
    if sharedParties(report, event) > 0 { reasons.insert(.parties) }
    if report.date.isKnown, event.date.isKnown {
      reasons.insert(report.date == event.date ? .sameDate : .overlappingDates)
    } else if report.partialDate != nil, event.date.isKnown {
      reasons.insert(.partialDate)
    } else if report.date.isKnown, !event.partialDates.isEmpty {
      reasons.insert(.partialDate)
    } else {
      reasons.insert(.undated)
    }
    if !event.articles.contains(report.article),
      let days = publicationDistance(report, event), days <= closeDays
    {
      reasons.insert(.closePublication)
    }
    if samePlace(report, event) {
      reasons.insert(.samePlace)
    } else if report.place != ReferenceColumn.unknown, event.place != ReferenceColumn.unknown {
      reasons.insert(.containedPlace)
    }
    if event.actions.contains(report.action) { reasons.insert(.sameAction) }
    if report.mode != StringPool.unknown, report.mode == event.mode { reasons.insert(.sameMode) }
    if event.clauses.contains(report.clause) { reasons.insert(.sameClause) }
    if !event.articles.contains(report.article), isFromSameText(report, event) {
      reasons.insert(.sameText)
    }
    return reasons
  }

  // MARK: Parties

  /// Mutual acts share two parties or one side has all of the other's; directed acts share an
  /// actor, and a target unless one names none.
  private static func partiesMatch(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    switch (report.isMutual, event.isMutual) {
    case (true, true):
      let shared = overlap(report.actors, event.actors)
      return shared >= 2 || shared == min(report.actors.count, event.actors.count)
    case (false, false): return directedPartiesMatch(report, event)
    case (true, false):
      return mixedPartiesMatch(
        together: report.actors, actors: event.actors, targets: event.targets,
        sameMode: report.mode == event.mode)
    case (false, true):
      return mixedPartiesMatch(
        together: event.actors, actors: report.actors, targets: report.targets,
        sameMode: report.mode == event.mode)
    }
  }

  private static func directedPartiesMatch(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    let sharedActors = overlap(report.actors, event.actors)
    let sharedTargets = overlap(report.targets, event.targets)
    let isTargetOpen = report.targets.isEmpty || event.targets.isEmpty
    if !report.actors.isEmpty, !event.actors.isEmpty {
      return sharedActors > 0 && (sharedTargets > 0 || isTargetOpen)
    }
    if sharedTargets > 0 { return true }
    let hasNobody =
      report.actors.isEmpty && event.actors.isEmpty && report.targets.isEmpty
      && event.targets.isEmpty
    return hasNobody && samePlace(report, event) && event.actions.contains(report.action)
  }

  /// "A visits B" and "A and B meet" share both; "A holds talks" fits "A and B hold talks".
  private static func mixedPartiesMatch(
    together: [UInt32], actors: [UInt32], targets: [UInt32], sameMode: Bool
  ) -> Bool {
    if targets.isEmpty { return sameMode && !actors.isEmpty && overlap(together, actors) > 0 }
    return overlap(together, actors) + overlap(together, targets) >= 2
  }

  private static func sharedParties(_ report: ReportFacts, _ event: EventFacts) -> Int {
    let parties = report.actors + report.targets
    return parties.count { event.actors.contains($0) || event.targets.contains($0) }
  }

  private static func overlap(_ a: [UInt32], _ b: [UInt32]) -> Int {
    a.count { b.contains($0) }
  }

  // MARK: Time and place

  private static func samePlace(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    report.place != ReferenceColumn.unknown && report.place == event.place
  }

  /// A weekday or a day without its year must fit the event's date, or those of its reports.
  private static func partialDatesMatch(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    if let partial = report.partialDate {
      if let date = event.date.date { return partial.fits(date) }
      return event.partialDates.allSatisfy { $0.agrees(with: partial) }
    }
    return report.date.date.map { date in event.partialDates.allSatisfy { $0.fits(date) } } ?? true
  }

  /// What a report without a good date needs besides compatible parties.
  ///
  /// Either it is a reprint's: another article with the same text has it with the same word or mode
  /// and a party. Or two parties agree, or the one party and the place; and besides another article
  /// nearby in time, the place, the word, a day without its year that fits, or a weekday that fits
  /// and the mode.
  private static func circumstancesMatch(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    let shared = sharedParties(report, event)
    let isSameAction = event.actions.contains(report.action)
    let isSamePlace = samePlace(report, event)
    let isInEvent = event.articles.contains(report.article)
    let isSameMode = report.mode == event.mode
    if !isInEvent, shared > 0, isSameMode, isFromSameText(report, event) {
      if isSameAction || report.mode != StringPool.unknown { return true }
    }
    // A visit and a meeting that are not dated are likelier two things than one.
    if !isSameMode, report.partialDate == nil || event.precision > .days { return false }
    guard shared >= 2 || (shared == 1 && isSamePlace) else { return false }
    let distance = publicationDistance(report, event)
    if let distance, distance > farDays {
      return (shared >= 2 && isSamePlace || shared >= 3) && distance <= farthestDays
    }
    if let distance, distance <= closeDays, !isInEvent { return true }
    if let partial = report.partialDate, event.precision <= .days {
      if partial.month != nil, partial.dayOfMonth != nil { return true }
      // 'arrived on Tuesday' and 'flew in on 26 September', with the same parties.
      if partial.weekday != nil, isSameMode, report.mode != StringPool.unknown { return true }
    }
    // Three parties are seldom together twice.
    return isSamePlace || isSameAction || shared >= 3
  }

  private static func isFromSameText(_ report: ReportFacts, _ event: EventFacts) -> Bool {
    event.families.contains(report.family)
      || report.relatives.contains { event.articles.contains($0) }
  }

  /// Days between the report's publication and the nearest of the event's; nil where not known.
  private static func publicationDistance(_ report: ReportFacts, _ event: EventFacts) -> Int? {
    if event.articles.contains(report.article) { return 0 }
    guard let day = report.published else { return nil }
    return event.published.map { abs(Int($0) - Int(day)) }.min()
  }
}

extension PartialDate {
  /// Whether both can mean the same day.
  fileprivate func agrees(with other: PartialDate) -> Bool {
    func agree(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }
    return agree(weekday, other.weekday) && agree(month, other.month)
      && agree(dayOfMonth, other.dayOfMonth)
  }
}
