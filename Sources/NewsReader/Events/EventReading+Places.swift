internal import NewsModel

/// Places that follow from the setting of what is told.
extension EventReading {
  /// Gives events that name no place the one that the text takes for granted.
  ///
  /// Where somebody was on a day he was for all that he did there and then; who takes a state over
  /// does so at home; and the news of the first paragraph is of the town in front of it, if those who
  /// act are of that country. What is planned, alleged or denied gets no such place.
  ///
  /// - Complexity: O(*r*²) in the reports of a day, else O(*r*).
  func placeBySetting(_ reports: inout [Report]) {
    let town = datelineTown
    let lead = document.sentences.first { document.blocks[$0.block].kind == .paragraph }?.block
    for index in reports.indices
    where reports[index].place == nil && reports[index].status == .happened {
      if isTakeover(reports[index]) {
        let parties = reports[index].actors + reports[index].targets
        reports[index].place =
          parties.lazy.compactMap { land(of: $0) }.first
          ?? (document.article.place == nil ? resolver.home : nil)
      } else if let town,
        document.sentences[reports[index].sentence].block == lead
          || reports[index].type == .protest,
        isDoneAtHome(reports[index])
      {
        reports[index].place = town
      }
    }
    shareByDay(&reports)
  }

  /// The place of the act of `match`; where its clause tells none, that of what the same person did
  /// just before: 'She flew to Oslo. She met the king.'
  func place(
    _ match: FrameMatcher.Match, _ act: Act, _ status: EventStatus,
    _ matches: [Int: FrameMatcher.Match]
  ) -> EntityIndex? {
    if let place = places.place(match, act, matches) { return place }
    guard status == .happened, act.mode != "phone" else { return nil }
    return earlierClauses(of: match.predicate.token).lazy
      .compactMap { places.setting(of: $0, act, matches) }.first { !resolver.isCountry($0) }
  }

  /// The town of the dateline, where the article counts it among its places.
  private var datelineTown: EntityIndex? {
    guard let place = document.article.place.map({ folded($0) }) else { return nil }
    return document.entities.firstIndex { entity in
      entity.kind == .place && entity.aliases.contains { folded($0) == place }
    }.map { EntityIndex($0) }
  }

  /// Whether an act is a coup or what follows one: a curfew, a state of emergency.
  private func isTakeover(_ report: Report) -> Bool {
    guard report.type == .coerce else { return false }
    return ["curfew", "martial-law"].contains(report.mode ?? "")
      || report.mode == "seize" && lexicon.isMember(report.action, of: "takeover")
  }

  /// The country that an entity is, or acts for, as far as the article names it.
  private func land(of entity: EntityIndex) -> EntityIndex? {
    resolver.isCountry(entity) ? entity : resolver.country(of: entity)
  }

  /// Whether an act is of a kind that is done where it is reported from, by those who live there.
  private func isDoneAtHome(_ report: Report) -> Bool {
    guard let home = resolver.home else { return false }
    if report.type == .consult {
      return report.mode != "phone" && report.actors.contains { land(of: $0) == home }
    }
    let parties = report.actors.isEmpty ? report.targets : report.actors
    guard !parties.isEmpty, parties.allSatisfy({ land(of: $0) ?? home == home }) else {
      return false
    }
    switch report.type {
    case .coerce, .protest: return true
    case .sanction: return report.mode == "convict" || report.actors.contains(where: isChamber)
    case .reject, .request, .accuse: return report.actors.contains(where: isChamber)
    default: return false
    }
  }

  /// Whether an organization is a court or a parliament.
  private func isChamber(_ entity: EntityIndex) -> Bool {
    guard document.entities[entity.position].kind == .organization else { return false }
    return document.entities[entity.position].name.split(separator: " ").contains {
      lexicon.isMember(folded(String($0)), of: "chamber")
    }
  }

  /// Gives what somebody did on a day the place where he was that day, if only one is told.
  private func shareByDay(_ reports: inout [Report]) {
    var placesOf: [PresenceKey: Set<EntityIndex>] = [:]
    for report in reports where report.status == .happened && report.date?.precision == .day {
      guard let place = report.place, let date = report.date, !resolver.isCountry(place) else {
        continue
      }
      for actor in report.actors where isPresent(actor) {
        placesOf[PresenceKey(entity: actor, date: date), default: []].insert(place)
      }
    }
    for index in reports.indices
    where reports[index].place == nil && reports[index].status == .happened {
      guard let date = reports[index].date, reports[index].mode != "phone" else { continue }
      let places = reports[index].actors.filter(isPresent).compactMap {
        placesOf[PresenceKey(entity: $0, date: date)]
      }
      let all = places.reduce(into: Set<EntityIndex>()) { $0.formUnion($1) }
      if all.count == 1, let place = all.first { reports[index].place = place }
    }
  }

  /// Whether an entity can only be in one place at a time: a person, a court.
  private func isPresent(_ entity: EntityIndex) -> Bool {
    document.entities[entity.position].kind == .person || isChamber(entity)
  }
}

/// Somebody on a day.
private struct PresenceKey: Hashable {
  let entity: EntityIndex
  let date: NewsDate
}
