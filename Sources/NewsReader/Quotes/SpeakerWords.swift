internal import NewsModel

/// The words by which speakers are told.
struct SpeakerWords: Sendable {
  /// Lemmas of verbs of saying.
  let verbs: Set<String>
  /// Lemmas of verbs that say something before 'that': `rule`.
  let findings: Set<String>
  /// Who speaks for a body: `spokeswoman`.
  let spokespeople: Set<String>
  /// What a body says in writing: `statement`.
  let documents: Set<String>
  /// What bears words that nobody says: `banner`.
  let writings: Set<String>
  /// Persons by a word that says little: `leader`.
  let general: Set<String>
  /// Tells persons by their nouns and given names.
  let names: NameLexicon

  /// Reads the section `verbs` of `saying` and those of `speakers`.
  init(saying: SectionedWordList, speakers: SectionedWordList, names: NameLexicon) {
    verbs = Set(saying.entries(under: "verbs"))
    findings = Set(saying.entries(under: "findings"))
    spokespeople = Set(speakers.entries(under: "spokesperson"))
    documents = Set(speakers.entries(under: "document"))
    writings = Set(speakers.entries(under: "writing"))
    general = Set(speakers.entries(under: "general"))
    self.names = names
  }

  /// The words that ship with the reader.
  ///
  /// Throws when a list is missing.
  init(names: NameLexicon) throws(Resources.ResourceError) {
    self.init(
      saying: try SectionedWordList(resource: "saying.txt"),
      speakers: try SectionedWordList(resource: "speakers.txt"), names: names)
  }

  /// Whether a word in small letters is somebody: an office, a trade, a relative, a loaded noun.
  ///
  /// A word with hyphens is what its last part is: `secretary-general`.
  func isPerson(_ word: String) -> Bool {
    if let last = word.split(separator: "-").last, last.utf8.count < word.utf8.count {
      return isPerson(String(last))
    }
    return general.contains(word) || spokespeople.contains(word)
      || !names.wordClass(folded(word)).isDisjoint(with: [
        .office, .personNoun, .title, .titleHe, .titleShe, .epithetNoun,
      ])
  }
}
