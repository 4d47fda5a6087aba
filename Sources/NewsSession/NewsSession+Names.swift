internal import NewsStore

/// Why a name could not be corrected.
public enum NameCorrectionError: Error, Sendable, Hashable {
  /// No entity has the name; `near` are names like it.
  case noSuchName(String, near: [String])
  /// Several entities have it; `ids` name them.
  case ambiguous(String, ids: [String])
  /// It is the only name by which its entity goes; `others` are its further ones.
  case ownName(String, others: [String])

  /// What is wrong, in a sentence without a full stop.
  public var message: String {
    switch self {
    case .noSuchName(let name, _): "no article names '\(name)'"
    case .ambiguous(let name, _): "'\(name)' can mean several"
    case .ownName(let name, _): "'\(name)' is the name by which its entity goes"
    }
  }

  /// What to do next; nil where nothing helps.
  public var hint: String? {
    switch self {
    case .noSuchName(_, let near):
      near.isEmpty ? nil : "did you mean '\(near.joined(separator: "' or '"))'?"
    case .ambiguous(_, let ids): "give one of \(ids.joined(separator: ", "))"
    case .ownName(let name, let others):
      "say which two are apart: '.split \(others.first ?? "NAME") from \(name)'"
    }
  }
}

extension NewsSession {
  /// The user's word on names, in the order in which it was given.
  public var corrections: [NameCorrection] { store.corrections }

  /// What became of ``corrections``, one each.
  public var correctionOutcomes: [CorrectionOutcome] { loaded.snapshot.correctionOutcomes }

  /// Takes the user's word on names; what it says of two names takes the place of what was said of
  /// them before.
  ///
  /// Queries that run from now on see the names so. What cannot be carried out is not kept, except
  /// that a name may turn up in articles that are loaded later.
  ///
  /// - Returns: What became of each.
  /// - Complexity: As building a snapshot: O(*rows* log *rows*).
  @discardableResult
  public func correct(_ new: [NameCorrection]) -> [CorrectionOutcome] {
    var latest: [Set<String>: NameCorrection] = [:]
    for correction in new { latest[correction.foldedNames] = correction }
    let all =
      store.corrections.filter { latest[$0.foldedNames] == nil }
      + new.filter { latest[$0.foldedNames] == $0 }
    use(all)
    var outcomeOf: [NameCorrection: CorrectionOutcome] = [:]
    for (correction, outcome) in zip(all, correctionOutcomes) { outcomeOf[correction] = outcome }
    let refused = Set(
      new.filter { correction in
        switch outcomeOf[correction] {
        case .keptApart, .oneInArticle: true
        default: false
        }
      })
    if !refused.isEmpty { use(all.filter { !refused.contains($0) }) }
    return new.map { outcomeOf[$0] ?? .alreadySo }
  }

  /// Takes corrections back; those that were not made are passed over.
  public func takeBack(_ corrections: [NameCorrection]) {
    let gone = Set(corrections)
    use(store.corrections.filter { !gone.contains($0) })
  }

  private func use(_ corrections: [NameCorrection]) {
    store.corrections = corrections
    loaded = Loaded(store.snapshot)
  }

  /// The correction that makes one of the entities that two names mean; the second one stays.
  ///
  /// Names are understood as queries understand them; `@id` is one entity for sure.
  public func merger(of name: String, into other: String) throws(NameCorrectionError)
    -> NameCorrection
  {
    let own = try entity(meant: name)
    let staying = try entity(meant: other)
    return NameCorrection(lastingName(of: own), .same, lastingName(of: staying))
  }

  /// How to undo that a name is one with others: the corrections that made it so, which are to be
  /// taken back, or else the one that keeps it apart from its entity.
  public func separation(of name: String) throws(NameCorrectionError)
    -> (takingBack: [NameCorrection], correction: NameCorrection?)
  {
    // An id is made of a name, and leads to the other entity once that name was said to be its.
    let given = name.hasPrefix("@") ? String(name.dropFirst()) : name
    let made = corrections.filter { $0.relation == .same && $0.joins(given) }
    if !made.isEmpty { return (made, nil) }
    let lasting = name.hasPrefix("@") ? lastingName(of: try entity(meant: name)) : name
    let wanted = folded(lasting)
    let entity = try entity(meant: lasting)
    let explainer = Explainer(loaded.snapshot)
    let own = explainer.text(.entities, "name", entity.row) ?? ""
    guard folded(own) != wanted else {
      let others = loaded.snapshot.names(of: entity).map(\.text).filter { folded($0) != wanted }
      throw .ownName(lasting, others: others)
    }
    return ([], NameCorrection(lasting, .different, own))
  }

  /// The entity that a name means.
  private func entity(meant name: String) throws(NameCorrectionError) -> EntityID {
    let names = loaded.snapshot.names
    if name.hasPrefix("@") {
      guard let entity = names.entity(slug: String(name.dropFirst())) else {
        throw .noSuchName(name, near: [])
      }
      return entity
    }
    let found = names.bestMatches(name)
    guard let first = found.first else {
      throw .noSuchName(name, near: Array(names.nearest(name, count: 2)))
    }
    guard found.count == 1 else {
      let explainer = Explainer(loaded.snapshot)
      throw .ambiguous(
        name, ids: found.prefix(4).compactMap { explainer.text(.entities, "id", $0.entity.row) })
    }
    return first.entity
  }

  /// A name that will mean an entity in another session too, with its kind or country in brackets
  /// where others are called the same; its id where nothing tells them apart.
  private func lastingName(of entity: EntityID) -> String {
    let explainer = Explainer(loaded.snapshot)
    func text(_ field: String, _ entity: EntityID) -> String? {
      explainer.text(.entities, field, entity.row)
    }
    let name = text("name", entity) ?? ""
    let namesakes = loaded.snapshot.names.matches(name).map(\.entity).filter {
      $0 != entity && text("name", $0).map { folded($0) } == folded(name)
    }
    if namesakes.isEmpty { return name }
    for field in ["kind", "country"] {
      guard let own = text(field, entity) else { continue }
      if namesakes.allSatisfy({ text(field, $0).map { folded($0) } != folded(own) }) {
        return "\(name) (\(own))"
      }
    }
    return text("id", entity) ?? name
  }
}

extension NameCorrection {
  /// Whether this made one with others what goes by `name`: the left name or a short form of it,
  /// or the right name itself.
  fileprivate func joins(_ name: String) -> Bool {
    folded(other) == folded(name) || NameForm(name).relation(to: NameForm(self.name)) != nil
  }

  /// The two names in whatever order and spelling.
  fileprivate var foldedNames: Set<String> { [folded(name), folded(other)] }
}
