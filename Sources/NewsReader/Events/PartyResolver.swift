internal import NewsModel

/// Finds the entities that a phrase stands for.
///
/// 'Turkish soldiers' are Turkey, 'the minister's spokesman' is the minister unless he is named,
/// 'Ankara' is Turkey where the capital acts.
struct PartyResolver {
  private let document: Document
  private let tree: DependencyTree
  private let reader: PredicateReader
  private let lexicon: FrameLexicon
  private let mentions: MentionIndex
  private let nameRows: NameRows
  private let countrySet: Set<EntityIndex>
  /// By token: the country that an adjective such as 'Turkish' stands for.
  private let demonymAt: [EntityIndex?]
  /// By entity: the country that acts where its capital is named; else the entity itself.
  private let acting: [EntityIndex]
  /// By entity: the country in which it lies, where the article names it.
  private let homes: [EntityIndex?]
  /// The country of the dateline, else the one that the article is about, where it is named: whose
  /// police 'the police' are.
  let home: EntityIndex?

  /// How many phrases deep an entity may stand: 'three of the group's lorries'.
  private static let depthLimit = 4

  init(
    _ document: Document, _ reader: PredicateReader, _ lexicon: FrameLexicon,
    _ names: CountryNames
  ) {
    self.document = document
    self.reader = reader
    tree = reader.tree
    self.lexicon = lexicon
    mentions = MentionIndex(document)
    nameRows = NameRows(document, reader.tree)
    var countryEntities: [String: EntityIndex] = [:]
    for (position, entity) in document.entities.enumerated() where entity.kind == .place {
      let forms = Set(entity.aliases + [entity.name])
      let isCountry =
        forms.contains(where: names.isCountry)
        || entity.country.map { folded($0) == folded(entity.name) } ?? false
      guard isCountry else { continue }
      for form in forms + [entity.country].compactMap({ $0 }) {
        countryEntities[folded(form)] = EntityIndex(position)
      }
    }
    countrySet = Set(countryEntities.values)
    demonymAt = names.demonyms(in: document.tokens).map { country in
      country.flatMap { countryEntities[folded($0)] }
    }
    acting = document.entities.enumerated().map { position, entity in
      guard entity.kind == .place else { return EntityIndex(position) }
      for form in [entity.name] + entity.aliases {
        if let country = names.country(ofCapital: form),
          let found = countryEntities[folded(country)]
        {
          return found
        }
      }
      return EntityIndex(position)
    }
    homes = document.entities.map { $0.country.flatMap { countryEntities[folded($0)] } }
    home =
      document.article.place.flatMap { place in
        countryEntities[folded(place)]
          ?? names.country(ofCapital: place).flatMap { countryEntities[folded($0)] }
          ?? document.entities.first { $0.aliases.contains { folded($0) == folded(place) } }
          .flatMap { $0.country }.flatMap { countryEntities[folded($0)] }
      } ?? Self.subject(of: document, countryEntities, names)
  }

