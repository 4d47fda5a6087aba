internal import NewsModel

/// Finds who says a quotation.
struct SpeakerFinder {
  private let document: Document
  private let reader: PredicateReader
  private let mentions: MentionIndex
  private let verbs: Set<String>
  private let quoted: [Bool]

  /// Who says something, and with which verb.
  struct Speaker: Hashable, Sendable {
    /// The entity, where named.
    var entity: EntityIndex?
    /// The words, where not.
    var text: String?
    /// Lemma of the verb.
    var verb: String?
  }

  /// A finder for a document with these quotations.
  init(
    _ document: Document, _ reader: PredicateReader, verbs: Set<String>, spans: [QuotationSpan]
  ) {
    self.document = document
    self.reader = reader
    self.verbs = verbs
    mentions = MentionIndex(document)
    var quoted = [Bool](repeating: false, count: document.tokens.count)
    for span in spans {
      for token in span.tokens { quoted[token] = true }
    }
    self.quoted = quoted
  }

  /// The speaker of the quotation in `span` by the words round it; nil where they do not tell.
  func speaker(_ span: QuotationSpan) -> Speaker? {
    let lower = document.sentences[document.tokens[span.tokens.lowerBound].sentence].tokens
    let upper = document.sentences[document.tokens[span.tokens.upperBound - 1].sentence].tokens
    let before = lower.lowerBound..<max(lower.lowerBound, span.tokens.lowerBound - 1)
    let after = min(upper.upperBound, span.tokens.upperBound + 1)..<upper.upperBound
    return adjacent(before: before, after: after, span) ?? governing(span)
  }

  // MARK: Verbs of saying beside the quotation

  private func adjacent(before: Range<Int>, after: Range<Int>, _ span: QuotationSpan) -> Speaker? {
    let left = before.reversed().prefix(40).first { !quoted[$0] && isSaying($0) }
    let right = after.prefix(40).first { !quoted[$0] && isSaying($0) }
    var candidates: [(distance: Int, verb: Int)] = []
    if let left { candidates.append((span.tokens.lowerBound - left, left)) }
    // Between the marks and the verb of the tag behind stand only the subject and adverbs.
    if let right { candidates.append((right - span.tokens.upperBound, right)) }
    candidates.sort { $0.distance < $1.distance }
    for candidate in candidates {
      let verb = candidate.verb
      if let subject = subject(of: verb) {
        var speaker = speaker(at: subject)
        speaker.verb = document.lemmas[verb].lowercased()
        return speaker
      }
    }
    return accordingTo(before) ?? accordingTo(after) ?? named(before)
  }

  private func isSaying(_ token: Int) -> Bool {
    let tag = document.tags[token]
    return tag.universal == .verb && tag.penn != "VB" && verbs.contains(document.lemmas[token])
  }

  /// The subject of a verb of saying outside the quotation, by the tree, else by position.
  private func subject(of verb: Int) -> Int? {
    if let subject = reader.surfaceSubject(verb), !quoted[subject], !reader.isPassive(verb) {
      return subject
    }
    let sentence = document.sentences[document.tokens[verb].sentence].tokens
    // 'said the mayor'
    for token in verb + 1..<min(sentence.upperBound, verb + 8) where !quoted[token] {
      if document.tags[token].universal == .punct || document.tags[token].universal == .adp {
        break
      }
      if isNominal(token), isPhraseHead(token) { return token }
    }
    for token in (sentence.lowerBound..<verb).reversed().prefix(12) where !quoted[token] {
      if document.tokens[token].form == ";" { break }
      if isNominal(token), isPhraseHead(token) { return token }
    }
    return nil
  }

