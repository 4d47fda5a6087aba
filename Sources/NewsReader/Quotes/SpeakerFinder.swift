internal import NewsModel

/// Finds who says a quotation.
///
/// Trees err beside quotation marks, so that the plain forms of attribution are told by what stands
/// where (`"...," said the mayor`, `Rivera later said: "..."`), and the tree serves the rest.
struct SpeakerFinder {
  let document: Document
  let reader: PredicateReader
  let mentions: MentionIndex
  let words: SpeakerWords
  /// Which tokens stand in quotations, and which in time expressions.
  let quoted: [Bool]
  let isTime: [Bool]

  /// Who says something, and with which verb.
  struct Speaker: Hashable, Sendable {
    /// The entity, where named.
    var entity: EntityIndex?
    /// The words, where not.
    var text: String?
    /// Lemma of the verb.
    var verb: String?
    /// The pronoun for one person that stands for it: 'she'.
    var pronoun: String?
    /// Whether it is known that nobody says it: the words of a banner.
    var isNobody = false

    /// Whether somebody is found.
    var isKnown: Bool { entity != nil || text != nil }
  }

  /// A finder for a document with these quotations.
  init(
    _ document: Document, _ reader: PredicateReader, words: SpeakerWords, spans: [QuotationSpan]
  ) {
    self.document = document
    self.reader = reader
    self.words = words
    mentions = MentionIndex(document)
    var quoted = [Bool](repeating: false, count: document.tokens.count)
    for span in spans {
      for token in span.tokens { quoted[token] = true }
    }
    self.quoted = quoted
    var isTime = [Bool](repeating: false, count: document.tokens.count)
    for time in document.times {
      for token in time.tokens { isTime[token] = true }
    }
    self.isTime = isTime
  }

  /// The speaker of the quotation in `span` by the words round it; nil where they do not tell.
  func speaker(_ span: QuotationSpan) -> Speaker? {
    let lower = document.sentences[document.tokens[span.tokens.lowerBound].sentence].tokens
    let upper = document.sentences[document.tokens[span.tokens.upperBound - 1].sentence].tokens
    let before = lower.lowerBound..<max(lower.lowerBound, span.tokens.lowerBound - 1)
    var after = min(upper.upperBound, span.tokens.upperBound + 1)..<upper.upperBound
    if after.isEmpty { after = tag(behind: span) ?? after }
    return adjacent(before: before, after: after, span) ?? governing(span)
  }

  /// '"Why?" Rivera asked the clerks.': the sentence behind a question or a call, if it is its tag.
  private func tag(behind span: QuotationSpan) -> Range<Int>? {
    let last = span.tokens.upperBound - 1
    let next = document.tokens[last].sentence + 1
    guard ["?", "!"].contains(document.tokens[last].form), next < document.sentences.count,
      document.sentences[next].block == document.sentences[next - 1].block
    else { return nil }
    let run = document.sentences[next].tokens
    guard run.count <= Self.reach, !run.contains(where: { quoted[$0] }),
      let phrase = nounPhrase(from: run.lowerBound), run.contains(phrase.end),
      isSaying(phrase.end)
    else { return nil }
    return run
  }

  /// Who is the subject of the sentence in front of a quotation that stands alone.
  func introduced(before span: QuotationSpan) -> Speaker? {
    let sentence = document.tokens[span.tokens.lowerBound].sentence
    guard sentence > 0, document.sentences[sentence].block == document.sentences[sentence - 1].block
    else { return nil }
    let run = document.sentences[sentence - 1].tokens
    let root = run.first { reader.tree.head($0) == nil }
    guard let root, let subject = reader.surfaceSubject(root), run.contains(subject),
      !quoted[subject], !reader.isPassive(root),
      let entity = mentions.entity(ofPhrase: subject, in: reader.tree),
      document.entities[entity.position].kind == .person
    else { return nil }
    return Speaker(entity: entity)
  }

  // MARK: Verbs of saying beside the quotation

  /// How far from a quotation a verb of saying is looked for, in tokens.
  private static let reach = 40