  /// The country that an article is about: named at least twice as often as any other.
  private static func subject(
    of document: Document, _ countries: [String: EntityIndex], _ names: CountryNames
  ) -> EntityIndex? {
    let byPosition = document.entities.map { entity in
      entity.kind == .place
        ? countries[folded(names.country(ofCapital: entity.name) ?? entity.name)] : nil
    }
    var counts: [EntityIndex: Int] = [:]
    for mention in document.mentions {
      if let country = byPosition[mention.entity.position] { counts[country, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, first.value > 1 else { return nil }
    return ranked.count == 1 || first.value >= 2 * ranked[1].value ? first.key : nil
  }

  /// The entities of the phrase headed by `token` and of all that is conjoined with it.
  func parties(_ token: Int) -> [EntityIndex] {
    var result: [EntityIndex] = []
    let conjuncts = tree.conjuncts(token)
    for conjunct in conjuncts + nameRows.others(of: token).filter({ !conjuncts.contains($0) }) {
      var found = resolve(conjunct, Self.depthLimit)
      if found.isEmpty, isBare(conjunct) {
        let owner = ownerOfOrgan(conjunct) ?? (isBareOrgan(conjunct) ? home : nil)
        found = [owner].compactMap { $0 }
      }
      for entity in found {
        let party = government(entity, actingAs: conjunct)
        if !result.contains(party) { result.append(party) }
      }
    }
    return result
  }

  /// Whether a phrase means people who act for themselves and no country: 'French farmers', though
  /// they are the French where something is done to them.
  func isPrivate(_ token: Int) -> Bool {
    guard lexicon.isMember(document.lemmas[token].lowercased(), of: "private"),
      mentions.entities(ofPhrase: token, in: tree).isEmpty
    else { return false }
    return tree.children(token).contains { child in
      tree.isRelation(child, among: ["amod", "compound"]) && demonymAt[child] != nil
    }
  }

  /// The country whose organ was named last: 'the last Dutch soldier left, after troops had ...'.
  private func ownerOfOrgan(_ token: Int) -> EntityIndex? {
    let sentence = document.tokens[token].sentence
    var current = token - 1
    while current >= 0, sentence - document.tokens[current].sentence <= 1 {
      let lemma = document.lemmas[current].lowercased()
      if document.tags[current].universal == .noun,
        lexicon.isMember(lemma, of: "state"),
        let owner = resolve(current, Self.depthLimit).first
      {
        return isCountry(owner) ? owner : nil
      }
      current -= 1
    }
    return nil
  }

  /// 'the government', 'police': an organ of a state that the text does not name.
  private func isBareOrgan(_ token: Int) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    guard
      lexicon.isMember(lemma, of: "organ")
        || lexicon.isMember(lemma, of: "state")
          && tree.children(token, "compound").contains(where: {
            lexicon.isMember(document.lemmas[$0].lowercased(), of: "organ")
          })
    else { return false }
    return isBare(token)
  }

  /// Whether a noun has no modifier that could say whose it is.
  private func isBare(_ token: Int) -> Bool {
    guard lexicon.isMember(document.lemmas[token].lowercased(), of: "state") else { return false }
    return tree.children(token).allSatisfy {
      if isBranch($0) { return true }
      return ["det", "case", "punct", "conj", "cc", "appos"].contains(reader.relationKind($0))
        && !["a", "an", "another"].contains(document.tokens[$0].lower)
    }
  }

  /// 'riot police', 'government troops': what kind of organ it is, not whose.
  private func isBranch(_ token: Int) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    return ["amod", "compound"].contains(reader.relationKind(token))
      && (lexicon.isMember(lemma, of: "branch") || lexicon.isMember(lemma, of: "organ"))
  }

  /// The entity that is named at `token` itself, however it acts.
  func entity(at token: Int) -> EntityIndex? { mentions.entity(at: token) }

  /// The entity named by the phrase headed by `token`, titles and appositions included.
  func entity(ofPhrase token: Int) -> EntityIndex? { mentions.entity(ofPhrase: token, in: tree) }

  /// The mention at `token`.
  func mention(at token: Int) -> EntityMention? { mentions.mention(at: token) }

  /// Whether an entity is a country.
  func isCountry(_ entity: EntityIndex) -> Bool {
    countrySet.contains(entity)
  }

  /// The country for a capital whose country the article names; else the entity itself.
  func asParty(_ entity: EntityIndex) -> EntityIndex { acting[entity.position] }

  /// The country whose organ a phrase means by the town that it sits in: 'Bergen police'.
  private func government(_ entity: EntityIndex, actingAs noun: Int) -> EntityIndex {
    let party = asParty(entity)
    guard party == entity, document.entities[entity.position].kind == .place,
      mentions.mention(at: noun)?.entity != entity, !isCountry(entity),
      lexicon.isMember(document.lemmas[noun].lowercased(), of: "state")
    else { return party }
    return country(of: entity) ?? entity
  }

  /// The country in which a place lies, where the article names it.
  func country(of entity: EntityIndex) -> EntityIndex? { homes[entity.position] }

  private func resolve(_ token: Int, _ depth: Int) -> [EntityIndex] {
    let named = mentions.entities(ofPhrase: token, in: tree)
    if !named.isEmpty { return named }
    if isPeople(token), let country = demonymAt[token] { return [country] }
    guard depth > 0 else { return [] }
    for relation in ["nmod:poss", "compound", "amod"] {
      for child in tree.children(token)
      where relation.contains(":")
        ? tree.relation(child) == relation
        : tree.isRelation(child, relation)
      {
        if relation == "amod", entity(at: child) == nil {
          let countries = demonyms(child)
          if !countries.isEmpty { return countries }
          continue
        }
        let found = tree.conjuncts(reader.antecedent(child)).flatMap { part in
          relation == "compound"
            ? demonym(part).map { [$0] } ?? resolve(part, depth - 1)
            : resolve(part, depth - 1)
        }
        if !found.isEmpty { return found }
      }
    }
    return resolveComplement(token, depth)
  }

  /// 'the Dutch', 'Palestinians': a people named for all of it, not some of its members.
  private func isPeople(_ token: Int) -> Bool {
    let tag = document.tags[token].penn
    guard tag == "NNPS" || tag == "NNS" || document.tags[token].universal == .adj else {
      return false
    }
    return tree.children(token).allSatisfy { child in
      ["det", "case", "punct", "conj", "cc"].contains(reader.relationKind(child))
        && !["some", "a", "an", "any", "many", "several"].contains(document.tokens[child].lower)
    }
  }

  /// 'employees of the agency', 'a spokesman for the firm', 'police in the republic'.
  private func resolveComplement(_ token: Int, _ depth: Int) -> [EntityIndex] {
    let lemma = document.lemmas[token]
    for child in tree.children(token, "nmod") {
      guard let marker = reader.caseMarker(child) else { continue }
      let counts: Bool
      switch marker {
      case "of", "between", "among", "including": counts = true
      case "for", "from", "with": counts = lexicon.isMember(lemma, of: "person")
      case "in": counts = lexicon.isMember(lemma, of: "state")
      default: counts = false
      }
      guard counts else { continue }
      let found = tree.conjuncts(child).flatMap { resolve($0, depth - 1) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func demonym(_ token: Int) -> EntityIndex? { demonymAt[token] }

  /// The countries of an adjective and what is conjoined with it: 'Dutch and Belgian officials'.
  private func demonyms(_ token: Int) -> [EntityIndex] {
    tree.conjuncts(token).compactMap { demonymAt[$0] }
  }

  /// The words round `token` that stand for `party`, and how; nil where none do.
  func naming(at token: Int, of party: EntityIndex) -> (tokens: Range<Int>, RoleMark.Naming)? {
    let isDemonym = demonym(token) == party
    if let mention = mention(at: token) {
      if mentions.entities(at: token).contains(party) {
        switch mention.form {
        case .name: return (mention.tokens, isDemonym ? .demonym : .name)
        case .nominal: return (mention.tokens, .description)
        case .pronoun: return (mention.tokens, .pronoun)
        }
      }
      if asParty(mention.entity) == party { return (mention.tokens, .capital) }
      if document.entities[mention.entity.position].kind == .place,
        country(of: mention.entity) == party
      {
        return (mention.tokens, .town)
      }
    }
    let own = token..<token + 1
    if isDemonym { return (own, .demonym) }
    return home == party && isBareOrgan(token) ? (own, .dateline) : nil
  }
}
