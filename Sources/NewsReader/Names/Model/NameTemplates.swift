/// The features by which a token's label is scored: letters, tags, lists and rules for the token and
/// its neighbours, the run of capitals that it stands in, and what the document shows of its form.
///
/// They follow Ratinov and Roth (2009), with the rules' label in place of a first model's.
struct NameTemplates {
  private let words: [NameWord]
  private let evidence: FormEvidence
  private static let absent = NameWord()
  private static let of: UInt32 = {
    var plain: [UInt8] = []
    return WordHashes("of", style: .sentence, plain: &plain).lower
  }()

  /// The templates over one sentence of a document.
  init(_ sentence: NameWords, evidence: FormEvidence) {
    words = sentence.words
    self.evidence = evidence
  }

  private func word(_ place: Int) -> NameWord {
    words.indices.contains(place) ? words[place] : Self.absent
  }

  /// Puts the features of the token at `place` of the sentence into `keys`.
  func extract(_ place: Int, into keys: inout FeatureKeys) {
    keys.reset()
    let token = words[place]
    let before = word(place - 1)
    let after = word(place + 1)
    let before2 = word(place - 2)
    let after2 = word(place + 2)
    addLetters(place, token, before, after, before2, after2, to: &keys)
    addTags(token, before, after, before2, after2, to: &keys)
    addLists(token, before, after, before2, after2, to: &keys)
    addRules(token, before, after, to: &keys)
    if !token.run.isEmpty {
      addRun(place, token, to: &keys)
      addEvidence(token, isFirst: place == 0, to: &keys)
    }
  }

  private func addLetters(
    _ place: Int, _ token: NameWord, _ before: NameWord, _ after: NameWord, _ before2: NameWord,
    _ after2: NameWord, to keys: inout FeatureKeys
  ) {
    let (w, p, n) = (token.hashes, before.hashes, after.hashes)
    let (pp, nn) = (before2.hashes, after2.hashes)
    keys.add(0)
    keys.add(w.form)
    keys.add(w.lower)
    keys.add(p.lower)
    keys.add(n.lower)
    keys.add(pp.lower)
    keys.add(nn.lower)
    keys.add(p.lower, w.lower)
    keys.add(w.lower, n.lower)
    keys.add(pp.lower, p.lower)
    keys.add(n.lower, nn.lower)
    keys.add(w.shape)
    keys.add(p.shape, w.shape)
    keys.add(w.shape, n.shape)
    keys.add(p.shape, w.shape, n.shape)
    keys.add(w.prefix2)
    keys.add(w.prefix3)
    keys.add(w.suffix2)
    keys.add(w.suffix3)
    keys.add(w.suffix4)
    keys.add(w.shape, place == 0 ? 1 : 0)
    keys.add(p.lower, w.shape)
    keys.add(n.lower, w.shape)
    keys.add(w.suffix3, w.shape, p.shape)
  }

  private func addTags(
    _ token: NameWord, _ before: NameWord, _ after: NameWord, _ before2: NameWord,
    _ after2: NameWord, to keys: inout FeatureKeys
  ) {
    keys.add(token.tag)
    keys.add(token.tag, token.hashes.lower)
    keys.add(token.tag, token.hashes.shape)
    keys.add(before.tag, token.tag)
    keys.add(token.tag, after.tag)
    keys.add(before.tag, token.tag, after.tag)
    keys.add(before2.tag, before.tag, token.tag)
    keys.add(token.tag, after.tag, after2.tag)
    keys.add(token.tag, before.hashes.lower)
    keys.add(token.tag, after.hashes.lower)
    keys.add(token.tag, token.hashes.suffix3)
  }

  private func addLists(
    _ token: NameWord, _ before: NameWord, _ after: NameWord, _ before2: NameWord,
    _ after2: NameWord, to keys: inout FeatureKeys
  ) {
    let (c, p, n) = (token.classes.rawValue, before.classes.rawValue, after.classes.rawValue)
    let shape = token.hashes.shape
    keys.add(token.marks)
    keys.add(before.marks, token.marks)
    keys.add(token.marks, after.marks)
    keys.add(token.marks, shape)
    keys.add(before.marks, token.marks, after.marks)
    keys.add(token.marks, before.hashes.lower)
    keys.add(c)
    keys.add(p)
    keys.add(n)
    keys.add(c, shape)
    keys.add(p, shape)
    keys.add(n, shape)
    keys.add(before2.classes.rawValue, p, shape)
    keys.add(p, c)
    keys.add(c, n)
    keys.add(after2.classes.rawValue, n, shape)
  }

  private func addRules(
    _ token: NameWord, _ before: NameWord, _ after: NameWord, to keys: inout FeatureKeys
  ) {
    keys.add(token.rule)
    keys.add(token.rule, token.tag)
    keys.add(token.rule, token.marks, token.hashes.shape)
    keys.add(before.rule, token.rule, after.rule)
    keys.add(token.rule, token.classes.rawValue)
    keys.add(token.rule, token.hashes.lower)
    keys.add(token.rule, before.hashes.lower)
    keys.add(token.rule, after.hashes.lower)
  }

  private func addRun(_ place: Int, _ token: NameWord, to keys: inout FeatureKeys) {
    let run = token.run
    let (first, last) = (words[run.lowerBound], words[run.upperBound - 1])
    let before = word(run.lowerBound - 1)
    let after = word(run.upperBound)
    let position = UInt32(
      min(3, place - run.lowerBound) * 4 + min(3, run.upperBound - 1 - place))
    keys.add(position)
    keys.add(last.hashes.lower)
    keys.add(last.hashes.lower, position)
    keys.add(before.hashes.lower)
    keys.add(after.hashes.lower)
    keys.add(before.hashes.lower, position)
    keys.add(after.hashes.lower, position)
    keys.add(first.hashes.lower)
    keys.add(last.classes.rawValue, position)
    keys.add(first.classes.rawValue, position)
    keys.add(before.classes.rawValue, position)
    keys.add(after.classes.rawValue, position)
    keys.add(first.marks, position)
    keys.add(last.marks, position)
    keys.add(before.tag, position)
    keys.add(after.tag, position)
    keys.add(word(run.lowerBound - 2).hashes.lower, before.hashes.lower)
    keys.add(after.hashes.lower, word(run.upperBound + 1).hashes.lower)
    let isBeforeOf = after.hashes.lower == Self.of
    keys.add(isBeforeOf ? last.hashes.lower : 0, word(run.upperBound + 1).hashes.lower)
    let isAfterOf = before.hashes.lower == Self.of
    keys.add(isAfterOf ? word(run.lowerBound - 2).hashes.lower : 0)
  }

  private func addEvidence(_ token: NameWord, isFirst: Bool, to keys: inout FeatureKeys) {
    let finding = evidence[token]
    let signs = finding.signs.rawValue
    keys.add(signs)
    keys.add(finding.last)
    keys.add(finding.first, UInt32(finding.length))
    keys.add(signs, isFirst ? 1 : 0)
    for sign in 0..<13 { keys.add(signs & (1 << UInt32(sign)) == 0 ? 0 : 1) }
  }
}
