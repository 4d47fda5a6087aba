internal import NewsModel

/// Finds to whom a reply goes: who made the claim that is denied, who did the deed that is condemned.
struct ReplyResolver {
  private let document: Document
  private let reader: PredicateReader
  private let lexicon: FrameLexicon

  /// How many sentences back an act may stand that a reply answers.
  private static let reach = 3

  init(_ document: Document, _ reader: PredicateReader, _ lexicon: FrameLexicon) {
    self.document = document
    self.reader = reader
    self.lexicon = lexicon
  }

  /// The parties that a reply without a named target is addressed to, by the acts told before.
  func addressees(
    of type: EventType, by actors: [EntityIndex], _ predicate: Predicate, after told: [Report]
  ) -> [EntityIndex] {
    let sentence = document.tokens[predicate.token].sentence
    let recent = told.reversed().prefix { sentence - $0.sentence <= Self.reach }.filter {
      !$0.actors.isEmpty && Set($0.actors).isDisjoint(with: actors)
    }
    let object = predicate.tokens("obj").first
    switch type {
    case .reject:
      guard object.map({ pointsBack($0, "claims") }) ?? true else { return [] }
      let claims = recent.filter {
        [.accuse, .request, .threaten, .agree].contains($0.type)
      }
      let own = claims.first { !Set($0.targets).isDisjoint(with: actors) }
      if let claim = own ?? (object == nil ? nil : claims.first) { return claim.actors }
      let word = told.reversed().prefix { sentence - $0.sentence <= Self.reach }
        .first { $0.attribution != nil }
      return word.flatMap(speaker(of:)).map { actors.contains($0) ? [] : [$0] } ?? []
    case .agree:
      guard let object, pointsBack(object, "claims") else { return [] }
      let lemma = document.lemmas[predicate.token].lowercased()
      guard lemma == "accept" else { return [] }
      return recent.first { $0.type == .request || $0.type == .agree }?.actors ?? []
    case .accuse, .support:
      guard let object else { return [] }
      if let type = actNamed(object, isAgainst: type == .accuse) {
        return recent.first {
          $0.type == type && $0.status == .happened
            && (type.quadClass == .materialConflict || $0.actors.count > 1)
        }?.actors ?? []
      }
      guard pointsBack(object, "deeds") else { return [] }
      let lemma = document.lemmas[object].lowercased()
      let deeds = recent.filter {
        $0.type.quadClass == (type == .accuse ? .materialConflict : $0.type.quadClass)
      }
      return (deeds.first { $0.action == lemma } ?? deeds.first)?.actors ?? []
    default: return []
    }
  }

  /// The type of the act that a definite noun names: 'the extradition', 'the sanctions'.
  private func actNamed(_ noun: Int, isAgainst: Bool) -> EventType? {
    guard document.tags[noun].universal == .noun, isDefinite(noun),
      let type = lexicon.frames(.noun, document.lemmas[noun].lowercased()).first?.type,
      isAgainst || type.quadClass != .verbalConflict
    else { return nil }
    return type
  }

  private func isDefinite(_ noun: Int) -> Bool {
    reader.tree.children(noun, "det").contains {
      ["the", "this", "that", "these", "those", "such"].contains(
        document.tokens[$0].lower)
    }
  }

  /// The entity whose word a report is.
  private func speaker(of report: Report) -> EntityIndex? {
    document.entities.firstIndex { $0.name == report.attribution }.map { EntityIndex($0) }
  }

  /// Whether a phrase names an act by a word of `wordClass` and points back to it.
  private func pointsBack(_ token: Int, _ wordClass: String) -> Bool {
    guard lexicon.isMember(document.lemmas[token].lowercased(), of: wordClass) else { return false }
    if document.tags[token].universal == .pron || document.tags[token].universal == .det {
      return true
    }
    return isDefinite(token)
  }
}
