import NewsModel

/// Compares what the reader takes from one article with the gold annotation.
///
/// An event is found where its type agrees and at least one actor and one target, of those that
/// the gold has; in a mutual act at least two of the parties, in any part. Entities are the same
/// where they share a form of their name.
struct ArticleScorer {
  /// What is compared.
  enum Layer: String, CaseIterable {
    case head, entity, entityKind, event, eventStrict, place, date, status, quote, speaker, figure

    /// The layer whose misses explain this one's score.
    var basis: Layer {
      switch self {
      case .entityKind: .entity
      case .eventStrict, .place, .date, .status: .event
      default: self
      }
    }
  }

  /// The scores so far.
  private(set) var scores: [Layer: GoldScore] = [:]
  /// One line for each thing of a layer that was missed or should not have been found.
  private(set) var misses: [Layer: [String]] = [:]

  private let id: String
  private let gold: GoldArticle
  private let found: AnnotatedArticle
  /// The gold name that a folded form stands for.
  private var goldNames: [String: String] = [:]

  /// Compares `found` with `gold`; `id` names the article in the misses.
  init(id: String, gold: GoldArticle, found: AnnotatedArticle) {
    self.id = id
    self.gold = gold
    self.found = found
    compareHeads()
    compareEntities()
    compareEvents()
    compareQuotes()
    compareFigures()
  }

  private mutating func add(_ layer: Layer, right: Int, found: Int, gold: Int) {
    scores[layer, default: GoldScore()] += GoldScore(right: right, found: found, gold: gold)
  }

  private mutating func miss(_ layer: Layer, _ line: String) {
    misses[layer, default: []].append("\(id): \(line)")
  }

  private func text(_ range: TextRange) -> String {
    String(decoding: Array(found.article.text.utf8)[range.lower..<range.upper], as: UTF8.self)
  }

  private func name(_ entity: EntityIndex) -> String {
    let name = folded(found.entities[entity.position].name)
    return goldNames[name] ?? name
  }

  private mutating func compareHeads() {
    let expected = Set(gold.article.fields.map { "\($0.field) \(folded($0.value))" })
    let fields = found.article.head.filter { $0.field != "author" }
    let given = Set(fields.map { "\($0.field) \(folded($0.value))" })
    add(
      .head, right: expected.intersection(given).count, found: given.count, gold: expected.count)
    for field in expected.subtracting(given).sorted() { miss(.head, "missed \(field)") }
    for field in given.subtracting(expected).sorted() { miss(.head, "extra \(field)") }
  }

  private mutating func compareEntities() {
    let forms = found.entities.map { Set(($0.aliases + [$0.name]).map { folded($0) }) }
    let pairs = bestPairs(gold.entities, Array(forms.indices)) { entity, index in
      Double(entity.forms.intersection(forms[index]).count)
    }
    add(.entity, right: pairs.count, found: forms.count, gold: gold.entities.count)
    let sameKind = pairs.filter { pair in
      gold.entities[pair.gold].kind == found.entities[pair.found].kind.rawValue
    }
    add(.entityKind, right: sameKind.count, found: forms.count, gold: gold.entities.count)
    for pair in pairs {
      for form in forms[pair.found] where goldNames[form] == nil {
        goldNames[form] = gold.entities[pair.gold].name
      }
    }
    for entity in gold.entities {
      for form in entity.forms where goldNames[form] == nil { goldNames[form] = entity.name }
    }
    let matched = Set(pairs.map(\.gold))
    for (index, entity) in gold.entities.enumerated() where !matched.contains(index) {
      miss(.entity, "missed \(entity.name)")
    }
    let right = Set(pairs.map(\.found))
    for (index, entity) in found.entities.enumerated() where !right.contains(index) {
      miss(.entity, "extra \(entity.name)")
    }
  }

