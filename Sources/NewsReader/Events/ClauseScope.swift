internal import NewsModel

/// The words that belong to an event's own clause, and what stands among them.
struct ClauseScope {
  private let document: Document
  private let tree: DependencyTree
  private let reader: PredicateReader
  private let timeAt: [Int: Int]

  /// How many words away a time or place may stand that the tree does not connect.
  private static let window = 20
  /// How many clauses up a time or place may stand.
  private static let climbLimit = 4

  init(_ document: Document, _ reader: PredicateReader) {
    self.document = document
    self.reader = reader
    tree = reader.tree
    var timeAt: [Int: Int] = [:]
    for (position, time) in document.times.enumerated() {
      for token in time.tokens { timeAt[token] = position }
    }
    self.timeAt = timeAt
  }

  /// The tokens of the clause of `token`, without clauses inside it.
  func clause(_ token: Int, keepingComplements: Bool = false) -> [Int] {
    tree.subtree(token) { child in
      switch reader.relationKind(child) {
      case "advcl", "parataxis", "acl", "csubj", "discourse", "list", "vocative": true
      case "ccomp", "xcomp": !keepingComplements
      case "conj":
        tree.head(child) == token || [.verb, .aux].contains(document.tags[child].universal)
      default: false
      }
    }
  }

  /// The bytes from the first to the last word of the event's clause.
  func evidence(_ predicate: Predicate, keepingComplements: Bool) -> TextRange {
    var words = clause(predicate.token, keepingComplements: keepingComplements)
    if let support = predicate.support { words += clause(support) }
    words.removeAll { word in
      let relation = reader.relationKind(word)
      guard relation == "punct" || relation == "cc" || relation == "mark" else { return false }
      let head = tree.head(word)
      return head == predicate.token || head == predicate.support
    }
    let own = words + [predicate.token]
    var lower = own.min() ?? predicate.token
    var upper = own.max() ?? predicate.token
    while lower < predicate.token, isTrim(lower) { lower += 1 }
    while upper > predicate.token, isTrim(upper) { upper -= 1 }
    return document.range(ofTokens: lower..<(upper + 1))
  }

