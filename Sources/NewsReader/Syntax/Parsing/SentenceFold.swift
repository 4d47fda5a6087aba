internal import NewsModel

/// A sentence as the parser reads it: cut at semicolons, without asides, and each name one word.
///
/// The parser learned from treebanks in which news is a small part, and long names, titles and
/// insertions in a row are what it errs at. A name is one word of its phrase whatever it is made of;
/// a semicolon between two finite clauses parts two sentences; times and places that open a sentence,
/// and descriptions between commas, stand outside its clauses. Each is parsed for itself and hung
/// where it belongs.
struct SentenceFold: Sendable {
  /// The tokens of each clause that the parser is shown, at least one.
  private(set) var clauses: [[Int]] = []
  /// The words that say whose word the last clause is, at the end of the sentence: 'police said'.
  private(set) var attribution: [Int]?
  /// Descriptions and brackets that are parsed for themselves.
  let asides: [Aside]
  /// The phrases that open the sentence and are parted from it, each ending with its head.
  private let openings: [Range<Int>]
  /// The times that stand behind a verb or its phrases and are parted from it.
  private var times: [Range<Int>] = []
  /// Participles that are the past tense of a clause that would have no finite verb.
  private(set) var pastTenses: Set<Int> = []
  /// The names of the sentence.
  private let names: ArraySlice<NameSpan>

  /// Folds the tokens of `run`; `names` are in order and do not overlap.
  ///
  /// - Complexity: O(*n* *m*) for *n* tokens and *m* names of the sentence.
  init(_ run: Range<Int>, names: ArraySlice<NameSpan>, in document: Document) {
    self.names = names
    openings = Self.openings(of: run, names: names, in: document)
    let start = openings.last?.upperBound ?? run.lowerBound
    asides = AsideScan(document, names: names).asides(in: start..<run.upperBound)
    var rest: [Int] = []
    var token = start
    for aside in asides {
      rest += words(in: token..<aside.tokens.lowerBound, document)
      token = aside.tokens.upperBound
    }
    rest += words(in: token..<run.upperBound, document)
    times = Self.adverbialTimes(in: rest, document)
    let parted = Set(times.joined())
    clauses = Self.clauses(of: rest.filter { !parted.contains($0) }, document)
    if let last = clauses.last, let cut = Attribution(document).start(in: last) {
      attribution = Array(last[cut...])
      clauses[clauses.count - 1] = Array(last[..<cut])
    }
    if run.last.map({ document.tokens[$0].form == "." }) ?? false {
      pastTenses = Set(clauses.compactMap { Self.mistakenParticiple(in: $0, document) })
    }
  }

  private static let adverbs: Set<String> = ["today", "yesterday", "tomorrow", "tonight"]

  /// The first participle behind a noun in a clause without a finite verb, which is no passive.
  private static func mistakenParticiple(in clause: [Int], _ document: Document) -> Int? {
    let tags = clause.map { document.tags[$0] }
    guard !tags.contains(where: { $0.universal == .aux || isFinite($0) }),
      let place = tags.indices.dropFirst().first(where: {
        tags[$0].penn == "VBN"
          && [UniversalTag.noun, .propn, .adv].contains(tags[$0 - 1].universal)
      }), place + 1 < clause.count, document.tokens[clause[place + 1]].form != "by"
    else { return nil }
    return clause[place]
  }

  private static func isFinite(_ tag: PartOfSpeech) -> Bool {
    ["VBD", "VBZ", "VBP", "MD"].contains(tag.penn)
  }