  /// How well a report fits a gold event; 0 where it is another.
  private func fit(_ act: GoldArticle.Act, _ report: Report) -> Double {
    guard act.type == report.type.rawValue else { return 0 }
    let goldActors = Set(act.actors)
    let goldTargets = Set(act.targets)
    let actors = Set(report.actors.map(name))
    let targets = Set(report.targets.map(name))
    if goldTargets.isEmpty && goldActors.count > 1 {
      let shared = goldActors.intersection(actors.union(targets)).count
      return shared >= 2 ? Double(shared) : 0
    }
    let sharedActors = goldActors.intersection(actors).count
    let sharedTargets = goldTargets.intersection(targets).count
    guard goldActors.isEmpty || sharedActors > 0, goldTargets.isEmpty || sharedTargets > 0 else {
      return 0
    }
    return 1 + Double(sharedActors + sharedTargets)
      + (act.place == report.place.map(name) ? 0.5 : 0)
      + (act.date == report.date?.description ? 0.5 : 0)
  }

  private mutating func compareEvents() {
    let pairs = bestPairs(gold.events, found.reports, match: fit)
    add(.event, right: pairs.count, found: found.reports.count, gold: gold.events.count)
    var strict = 0
    for pair in pairs {
      let act = gold.events[pair.gold]
      let report = found.reports[pair.found]
      let (actors, targets) = (Set(report.actors.map(name)), Set(report.targets.map(name)))
      let isSame = Set(act.actors) == actors && Set(act.targets) == targets
      let isMutual = act.targets.isEmpty && Set(act.actors) == actors.union(targets)
      if isSame || isMutual { strict += 1 }
      if let place = act.place {
        add(
          .place, right: report.place.map(name) == place ? 1 : 0,
          found: report.place == nil ? 0 : 1, gold: 1)
      }
      if let date = act.date {
        add(
          .date, right: report.date?.description == date ? 1 : 0,
          found: report.date == nil ? 0 : 1, gold: 1)
      }
      add(.status, right: act.status == report.status.rawValue ? 1 : 0, found: 1, gold: 1)
    }
    add(.eventStrict, right: strict, found: found.reports.count, gold: gold.events.count)
    let matched = Set(pairs.map(\.gold))
    for (index, act) in gold.events.enumerated() where !matched.contains(index) {
      miss(.event, "missed \(act.type) \(act.actors) > \(act.targets): \(act.evidence)")
    }
    let right = Set(pairs.map(\.found))
    for (index, report) in found.reports.enumerated() where !right.contains(index) {
      let (actors, targets) = (report.actors.map(name), report.targets.map(name))
      miss(
        .event, "extra \(report.type.rawValue) \(actors) > \(targets): \(text(report.evidence))")
    }
  }

  private mutating func compareQuotes() {
    let pairs = bestPairs(gold.quotes, found.quotes) { quotation, quote in
      let (mine, other) = (folded(quotation.text), folded(text(quote.range)))
      return mine == other || mine.utf8.count > 20 && other.contains(mine) ? 1 : 0
    }
    add(.quote, right: pairs.count, found: found.quotes.count, gold: gold.quotes.count)
    let matched = Set(pairs.map(\.gold))
    for (index, quotation) in gold.quotes.enumerated() where !matched.contains(index) {
      miss(.quote, "missed \(quotation.text)")
    }
    var speakers = 0
    for pair in pairs {
      let quote = found.quotes[pair.found]
      let speaker = quote.speaker.map(name) ?? folded(quote.speakerText ?? "")
      let expected = gold.quotes[pair.gold].speaker
      if speaker == expected || speaker == folded(expected) {
        speakers += 1
      } else {
        miss(.speaker, "'\(speaker)', not '\(expected)'")
      }
    }
    add(.speaker, right: speakers, found: found.quotes.count, gold: gold.quotes.count)
  }

  private mutating func compareFigures() {
    let pairs = bestPairs(gold.figures, found.figures) { quantity, figure in
      guard quantity.low == figure.low, quantity.high == figure.high else { return 0 }
      let mine = Set(folded(quantity.text).split(separator: " "))
      return Double(mine.intersection(folded(text(figure.range)).split(separator: " ")).count)
    }
    add(.figure, right: pairs.count, found: found.figures.count, gold: gold.figures.count)
    let matched = Set(pairs.map(\.gold))
    for (index, quantity) in gold.figures.enumerated() where !matched.contains(index) {
      miss(.figure, "missed \(quantity.text)")
    }
    let right = Set(pairs.map(\.found))
    for (index, figure) in found.figures.enumerated() where !right.contains(index) {
      miss(.figure, "extra \(text(figure.range))")
    }
  }
}
