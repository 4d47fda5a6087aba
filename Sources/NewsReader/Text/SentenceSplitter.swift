internal import NewsModel

/// Cuts the blocks that are read into tokens and sentences.
///
/// Furniture, by-lines and repeated blocks are left out. No sentence crosses a block; a dateline
/// (`OSLO (Reuters) -`) is a sentence of its own, so that the one after it begins with its subject.
/// A sentence of more than ``longestSentence`` tokens is cut, and of a text of more than
/// ``longestText`` bytes only so much is read; the blocks behind are still searched.
struct SentenceSplitter: Component {
  static let requires: Set<Layer> = [.blocks]
  static let provides: Set<Layer> = [.tokens, .sentences]
  static let readsEveryLanguage = true

  /// The longest sentence, in tokens.
  static let longestSentence = 2000
  /// The most of a text that is read, in bytes: several thick books.
  static let longestText = 2_000_000

  private let tokenizer: Tokenizer
  private let rules: SentenceRules
  private let datelines: DatelineParser

  /// A splitter that knows `abbreviations` and recognises datelines by `datelines`.
  init(abbreviations: AbbreviationList, datelines: DatelineParser) {
    tokenizer = Tokenizer(abbreviations: abbreviations)
    rules = SentenceRules(abbreviations: abbreviations)
    self.datelines = datelines
  }

  func annotate(_ document: inout Document) {
    var paragraphs = 0
    for (index, block) in document.blocks.enumerated() where block.isRead {
      if block.range.lower >= Self.longestText { break }
      var range = block.kind == .listItem ? afterMarker(block.range, document) : block.bounds
      range = range.lowerBound..<readEnd(of: range, in: document.bytes)
      let ranges = tokenizer.tokens(in: document.bytes, range: range)
      if ranges.isEmpty { continue }
      var dateline = 0
      if block.kind == .paragraph {
        paragraphs += 1
        if paragraphs <= DatelineParser.paragraphs,
          let found = datelines.dateline(of: document, block)
        {
          dateline = ranges.prefix { $0.upperBound <= found.end }.count
        }
      }
      append(ranges, dateline: dateline, block: index, to: &document)
    }
  }

  private func append(
    _ ranges: [Range<Int>], dateline: Int, block: Int, to document: inout Document
  ) {
    let forms = ranges.map { String(decoding: document.bytes[$0], as: UTF8.self) }
    let base = document.tokens.count
    var start = 0
    for (index, range) in ranges.enumerated() {
      document.tokens.append(
        Token(
          range: TextRange(range.lowerBound, range.upperBound), form: forms[index],
          sentence: document.sentences.count))
      let ends =
        index + 1 == ranges.count || index + 1 == dateline
        || index + 1 - start >= Self.longestSentence
        || (index + 1 > dateline && rules.endsSentence(after: index, forms: forms, ranges: ranges))
      if ends {
        document.sentences.append(
          Sentence(tokens: base + start..<base + index + 1, block: block))
        start = index + 1
      }
    }
  }

  /// Where reading a block ends: at its end, or in front of the word that goes over the limit.
  private func readEnd(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    guard range.upperBound > Self.longestText else { return range.upperBound }
    var end = max(range.lowerBound, Self.longestText)
    while end > range.lowerBound, bytes[end] & 0xc0 == 0x80 { end -= 1 }
    let border = end
    while end > range.lowerBound, bytes[end - 1] > 0x20 { end -= 1 }
    return end > range.lowerBound ? end : border
  }

  /// A list item without its bullet or number.
  private func afterMarker(_ range: TextRange, _ document: Document) -> Range<Int> {
    let lower = range.lower + ListMarker.length(in: document.bytes, range.lower..<range.upper)
    return lower..<range.upper
  }
}

extension TextBlock {
  /// Whether the block's sentences are read.
  var isRead: Bool { kind != .furniture && kind != .byline && !isRepeated }

  /// The bytes that the block covers.
  var bounds: Range<Int> { range.lower..<range.upper }
}