  /// The times among `words` that are phrases of their own: 'on Monday', 'last week'; not 'Monday's
  /// talks', 'the October truce'.
  private static func adverbialTimes(in words: [Int], _ document: Document) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (place, token) in words.enumerated() {
      guard let time = time(at: token, in: document),
        place + time.tokens.count <= words.count,
        words[place + time.tokens.count - 1] == time.tokens.upperBound - 1
      else { continue }
      let end = place + time.tokens.count
      if end < words.count {
        let next = document.tags[words[end]]
        guard ![UniversalTag.noun, .propn, .adj, .num].contains(next.universal),
          next.penn != "POS", next.penn != "HYPH", document.tokens[words[end]].form != "-",
          document.tokens[words[end]].form != "("
        else { continue }
      }
      guard place > 0 else { continue }
      let before = words[place - 1]
      var start = token
      switch document.tags[before].universal {
      case .adp:
        guard ["on", "in", "at", "by", "since", "during"].contains(document.tokens[before].lower),
          place > 1, before == token - 1
        else { continue }
        start = before
      case .det, .num, .aux, .cconj, .sconj: continue
      // 'a local official today praised', where the tagger errs: such words stand alone.
      case .adj where !Self.adverbs.contains(document.tokens[token].lower): continue
      case .punct where document.tokens[before].form != ",": continue
      default: break
      }
      result.append(start..<time.tokens.upperBound)
    }
    return result
  }

  /// The tokens of `range` that the parser is shown.
  func words(in range: Range<Int>, _ document: Document) -> [Int] {
    var result: [Int] = []
    var token = range.lowerBound
    for name in names where range.contains(name.tokens.lowerBound) {
      guard name.tokens.lowerBound >= token else { continue }
      result += token..<name.tokens.lowerBound
      result.append(Self.head(of: name, in: document))
      token = name.tokens.upperBound
    }
    if token < range.upperBound { result += token..<range.upperBound }
    return result
  }

  /// Cuts at the semicolons that have a finite verb on both sides.
  private static func clauses(of words: [Int], _ document: Document) -> [[Int]] {
    guard let last = words.lastIndex(where: { isFinite(document.tags[$0]) }) else {
      return [words]
    }
    var result: [[Int]] = []
    var clause: [Int] = []
    var hasVerb = false
    for (place, token) in words.enumerated() {
      clause.append(token)
      hasVerb = hasVerb || isFinite(document.tags[token])
      if hasVerb, place < last, document.tokens[token].form == ";" {
        result.append(clause)
        clause = []
        hasVerb = false
      }
    }
    return clause.isEmpty ? result : result + [clause]
  }

  /// The times and places that open a sentence: 'On Monday in Bergen the mayor resigned'; none where
  /// no noun phrase follows.
  private static func openings(
    of run: Range<Int>, names: ArraySlice<NameSpan>, in document: Document
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var token = run.lowerBound
    while token < run.upperBound {
      let start = document.tags[token].universal == .adp ? token + 1 : token
      guard start < run.upperBound else { return [] }
      if let time = Self.time(at: start, in: document) {
        result.append(token..<time.tokens.upperBound)
      } else if start > token,
        let place = names.first(where: { $0.tokens.lowerBound == start }), place.kind == .place
      {
        result.append(token..<place.tokens.upperBound)
      } else if let end = hour(at: start, in: run, document), start > token {
        result.append(token..<end)
      } else {
        break
      }
      token = result.last?.upperBound ?? token
    }
    guard !result.isEmpty, token < run.upperBound else { return [] }
    switch document.tags[token].universal {
    case .det, .pron, .propn: return result
    default: return names.contains { $0.tokens.lowerBound == token } ? result : []
    }
  }

  /// The end of 'dawn' or 'the evening' at `token`, which is no date.
  private static func hour(at token: Int, in run: Range<Int>, _ document: Document) -> Int? {
    let noun = document.tags[token].universal == .det ? token + 1 : token
    let hours: Set<String> = [
      "dawn", "dusk", "midnight", "noon", "midday", "night", "sunrise", "sunset", "morning",
      "afternoon", "evening", "nightfall", "daybreak",
    ]
    return noun < run.upperBound && hours.contains(document.tokens[noun].lower) ? noun + 1 : nil
  }

  /// The time expression that begins at `token`.
  ///
  /// - Complexity: O(log *n*) in times, which are in order.
  private static func time(at token: Int, in document: Document) -> TimeExpression? {
    var (low, high) = (0, document.times.count)
    while low < high {
      let middle = (low + high) / 2
      if document.times[middle].tokens.lowerBound < token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < document.times.count, document.times[low].tokens.lowerBound == token else {
      return nil
    }
    return document.times[low]
  }

  /// The word that stands for a name: a person's first, else the last before a preposition.
  private static func head(of name: NameSpan, in document: Document) -> Int {
    let tokens = name.tokens
    if name.kind == .person { return tokens.lowerBound }
    let preposition = tokens.dropFirst().first { document.tags[$0].universal == .adp }
    var head = (preposition ?? tokens.upperBound) - 1
    while head > tokens.lowerBound, [.punct, .part].contains(document.tags[head].universal) {
      head -= 1
    }
    return head
  }

  // MARK: Arcs of what was folded

  /// Adds the arcs inside the names that were folded, and of the phrases that open the sentence,
  /// which hang from its `root`.
  func unfold(into arcs: inout [Arc], root: Int?, _ document: Document) {
    for phrase in openings {
      let head = phrase.upperBound - 1
      for token in phrase.dropLast() {
        let relation =
          switch document.tags[token].universal {
          case .adp: "case"
          case .det: "det"
          case .num: "nummod"
          case .adj: "amod"
          default: "compound"
          }
        arcs[token] = Arc(head: head, relation: relation)
      }
      arcs[head] = Arc(head: root, relation: root == nil ? "root" : "obl")
    }
    for phrase in times {
      let head = phrase.upperBound - 1
      for token in phrase.dropLast() {
        arcs[token] = Arc(
          head: head, relation: document.tags[token].universal == .adp ? "case" : "compound")
      }
      let verb = verb(round: phrase, document) ?? root
      arcs[head] = Arc(head: verb, relation: verb == nil ? "root" : "obl")
    }
    for name in names where name.tokens.count > 1 {
      let head = Self.head(of: name, in: document)
      for token in name.tokens where token != head {
        arcs[token] = arc(of: token, in: name, under: head, document)
      }
    }
  }

  /// The verb before a time in its clause, else the next.
  private func verb(round time: Range<Int>, _ document: Document) -> Int? {
    let isVerb = { (token: Int) in document.tags[token].universal == .verb }
    guard let clause = clauses.last(where: { $0[0] < time.lowerBound }) ?? clauses.first else {
      return nil
    }
    return clause.last { $0 < time.lowerBound && isVerb($0) }
      ?? clause.first { $0 > time.lowerBound && isVerb($0) }
  }

  private func arc(of token: Int, in name: NameSpan, under head: Int, _ document: Document) -> Arc {
    if name.kind == .person { return Arc(head: head, relation: "flat") }
    let last = name.tokens.upperBound - 1
    let isTail = token > head
    switch document.tags[token].universal {
    case .adp: return Arc(head: isTail ? last : head, relation: "case")
    case .det: return Arc(head: isTail && token < last ? last : head, relation: "det")
    case .cconj: return Arc(head: isTail && token < last ? last : head, relation: "cc")
    case .punct: return Arc(head: head, relation: "punct")
    case .part where token > name.tokens.lowerBound:
      return Arc(head: token - 1, relation: "case")
    case .adj where !isTail: return Arc(head: head, relation: "amod")
    default: break
    }
    if isTail {
      return token == last
        ? Arc(head: head, relation: "nmod") : Arc(head: last, relation: "compound")
    }
    let owns = token + 1 < head && document.tags[token + 1].universal == .part
    return Arc(head: head, relation: owns ? "nmod:poss" : "compound")
  }
}
