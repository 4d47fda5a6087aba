internal import NewsModel

/// What a greedy parser often gets wrong in long sentences, and how it is read all the same.
extension PredicateReader {
  /// A noun without a preposition behind a verb that has no object, taken for an adverbial.
  func isBareObject(_ child: Int, of verb: Int) -> Bool {
    child > verb && tree.relation(child) == "obl" && !isTime(child)
      && [.noun, .propn].contains(document.tags[child].universal)
      && !tree.children(verb).contains { tree.isRelation($0, among: ["obj", "iobj", "ccomp"]) }
  }

  /// 'was branded a liar by the minister', where the parser hung 'by' from a later noun.
  func strayAgent(_ token: Int) -> Int? {
    for child in tree.children(token)
    where child > token && ["obj", "xcomp", "obl"].contains(relationKind(child)) {
      for inner in tree.children(child) where inner > child && caseMarker(inner) == "by" {
        if document.tags[inner].universal == .propn || document.tags[inner].universal == .noun {
          return inner
        }
      }
    }
    return wordsBehind(token)
  }

  /// The name behind a 'by' that follows the verb, however the parser attached it.
  func wordsBehind(_ verb: Int) -> Int? {
    let sentence = document.sentences[document.tokens[verb].sentence].tokens
    let near = verb + 1..<min(verb + 4, sentence.upperBound)
    guard let marker = near.first(where: { document.tokens[$0].form == "by" }) else { return nil }
    for token in marker + 1..<min(marker + 8, sentence.upperBound) {
      switch document.tags[token].universal {
      case .propn:
        if token + 1 >= sentence.upperBound || document.tags[token + 1].universal != .propn {
          return token
        }
      case .noun:
        let next = token + 1 < sentence.upperBound ? document.tags[token + 1].universal : .punct
        if next != .noun && next != .propn { return token }
      case .adj, .det, .num, .part: break
      default: return nil
      }
    }
    return nil
  }

  /// The noun before a finite verb that the parser attached to it as something else.
  func neighbour(_ token: Int) -> Int? {
    guard ["VBD", "VBZ", "VBP"].contains(document.tags[token].penn) || hasFiniteAuxiliary(token),
      !["conj", "amod", "acl"].contains(relationKind(token))
    else { return nil }
    let nouns = tree.children(token).filter { child in
      guard child < token, [.noun, .propn].contains(document.tags[child].universal) else {
        return false
      }
      return ["obl", "vocative", "dep", "nmod", "dislocated", "reparandum", "obj"].contains(
        relationKind(child))
    }
    if let bare = nouns.last(where: { caseMarker($0) == nil && !isTime($0) }) { return bare }
    // 'On Sunday the rebels attacked', where the day became part of the noun phrase.
    guard let last = nouns.last, relationKind(last) == "obl" else { return nil }
    return (last + 1..<token).allSatisfy {
      document.tags[$0].universal == .adv || tree.isWithin($0, last)
    } ? last : nil
  }

  func hasFiniteAuxiliary(_ token: Int) -> Bool {
    tree.children(token, "aux").contains {
      ["VBZ", "VBD", "VBP", "MD"].contains(document.tags[$0].penn)
    }
  }

  func isTime(_ token: Int) -> Bool {
    timeTokens.contains(token)
  }

  /// 'has, however, promised', where the auxiliary was taken for a verb.
  func followsHave(_ token: Int) -> Bool {
    let sentence = document.sentences[document.tokens[token].sentence].tokens
    for word in (max(sentence.lowerBound, token - 5)..<token).reversed() {
      switch document.tags[word].universal {
      case .verb, .aux: return document.lemmas[word].lowercased() == "have"
      case .adv, .punct: continue
      default: return false
      }
    }
    return false
  }

  func isHeadline(_ token: Int) -> Bool {
    let block = document.sentences[document.tokens[token].sentence].block
    return document.blocks.indices.contains(block) && document.blocks[block].kind == .headline
  }

  /// The noun before ', who' where the parser made no relative clause of what follows.
  func isolatedAntecedent(_ pronoun: Int) -> Int? {
    guard pronoun > 1, document.tokens[pronoun].lower == "who",
      document.tokens[pronoun - 1].form == ",",
      document.tokens[pronoun].sentence == document.tokens[pronoun - 2].sentence
    else { return nil }
    var noun = pronoun - 2
    for ancestor in tree.ancestors(of: noun) {
      guard ["nmod", "appos", "flat", "compound", "conj"].contains(relationKind(noun)) else {
        break
      }
      noun = ancestor
    }
    return [.noun, .propn].contains(document.tags[noun].universal) ? noun : nil
  }

  /// The subject of a finite clause that the parser hung on the verb outside: 'returned after
  /// Rivera was killed', where it took 'after Rivera' together.
  ///
  /// It stands right before the verb and its auxiliaries, and right behind the word that begins the
  /// clause.
  func subordinateSubject(_ token: Int) -> Int? {
    guard relationKind(token) == "advcl" else { return nil }
    let start = document.sentences[document.tokens[token].sentence].tokens.lowerBound
    guard token > start else { return nil }
    var at = token - 1
    var isFinite = ["VBD", "VBZ", "VBP"].contains(document.tags[token].penn)
    while at > start, [.aux, .adv].contains(document.tags[at].universal) {
      isFinite = isFinite || document.tags[at].universal == .aux
      at -= 1
    }
    guard isFinite, [.propn, .noun, .pron].contains(document.tags[at].universal) else { return nil }
    let noun = at
    while at > start, noun - at < 6,
      [.propn, .noun, .adj, .det, .num, .pron].contains(document.tags[at].universal)
    {
      at -= 1
    }
    guard Self.subordinators.contains(document.tokens[at].lower) else { return nil }
    var subject = noun
    while let head = tree.head(subject), head > at, head < noun { subject = head }
    return subject
  }

  private static let subordinators: Set<String> = [
    "after", "before", "since", "until", "till", "because", "while", "when", "once", "as",
    "although", "though", "if", "unless",
  ]

  /// What did it where a participle tells the outcome of a relative or subordinate clause: the flood
  /// in 'met them after a flood that swept the town away, killing hundreds'.
  func causeOfResult(_ token: Int, _ head: Int) -> Int? {
    guard document.tags[token].penn == "VBG", head < token,
      lexicon.isMember(document.lemmas[token], of: "result")
    else { return nil }
    let nearest = ((head + 1)..<token).last { document.tags[$0].universal == .verb }
    guard let nearest else { return nil }
    if tree.relation(nearest) == "acl:relcl" { return tree.head(nearest) }
    return tree.isRelation(nearest, among: ["advcl", "ccomp"]) ? tree.child(nearest, "nsubj") : nil
  }
}
