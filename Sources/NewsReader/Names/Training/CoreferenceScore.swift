internal import NewsModel

/// How many pronouns and descriptions are linked to the right names.
///
/// Counted are those whose marked chain is named before the end of their sentence: one is right where
/// the reader links it to entities that are all named in that chain, or that it consists of. A stray
/// is one that the reader links though its chain has no such name. What stands in quotation marks is
/// left out, since the reader never links it.
package struct CoreferenceScore: Sendable {
  /// What is counted by itself.
  package enum Class: String, CaseIterable, Sendable {
    case he, she, it, they
    /// `the company`.
    case description
  }

  /// What became of the members of a class.
  package struct Counts: Sendable {
    var right = 0
    var wrong = 0
    var unlinked = 0
    var stray = 0

    static func += (left: inout Counts, right: Counts) {
      left.right += right.right
      left.wrong += right.wrong
      left.unlinked += right.unlinked
      left.stray += right.stray
    }

    /// The counts with precision and recall in thousandths.
    var line: String {
      func share(_ part: Int, of whole: Int) -> String {
        whole > 0 ? "\((part * 1000 + whole / 2) / whole)" : "-"
      }
      return "right \(right), wrong \(wrong), unlinked \(unlinked), stray \(stray); "
        + "P \(share(right, of: right + wrong + stray)) "
        + "R \(share(right, of: right + wrong + unlinked))"
    }
  }

  /// The counts so far.
  package private(set) var counts: [Class: Counts] = [:]
  /// What was missed or linked wrongly, one line each.
  package private(set) var errors: [String] = []

  /// The score of nothing.
  package init() {}

  /// The score of the documents of `corpus` that are of one of `genres`.
  package init(of corpus: ChainedCorpus, genres: Set<String>) throws {
    let linker = try EntityLinker(lexicon: corpus.lexicon)
    for reading in corpus.readings where genres.contains(reading.gold.genre) {
      var document = reading.document
      linker.annotate(&document)
      add(document, gold: reading.gold)
    }
  }

  /// One line for each class that occurs.
  package var lines: [String] {
    Class.allCases.compactMap { name in
      counts[name].map { "\(name.rawValue): \($0.line)" }
    }
  }

  mutating func add(_ document: Document, gold: ChainedDocument) {
    let alignment = ChainAlignment(
      gold, on: document, names: document.mentions.filter { $0.form == .name })
    let quoted = QuotedTokens(document)
    var links: [Int: [Int]] = [:]
    for mention in document.mentions where mention.form != .name {
      links[mention.head, default: []].append(mention.entity.position)
    }
    for token in document.tokens.indices where !quoted.contains(token) {
      let linked = links[token] ?? []
      guard let name = Self.className(at: token, in: document, alignment, isLinked: !linked.isEmpty)
      else { continue }
      let chain = alignment.chain(at: token).flatMap { chain in
        alignment.isNamed(chain, before: token) || alignment.agrees(chain, with: linked)
          ? chain : nil
      }
      var count = Counts()
      switch (chain, linked.isEmpty) {
      case (nil, true): continue
      case (nil, false): count.stray = 1
      case (_?, true): count.unlinked = 1
      case (let chain?, false):
        if alignment.agrees(chain, with: linked) { count.right = 1 } else { count.wrong = 1 }
      }
      counts[name, default: Counts()] += count
      if count.right == 0 { note(token, linked, count, in: document, alignment) }
    }
  }

  private static func className(
    at token: Int, in document: Document, _ alignment: ChainAlignment, isLinked: Bool
  ) -> Class? {
    switch Pronoun(document.tokens[token].folded)?.gender {
    case .he?: return .he
    case .she?: return .she
    case .it?: return .it
    case .they?: return .they
    case nil: break
    }
    if isLinked { return .description }
    let isDefinite = alignment.mentions(at: token).contains { mention in
      let text = document.text(mention.range).lowercased()
      return mention.kind != nil && mention.name.isEmpty && text.hasPrefix("the ")
    }
    return isDefinite ? .description : nil
  }

  private mutating func note(
    _ token: Int, _ linked: [Int], _ count: Counts, in document: Document,
    _ alignment: ChainAlignment
  ) {
    let names = linked.map { document.entities[$0].name }.joined(separator: " + ")
    let kind = count.stray > 0 ? "stray" : count.wrong > 0 ? "wrong" : "unlinked"
    let sentence = document.sentences[document.tokens[token].sentence].tokens
    let text = sentence.map { at in
      at == token ? "[\(document.tokens[at].form)]" : document.tokens[at].form
    }.joined(separator: " ")
    errors.append("\(kind) \(names) | \(alignment.chain(at: token) ?? "-") | \(text)")
  }
}
