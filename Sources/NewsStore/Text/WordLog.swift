internal import NewsModel

/// The words of all articles in the order of their arrival, as ids of one vocabulary.
///
/// This is what the text index and the comparison of texts are made from.
struct WordLog: Sendable {
  /// Stands in ``tokens`` between two blocks, which no phrase crosses.
  static let gap = UInt32.max

  /// The distinct folded words.
  private(set) var vocabulary = ByteTable()
  /// Word ids of all articles, with gaps between blocks.
  private(set) var tokens: [UInt32] = []
  /// Whether each token stands in a quotation, which two independent articles may share.
  private(set) var isQuoted: [Bool] = []
  /// Where each article's tokens begin; one more than there are articles.
  private(set) var offsets: [UInt32] = [0]
  /// Word ids of words that are not ASCII, by their bytes as written.
  private var foreign: [String: UInt32] = [:]
  private var scratch: [UInt8] = []

  /// Number of articles.
  var count: Int { offsets.count - 1 }

  /// The tokens of the article that arrived as number `ordinal`.
  func tokenRange(of ordinal: Int) -> Range<Int> {
    Int(offsets[ordinal])..<Int(offsets[ordinal + 1])
  }

  /// Adds the words of an article.
  ///
  /// - Parameters:
  ///   - ranges: the searched parts of `text`.
  ///   - quotes: the parts that quote somebody, in order.
  ///   - title: a headline that is searched but does not stand in the text.
  mutating func append(text: String, ranges: [TextRange], quotes: [TextRange], title: String?) {
    if let title {
      append(title, TextRange(0, title.utf8.count), quotes: [])
      appendGap()
    }
    for range in ranges {
      append(text, range, quotes: quotes)
      appendGap()
    }
    offsets.append(UInt32(tokens.count))
  }

  private mutating func appendGap() {
    tokens.append(Self.gap)
    isQuoted.append(false)
  }

  private mutating func append(_ text: String, _ range: TextRange, quotes: [TextRange]) {
    let bytes = text.utf8Span.span
    var quote = 0
    WordScanner.forEachWord(in: bytes, range: range.lower..<range.upper) { word, isASCII in
      while quote < quotes.count, quotes[quote].upper <= word.lowerBound { quote += 1 }
      isQuoted.append(quote < quotes.count && quotes[quote].lower <= word.lowerBound)
      if isASCII {
        scratch.removeAll(keepingCapacity: true)
        for at in word {
          let byte = bytes[at]
          scratch.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
        }
        tokens.append(vocabulary.intern(scratch))
      } else {
        let written = String(decoding: word.map { bytes[$0] }, as: UTF8.self)
        tokens.append(id(ofForeign: written))
      }
    }
  }

  private mutating func id(ofForeign written: String) -> UInt32 {
    if let known = foreign[written] { return known }
    let key = folded(written)
    let id = vocabulary.intern(key.utf8Span.span)
    foreign[written] = id
    return id
  }
}
