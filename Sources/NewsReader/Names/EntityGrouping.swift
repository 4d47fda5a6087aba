internal import NewsModel

/// The names of one entity.
struct EntityGroup: Sendable {
  /// Fullest form.
  var name: String
  var kind: EntityKind
  /// Positions in ``Document/names``, in order.
  var names: [Int]
  /// Country that the lists give.
  var country: String?
}

/// Puts the names of a document together that name one thing.
struct EntityGrouping {
  private let text: NameText
  private let lexicon: NameLexicon

  init(text: NameText, lexicon: NameLexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// All places of one form and kind.
  private struct FormClass {
    var form: NameForm
    var folds: String
    var kind: EntityKind
    var known: KnownName?
    var names: [Int]
    var gender: WordClass
    var isUpper: Bool
  }

  private struct Key: Hashable {
    var folds: String
    var kind: EntityKind
  }

  /// The entities that `names` name, in order of first mention.
  func groups(of names: [NameSpan]) -> [EntityGroup] {
    var forms = formClasses(names)
    let links = links(names)
    // The fullest forms first: every shorter form then finds its longer one.
    forms.sort { a, b in
      let (x, y) = (a.form.words.count, b.form.words.count)
      if x != y { return x > y }
      if (a.form.generation == nil) != (b.form.generation == nil) {
        return a.form.generation != nil
      }
      return (a.names.first ?? 0) < (b.names.first ?? 0)
    }
    var clusters: [[FormClass]] = []
    var index = ClusterIndex()
    for form in forms {
      let keys = indexKeys(of: form, links: links)
      let near = index.clusters(under: keys)
      let at = cluster(for: form, in: clusters, near: near, links: links) ?? clusters.count
      if at == clusters.count { clusters.append([form]) } else { clusters[at].append(form) }
      index.add(at, under: keys)
    }
    let groups = clusters.map(group)
    return groups.sorted { ($0.names.first ?? 0) < ($1.names.first ?? 0) }
  }

  private func formClasses(_ names: [NameSpan]) -> [FormClass] {
    var classes: [FormClass] = []
    var positions: [Key: Int] = [:]
    for (index, span) in names.enumerated() {
      let key = Key(folds: text.nameFolds(span.tokens), kind: span.kind)
      let isUpper = span.tokens.allSatisfy {
        text.shapes[$0] == .capitals || text.shapes[$0] == .mark
      }
      let gender = span.tokens.lowerBound > 0 ? text.classes[span.tokens.lowerBound - 1] : []
      if let at = positions[key] {
        classes[at].names.append(index)
        classes[at].gender.formUnion(gender)
        if classes[at].isUpper, !isUpper {
          classes[at].form = NameForm(text.surface(of: span.tokens))
          classes[at].isUpper = false
        }
      } else {
        positions[key] = classes.count
        let known = lexicon.names[key.folds].flatMap { $0.kind == span.kind ? $0 : nil }
        classes.append(
          FormClass(
            form: NameForm(text.surface(of: span.tokens)), folds: key.folds, kind: span.kind,
            known: known,
            names: [index],
            gender: gender, isUpper: isUpper))
      }
    }
    return classes
  }

  /// Folded forms that the text itself makes equal: `World Food Programme (WFP)`, `X, alias Y`.
  private func links(_ names: [NameSpan]) -> [String: Set<String>] {
    var links: [String: Set<String>] = [:]
    for (first, second) in zip(names, names.dropFirst()) where first.kind == second.kind {
      guard text.isSecondName(second.tokens, of: first.tokens) else { continue }
      let (a, b) = (text.folds(first.tokens), text.folds(second.tokens))
      links[a, default: []].insert(b)
      links[b, default: []].insert(a)
    }
    return links
  }

  // MARK: Which entity

  /// What two forms of one entity have in common.
  private func indexKeys(of form: FormClass, links: [String: Set<String>]) -> [String] {
    var keys = form.form.wordKeys.map { "w " + $0 }
    keys.append("n " + form.form.key)
    keys.append("f " + form.folds)
    keys.append("a " + (form.form.acronym ?? form.form.initials))
    if let known = form.known { keys.append("k " + known.canonical) }
    for link in links[form.folds] ?? [] { keys.append("f " + link) }
    return keys
  }

  private func cluster(
    for form: FormClass, in clusters: [[FormClass]], near: [Int], links: [String: Set<String>]
  ) -> Int? {
    var best: (at: Int, relation: NameForm.Relation, distance: Int)?
    for at in near where clusters[at][0].kind == form.kind {
      let cluster = clusters[at]
      guard let relation = relation(of: form, to: cluster, links: links) else { continue }
      let distance = distance(from: form, to: cluster)
      if let known = best {
        if relation < known.relation { continue }
        if relation == known.relation, distance >= known.distance { continue }
      }
      best = (at, relation, distance)
    }
    return best?.at
  }

  /// How far before the first place of `form` the entity was last named; after it counts double.
  private func distance(from form: FormClass, to cluster: [FormClass]) -> Int {
    guard let first = form.names.first else { return 0 }
    var nearest = Int.max
    for other in cluster {
      for index in other.names {
        nearest = min(nearest, index < first ? first - index : 2 * (index - first) + 1000)
      }
    }
    return nearest
  }

  private func relation(
    of form: FormClass, to cluster: [FormClass], links: [String: Set<String>]
  ) -> NameForm.Relation? {
    var best: NameForm.Relation?
    for other in cluster {
      let relation: NameForm.Relation?
      if let known = form.known, let theirs = other.known, known.canonical == theirs.canonical,
        known.group == theirs.group
      {
        relation = .variant
      } else if links[form.folds]?.contains(other.folds) ?? false {
        relation = .variant
      } else {
        switch form.kind {
        case .person: relation = person(form, other)
        case .organization: relation = organization(form, other)
        case .place: relation = place(form, other)
        }
      }
      if let relation { best = max(best ?? relation, relation) }
    }
    // A title in front may rule it out: 'Mrs Lima' is not Pedro Lima.
    if form.kind == .person, let found = best, found <= .last {
      let mine = form.gender.intersection([.titleHe, .titleShe])
      let theirs = cluster.reduce(into: WordClass()) { $0.formUnion(gender($1)) }
      if mine == .titleShe, theirs == .titleHe { best = nil }
      if mine == .titleHe, theirs == .titleShe { best = nil }
    }
    return best
  }

  private func gender(_ form: FormClass) -> WordClass {
    var wordClass = form.gender.intersection([.titleHe, .titleShe])
    if wordClass.isEmpty, form.form.words.count > 1, let first = form.form.words.first {
      let given = lexicon.givenGenders[first]
      if given == .givenHe { wordClass = .titleHe }
      if given == .givenShe { wordClass = .titleShe }
    }
    return wordClass
  }

  private func person(_ form: FormClass, _ other: FormClass) -> NameForm.Relation? {
    guard let relation = form.form.relation(to: other.form) else { return nil }
    return relation == .acronym ? nil : relation
  }

  private func organization(_ form: FormClass, _ other: FormClass) -> NameForm.Relation? {
    guard let relation = form.form.relation(to: other.form) else {
      return other.form.isAcronym(of: form.form) ? .acronym : nil
    }
    switch relation {
    case .same, .variant, .acronym: return relation
    case .last:
      // 'Defense Ministry' after 'Ruritanian Defense Ministry'; 'the Commission'.
      if form.known != nil, other.known != nil, !isNational(other.form) { return nil }
      guard !lexicon.wordClass(form.form.last).isDisjoint(with: .organizationHead) else {
        return nil
      }
      return relation
    case .first:
      if form.known != nil && other.known != nil || form.known?.kind == .place { return nil }
      // 'Acme' after 'Acme Group'; 'Acme Construction' is another firm.
      let rest = other.form.words.dropFirst(form.form.words.count)
      return rest.allSatisfy { lexicon.wordClass($0).contains(.organizationHead) } ? relation : nil
    case .part: return nil
    }
  }

  /// `US Congress`, `Kenyan Senate`: the first word only tells the country.
  private func isNational(_ form: NameForm) -> Bool {
    guard let first = form.words.first else { return false }
    return lexicon.demonyms[first] != nil || lexicon.names[first]?.group == .country
  }

  private func place(_ form: FormClass, _ other: FormClass) -> NameForm.Relation? {
    if form.known != nil, other.known != nil, form.known?.group == .country { return nil }
    if form.form.isVariant(of: other.form) { return .variant }
    if undirected(form.form.words) == undirected(other.form.words) { return .variant }
    // 'Gornja' after 'Gornja-Mala', not 'Sudan' after 'South Sudan'.
    if form.form.words.count == 1, other.form.text.contains("-"), !other.form.text.contains(" "),
      form.known == nil || form.known?.group == other.known?.group,
      let last = other.form.words.last, last == form.form.last,
      let first = other.form.words.first, !lexicon.wordClass(first).contains(.direction)
    {
      return .last
    }
    // 'Lumba' after 'Lumba airport' is the town; 'the Kingdom' has no town.
    return nil
  }

  /// `eastern` and `East` are one word here.
  private func undirected(_ words: [String]) -> [String] {
    guard words.count > 1, let first = words.first, first.hasSuffix("ern") else { return words }
    return [String(first.dropLast(3))] + words.dropFirst()
  }

  // MARK: The entity

  private func group(_ cluster: [FormClass]) -> EntityGroup {
    let names = cluster.flatMap(\.names).sorted()
    // No acronym, no headline's capitals, then the longest, then the first.
    let fullest = cluster.max { a, b in rank(a) < rank(b) }
    let known = cluster.lazy.compactMap(\.known).first
    return EntityGroup(
      name: fullest?.form.text ?? "", kind: cluster[0].kind, names: names, country: known?.country)
  }

  private func rank(_ form: FormClass) -> (Int, Int, Int, Int) {
    (
      form.form.acronym != nil && form.form.words.count == 1 ? 0 : 1, form.isUpper ? 0 : 1,
      form.form.words.count, -(form.names.first ?? 0)
    )
  }
}
