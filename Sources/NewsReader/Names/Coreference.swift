internal import NewsModel

/// Links pronouns and descriptions to the entities of a document.
///
/// Candidates are what was lately spoken of, subjects before others (as in centering theory); a
/// pronoun stays unlinked where two candidates fit about as well, or where the best one is a person
/// or thing without a name. Nothing inside a quotation is linked.
struct Coreference {
  let text: NameText
  let lexicon: NameLexicon
  private(set) var entities: [Entity]
  let profiles: [EntityProfile]
  let names: [EntityMention]

  /// How many things spoken of are looked through for an antecedent.
  static let memory = 150

  /// What was spoken of, in order.
  var slots: [Slot] = []
  /// Gender that titles, given names or earlier pronouns tell of each entity.
  var genders: [WordClass] = []
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
  private var nextName = 0

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
  }

  init(
    text: NameText, lexicon: NameLexicon, entities: [Entity], profiles: [EntityProfile],
    names: [EntityMention]
  ) {
    self.text = text
    self.lexicon = lexicon
    self.entities = entities
    self.profiles = profiles
    self.names = names
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
    quoted = QuotedTokens(text.document)
  }

  /// All mentions: the names, and what was linked to them.
  mutating func resolve() -> [EntityMention] {
    for sentence in text.document.sentences where !sentence.tokens.isEmpty {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        if nextName < names.count, names[nextName].tokens.contains(token) {
          let name = names[nextName]
          addSlot(name.entity.position, at: name.head, isPlural: isPluralName(name))
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
      let found =
        pronoun.isPlural
        ? group(at: token) : antecedent(of: pronoun, at: token).map { [$0] } ?? []
      for entity in found {
        link(entity, token..<token + 1, head: token, form: .pronoun, epithet: nil)
      }
      addSlots(found, at: token, isPlural: pronoun.isPlural)
    } else if let match = quoted.contains(token) ? nil : groupDescription(headedBy: token) {
      for entity in match.entities {
        link(entity, match.tokens, head: token, form: .nominal, epithet: nil)
      }
      addSlots(match.entities, at: token, isPlural: true)
    } else if text.tag(token) == .noun || isPersonNoun(token) {
      if !quoted.contains(token), let match = description(headedBy: token) {
        link(
          match.entity, match.tokens, head: token, form: .nominal, epithet: match.epithet)
        addSlot(match.entity, at: token, isPlural: false)
      } else if isNamed(token) {
        // 'the chancellor, Ana Lima': nobody but her.
      } else if isSubject(token) || isNewPerson(token) || isPersonNoun(token) && isPlural(token)
        || text.classes[token].contains(.epithetNoun)
      {
        slots.append(
          Slot(
            entity: nil, token: token, sentence: text.document.tokens[token].sentence,
            isSubject: isSubject(token) || isNewPerson(token), isPlural: isPlural(token),
            isPerson: isPersonNoun(token)))
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
      slots.last(where: { $0.token == up })?.entity != nil
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

  private mutating func addSlot(_ entity: Int, at token: Int, isPlural: Bool) {
    slots.append(
      Slot(
        entity: entity, token: token, sentence: text.document.tokens[token].sentence,
        isSubject: isSubject(token) || opensClause(token) || followsSaying(token),
        isPlural: isPlural,
        isPerson: entities[entity].kind == .person, isAside: isAside(token)))
  }

  /// Whether a token stands right under the verb of a clause that modifies a noun.
  private func isAside(_ token: Int) -> Bool {
    text.parent(token).map { text.relation($0) == "acl" } ?? false
  }

  /// Notes what a pronoun or description was found to stand for.
  private mutating func addSlots(_ entities: [Int], at token: Int, isPlural: Bool) {
    if entities.count == 1 {
      addSlot(entities[0], at: token, isPlural: isPlural)
    } else if !entities.isEmpty {
      addGroup(entities, at: token)
    }
  }

  // MARK: What tokens are

  /// Whether a token is the subject of a clause, alone or joined to one by 'and'.
  func isSubject(_ token: Int) -> Bool {
    guard text.document.arcs.count == text.words.count else {
      return isFirstName(token)
    }
    var at = token
    for _ in 0..<4 {
      guard let relation = text.relation(at) else { return false }
      if relation == "nsubj" || relation == "csubj" { return true }
      if text.document.arcs[at].relation == "obl:agent", let verb = text.parent(at),
        text.relation(verb) != "acl", text.relation(verb) != "amod"
      {
        return true
      }
      guard relation == "conj" || relation == "appos" || relation == "flat",
        let up = text.parent(at)
      else { return false }
      at = up
    }
    return false
  }

  /// Without a tree the first name of a sentence is taken for its subject, unless a preposition
  /// stands before it.
  private func isFirstName(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    if slots.last.map({ $0.token >= start }) ?? false { return false }
    return opensClause(token)
  }

  /// Whether nothing but articles, adverbs and the name's own words stand before a token: trees err,
  /// and a name at the head of a sentence is its subject.
  private func opensClause(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    guard token - start <= 6 else { return false }
    return !(start..<token).contains { before in
      switch text.tag(before) {
      case .verb, .aux, .adp, .noun, .pron, .part: true
      default: text.shapes[before] == .mark
      }
    }
  }

  /// `"...", said Lima`: the subject behind its verb, whatever the tree makes of it.
  private func followsSaying(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    var at = token - 1
    while at > start, token - at < 4, text.tag(at) == .propn || isPersonNoun(at) { at -= 1 }
    return at > start && text.classes[at].contains(.saying) && text.shapes[at - 1] == .mark
  }

  func isPlural(_ token: Int) -> Bool {
    token < text.document.tags.count && text.document.tags[token].penn.hasSuffix("S")
      && text.document.tags[token].penn.hasPrefix("N")
  }

  func isPersonNoun(_ token: Int) -> Bool {
    !text.classes[token].isDisjoint(with: [.office, .personNoun, .title, .titleHe, .titleShe])
      || text.classes[token].contains(.epithetNoun)
  }

  /// `a lecturer`: somebody without a name who is spoken of for the first time.
  private func isNewPerson(_ token: Int) -> Bool {
    guard isPersonNoun(token), !isPlural(token) else { return false }
    let start = text.sentence(of: token).lowerBound
    return (max(start, token - 3)..<token).contains {
      text.words[$0] == "a" || text.words[$0] == "an"
    }
      && !(token + 1 < text.words.count && text.shapes[token + 1].isCapital)
  }

  /// `Forces`, `Rangers`, and peoples: bodies that 'they' can stand for.
  private func isPluralName(_ name: EntityMention) -> Bool {
    guard entities[name.entity.position].kind == .organization else { return false }
    let last = text.words[name.tokens.upperBound - 1]
    return last.hasSuffix("s") && !last.hasSuffix("ss") && text.shapes[name.head] != .capitals
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
