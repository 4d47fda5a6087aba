public import NewsModel

/// A positional inverted index over the words of the articles' searched blocks.
///
/// Words are folded; page furniture is not searched, a repeated block once. For each word it keeps
/// the articles that hold it and its positions, which count through all articles with a gap
/// between two blocks, so that a phrase is a run of positions (Zobel and Moffat, "Inverted files
/// for text search engines", ACM Computing Surveys 38, 2006).
public struct TextIndex: Sendable {
  let vocabulary: ByteTable
  /// Word ids in the order of their bytes.
  let sortedWords: [UInt32]
  /// Where each word's positions begin.
  let positionOffsets: [UInt32]
  /// Positions of all words.
  let positions: [UInt32]
  /// Where each word's articles begin.
  let articleOffsets: [UInt32]
  /// Article rows of all words.
  let articles: [UInt32]
  /// Number of occurrences of the word in each of ``articles``.
  let frequencies: [UInt32]
  /// First position of each article row, and the end.
  let articleStarts: [UInt32]
  /// Number of words of each article row.
  let articleLengths: [UInt32]
  /// Texts and their searched parts, to find byte ranges.
  let searched: SearchedTexts

  /// Number of articles.
  public var articleCount: Int { articleLengths.count }

  /// Number of distinct words.
  public var wordCount: Int { vocabulary.count }

  /// Article rows that hold the words of `phrase` one behind the other, ascending.
  ///
  /// - Parameters:
  ///   - phrase: folded words; an empty phrase is in no article.
  ///   - lastIsPrefix: whether the last word may go on: `["harbour", "pilo"]` finds
  ///     "harbour pilots".
  /// - Complexity: O(*m* log(*n*/*m*)) for *m* occurrences of the rarest word and *n* of the others.
  public func articles(containing phrase: [String], lastIsPrefix: Bool = false) -> [UInt32] {
    if phrase.count == 1, let word = phrase.first, !lastIsPrefix {
      return id(ofWord: word).map { Array(articles[articleRange(of: $0)]) } ?? []
    }
    return rows(ofPositions: positions(of: phrase, lastIsPrefix: lastIsPrefix)).map(\.row)
  }

  /// Article rows with a word that begins with `prefix`, which must be folded, ascending.
  public func articles(withPrefix prefix: String) -> [UInt32] {
    articles(containing: [prefix], lastIsPrefix: true)
  }

  /// The words that begin with `prefix`, which must be folded, most frequent first.
  public func words(withPrefix prefix: String, count: Int) -> [String] {
    sortedWords[sortedRange(ofPrefix: prefix)]
      .filter { !positionRange(of: $0).isEmpty }
      .map { (id: $0, frequency: articleRange(of: $0).count) }
      .sorted { ($1.frequency, $0.id) < ($0.frequency, $1.id) }
      .prefix(max(0, count))
      .map { vocabulary.string($0.id) }
  }

  /// Byte ranges of the article's text in which the words of `phrase` follow each other.
  ///
  /// Reads the article's text again.
  public func hits(
    of phrase: [String], inArticle row: UInt32, lastIsPrefix: Bool = false
  ) -> [TextRange] {
    searched.hits(of: phrase, inArticle: row, lastIsPrefix: lastIsPrefix)
  }

  // MARK: Words

  func id(ofWord word: String) -> UInt32? { vocabulary.find(word.utf8Span.span) }

  func positionRange(of word: UInt32) -> Range<Int> {
    Int(positionOffsets[Int(word)])..<Int(positionOffsets[Int(word) + 1])
  }

  func articleRange(of word: UInt32) -> Range<Int> {
    Int(articleOffsets[Int(word)])..<Int(articleOffsets[Int(word) + 1])
  }

  /// The run of ``sortedWords`` that begin with `prefix`.
  func sortedRange(ofPrefix prefix: String) -> Range<Int> {
    let bytes = Array(prefix.utf8)
    let lower = partition { vocabulary.precedes($0, bytes: bytes) }
    let upper = partition(from: lower) {
      vocabulary.precedes($0, bytes: bytes) || vocabulary.hasPrefix(bytes, id: $0)
    }
    return lower..<upper
  }

  /// The first place in ``sortedWords`` from which on `isBefore` does not hold.
  private func partition(from start: Int = 0, _ isBefore: (UInt32) -> Bool) -> Int {
    var low = start
    var high = sortedWords.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(sortedWords[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
