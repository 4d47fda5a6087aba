extension TaggerModel {
  /// Takes participles for past tense where a clause would be left without a finite verb.
  ///
  /// In 'the envoy told reporters.' the tagger, which sees few words at a time, may take the verb for
  /// a reduced relative clause. A participle becomes past tense where that is the tagger's next
  /// choice, a noun stands before it and a noun phrase begins behind it, and no finite verb is in its
  /// clause or follows. Headlines, which have no full stop, may go without a finite verb and are left
  /// alone.
  ///
  /// - Complexity: O(*n*) in the number of words, but for clauses with several such participles.
  func restoreFiniteVerbs(
    _ words: [WordHashes], _ numbers: inout [Int], _ scratch: inout ScoringScratch
  ) {
    let participle = tags.number(of: PartOfSpeech(universal: .verb, penn: "VBN"))
    let past = tags.number(of: PartOfSpeech(universal: .verb, penn: "VBD"))
    guard let last = numbers.last, tags.tags[last].universal == .punct, participle != past else {
      return
    }
    for place in numbers.indices.reversed() {
      if isFinite(numbers[place]) { return }
      guard numbers[place] == participle, place > 0, place + 1 < numbers.count,
        isNominal(numbers[place - 1]), beginsNounPhrase(numbers[place + 1]),
        !hasFiniteVerb(before: place, numbers)
      else { continue }
      TagFeatures.extract(words.span, place, tags: numbers.span, into: &scratch.keys)
      weights.score(&scratch)
      scratch.scores[participle] = .min
      if scratch.best(of: tags.count) == past {
        numbers[place] = past
        return
      }
    }
  }

  private func isFinite(_ number: Int) -> Bool {
    ["VBD", "VBZ", "VBP", "MD"].contains(tags.tags[number].penn)
  }

  private func isNominal(_ number: Int) -> Bool {
    [.noun, .propn, .pron].contains(tags.tags[number].universal)
  }

  private func beginsNounPhrase(_ number: Int) -> Bool {
    isNominal(number) || [.det, .num].contains(tags.tags[number].universal)
  }

  /// Whether a finite verb or an auxiliary stands between the word and the mark before it.
  private func hasFiniteVerb(before word: Int, _ numbers: [Int]) -> Bool {
    for number in numbers[..<word].reversed() {
      if isFinite(number) || tags.tags[number].universal == .aux { return true }
      if tags.tags[number].universal == .punct { return false }
    }
    return false
  }
}
