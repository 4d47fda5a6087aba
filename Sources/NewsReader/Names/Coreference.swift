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
  private let names: [EntityMention]

  /// How many things spoken of are looked through for an antecedent.
  static let memory = 150

  /// What was spoken of, in order.
  var slots: [Slot] = []
  /// Gender that titles, given names or earlier pronouns tell of each entity.
  var genders: [WordClass] = []
  private var found: [EntityMention] = []
  private var quoted: [Bool] = []
  /// Folded words of all names of each entity.
  let nameWords: [Set<String>]
  /// Last folded words of the loaded words for each entity.
  var epithetWords: [Set<String>]
  /// The token after the last name that was passed.
  private(set) var nameEnd = 0

  /// Something that a pronoun could stand for.
  struct Slot {
    /// The entity; nil for something without a name.
    var entity: Int?
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var isPlural: Bool
    var isPerson: Bool
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
    nameWords = entities.map { entity in
      Set(entity.aliases.flatMap { folded($0).split(separator: " ").map(String.init) })
    }
    epithetWords = entities.map { Set($0.epithets.map(Self.lastWord(of:))) }
    genders = zip(entities, profiles).map { entity, profile in
      Self.gender(of: entity, profile: profile, lexicon: lexicon)
    }
    quoted = Self.quotedTokens(text)
  }

  /// All mentions: the names, and what was linked to them.
  mutating func resolve() -> [EntityMention] {
    var next = 0
    for sentence in text.document.sentences where !sentence.tokens.isEmpty {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        if next < names.count, names[next].tokens.contains(token) {
          let name = names[next]
          addSlot(name.entity.position, at: name.head, isPlural: isPluralName(name))
          token = name.tokens.upperBound
          nameEnd = token
          next += 1
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
      if quoted[token] { return }
      if let entity = antecedent(of: pronoun, at: token) {
        link(entity, token..<token + 1, head: token, form: .pronoun, epithet: nil)
        addSlot(entity, at: token, isPlural: pronoun.isPlural)
      }
    } else if text.tag(token) == .noun || text.tag(token) == .adj && isPersonNoun(token) {
      if !quoted[token], let match = description(headedBy: token) {
        link(
          match.entity, match.tokens, head: token, form: .nominal, epithet: match.epithet)
        addSlot(match.entity, at: token, isPlural: false)
      } else if isSubject(token) || isNewPerson(token) || text.classes[token].contains(.epithetNoun)
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

  private static func lastWord(of phrase: String) -> String {
    folded(phrase).split(separator: " ").last.map(String.init) ?? ""
  }

  private mutating func addSlot(_ entity: Int, at token: Int, isPlural: Bool) {
    slots.append(
      Slot(
        entity: entity, token: token, sentence: text.document.tokens[token].sentence,
        isSubject: isSubject(token) || opensClause(token), isPlural: isPlural,
        isPerson: entities[entity].kind == .person))
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

  private func isPlural(_ token: Int) -> Bool {
    token < text.document.tags.count && text.document.tags[token].penn.hasSuffix("S")
      && text.document.tags[token].penn.hasPrefix("N")
  }

  private func isPersonNoun(_ token: Int) -> Bool {
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

  /// Which tokens stand between quotation marks.
  private static func quotedTokens(_ text: NameText) -> [Bool] {
    var quoted = [Bool](repeating: false, count: text.words.count)
    var (isOpen, block) = (false, -1)
    for sentence in text.document.sentences {
      if sentence.block != block {
        block = sentence.block
        isOpen = false
      }
      for token in sentence.tokens {
        switch text.form(token) {
        case "“", "«", "``": isOpen = true
        case "”", "»", "''": isOpen = false
        case "\"": isOpen.toggle()
        default: quoted[token] = isOpen
        }
      }
    }
    return quoted
  }

  // MARK: Pronouns

  private mutating func antecedent(of pronoun: Pronoun, at token: Int) -> Int? {
    switch pronoun.gender {
    case .he, .she: return person(pronoun, at: token)
    case .it: return isExpletive(token) ? nil : thing(at: token)
    case .they: return group(at: token)
    }
  }

  private mutating func person(_ pronoun: Pronoun, at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    let gender: WordClass = pronoun.gender == .he ? .titleHe : .titleShe
    // 'X received him': him is not X.
    let barred = pronoun.isObject ? subjectOver(token) : nil
    let barredEntity = barred.flatMap { token in
      slots.suffix(Self.memory).last { $0.token == token }?.entity
    }
    var scores: [Int: Float] = [:]
    var stranger: Float = 0
    for slot in slots.suffix(Self.memory).reversed() {
      let distance = sentence - slot.sentence
      if distance > 2 { break }
      guard slot.isPerson, !slot.isPlural else { continue }
      if slot.token == barred || slot.entity != nil && slot.entity == barredEntity { continue }
      var score: Float =
        switch distance {
        case 0: slot.isSubject ? 6 : 3
        case 1: slot.isSubject ? 4 : 1.5
        default: slot.isSubject ? 2 : 0.5
        }
      guard let entity = slot.entity else {
        stranger = max(stranger, score)
        continue
      }
      guard genders[entity].isEmpty || genders[entity] == gender else { continue }
      if genders[entity] == gender { score += 0.5 }
      scores[entity] = max(scores[entity] ?? 0, score)
    }
    let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first else {
      return ahead(of: token, gender: gender)
    }
    if stranger > best.value - 0.5 { return nil }
    if ranked.count > 1, ranked[1].value > best.value - 0.75 { return nil }
    if genders[best.key].isEmpty { genders[best.key] = gender }
    return best.key
  }

  /// The subject of the clause that an object stands in, or that its clause takes over from another.
  private func subjectOver(_ token: Int) -> Int? {
    let start = text.sentence(of: token).lowerBound
    var at = token
    for _ in 0..<8 {
      guard let up = text.parent(at) else { return nil }
      at = up
      guard text.tag(at) == .verb || text.tag(at) == .adj || text.tag(at) == .noun else { continue }
      for slot in slots.suffix(Self.memory).reversed() {
        if slot.token < start { break }
        guard slot.isSubject else { continue }
        var head = slot.token
        while let parent = text.parent(head), let relation = text.relation(head),
          relation == "flat" || relation == "conj" || relation == "appos", parent < head
        {
          head = parent
        }
        if text.parent(head) == at { return slot.token }
      }
    }
    return nil
  }

  /// `In his first speech Lima ...`: the subject that follows in the same sentence.
  private func ahead(of token: Int, gender: WordClass) -> Int? {
    let sentence = text.sentence(of: token)
    guard token - sentence.lowerBound <= 4, text.tag(sentence.lowerBound) == .adp else {
      return nil
    }
    let name = names.first { $0.head > token && sentence.contains($0.head) }
    guard let name, entities[name.entity.position].kind == .person, isSubject(name.head) else {
      return nil
    }
    let theirs = genders[name.entity.position]
    return theirs.isEmpty || theirs == gender ? name.entity.position : nil
  }

  /// The nearest subject, if it is an organization or a place with a name.
  private func thing(at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    for slot in slots.suffix(Self.memory).reversed() where slot.isSubject {
      guard sentence - slot.sentence <= 1 else { return nil }
      if slot.isPerson { continue }
      guard let entity = slot.entity, !slot.isPlural else { return nil }
      return entity
    }
    return nil
  }

  /// The nearest subject, if it is a body whose name is a plural.
  private func group(at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    for slot in slots.suffix(Self.memory).reversed() where slot.isSubject {
      guard sentence - slot.sentence <= 1 else { return nil }
      if !slot.isPlural, slot.isPerson { return nil }
      guard slot.isPlural else { continue }
      return slot.entity
    }
    return nil
  }

  /// `it is clear that`, `it rained`: an 'it' that stands for nothing.
  private func isExpletive(_ token: Int) -> Bool {
    if let relation = text.relation(token), relation == "expl" { return true }
    guard text.words[token] == "it" else { return false }
    let next = token + 1
    guard next < text.sentence(of: token).upperBound else { return true }
    switch text.words[next] {
    case "is", "was", "s", "would", "will", "may", "might", "seems", "seemed", "appears",
      "appeared", "remains", "remained", "took", "takes":
      break
    default: return false
    }
    return (next..<min(next + 8, text.sentence(of: token).upperBound)).contains {
      text.words[$0] == "that" || text.words[$0] == "to" || text.tag($0) == .adj
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

  var isPlural: Bool { gender == .they }

  init?(_ word: String) {
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
