internal import NewsModel

/// Makes one report of several that tell one act.
struct ReportMerger {
  private let isCountry: (EntityIndex) -> Bool

  /// How many reports of a type back an act is looked for.
  private static let reach = 64

  init(isCountry: @escaping (EntityIndex) -> Bool) { self.isCountry = isCountry }

  /// The reports of an article, each act once, in the order of their first telling.
  ///
  /// - Complexity: O(*n*): a report is compared with the last reports of its type only.
  func merged(_ reports: [Report]) -> [Report] {
    var result: [Report] = []
    var byType: [EventType: [Int]] = [:]
    for report in reports {
      let same = byType[report.type]?.suffix(Self.reach).first { tellSameAct(result[$0], report) }
      if let same {
        result[same] = union(result[same], report)
      } else {
        byType[report.type, default: []].append(result.count)
        result.append(report)
      }
    }
    return result
  }

  /// Types in which meetings of the same parties told twice are one.
  private static let mutual: Set<EventType> = [.consult, .agree, .cooperate, .support]

  private func tellSameAct(_ a: Report, _ b: Report) -> Bool {
    guard a.status == b.status || (a.status != .denied && b.status != .denied) else { return false }
    if let x = a.mode, let y = b.mode, x != y { return false }
    if a.type == .consult, (a.mode == "visit") != (b.mode == "visit") { return false }
    if let x = a.date, let y = b.date, !x.overlaps(y) { return false }
    if isNews(a) && isPast(b) || isPast(a) && isNews(b) { return false }
    if let x = a.place, let y = b.place, x != y, !isCountry(x), !isCountry(y) { return false }
    let (aAll, bAll) = (Set(a.actors + a.targets), Set(b.actors + b.targets))
    // A date on one side only: the other telling may be of another time.
    if (a.date == nil) != (b.date == nil), aAll != bAll, a.place != b.place || a.place == nil {
      return false
    }
    let isOneWord = a.action == b.action
    if a.targets.isEmpty && b.targets.isEmpty {
      let isMutual = Self.mutual.contains(a.type)
      guard isOneWord || isMutual else { return false }
      if isMutual, min(aAll.count, bAll.count) == 1 { return aAll == bAll && isOneWord }
      return aAll.isSubset(of: bAll) || bAll.isSubset(of: aAll)
    }
    guard agree(a.actors, b.actors), agree(a.targets, b.targets), !aAll.isDisjoint(with: bAll)
    else { return false }
    let isOneMode = a.mode != nil && a.mode == b.mode
    return isOneWord || isOneMode || (a.date != nil && a.date == b.date)
  }

  /// A bare weekday dates the news of the day, a bare year what went before.
  private func isNews(_ report: Report) -> Bool {
    report.date == nil && report.partialDate?.weekday != nil
  }

  private func isPast(_ report: Report) -> Bool {
    report.date.map { $0.precision == .year || $0.precision == .span } ?? false
  }

  private func agree(_ a: [EntityIndex], _ b: [EntityIndex]) -> Bool {
    a.isEmpty || b.isEmpty || Set(a).isSubset(of: b) || Set(b).isSubset(of: a)
  }

  private func union(_ a: Report, _ b: Report) -> Report {
    var result = a
    if result.mode == nil { result.mode = b.mode }
    for actor in b.actors where !result.actors.contains(actor) && !result.targets.contains(actor) {
      result.actors.append(actor)
    }
    for target in b.targets
    where !result.targets.contains(target) && !result.actors.contains(target) {
      result.targets.append(target)
    }
    if result.place == nil || result.place.map(isCountry) == true, let place = b.place {
      result.place = place
    }
    if let date = b.date, result.date.map({ $0.contains(date) }) ?? true {
      result.date = date
      result.dateBasis = b.dateBasis
      result.partialDate = nil
    } else if result.date == nil, result.partialDate == nil {
      result.partialDate = b.partialDate
    }
    if result.attribution == nil { result.attribution = b.attribution }
    if result.status == .alleged, b.status == .happened { result.status = .happened }
    for context in b.contexts where !result.contexts.contains(context) {
      result.contexts.append(context)
    }
    result.marks += b.marks.filter { !a.marks.contains($0) }
    return result
  }
}