  private func isNominal(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .noun, .propn: true
    case .pron:
      ["he", "she", "they", "it", "i", "we"].contains(
        document.tokens[token].form.lowercased())
    default: false
    }
  }

  private func isPhraseHead(_ token: Int) -> Bool {
    !reader.tree.isRelation(token, among: ["compound", "flat", "nmod", "appos", "amod"])
  }

  /// 'according to the mayor'.
  private func accordingTo(_ words: Range<Int>) -> Speaker? {
    for token in words
    where !quoted[token] && document.tokens[token].form.lowercased() == "according" {
      let head = reader.tree.head(token)
      if let head, words.contains(head), isNominal(head) {
        var speaker = speaker(at: head)
        speaker.verb = "accord"
        return speaker
      }
    }
    return nil
  }

  /// 'Rivera: "..."'.
  private func named(_ before: Range<Int>) -> Speaker? {
    guard let colon = before.last, document.tokens[colon].form == ":" else { return nil }
    if let root = before.first(where: { reader.tree.head($0).map { !before.contains($0) } ?? true }
    ),
      document.tags[root].universal == .verb, let subject = reader.surfaceSubject(root),
      !quoted[subject]
    {
      return speaker(at: subject)
    }
    if colon > before.lowerBound, mentions.entity(at: colon - 1) != nil {
      return speaker(at: colon - 1)
    }
    return nil
  }

  // MARK: The clause that holds the quotation

  /// The subject of the nearest verb above the words quoted: 'felt "..."', 'with a "..."'.
  private func governing(_ span: QuotationSpan) -> Speaker? {
    guard
      let top = span.tokens.first(where: { token in
        reader.tree.head(token).map { !span.tokens.contains($0) } ?? false
      })
    else { return nil }
    for ancestor in reader.tree.ancestors(of: top) where !quoted[ancestor] {
      guard document.tags[ancestor].universal == .verb || reader.tree.child(ancestor, "cop") != nil,
        let subject = reader.surfaceSubject(ancestor), !quoted[subject]
      else { continue }
      if reader.isPassive(ancestor) { continue }
      var speaker = speaker(at: subject)
      guard speaker.entity != nil || isPerson(subject) else { continue }
      speaker.verb = document.lemmas[ancestor].lowercased()
      return speaker
    }
    return nil
  }

  private func isPerson(_ token: Int) -> Bool {
    document.tags[token].universal == .noun
      && reader.tree.children(token).contains { document.tokens[$0].form.lowercased() == "a" }
  }

  // MARK: Pronouns

  private func isSingular(_ token: Int) -> Bool {
    ["he", "she"].contains(document.tokens[token].form.lowercased())
  }

  /// Who spoke last before `token`, else the last person who was a subject; within four sentences.
  private func lastSpeaker(_ token: Int) -> EntityIndex? {
    let sentence = document.tokens[token].sentence
    var subject: EntityIndex?
    var current = token - 1
    while current >= 0, sentence - document.tokens[current].sentence <= 4 {
      defer { current -= 1 }
      guard !quoted[current], let mention = mentions.mention(at: current),
        mention.head == current, document.entities[mention.entity.position].kind == .person
      else { continue }
      var head = current
      if reader.tree.isRelation(head, "appos"), let noun = reader.tree.head(head) { head = noun }
      guard reader.tree.isRelation(head, "nsubj"), let verb = reader.tree.head(head) else {
        continue
      }
      if verbs.contains(document.lemmas[verb]) { return mention.entity }
      if subject == nil { subject = mention.entity }
    }
    return subject
  }

  // MARK: Phrases

  /// The entity or the words of the phrase at `token`.
  private func speaker(at token: Int) -> Speaker {
    var speaker = Speaker()
    speaker.entity =
      mentions.entity(ofPhrase: token, in: reader.tree)
      ?? (isSingular(token) ? lastSpeaker(token) : nil)
    if speaker.entity == nil, document.tags[token].universal != .pron {
      speaker.text = phrase(token)
    }
    return speaker
  }

  /// The words of a noun phrase without what is set off by commas: 'a baker in the old town'.
  private func phrase(_ token: Int) -> String {
    let tree = reader.tree
    let words = Set(
      tree.subtree(token) { child in
        switch reader.relationKind(child) {
        case "appos", "punct", "conj", "cc", "parataxis", "advcl", "dep": true
        case "acl": tree.children(child, "punct").contains { $0 < child } || isComma(child)
        case "case": tree.head(child) == token && child < token
        case "obl", "advmod": tree.head(child) == token
        default: false
        }
      })
    var run = token...token
    while words.contains(run.lowerBound - 1), !quoted[run.lowerBound - 1] {
      run = run.lowerBound - 1...run.upperBound
    }
    while words.contains(run.upperBound + 1), !quoted[run.upperBound + 1] {
      run = run.lowerBound...run.upperBound + 1
    }
    return document.text(document.range(ofTokens: run.lowerBound..<run.upperBound + 1))
  }

  /// Whether a comma stands before the clause headed by `token`.
  private func isComma(_ token: Int) -> Bool {
    guard let first = reader.tree.subtree(token).min(), first > 0 else { return false }
    return document.tokens[first - 1].form == ","
  }
}