  private func isTrim(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .punct: !["\"", "”", "“", ")", "("].contains(document.tokens[token].form)
    case .cconj: true
    default: false
    }
  }

  /// The time that dates the event: in its own clause, else in the clauses that carry it.
  func time(_ predicate: Predicate) -> TimeExpression? {
    var level = predicate.token
    if let time = nearestTime(in: clause(level), to: predicate.token) { return time }
    for _ in 0..<Self.climbLimit {
      guard let next = carrier(of: level) else { break }
      level = next
      if let time = nearestTime(in: clause(level), to: predicate.token) { return time }
    }
    return nearestTime(in: Array(surroundings(predicate.token)), to: predicate.token)
  }

  /// The words round `token` up to the next finite verbs, whatever the tree says of them.
  private func surroundings(_ token: Int) -> Range<Int> {
    let sentence = document.sentences[document.tokens[token].sentence].tokens
    var lower = token
    while lower > sentence.lowerBound, token - lower < Self.window, !isBoundary(lower - 1, token) {
      lower -= 1
    }
    var upper = token + 1
    while upper < sentence.upperBound, upper - token < Self.window, !isBoundary(upper, token) {
      upper += 1
    }
    return lower..<upper
  }

  /// Whether another clause begins or ends at a word: a finite verb of its own, a semicolon, a quote.
  private func isBoundary(_ word: Int, _ token: Int) -> Bool {
    switch document.tokens[word].form {
    case ";", ":", "“", "”", "\"": return true
    default: break
    }
    let tag = document.tags[word]
    return [.verb, .aux].contains(tag.universal) && tree.head(word) != token
      && ["VBD", "VBZ", "VBP", "MD"].contains(tag.penn)
  }

  private func nearestTime(in words: [Int], to token: Int) -> TimeExpression? {
    var best: (rank: Int, distance: Int, time: TimeExpression)?
    for word in words {
      guard let position = timeAt[word] else { continue }
      let time = document.times[position]
      guard time.tokens.lowerBound == word || best?.time != time else { continue }
      let distance = abs(word - token)
      let rank = time.date == nil ? 1 : 0
      if let best, (best.rank, best.distance) <= (rank, distance) { continue }
      best = (rank, distance, time)
    }
    return best?.time
  }

  /// The clause one up that shares its time and place with the one of `token`.
  private func carrier(of token: Int) -> Int? {
    guard let head = tree.head(token) else { return nil }
    switch reader.relationKind(token) {
    case "xcomp", "obj", "obl", "nmod", "nsubj", "compound": return head
    case "conj": return head
    case "ccomp": return nil
    case "advcl":
      guard let mark = reader.mark(token) else { return head }
      return ["to", "as", "by", "of", "in"].contains(mark) ? head : nil
    case "acl":
      guard tree.relation(token) != "acl:relcl", document.tags[token].penn == "VB" else {
        return nil
      }
      return head
    default: return nil
    }
  }

  /// The places that locative phrases of the event's clause name, outermost clause last.
  func locations(_ predicate: Predicate, _ resolver: PartyResolver) -> [EntityIndex] {
    if let place = relativePlace(predicate.token, resolver) { return [place] }
    var level = predicate.token
    for step in 0...2 {
      let found = locations(in: clause(level), resolver)
      if !found.isEmpty { return found }
      guard step < 2, let next = carrier(of: level), reader.relationKind(level) != "conj" else {
        break
      }
      level = next
    }
    // In front of the verb a place belongs to it only at the beginning of the sentence.
    let sentence = document.sentences[document.tokens[predicate.token].sentence].tokens
    let first = sentence.first { document.tags[$0].universal == .verb } ?? sentence.upperBound
    let near = surroundings(predicate.token).filter { $0 > predicate.token || $0 < first }
    return locations(in: near, resolver)
  }

  /// The place before 'where': 'in Oslo, where they met'.
  private func relativePlace(_ token: Int, _ resolver: PartyResolver) -> EntityIndex? {
    let adverb = tree.children(token, "advmod").first {
      $0 < token && document.tokens[$0].lower == "where"
    }
    guard let adverb else { return nil }
    for word in (max(0, adverb - 3)..<adverb).reversed() {
      if let mention = resolver.mention(at: word),
        document.entities[mention.entity.position].kind == .place
      {
        return mention.entity
      }
    }
    return nil
  }

  private func locations(in words: [Int], _ resolver: PartyResolver) -> [EntityIndex] {
    var result: [EntityIndex] = []
    for word in words.sorted() {
      guard let mention = resolver.mention(at: word), mention.form == .name,
        document.entities[mention.entity.position].kind == .place
      else { continue }
      let marker = mention.tokens.lazy.compactMap { reader.caseMarker($0) }.first
      guard let marker,
        Self.locative.contains(marker) || (marker == "of" && isArea(above: mention.head))
      else { continue }
      if !result.contains(mention.entity) { result.append(mention.entity) }
    }
    return result
  }

  /// 'on the island of', 'near the town of'.
  private func isArea(above token: Int) -> Bool {
    guard let noun = tree.head(token), Self.areas.contains(document.lemmas[noun].lowercased()),
      let marker = reader.caseMarker(noun)
    else { return false }
    return Self.locative.contains(marker)
  }

  private static let areas: Set<String> = [
    "island", "town", "city", "village", "port", "district", "province", "region", "suburb",
    "outskirts", "capital", "state", "county", "peninsula", "valley", "resort", "camp", "border",
  ]

  /// Prepositions after which a place is where it happened.
  private static let locative: Set<String> = [
    "in", "at", "near", "outside", "inside", "around", "off", "across", "throughout", "over", "on",
  ]
}
