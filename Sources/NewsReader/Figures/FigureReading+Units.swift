internal import NewsModel

/// What is counted.
extension FigureReading {
  struct Unit {
    var text: String?
    var head: Int?
    var lemma: String?
  }

  /// The noun phrase behind a number; moves `end` behind it.
  func unit(from end: inout Int, _ sentence: Range<Int>) -> Unit {
    var at = end
    var first = end
    if at < sentence.upperBound,
      forms[at] == "more" || forms[at] == "other" || forms[at] == "further"
    {
      at += 1
      first = at
    }
    // 'six of her pupils', 'hundreds of the guests'
    if at + 1 < sentence.upperBound, forms[at] == "of" {
      at += 1
      while at < sentence.upperBound, isDeterminer(at) { at += 1 }
      // '12 of the 30 boats'
      if let whole = NumberScanner(Array(forms[at..<sentence.upperBound]), words).number(at: 0) {
        at += whole.tokens.count
      }
      first = at
    }
    var head: Int?
    while at < sentence.upperBound, at - first < Self.unitLimit {
      switch document.tags[at].universal {
      case .noun, .propn: head = at
      case .adj, .verb:
        let isModifier =
          document.tags[at].universal == .adj
          || ["VBN", "VBG"].contains(document.tags[at].penn)
        if !isModifier { break }
        if head != nil { break }
        at += 1
        continue
      case .punct where forms[at] == "-" || forms[at] == "'s" || forms[at] == "’s": break
      case .part where forms[at] == "'s" || forms[at] == "’s": break
      default: break
      }
      if head == at {
        at += 1
        continue
      }
      if document.tags[at].penn == "POS", head == at - 1 {
        at += 1
        continue
      }
      break
    }
    guard let head else { return participle(first, &end, sentence) }
    var last = head
    let lemma = document.lemmas[head].lowercased()
    if words.measures.contains(lemma), let complement = complement(after: head, sentence) {
      last = complement
    }
    end = last + 1
    return Unit(
      text: document.text(document.range(ofTokens: first..<last + 1)), head: head, lemma: lemma)
  }

  /// '84 wounded', 'hundreds more stranded', 'nearly 900 dead'.
  func participle(_ first: Int, _ end: inout Int, _ sentence: Range<Int>) -> Unit {
    guard first < sentence.upperBound else { return Unit() }
    let isParticiple =
      document.tags[first].penn == "VBN" || document.tags[first].penn == "VBD"
      || ["dead", "missing", "wounded", "injured", "hurt", "others", "homeless"].contains(
        forms[first])
    guard isParticiple,
      let state = Self.states[document.lemmas[first].lowercased()]
        ?? (words.fates.values.contains(forms[first]) ? forms[first] : nil)
    else { return Unit() }
    end = first + 1
    return Unit(text: state, head: first, lemma: document.lemmas[first].lowercased())
  }

  static let states = [
    "dead": "dead", "missing": "missing", "wounded": "wounded", "injured": "injured",
    "homeless": "homeless", "other": "others",
  ]

  func isDeterminer(_ token: Int) -> Bool {
    let tag = document.tags[token]
    return tag.universal == .det || tag.penn == "PRP$"
  }

  /// The last noun of 'of tear gas' behind a measure.
  func complement(after head: Int, _ sentence: Range<Int>) -> Int? {
    guard head + 2 < sentence.upperBound, forms[head + 1] == "of" else { return nil }
    var at = head + 2
    var last: Int?
    while at < sentence.upperBound, at - head < Self.unitLimit {
      switch document.tags[at].universal {
      case .noun, .propn: last = at
      case .adj, .det: break
      default: return last
      }
      at += 1
    }
    return last
  }

  func described(_ unit: String, _ head: Int, isMoney: Bool) -> String {
    guard !isMoney, let fate = fate(of: head), !unit.contains(fate) else { return unit }
    return "\(unit) \(fate)"
  }

  /// What became of those counted: 'killed' where they are the object of 'kill'.
  func fate(of token: Int) -> String? {
    guard let tree else { return nil }
    for child in tree.children(token, "acl") {
      if let fate = words.fates[document.lemmas[child].lowercased()] { return fate }
    }
    guard let verb = tree.head(token), document.tags[verb].universal == .verb,
      let fate = words.fates[document.lemmas[verb].lowercased()]
    else { return nil }
    let isPatient = tree.isRelation(token, "obj") || tree.relation(token) == "nsubj:pass"
    let dies = fate == "dead" && tree.isRelation(token, "nsubj")
    return isPatient || dies ? fate : nil
  }

}
