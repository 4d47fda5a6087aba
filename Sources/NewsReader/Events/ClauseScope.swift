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

  /// Whether a token is part of a time expression.
  func isTime(_ token: Int) -> Bool { timeAt[token] != nil }

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

  /// The time that dates the event: in its own clause, else in one that says when it was, else in the
  /// clauses that carry it.
  ///
  /// - Parameter limit: the day after which nothing can have happened yet.
  func time(_ predicate: Predicate, until limit: Day? = nil) -> TimeExpression? {
    var level = predicate.token
    for step in 0...Self.climbLimit {
      if let time = nearestTime(in: clause(level), to: predicate.token, until: limit) {
        return time
      }
      for circumstance in circumstances(of: level) {
        if let time = nearestTime(in: clause(circumstance), to: predicate.token, until: limit) {
          return time
        }
      }
      guard step < Self.climbLimit, let next = carrier(of: level) else { break }
      level = next
    }
    let near = surroundings(predicate.token).filter { !isAside($0, from: predicate.token) }
    return nearestTime(in: near, to: predicate.token, until: limit)
  }

  /// The clauses that tell what was at the same time: 'when they meet on Thursday'.
  func circumstances(of token: Int) -> [Int] {
    tree.children(token, "advcl").filter { clause in
      let word =
        reader.mark(clause)
        ?? tree.children(clause, "advmod").first { document.tags[$0].penn == "WRB" }
        .map { document.tokens[$0].lower }
      return word.map { ["when", "while", "as"].contains($0) } ?? false
    }
  }

  /// Whether a word stands in a relative clause that `token` is no part of.
  func isAside(_ word: Int, from token: Int) -> Bool {
    for clause in [word] + tree.ancestors(of: word) where reader.relationKind(clause) == "acl" {
      if !tree.isWithin(token, clause) { return true }
    }
    return false
  }

  /// The words round `token` up to the next finite verbs, whatever the tree says of them.
  func surroundings(_ token: Int) -> Range<Int> {
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
    // 'Before dawn the crowd ...' was read as a verb.
    if isTime(word) { return false }
    let tag = document.tags[word]
    return [.verb, .aux].contains(tag.universal) && tree.head(word) != token
      && ["VBD", "VBZ", "VBP", "MD"].contains(tag.penn)
  }

  private func nearestTime(
    in words: [Int], to token: Int, until limit: Day?
  ) -> TimeExpression? {
    var best: (rank: Int, distance: Int, time: TimeExpression)?
    for word in words {
      guard let position = timeAt[word] else { continue }
      let time = document.times[position]
      guard time.tokens.lowerBound == word || best?.time != time else { continue }
      if let limit, let first = time.date?.first, first > limit { continue }
      let distance = abs(word - token)
      let rank = time.date == nil ? 1 : 0
      if let best, (best.rank, best.distance) <= (rank, distance) { continue }
      best = (rank, distance, time)
    }
    return best?.time
  }

  /// 'announced that he was leaving', 'said that she would pay': who speaks says what he does then.
  private func isOwnAnnouncement(_ token: Int) -> Bool {
    guard let subject = tree.child(token, "nsubj"),
      ["he", "she", "it", "they"].contains(document.tokens[subject].lower)
    else { return false }
    let auxiliaries = tree.children(token, "aux").map { document.tokens[$0].lower }
    return auxiliaries.contains("would") || auxiliaries.contains("will")
      || document.tags[token].penn == "VBG"
        && !Set(auxiliaries).isDisjoint(with: ["is", "was", "are", "were"])
  }

  /// The clause one up that shares its time and place with the one of `token`.
  func carrier(of token: Int) -> Int? {
    guard let head = tree.head(token) else { return nil }
    switch reader.relationKind(token) {
    case "xcomp", "obj", "obl", "nmod", "nsubj", "compound": return head
    case "conj": return head
    case "ccomp": return isOwnAnnouncement(token) ? head : nil
    case "advcl":
      guard let mark = reader.mark(token) else { return head }
      return ["to", "as", "by", "of", "in", "while", "when", "where"].contains(mark) ? head : nil
    case "acl":
      guard tree.relation(token) != "acl:relcl", document.tags[token].penn == "VB" else {
        return nil
      }
      return head
    default: return nil
    }
  }
}
