internal import NewsModel

/// Texts with marked chains, read as far as the names in them.
package struct ChainedCorpus: Sendable {
  /// One text.
  struct Reading: Sendable {
    let gold: ChainedDocument
    /// The text with all layers that a linker requires.
    let document: Document
  }

  let readings: [Reading]
  let lexicon: NameLexicon

  /// Reads `documents` with the lists and models that ship with the reader.
  ///
  /// Throws when one of these is missing or damaged.
  package init(_ documents: [ChainedDocument]) throws {
    lexicon = try NameLexicon.load()
    let text = try TextLayer()
    let pipeline = try Pipeline([
      text.cleaner, text.head, text.splitter, Tagger(), Lemmatizer(), text.times,
      NameRecognizer(lexicon: lexicon), DependencyParser(),
    ])
    readings = documents.map { gold in
      Reading(
        gold: gold, document: pipeline.annotate(Article(id: gold.name, text: gold.text)))
    }
  }
}

/// Which marked chains the tokens and entities of a document that was read belong to.
struct ChainAlignment {
  private let gold: ChainedDocument
  private let document: Document
  /// Of each entity, the chains in which it is named.
  let chains: [Set<Substring>]
  /// The marked mentions by the token that is their head.
  private let headed: [Int: [ChainedDocument.Mention]]
  /// The first token at which a person, organization or place is named.
  private let firstNames: [Substring: Int]

  /// Lays the mentions of `gold` over those of `document`.
  ///
  /// - Parameter names: the mentions of `document` that are names.
  init(_ gold: ChainedDocument, on document: Document, names: [EntityMention]) {
    self.gold = gold
    self.document = document
    var headed: [Int: [ChainedDocument.Mention]] = [:]
    var named: [Int: ChainedDocument.Mention] = [:]
    var firstNames: [Substring: Int] = [:]
    for mention in gold.mentions {
      guard let head = Self.token(at: mention.head, in: document) else { continue }
      headed[head, default: []].append(mention)
      guard !mention.name.isEmpty else { continue }
      if mention.kind != nil {
        firstNames[mention.chain] = min(firstNames[mention.chain] ?? head, head)
      }
      // Of names within names the longest has the word.
      for word in mention.name {
        guard let token = Self.token(at: word, in: document) else { continue }
        if let other = named[token], other.range.count > mention.range.count { continue }
        named[token] = mention
      }
    }
    var chains = document.entities.map { _ in Set<Substring>() }
    for name in names where name.form == .name {
      let longest = name.tokens.compactMap { named[$0] }.max { $0.range.count < $1.range.count }
      if let longest { chains[name.entity.position].insert(longest.chain) }
    }
    self.headed = headed
    self.chains = chains
    self.firstNames = firstNames
  }

  /// The chain of the shortest mention that a token heads; nil where it heads none.
  func chain(at token: Int) -> Substring? {
    headed[token]?.min { $0.range.count < $1.range.count }?.chain
  }

  /// The mentions that a token heads.
  func mentions(at token: Int) -> [ChainedDocument.Mention] { headed[token] ?? [] }

  /// Whether a chain, or what it consists of, is named before the end of a token's sentence.
  func isNamed(_ chain: Substring, before token: Int) -> Bool {
    let end = document.sentences[document.tokens[token].sentence].tokens.upperBound
    return Set([chain]).union(gold.parts[chain] ?? []).contains { part in
      firstNames[part].map { $0 < end } ?? false
    }
  }

  /// Whether all of `entities` are named in a chain or are what it consists of.
  func agrees(_ chain: Substring, with entities: [Int]) -> Bool {
    let allowed = Set([chain]).union(gold.parts[chain] ?? [])
    return !entities.isEmpty && entities.allSatisfy { !chains[$0].isDisjoint(with: allowed) }
  }

  private static func token(at range: TextRange, in document: Document) -> Int? {
    var (low, high) = (0, document.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if document.tokens[middle].range.upper <= range.lower {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < document.tokens.count, document.tokens[low].range.lower <= range.lower else {
      return nil
    }
    return low
  }
}
