internal import NewsModel

/// Links pronouns and descriptions to the entities of a document.
///
/// Candidates are what was lately spoken of; what speaks for each is weighed by ``PronounWeights``. A
/// pronoun stays unlinked where no candidate is sure enough, or where the best one is a person or
/// thing without a name. Nothing inside a quotation is linked.
struct Coreference {
  let text: NameText
  let lexicon: NameLexicon
  private(set) var entities: [Entity]
  let profiles: [EntityProfile]
  let names: [EntityMention]

  /// How many things spoken of are looked through for an antecedent.
  static let memory = 400

  /// What was spoken of, in order.
  var slots: [Slot] = []
  /// Gender that titles, given names or earlier pronouns tell of each entity.
  var genders: [WordClass] = []
  /// How often each entity was spoken of so far.
  private(set) var spokenOf: [Int] = []
  /// Whether each entity is named in the headline or in the first sentence of the text.
  let isInHeadline: [Bool]
  let weights: PronounWeights
  /// Whether ``decisions`` are kept.
  var keepsDecisions = false
  /// Every pronoun that was looked at, with its candidates.
  var decisions: [Decision] = []
  private var found: [EntityMention] = []
  private let quoted: QuotedTokens
  /// The country of the dateline.
  let home: String?
  /// Folded words of all names of each entity.
  let nameWords: [Set<String>]
  /// Last folded words of the loaded words for each entity.
  var epithetWords: [Set<String>]
  /// The token after the last name that was passed.
  private(set) var nameEnd = 0
  /// Position of the first name that was not passed.
  private(set) var nextName = 0

  /// Something that a pronoun could stand for.
  struct Slot {
    /// The entity; nil for something without a name and for several.
    var entity: Int?
    /// The entities where several were named or meant together.
    var members: [Int] = []
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var isPlural: Bool
    var isPerson: Bool
    /// Whether it is the subject of a relative clause only.
    var isAside = false
    /// How it is referred to; a noun without a name is a description.
    var form = Mention.Form.name
    /// What a pronoun or noun without a name tells of the gender.
    var gender: WordClass = []
    /// The body or country whose people these are.
    var owner: Int?
  }

  init(
    text: NameText, lexicon: NameLexicon, entities: [Entity], profiles: [EntityProfile],
    names: [EntityMention], weights: PronounWeights
  ) {
    self.text = text
    self.lexicon = lexicon
    self.entities = entities
    self.profiles = profiles
    self.names = names
    self.weights = weights
    home = text.document.article.place.flatMap { place in
      lexicon.names[folded(place)].flatMap { $0.country ?? $0.canonical }
    }
    nameWords = entities.map { entity in
      Set(entity.aliases.flatMap { foldedWords($0).map(String.init) })
    }
    epithetWords = entities.map { Set($0.epithets.map(Self.lastWord(of:))) }
    genders = zip(entities, profiles).map { entity, profile in
      Self.gender(of: entity, profile: profile, lexicon: lexicon)
    }
    spokenOf = entities.map { _ in 0 }
    isInHeadline = Self.namedAtTheTop(names, of: entities.count, in: text.document)
    quoted = QuotedTokens(text.document)
  }

