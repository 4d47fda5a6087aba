internal import NewsModel

/// Gathers the names of one document into entities, and finds what else refers to them.
///
/// Names are one entity where their forms are spellings, last names, acronyms or listed names of
/// one another and their kinds agree. Titles, offices, loaded words and countries are read from the
/// words round the names; pronouns and descriptions are linked where only one entity fits well.
///
/// - Complexity: O(*n* + *f* · *e*) in tokens, distinct forms and entities.
struct EntityLinker: Component {
  static let requires: Set<Layer> = [.blocks, .sentences, .tokens, .tags, .lemmas, .tree, .names]
  static let provides: Set<Layer> = [.entities]

  private let lexicon: NameLexicon
  private let weights: PronounWeights

  /// A linker with these lists and the weights that ship with the reader.
  ///
  /// Throws when the weights are missing.
  init(lexicon: NameLexicon) throws(Resources.ResourceError) {
    self.init(lexicon: lexicon, weights: try PronounWeights.load())
  }

  /// A linker with these lists and weights.
  init(lexicon: NameLexicon, weights: PronounWeights) {
    self.lexicon = lexicon
    self.weights = weights
  }

  func annotate(_ document: inout Document) {
    var coreference = coreference(in: document)
    annotate(&document, &coreference)
  }

  /// The document with its entities, and what was decided about each pronoun.
  func decisions(in document: Document) -> (Document, [Coreference.Decision]) {
    var document = document
    var coreference = coreference(in: document)
    coreference.keepsDecisions = true
    annotate(&document, &coreference)
    return (document, coreference.decisions)
  }

  private func annotate(_ document: inout Document, _ coreference: inout Coreference) {
    let mentions = coreference.resolve()
    document.entities = coreference.entities
    document.mentions = mentions.sorted {
      ($0.head, $0.tokens.lowerBound) < ($1.head, $1.tokens.lowerBound)
    }
  }

  /// The entities that are named, with everything that else may refer to them not yet looked at.
  private func coreference(in document: Document) -> Coreference {
    let text = NameText(document, lexicon: lexicon, comparesCase: false)
    let groups = EntityGrouping(text: text, lexicon: lexicon).groups(of: document.names)

    var entities: [Entity] = []
    var mentions: [EntityMention] = []
    var profiles: [EntityProfile] = []
    let describer = EntityDescriber(text: text, lexicon: lexicon)
    for (position, group) in groups.enumerated() {
      var entity = Entity(name: group.name, kind: group.kind)
      var profile = EntityProfile()
      profile.country = group.country
      for index in group.names {
        let span = document.names[index]
        let surface = text.surface(of: span.tokens)
        if !entity.aliases.contains(surface) { entity.aliases.append(surface) }
        let description = describer.describe(span)
        if let titled = description.titled, !entity.aliases.contains(titled) {
          entity.aliases.append(titled)
        }
        profile.add(description)
        mentions.append(
          EntityMention(
            entity: EntityIndex(position), tokens: span.tokens,
            head: text.headWithTitle(of: span.tokens),
            form: .name, epithet: description.epithets.first))
      }
      entity.roles = profile.roles
      entity.epithets = profile.epithets
      entity.country = profile.country
      if entity.kind != .person, entity.country == nil {
        entity.country = describer.country(inName: group.name)
      }
      entities.append(entity)
      profiles.append(profile)
    }
    mentions.sort { ($0.tokens.lowerBound, $0.head) < ($1.tokens.lowerBound, $1.head) }
    return Coreference(
      text: text, lexicon: lexicon, entities: entities, profiles: profiles, names: mentions,
      weights: weights)
  }
}

extension NameText {
  /// The token of a run whose head in the tree lies outside it; its last without a tree.
  func head(of run: Range<Int>) -> Int {
    guard document.arcs.count == words.count else { return run.upperBound - 1 }
    return run.first { token in
      guard let head = document.arcs[token].head else { return true }
      return !run.contains(head)
    } ?? run.upperBound - 1
  }

  /// The head of a name, or the title in front of it where the tree hangs the name on that.
  func headWithTitle(of run: Range<Int>) -> Int {
    var at = head(of: run)
    for _ in 0..<4 {
      guard let up = parent(at), up < run.lowerBound, run.lowerBound - up <= 6,
        let relation = relation(at),
        relation == "flat" || relation == "compound" || relation == "appos",
        (up..<run.lowerBound).allSatisfy({ shapes[$0] != .mark && words[$0] != "the" })
      else { return at }
      at = up
    }
    return at
  }

  /// The relation of a token to its head without subtype; nil without a tree.
  func relation(_ token: Int) -> String? {
    token < document.arcs.count ? document.arcs[token].kind : nil
  }

  /// The head of a token in the tree.
  func parent(_ token: Int) -> Int? {
    token < document.arcs.count ? document.arcs[token].head : nil
  }
}
