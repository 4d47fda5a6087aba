/// How many words of a treebank are read rightly, punctuation marks included.
package struct SyntaxScore: Sendable {
  /// All words.
  package private(set) var words = 0
  /// Words with the right universal tag.
  package private(set) var tags = 0
  /// Words with the right Penn tag.
  package private(set) var pennTags = 0
  /// Words with the right head.
  package private(set) var heads = 0
  /// Words with the right head and relation, subtypes left out.
  package private(set) var relations = 0
  /// Words with the right head and the relation with its subtype.
  package private(set) var subtypes = 0

  mutating func add(_ found: TreebankSentence, gold: TreebankSentence) {
    for word in 0..<gold.count {
      words += 1
      if found.tags[word].universal == gold.tags[word].universal { tags += 1 }
      if found.tags[word].penn == gold.tags[word].penn { pennTags += 1 }
      guard found.heads[word] == gold.heads[word] else { continue }
      heads += 1
      let left = found.relations[word]
      let right = gold.relations[word]
      if left == right { subtypes += 1 }
      if left.prefix(while: { $0 != ":" }) == right.prefix(while: { $0 != ":" }) { relations += 1 }
    }
  }

  /// The scores on one line, in per cent of the words: UPOS, XPOS, UAS, LAS and LAS with subtypes.
  package var line: String {
    func share(_ count: Int) -> String { SyntaxScore.share(count, of: words) }
    return """
      \(words) words, UPOS \(share(tags)), XPOS \(share(pennTags)), UAS \(share(heads)), \
      LAS \(share(relations)), with subtypes \(share(subtypes))
      """
  }

  /// `count` in per cent of `all`, with two decimals.
  static func share(_ count: Int, of all: Int) -> String {
    let points = all == 0 ? 0 : (count * 10_000 + all / 2) / all
    return "\(points / 100).\(points % 100 < 10 ? "0" : "")\(points % 100)"
  }
}