  /// All mentions: the names, and what was linked to them.
  mutating func resolve() -> [EntityMention] {
    for sentence in text.document.sentences {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        if nextName < names.count, names[nextName].tokens.contains(token) {
          let name = names[nextName]
          addSlot(name.entity.position, at: name.head, isPlural: isPluralName(name), form: .name)
          addCoordination(endingAt: nextName)
          token = name.tokens.upperBound
          nameEnd = token
          nextName += 1
        } else {
          visit(token)
          token += 1
        }
      }
    }
    return names + found
  }

  private mutating func visit(_ token: Int) {
    if text.shapes[token] == .mark || text.words[token].isEmpty { return }
    if let pronoun = Pronoun(text.words[token]) {
      if quoted.contains(token) { return }
      let found = antecedent(of: pronoun, at: token)
      for entity in found {
        link(entity, token..<token + 1, head: token, form: .pronoun, epithet: nil)
      }
      if found.isEmpty { addStranger(pronoun, at: token) }
      addSlots(found, at: token, isPlural: pronoun.isPlural, form: .pronoun)
    } else if let match = quoted.contains(token) ? nil : groupDescription(headedBy: token) {
      for entity in match.entities {
        link(entity, match.tokens, head: token, form: .nominal, epithet: nil)
      }
      addSlots(match.entities, at: token, isPlural: true, form: .nominal)
    } else if text.tag(token) == .noun || isPersonNoun(token) {
      if !quoted.contains(token), let match = description(headedBy: token) {
        link(
          match.entity, match.tokens, head: token, form: .nominal, epithet: match.epithet)
        addSlot(match.entity, at: token, isPlural: false, form: .nominal)
      } else if !isNamed(token) {
        // 'the chancellor, Ana Lima' is nobody but her.
        addStranger(at: token)
      }
    }
  }

  private mutating func link(
    _ entity: Int, _ tokens: Range<Int>, head: Int, form: Mention.Form, epithet: String?
  ) {
    found.append(
      EntityMention(
        entity: EntityIndex(entity), tokens: tokens, head: head, form: form, epithet: epithet))
    if let epithet, !entities[entity].epithets.contains(epithet) {
      entities[entity].epithets.append(epithet)
      epithetWords[entity].insert(Self.lastWord(of: epithet))
    }
  }

  /// Whether a noun stands in apposition with a name.
  private func isNamed(_ token: Int) -> Bool {
    let sentence = text.sentence(of: token)
    if text.relation(token) == "appos", let up = text.parent(token),
      slots.suffix(Self.memory).last(where: { $0.token == up })?.entity != nil
    {
      return true
    }
    for name in names[nextName...] {
      guard sentence.contains(name.head) else { break }
      if name.head == token { return true }
      if text.parent(name.head) == token,
        ["appos", "flat", "compound"].contains(text.relation(name.head))
          || text.document.arcs[name.head].relation == "nmod:desc"
      {
        return true
      }
    }
    return false
  }

  private static func lastWord(of phrase: String) -> String {
    folded(phrase).split(separator: " ").last.map(String.init) ?? ""
  }

  private mutating func addSlot(
    _ entity: Int, at token: Int, isPlural: Bool, form: Mention.Form
  ) {
    spokenOf[entity] += 1
    slots.append(
      Slot(
        entity: entity, token: token, sentence: text.document.tokens[token].sentence,
        isSubject: isSubject(token) || opensClause(token) || followsSaying(token),
        isPlural: isPlural,
        isPerson: entities[entity].kind == .person, isAside: isAside(token), form: form))
  }

  /// Notes somebody or something without a name.
  private mutating func addStranger(at token: Int) {
    if text.relation(token) == "compound" { return }
    let classes = text.classes[token]
    let gender: WordClass =
      classes.contains(.titleHe) || Self.men.contains(text.words[token])
      ? .titleHe
      : classes.contains(.titleShe) || Self.women.contains(text.words[token]) ? .titleShe : []
    slots.append(
      Slot(
        entity: nil, token: token, sentence: text.document.tokens[token].sentence,
        isSubject: isSubject(token), isPlural: isPlural(token), isPerson: isPersonNoun(token),
        isAside: isAside(token), form: .nominal, gender: gender, owner: owner(of: token)))
  }

  /// Notes whoever a pronoun stands for that was linked to nobody.
  private mutating func addStranger(_ pronoun: Pronoun, at token: Int) {
    let gender: WordClass =
      switch pronoun.gender {
      case .he: .titleHe
      case .she: .titleShe
      case .it, .they: []
      }
    if pronoun.gender == .it, isExpletive(token) { return }
    slots.append(
      Slot(
        entity: nil, token: token, sentence: text.document.tokens[token].sentence,
        isSubject: isSubject(token), isPlural: pronoun.isPlural, isPerson: !gender.isEmpty,
        isAside: isAside(token), form: .pronoun, gender: gender))
  }

  private static let men: Set<String> = [
    "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather",
    "grandson", "king", "prince", "businessman", "gentleman", "actor",
  ]
  private static let women: Set<String> = [
    "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother",
    "granddaughter", "queen", "princess", "widow", "businesswoman", "lady", "actress",
  ]

  /// Whether a token stands right under the verb of a clause that modifies a noun.
  private func isAside(_ token: Int) -> Bool {
    text.parent(token).map { text.relation($0) == "acl" } ?? false
  }

  /// Notes what a pronoun or description was found to stand for.
  private mutating func addSlots(
    _ entities: [Int], at token: Int, isPlural: Bool, form: Mention.Form
  ) {
    if entities.count == 1 {
      addSlot(entities[0], at: token, isPlural: isPlural, form: form)
    } else if !entities.isEmpty {
      addGroup(entities, at: token, form: form)
    }
  }

  /// Which entities are named in headlines or in the first sentence of running text.
  private static func namedAtTheTop(
    _ names: [EntityMention], of count: Int, in document: Document
  ) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    let first = document.sentences.indices.first { sentence in
      let block = document.sentences[sentence].block
      return !document.blocks.indices.contains(block) || document.blocks[block].kind == .paragraph
    }
    for name in names {
      let sentence = document.tokens[name.head].sentence
      guard sentence <= first ?? 0 else { break }
      result[name.entity.position] = true
    }
    return result
  }

  private static func gender(
    of entity: Entity, profile: EntityProfile, lexicon: NameLexicon
  ) -> WordClass {
    guard entity.kind == .person else { return [] }
    if !profile.gender.isEmpty { return profile.gender }
    let words = folded(entity.name).split(separator: " ")
    guard words.count > 1 else { return [] }
    switch lexicon.givenGenders[String(words[0])] {
    case .givenHe?: return .titleHe
    case .givenShe?: return .titleShe
    default: return []
    }
  }
}

/// A pronoun of the third person.
struct Pronoun: Sendable, Hashable {
  enum Gender: Sendable, Hashable {
    case he, she, it, they
  }

  let gender: Gender
  /// Stands as an object, so that it is not the subject of its own clause.
  let isObject: Bool
  /// Says whose something is, and nothing else.
  let isPossessive: Bool

  var isPlural: Bool { gender == .they }

  init?(_ word: String) {
    isPossessive = ["his", "its", "their", "theirs", "hers"].contains(word)
    switch word {
    case "he", "his": (gender, isObject) = (.he, false)
    case "him": (gender, isObject) = (.he, true)
    case "she", "her", "hers": (gender, isObject) = (.she, false)
    case "it", "its": (gender, isObject) = (.it, false)
    case "they", "their", "theirs": (gender, isObject) = (.they, false)
    case "them": (gender, isObject) = (.they, true)
    default: return nil
    }
  }
}
