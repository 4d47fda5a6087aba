package import NewsModel

/// A sentence in which the names are marked.
package struct MarkedSentence: Sendable {
  /// Its words.
  package var forms: [String] = []
  /// Its names, in words of the sentence.
  var names: [NameSpan] = []
  /// Where known, which words may be parts of names: what limits labels that a model gives.
  var canBeName: [Bool] = []
}

/// A document in which the names are marked.
package struct MarkedDocument: Sendable {
  /// Its sentences.
  package var sentences: [MarkedSentence] = []
  /// How much a sentence of it counts in training.
  package var weight: Float = 1
}

/// Reads texts with marked names from the formats in which they are published.
package struct NameCorpus: Sendable {
  let lexicon: NameLexicon

  /// A reader that tells titles from names by the lists that ship with the news reader.
  package init() throws { lexicon = try NameLexicon.load() }

  /// A file in two columns or more, the word first, with BIO or IO tags, an empty line behind each sentence.
  ///
  /// `kinds` says which types of tags are names; `block` sentences make a document where the file
  /// does not mark any. Documents begin at `-DOCSTART-` or `# newdoc`.
  package func columns(
    _ text: String, word: Int, tag: Int?, kinds: [String: EntityKind], block: Int = 1
  ) -> [MarkedDocument] {
    var documents: [MarkedDocument] = []
    var forms: [String] = []
    var tags: [Substring] = []
    var isMarked = false
    func finish() {
      if forms.isEmpty { return }
      if documents.isEmpty || !isMarked && documents[documents.count - 1].sentences.count >= block {
        documents.append(MarkedDocument())
      }
      documents[documents.count - 1].sentences.append(
        MarkedSentence(forms: forms, names: spans(of: tags, kinds: kinds)))
      forms = []
      tags = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isStart = line.hasPrefix("# newdoc") || line.hasPrefix("-DOCSTART-")
      if isStart {
        finish()
        documents.append(MarkedDocument())
        isMarked = true
      }
      if isStart || line.hasPrefix("# ") && tag != nil && word > 0 { continue }
      let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
      if columns.count < 2 {
        finish()
        continue
      }
      forms.append(String(columns[word]))
      tags.append(columns[tag ?? columns.count - 1])
    }
    finish()
    return documents
  }

  /// The spans of tags `B-X` and `I-X`, or of `I-X` alone.
  private func spans(of tags: [Substring], kinds: [String: EntityKind]) -> [NameSpan] {
    var spans: [NameSpan] = []
    var open: (start: Int, type: Substring)?
    for (place, tag) in (tags + ["O"]).enumerated() {
      let type = tag.dropFirst(2)
      if let name = open, tag.hasPrefix("B-") || type != name.type {
        if let kind = kinds[String(name.type)] {
          spans.append(NameSpan(tokens: name.start..<place, kind: kind))
        }
        open = nil
      }
      if open == nil, !type.isEmpty { open = (place, type) }
    }
    return spans
  }

  /// Universal NER over the English Web Treebank.
  package func universalNER(_ text: String) -> [MarkedDocument] {
    columns(
      text, word: 1, tag: 2, kinds: ["PER": .person, "ORG": .organization, "LOC": .place])
  }

  /// WikiGold: sentences of Wikipedia.
  package func wikiGold(_ text: String) -> [MarkedDocument] {
    columns(
      text, word: 0, tag: nil, kinds: ["PER": .person, "ORG": .organization, "LOC": .place],
      block: 12)
  }

  /// WNUT 2017: web texts with rare names, each sentence a document.
  package func emergingEntities(_ text: String) -> [MarkedDocument] {
    columns(
      text, word: 0, tag: nil,
      kinds: [
        "person": .person, "group": .organization, "corporation": .organization,
        "location": .place,
      ])
  }
}
