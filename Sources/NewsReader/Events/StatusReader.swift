internal import NewsModel

/// Finds how real an event is, and whose word it is.
struct StatusReader {
  private let document: Document
  private let tree: DependencyTree
  private let reader: PredicateReader
  private let lexicon: FrameLexicon

  /// What the words round an event make of it.
  struct Reading: Sendable {
    var isPlanned = false
    var isDenied = false
    var isClaimed = false
    /// Whether its own auxiliary is 'will' or 'would'.
    var isWilled = false
    /// Whether the negation stands with the word itself.
    var isNegated = false
    /// The verb of saying or claiming above the event.
    var speech: Int?
    /// Words above the event that have a complement which holds it, nearest first.
    var governors: [Int] = []
    /// Whether a governor says that nothing is told.
    var isSilent = false
  }

  init(_ document: Document, _ reader: PredicateReader, _ lexicon: FrameLexicon) {
    self.document = document
    self.reader = reader
    tree = reader.tree
    self.lexicon = lexicon
  }

  /// How the event at `predicate` is told.
  func reading(_ predicate: Predicate) -> Reading {
    var reading = Reading()
    examine(predicate.token, &reading)
    reading.isNegated = reading.isDenied
    if let support = predicate.support {
      examine(support, &reading)
      climb(from: support, &reading)
    } else {
      climb(from: predicate.token, &reading)
    }
    return reading
  }

  /// The word's own auxiliaries, negation, marks and modifiers.
  private func examine(_ token: Int, _ reading: inout Reading) {
    var sharesAuxiliaries = tree.isRelation(token, "conj")
    for child in tree.children(token) {
      let lemma = document.lemmas[child].lowercased()
      let relation = reader.relationKind(child)
      switch relation {
      case "aux", "cop":
        sharesAuxiliaries = false
        if lexicon.isMember(lemma, of: "modal") { reading.isPlanned = true }
        if ["will", "would", "wo", "'ll"].contains(lemma) { reading.isWilled = true }
        if lemma == "be", isInfinitive(token, after: child) { reading.isPlanned = true }
      case "advmod", "det", "cc":
        if lexicon.isMember(lemma, of: "negation") { reading.isDenied = true }
        if lexicon.isMember(lemma, of: "hearsay") { reading.isClaimed = true }
      case "mark":
        if lexicon.isMember(lemma, of: "condition") { reading.isPlanned = true }
        // 'resigned rather than sign'
        if lemma == "than" { reading.isSilent = true }
      case "nsubj", "obj":
        sharesAuxiliaries = relation == "nsubj" ? false : sharesAuxiliaries
        if lexicon.isMember(lemma, of: "negation") || hasNegation(child) { reading.isDenied = true }
      case "amod":
        if lexicon.isMember(lemma, of: "prospective") { reading.isPlanned = true }
        if lexicon.isMember(lemma, of: "hearsay") { reading.isClaimed = true }
      default: break
      }
    }
    if sharesAuxiliaries, let head = tree.head(token),
      document.tags[token].penn == document.tags[head].penn
    {
      examineShared(head, &reading)
    }
  }

  /// 'will arrest and deport': auxiliaries of the first verb hold for the second.
  private func examineShared(_ head: Int, _ reading: inout Reading) {
    for child in tree.children(head, "aux")
    where lexicon.isMember(document.lemmas[child].lowercased(), of: "modal") {
      reading.isPlanned = true
    }
    for child in tree.children(head, "advmod")
    where lexicon.isMember(document.lemmas[child].lowercased(), of: "negation") {
      reading.isDenied = true
    }
  }

  private func hasNegation(_ token: Int) -> Bool {
    tree.children(token, "det").contains {
      lexicon.isMember(document.lemmas[$0].lowercased(), of: "negation")
    }
  }

  /// 'is to travel'.
  private func isInfinitive(_ token: Int, after auxiliary: Int) -> Bool {
    document.tags[token].penn == "VB"
      && tree.children(token, "mark").contains {
        $0 > auxiliary && document.lemmas[$0].lowercased() == "to"
      }
  }

  /// Follows the words that take the event as complement.
  private func climb(from start: Int, _ reading: inout Reading) {
    var current = start
    for head in tree.ancestors(of: start) {
      let relation = reader.relationKind(current)
      let isNominal =
        document.tags[current].universal == .noun
        || document.tags[current].universal == .propn
      switch relation {
      case "conj": break
      case "xcomp", "ccomp", "csubj": govern(head, current, &reading)
      case "acl":
        guard tree.relation(current) != "acl:relcl" else { return }
        let penn = document.tags[current].penn
        guard penn == "VB" || reader.mark(current) != nil else { return }
        govern(head, current, &reading)
      case "advcl":
        guard let mark = reader.mark(current),
          ["of", "from", "for", "to", "on", "upon", "with"].contains(mark)
        else { return }
        let takesPurpose =
          lexicon.isMember(document.lemmas[head], of: "aim")
          || lexicon.effect(of: document.lemmas[head]) != nil
        if mark == "to" && !takesPurpose {
          if document.tags[head].penn == "VB" { examineAbove(head, &reading) }
          return
        }
        govern(head, current, &reading)
      case "parataxis":
        if lexicon.effect(of: document.lemmas[current]) == nil { return }
      case "obj", "obl", "nmod", "nsubj":
        guard isNominal else { return }
        if relation == "obl" || relation == "nmod" {
          guard
            ["of", "for", "to", "on", "with", "from", "in", "about"].contains(
              reader.caseMarker(current) ?? "")
          else { return }
        }
        if relation == "nsubj", !reader.isPassive(head) { return }
        govern(head, current, &reading)
        if lexicon.effect(of: document.lemmas[head]) == nil { return }
      default: return
      }
      current = head
    }
  }

  private func examineAbove(_ token: Int, _ reading: inout Reading) {
    for child in tree.children(token, "aux")
    where lexicon.isMember(document.lemmas[child].lowercased(), of: "modal") {
      reading.isPlanned = true
    }
  }

  private func govern(_ head: Int, _ complement: Int, _ reading: inout Reading) {
    reading.governors.append(head)
    let lemma = document.lemmas[head]
    let clausal = ["ccomp", "csubj"].contains(reader.relationKind(complement))
    switch lexicon.effect(of: lemma) {
    case .planned: reading.isPlanned = true
    case .denied: reading.isDenied = true
    case .silent: reading.isSilent = true
    case .alleged:
      reading.isClaimed = true
      if reading.speech == nil { reading.speech = head }
    case .said:
      if clausal, reading.speech == nil { reading.speech = head }
    case nil:
      if lemma == "be", reader.relationKind(complement) == "xcomp",
        document.tags[complement].penn == "VB"
      {
        reading.isPlanned = true
      }
    }
    for child in tree.children(head) {
      let word = document.lemmas[child].lowercased()
      if reader.relationKind(child) == "aux", lexicon.isMember(word, of: "modal"), !clausal {
        reading.isPlanned = true
      }
      if reader.relationKind(child) == "advmod", lexicon.isMember(word, of: "negation"), !clausal {
        reading.isDenied = true
      }
    }
  }
}
