/// Mends a common slip of the parser in news: a subject that is lost behind its clause.
///
/// In 'The general, whose forces hold the east, met the envoy' the parser may make 'hold' the main
/// verb. The pattern is plain to see in the words: a noun, a comma, 'who', 'whose' or 'which' and a
/// verb, or a participle, then a comma, and a finite verb without a subject. That verb then becomes the head of the
/// sentence, the noun its subject, and the verb between the commas a clause of the noun.
///
/// - Complexity: O(*n*) in tokens for clauses of at most ``reach`` tokens.
struct RelativeClauseRepair {
  /// The longest clause between two commas that is looked over, in tokens.
  static let reach = 40

  private let tags: [PartOfSpeech]
  private let isComma: (Int) -> Bool
  /// The arcs, as far as they are mended.
  private(set) var arcs: [Arc]

  /// The repair of trees over tokens with `tags`; `isComma` tells which tokens are commas.
  init(arcs: [Arc], tags: [PartOfSpeech], isComma: @escaping (Int) -> Bool) {
    self.arcs = arcs
    self.tags = tags
    self.isComma = isComma
  }

  /// Mends the sentence that is `run`.
  mutating func mend(_ run: Range<Int>) {
    var comma = run.lowerBound
    while comma + 3 < run.upperBound {
      if isComma(comma), comma > run.lowerBound, beginsClause(comma + 1),
        let end = clauseEnd(after: comma, in: run), let verb = mainVerb(behind: end, in: run)
      {
        mend(noun: noun(before: comma, in: run), clause: comma..<end, verb: verb, run)
        comma = end
      } else {
        comma += 1
      }
    }
  }

  // MARK: The pattern

  private func beginsClause(_ token: Int) -> Bool {
    ["WP", "WP$", "WDT"].contains(tags[token].penn) || isParticiple(token)
  }

  private func isParticiple(_ token: Int) -> Bool {
    tags[token].penn == "VBN" || tags[token].penn == "VBG"
  }

  /// The head of the noun phrase that ends right before the comma.
  private func noun(before comma: Int, in run: Range<Int>) -> Int {
    var token = comma - 1
    while let head = arcs[token].head, run.contains(head), head < comma, isNominal(head),
      arcs[token].relation != "conj"
    {
      token = head
    }
    return token
  }

  private func isNominal(_ token: Int) -> Bool {
    [.noun, .propn, .pron].contains(tags[token].universal)
  }

  private func isVerb(_ token: Int) -> Bool {
    tags[token].universal == .verb || tags[token].universal == .aux
  }

  /// The comma that closes the clause: one with a verb before it and a verb right behind it.
  private func clauseEnd(after comma: Int, in run: Range<Int>) -> Int? {
    var hasVerb = isParticiple(comma + 1)
    for token in (comma + 2)..<min(run.upperBound, comma + Self.reach) {
      if isVerb(token) { hasVerb = true }
      if isComma(token), hasVerb, mainVerb(behind: token, in: run) != nil { return token }
    }
    return nil
  }

  /// The full verb that follows the comma, adverbs and auxiliaries passed over; nil where it has a
  /// subject of its own or is no finite verb.
  private func mainVerb(behind comma: Int, in run: Range<Int>) -> Int? {
    var token = comma + 1
    var hasAuxiliary = false
    while token < run.upperBound, token < comma + 6 {
      switch tags[token].universal {
      case .adv, .part: token += 1
      case .aux:
        hasAuxiliary = true
        token += 1
      case .verb:
        let finite = ["VBD", "VBZ", "VBP", "VBN"].contains(tags[token].penn)
        return (finite || hasAuxiliary) && !hasSubject(token, run) ? token : nil
      default: return nil
      }
    }
    return nil
  }

  private func hasSubject(_ verb: Int, _ run: Range<Int>) -> Bool {
    run.contains { arcs[$0].head == verb && arcs[$0].relation.hasPrefix("nsubj") }
  }

  // MARK: The repair

  private mutating func mend(noun: Int, clause: Range<Int>, verb: Int, _ run: Range<Int>) {
    guard isNominal(noun), arcs[noun].head != verb else { return }
    guard
      let inner = clause.first(where: { isVerb($0) && tags[$0].universal == .verb })
        ?? clause.first(where: isVerb)
    else { return }
    // A noun that an earlier word governs is an object: its clause goes on, 'met X, who left, ...'.
    if let head = arcs[noun].head, !clause.contains(head), head != verb { return }
    let before = arcs
    let outer = clauseHead(inner, outside: clause, noun: noun, verb: verb)
    arcs[verb] =
      outer.map { Arc(head: $0, relation: arcs[inner].relation) }
      ?? Arc(head: nil, relation: "root")
    // 'held talks', taken for talks that were held.
    if before[verb].relation == "amod", let object = before[verb].head, object > verb {
      arcs[object] = Arc(head: verb, relation: "obj")
    }
    if let name = subject(of: inner, before: noun, in: run) {
      arcs[name] = Arc(head: verb, relation: "nsubj")
      arcs[noun] = Arc(head: name, relation: "appos")
    } else {
      arcs[noun] = Arc(head: verb, relation: "nsubj")
    }
    let isReduced = isParticiple(clause.lowerBound + 1)
    arcs[inner] = Arc(head: noun, relation: isReduced ? "acl" : "acl:relcl")
    if !isTree(run) { arcs = before }
  }

  /// 'Okoro, the mayor, whose ...': what stands in front of an apposition that the clause follows.
  private func subject(of inner: Int, before noun: Int, in run: Range<Int>) -> Int? {
    (run.lowerBound..<noun).last { token in
      arcs[token].head == inner && arcs[token].relation.hasPrefix("nsubj") && isNominal(token)
        && (token..<noun).contains(where: isComma)
    }
  }

  /// What the verb of the clause hangs on outside of all that moves; nil for the root.
  private func clauseHead(_ inner: Int, outside clause: Range<Int>, noun: Int, verb: Int) -> Int? {
    var token = inner
    for _ in 0..<Self.reach {
      guard let head = arcs[token].head else { return nil }
      if !clause.contains(head), head != noun, head != verb { return head }
      token = head
    }
    return nil
  }

  /// Whether the sentence still has one root, which every token leads to.
  private func isTree(_ run: Range<Int>) -> Bool {
    guard run.count(where: { arcs[$0].head == nil }) == 1 else { return false }
    // Every chain of heads that is as long as the sentence runs in a circle.
    var isSafe = [Bool](repeating: false, count: run.count)
    for start in run {
      var path: [Int] = []
      var token = start
      while !isSafe[token - run.lowerBound] {
        path.append(token)
        if path.count > run.count { return false }
        guard let head = arcs[token].head else { break }
        token = head
      }
      for step in path { isSafe[step - run.lowerBound] = true }
    }
    return true
  }
}
