internal import NewsModel

/// A line of a page, or several that were one before they were wrapped, and what can be seen of it.
struct TextLine: Sendable {
  /// Lines longer than this, in bytes, are prose without a look at their words.
  static let longestExamined = 2000

  /// Where it stands, without surrounding white space; never empty.
  let range: Range<Int>
  /// Whether an empty line, or the start of the text, stands before it.
  let followsGap: Bool
  /// Its text; empty when it is too long to be examined.
  let text: String
  /// Its text as `folded(_:)` gives it.
  let folds: String
  /// The words of ``folds``.
  let words: [Substring]
  /// Whether it is longer than ``longestExamined``.
  let isLong: Bool
  /// Whether it ends as a sentence does, closing quotes and brackets not counted.
  let endsSentence: Bool

  /// The line at `range` of `bytes`.
  init(range: Range<Int>, in bytes: [UInt8], followsGap: Bool) {
    self.range = range
    self.followsGap = followsGap
    isLong = range.count > Self.longestExamined
    text = isLong ? "" : String(decoding: bytes[range], as: UTF8.self)
    folds = folded(text)
    words = folds.utf8.split(separator: 0x20).map { Substring($0) }
    endsSentence = Self.endsSentence(bytes, range)
  }

  /// Number of its words that begin with a small letter, as written.
  var lowercaseWords: Int {
    text.split(whereSeparator: \.isWhitespace).count { $0.first?.isLowercase ?? false }
  }

  /// Whether it reads as running text: a whole sentence of some length.
  var isProse: Bool { isLong || endsSentence && words.count >= 8 || words.count >= 40 }

  /// Whether it has letters and all of them are capitals.
  var isCapitals: Bool {
    text.contains(where: \.isLetter) && !text.contains(where: \.isLowercase)
  }

  /// Whether it begins with a bullet or a number of a list.
  func hasMarker(in bytes: [UInt8]) -> Bool { ListMarker.length(in: bytes, range) > 0 }

  private static let closers: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "»", ")", "]", "“", "‘",
  ]

  private static func endsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.upperBound
    var steps = 0
    while at > range.lowerBound, steps < 4 {
      at = ByteText.start(in: bytes, before: at)
      let scalar = ByteText.scalar(in: bytes, at: at).scalar
      if scalar == "." || scalar == "!" || scalar == "?" || scalar == "。" { return true }
      // Text that trails off is a teaser's, not a sentence.
      if scalar == "…" || !closers.contains(scalar) { return false }
      steps += 1
    }
    return false
  }

  /// Whether the text trails off: `the ferry left without …`.
  var trailsOff: Bool {
    let end = text.trimmingSpaces()
    return ["…", "...", "[…]", "[...]", "(…)", "…»"].contains { end.hasSuffix($0) }
  }

  /// The parts between the marks with which pages set their labels apart: `|`, ` / `, `>`, `·`.
  var segments: [Substring] {
    // All marks are one of three in ASCII, or begin with one of two bytes.
    let mayHaveMarks = text.utf8.contains {
      $0 == 0x7c || $0 == 0x2f || $0 == 0x3e || $0 == 0x5c || $0 == 0xc2 || $0 == 0xe2
    }
    guard mayHaveMarks else { return [text[...]] }
    var parts: [Substring] = []
    let scalars = text.unicodeScalars
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      let next = scalars.index(after: at)
      if isSeparator(at, next: next) {
        parts.append(text[start..<at].trimmingSpaces())
        start = next
      }
      at = next
    }
    parts.append(text[start...].trimmingSpaces())
    return parts.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  private func isSeparator(_ at: String.Index, next: String.Index) -> Bool {
    let scalars = text.unicodeScalars
    switch scalars[at] {
    case "|", "›", "»", "→", "¦", "•", "·", "●", "▪": return at > text.startIndex
    case "/", ">", "\\":
      guard at > text.startIndex, next < text.endIndex else { return false }
      return scalars[scalars.index(before: at)].properties.isWhitespace
        && scalars[next].properties.isWhitespace
    default: return false
    }
  }
}
