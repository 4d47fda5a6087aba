/// How many words of a treebank get their lemma from the gold tags, capitals aside.
package struct LemmaScore: Sendable {
  /// All words that have a lemma in the treebank.
  package private(set) var words = 0
  /// Words with the right lemma.
  package private(set) var right = 0
  private var errors: [String] = []

  /// The score of the lemmatizer that ships with the reader on `treebank`.
  package init(of treebank: Treebank) throws {
    let lemmatizer = try Lemmatizer()
    for sentence in treebank.sentences {
      let found = lemmatizer.lemmas(of: sentence.forms, tags: sentence.tags)
      for word in 0..<sentence.count where sentence.lemmas[word] != "_" {
        words += 1
        if found[word].lowercased() == sentence.lemmas[word].lowercased() {
          right += 1
        } else {
          let tag = sentence.tags[word].penn
          errors.append(
            "\(tag) \(sentence.forms[word]): \(found[word]), not \(sentence.lemmas[word])")
        }
      }
    }
  }

  /// What went wrong, the commonest first.
  package var commonestErrors: [String] { errors.commonest(atLeast: 1) }

  /// The score on one line, in per cent of the words.
  package var line: String { "\(words) words, lemmas \(SyntaxScore.share(right, of: words))" }
}