  private func adjacent(before: Range<Int>, after: Range<Int>, _ span: QuotationSpan) -> Speaker? {
    // Another clause has its own attribution.
    let isInside = { (token: Int) in document.tokens[token].form != ";" || quoted[token] }
    let left = before.reversed().prefix(Self.reach).prefix(while: isInside)
      .first { !quoted[$0] && isSaying($0) }
    let right = after.prefix(Self.reach).prefix(while: isInside)
      .first { !quoted[$0] && isSaying($0) }
    var candidates: [(distance: Int, verb: Int)] = []
    if let left { candidates.append((span.tokens.lowerBound - left, left)) }
    // Between the marks and the verb of the tag behind stand only the subject and adverbs.
    if let right {
      // '... had "no basis", denied that ...': a verb that only goes on with the sentence in front.
      let isTag = left == nil || inverted(right) ?? preceding(right) != nil
      candidates.append((right - span.tokens.upperBound + (isTag ? 0 : Self.reach), right))
    }
    candidates.sort { $0.distance < $1.distance }
    for candidate in candidates {
      let verb = candidate.verb
      if let subject = subject(of: verb) {
        var speaker = speaker(at: subject, verb: verb)
        speaker.verb = document.lemmas[verb].lowercased()
        return speaker
      }
    }
    return accordingTo(before) ?? accordingTo(after) ?? inTheEyes(before) ?? named(before)
  }

  /// Whether a token is a verb of saying; beside a quotation or before `that` its tag may be wrong.
  func isSaying(_ token: Int) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    guard
      words.verbs.contains(lemma)
        || words.findings.contains(lemma) && token + 1 < document.tokens.count
          && document.tokens[token + 1].lower == "that"
    else { return false }
    let tag = document.tags[token]
    if tag.universal == .verb {
      // `likes to say`
      return tag.penn != "VB"
        || token > 0 && document.tags[token - 1].universal == .part
          && isMark(token + 1)
    }
    guard tag.universal == .noun, tag.penn == "NNS" || tag.penn == "NN" else { return false }
    if token > 0, isMark(token - 1), quoted[max(0, token - 2)] {
      return nounPhrase(from: token + 1) != nil
    }
    return tag.penn == "NNS" && token + 1 < document.tokens.count
      && document.tokens[token + 1].lower == "that"
  }

  /// Whether a quotation mark or a stop stands at `token`, or the text ends there.
  func isMark(_ token: Int) -> Bool {
    guard document.tokens.indices.contains(token) else { return true }
    return document.tags[token].universal == .punct
  }

  /// 'according to the mayor', 'in the words of the mayor'.
  private func accordingTo(_ run: Range<Int>) -> Speaker? {
    for token in run where !quoted[token] {
      switch document.tokens[token].lower {
      case "according":
        guard token + 2 < run.upperBound, let phrase = nounPhrase(from: token + 2) else { continue }
        var speaker = speaker(at: phrase.head, verb: nil)
        speaker.verb = "accord"
        return speaker
      case "words":
        guard token + 2 < run.upperBound, token >= 2,
          document.tokens[token + 1].form == "of",
          document.tokens[token - 2].lower == "in",
          let phrase = nounPhrase(from: token + 2)
        else { continue }
        return self.speaker(at: phrase.head, verb: nil)
      default: continue
      }
    }
    return nil
  }

  /// 'For Rivera it is "..."'.
  private func inTheEyes(_ run: Range<Int>) -> Speaker? {
    guard let first = run.first, document.tokens[first].lower == "for",
      let phrase = nounPhrase(from: first + 1), run.contains(phrase.end),
      ["it", "this", "that"].contains(document.tokens[phrase.end].lower)
    else { return nil }
    let speaker = speaker(at: phrase.head, verb: nil)
    return speaker.entity == nil ? nil : speaker
  }

  /// 'Rivera: "..."'.
  private func named(_ before: Range<Int>) -> Speaker? {
    guard let colon = before.last, document.tokens[colon].form == ":" else { return nil }
    if let root = before.first(where: { reader.tree.head($0).map { !before.contains($0) } ?? true }
    ),
      document.tags[root].universal == .verb, let subject = reader.surfaceSubject(root),
      !quoted[subject]
    {
      return speaker(at: subject, verb: root)
    }
    if colon > before.lowerBound, mentions.entity(at: colon - 1) != nil {
      return speaker(at: colon - 1, verb: nil)
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
        let subject = preceding(ancestor) ?? reader.surfaceSubject(ancestor), !quoted[subject]
      else { continue }
      if reader.isPassive(ancestor) { continue }
      var speaker = speaker(at: subject, verb: ancestor)
      guard speaker.entity != nil || isPersonNoun(subject) else { continue }
      speaker.verb = document.lemmas[ancestor].lowercased()
      return speaker
    }
    return nil
  }
}
