internal import NewsModel

/// The subjects of verbs of saying.
extension SpeakerFinder {
  /// The token that heads the subject of a verb of saying, outside quotations.
  func subject(of verb: Int) -> Int? {
    if reader.isPassive(verb), let agent = agent(of: verb) { return agent }
    let start = groupStart(verb)
    if let found = tagSubject(verb) ?? apposed(before: start) ?? inverted(verb) ?? preceding(verb)
      ?? opener(of: start)
    {
      return found
    }
    if let subject = reader.surfaceSubject(verb), !quoted[subject], !reader.isPassive(verb) {
      return subject
    }
    return following(verb) ?? nearest(before: verb)
  }

  /// 'described by Ghana as': Ghana.
  private func agent(of verb: Int) -> Int? {
    reader.tree.children(verb).first { child in
      reader.tree.isRelation(child, "obl") && reader.caseMarker(child) == "by" && isNominal(child)
    }
  }

  /// '"...", said the mayor' and ', said the mayor,': the phrase behind a verb that a mark precedes.
  func inverted(_ verb: Int) -> Int? {
    guard let before = mark(before: verb), let phrase = nounPhrase(from: verb + 1) else {
      return nil
    }
    if quoted[before - 1] { return phrase.head }
    return document.tokens[before].form == ","
      && (phrase.end >= document.tokens.count
        || [",", ".", ";"].contains(document.tokens[phrase.end].form))
      ? phrase.head : nil
  }

  /// '"...", said the mayor': the phrase behind a verb that stands right behind a quotation.
  private func tagSubject(_ verb: Int) -> Int? {
    guard let before = mark(before: verb), quoted[before - 1] else { return nil }
    return nounPhrase(from: verb + 1)?.head
  }

  /// The mark of the same sentence in front of a verb and its adverbs.
  private func mark(before verb: Int) -> Int? {
    var before = verb - 1
    while before >= 0, document.tags[before].universal == .adv, !quoted[before] { before -= 1 }
    guard before > 0, isMark(before),
      document.tokens[before].sentence == document.tokens[verb].sentence
    else { return nil }
    return before
  }

  /// Where a verb begins with the times in front of it: 'on Tuesday said'.
  private func groupStart(_ verb: Int) -> Int {
    let start = document.sentences[document.tokens[verb].sentence].tokens.lowerBound
    var at = verb
    while at - 1 > start, isTime[at - 1], !quoted[at - 1] { at -= 1 }
    guard at < verb else { return verb }
    if at - 1 > start, document.tags[at - 1].universal == .adp { at -= 1 }
    return at
  }

  /// 'Rivera later said', 'who said': the phrase right before a verb, unless it belongs to another.
  func preceding(_ verb: Int) -> Int? {
    let start = document.sentences[document.tokens[verb].sentence].tokens.lowerBound
    var at = groupStart(verb) - 1
    while at >= start, !quoted[at], [.adv, .aux].contains(document.tags[at].universal) { at -= 1 }
    guard at >= start, !quoted[at] else { return nil }
    if ["who", "which"].contains(document.tokens[at].form.lowercased()),
      mentions.mention(at: at)?.form != .name
    {
      // 'Rivera, who said'
      at -= document.tokens[max(start, at - 1)].form == "," ? 2 : 1
      guard at >= start else { return nil }
      return mentions.mention(at: at).flatMap { $0.form == .name ? $0.head : nil }
    }
    if let mention = mentions.mention(at: at), mention.form == .name {
      return isGoverned(mention.tokens.lowerBound, from: start) ? nil : mention.head
    }
    if document.tags[at].universal == .pron { return isSubjectPronoun(at) ? at : nil }
    guard isNominal(at) || isNominalAdjective(at) else { return nil }
    var lower = at
    while lower > start, isInsidePhrase(lower - 1), !quoted[lower - 1] { lower -= 1 }
    return isGoverned(lower, from: start) ? nil : at
  }

  /// Whether a preposition stands before the phrase that begins at `lower`, so that it is not the
  /// whole subject: 'the women of Tema'.
  private func isGoverned(_ lower: Int, from start: Int) -> Bool {
    var at = lower - 1
    while at >= start, [.det, .adj].contains(document.tags[at].universal) { at -= 1 }
    return at >= start
      && (document.tags[at].universal == .adp || ["and", "or"].contains(document.lemmas[at]))
  }

  /// 'Rivera, mayor of Oslo, said' and 'the mayor, Ana Rivera, said': the name.
  private func apposed(before verb: Int) -> Int? {
    let start = document.sentences[document.tokens[verb].sentence].tokens.lowerBound
    guard verb - 1 > start, document.tokens[verb - 1].form == "," else { return nil }
    var comma = verb - 2
    while comma > start, verb - comma < 20, document.tokens[comma].form != "," {
      if quoted[comma] || document.tags[comma].universal == .verb { return nil }
      comma -= 1
    }
    guard comma > start, document.tokens[comma].form == "," else { return nil }
    for token in [comma - 1, comma + 1, verb - 2] {
      guard let mention = mentions.mention(at: token), mention.form == .name,
        document.entities[mention.entity.position].kind == .person,
        token != comma - 1 || !isGoverned(mention.tokens.lowerBound, from: start)
      else { continue }
      return mention.head
    }
    return nil
  }

  /// 'Rivera, whom Oslo trusts, said': the person who opens the sentence of a verb behind a comma.
  func opener(of verb: Int) -> Int? {
    let start = document.sentences[document.tokens[verb].sentence].tokens.lowerBound
    guard verb - 1 > start, document.tokens[verb - 1].form == "," else { return nil }
    for token in start..<verb where !quoted[token] {
      if let mention = mentions.mention(at: token), mention.form == .name,
        document.entities[mention.entity.position].kind == .person
      {
        return document.tokens[mention.tokens.upperBound].form == "," ? mention.head : nil
      }
      guard
        [.det, .adj, .noun, .propn, .pron, .part, .punct].contains(document.tags[token].universal)
      else { return nil }
    }
    return nil
  }

  /// 'said the mayor', where the words between tell nothing.
  private func following(_ verb: Int) -> Int? {
    let sentence = document.sentences[document.tokens[verb].sentence].tokens
    for token in verb + 1..<max(verb + 1, min(sentence.upperBound, verb + 8))
    where !quoted[token] {
      if [.punct, .adp].contains(document.tags[token].universal) { break }
      if isNominal(token), isPhraseHead(token) { return token }
    }
    return nil
  }

  /// The nearest phrase before a verb, names before others.
  private func nearest(before verb: Int) -> Int? {
    let sentence = document.sentences[document.tokens[verb].sentence].tokens
    var noun: Int?
    for token in (sentence.lowerBound..<verb).reversed().prefix(20) where !quoted[token] {
      if document.tokens[token].form == ";" { break }
      if let mention = mentions.mention(at: token), mention.form == .name,
        !isGoverned(mention.tokens.lowerBound, from: sentence.lowerBound)
      {
        return mention.head
      }
      if noun == nil, verb - token <= 12, isNominal(token), isPhraseHead(token) { noun = token }
    }
    return noun
  }

  // MARK: Noun phrases

  /// The phrase without its complements that begins at `start`: its head and the token behind it.
  func nounPhrase(from start: Int) -> (head: Int, end: Int)? {
    guard document.tokens.indices.contains(start) else { return nil }
    let limit = document.sentences[document.tokens[start].sentence].tokens.upperBound
    if isSubjectPronoun(start) { return (start, start + 1) }
    var at = start
    var head: Int?
    while at < limit, at - start < 15, !quoted[at] {
      if let mention = mentions.mention(at: at), mention.form == .name {
        head = mention.head
        at = max(at + 1, mention.tokens.upperBound)
        continue
      }
      guard isInsidePhrase(at) || document.tags[at].universal == .num else { break }
      // 'according to Rivera the ice': another phrase.
      if head != nil, document.tags[at].universal == .det { break }
      if isNominal(at) || document.tags[at].universal == .num && head == nil { head = at }
      at += 1
    }
    return head.map { ($0, at) }
  }

  private func isInsidePhrase(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .det, .adj, .noun, .propn: true
    case .part, .pron: document.tags[token].penn == "POS" || document.tags[token].penn == "PRP$"
    case .verb: document.tags[token].penn == "VBG" || reader.tree.isRelation(token, "amod")
    default: false
    }
  }

  func isNominal(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .noun, .propn: true
    case .pron: isSubjectPronoun(token)
    default: mentions.mention(at: token)?.form == .name
    }
  }

  /// 'the Brazilian insisted': an adjective that stands for somebody.
  private func isNominalAdjective(_ token: Int) -> Bool {
    guard document.tags[token].universal == .adj, token > 0 else { return false }
    return !words.names.wordClass(folded(document.tokens[token].form)).isDisjoint(with: .people)
      || words.names.demonyms[folded(document.tokens[token].form)] != nil
  }

  private func isSubjectPronoun(_ token: Int) -> Bool {
    ["he", "she", "they", "it", "i", "we"].contains(document.tokens[token].form.lowercased())
      && mentions.mention(at: token)?.form != .name
  }

  private func isPhraseHead(_ token: Int) -> Bool {
    !reader.tree.isRelation(token, among: ["compound", "flat", "nmod", "appos", "amod"])
  }
}
