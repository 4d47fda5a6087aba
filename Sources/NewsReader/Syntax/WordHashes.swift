/// What a typographic quotation mark tells of itself.
enum QuotationMark: Sendable {
  case opening, closing

  /// What `word` tells; nil for a plain mark and for any other word.
  init?(_ word: String) {
    // Nearly all words are told apart by their first byte.
    guard let first = word.utf8.first, first >= 0xc2 else { return nil }
    switch word {
    case "“", "„", "«": self = .opening
    case "”", "»": self = .closing
    default: return nil
    }
  }
}

/// Everything that feature templates want to know about a word, hashed once.
///
/// Typographic quotes, dashes and ellipses count as their plain forms, all digits as `0`.
struct WordHashes {
  /// The value that stands for a word that is not there.
  static let absent: UInt32 = 1

  /// The word as it is written, or in lower case where capitals say nothing.
  var form = WordHashes.absent
  /// The word in lower case.
  var lower = WordHashes.absent
  /// Its first one, two and three bytes in lower case.
  var prefix1 = WordHashes.absent
  var prefix2 = WordHashes.absent
  var prefix3 = WordHashes.absent
  /// Its last one to four bytes in lower case.
  var suffix1 = WordHashes.absent
  var suffix2 = WordHashes.absent
  var suffix3 = WordHashes.absent
  var suffix4 = WordHashes.absent
  /// Its classes of characters, runs cut to two.
  var shape = WordHashes.absent
  /// Which classes of characters it has, and the style of its sentence.
  var flags = WordHashes.absent
  /// Whether it is a mark that opens or closes a quotation; no feature, since plain marks, most of
  /// those in treebanks, do not tell.
  var mark: QuotationMark?
  /// The tags that it is known to have; filled in by the tagger.
  var ambiguity = WordHashes.absent

  /// A word that is not there.
  init() {}

  /// The hashes of `word` in a sentence of `style`; `plain` is working memory.
  init(_ word: String, style: CaseStyle, plain: inout [UInt8]) {
    WordHashes.normalize(word, into: &plain)
    var form: UInt32 = 0x811c_9dc5
    var lower: UInt32 = 0x811c_9dc5
    var shape: UInt32 = 0x811c_9dc5
    var last: UInt8 = 0
    var run = 0
    var upperCount = 0
    var has: UInt32 = 0
    for (place, byte) in plain.enumerated() {
      form = step(form, byte)
      lower = step(lower, WordHashes.folded(byte))
      switch place {
      case 0: prefix1 = lower
      case 1: prefix2 = lower
      case 2: prefix3 = lower
      default: break
      }
      var kind: UInt8
      switch byte {
      case 0x41...0x5A:
        kind = 1
        upperCount += 1
      case 0x61...0x7A:
        kind = 2
        has |= 16
      case 0x30...0x39:
        kind = 3
        has |= 4
      case 0x80...: kind = 4
      case UInt8(ascii: "-"):
        kind = 5
        has |= 8
      default: kind = byte
      }
      if style != .sentence && kind < 3 {
        // In title case a small initial still tells: it marks the function words.
        kind = style == .title && place == 0 && kind == 2 ? 7 : 6
      }
      // Runs longer than two look alike, so that length does not split the shapes.
      if kind == last {
        run += 1
      } else {
        run = 0
        last = kind
      }
      if run < 2 { shape = step(shape, kind) }
    }
    var suffix: UInt32 = 0x9747_b28c
    for (place, byte) in plain.reversed().prefix(4).enumerated() {
      suffix = step(suffix, WordHashes.folded(byte))
      switch place {
      case 0: suffix1 = suffix
      case 1: suffix2 = suffix
      case 2: suffix3 = suffix
      default: suffix4 = suffix
      }
    }
    self.lower = lower
    if style == .sentence {
      self.form = form
      if upperCount > 0 { has |= 1 }
      if upperCount > 1 { has |= 2 }
    } else {
      self.form = lower
    }
    self.shape = step(shape, UInt8(truncatingIfNeeded: style.rawValue))
    flags = has | style.rawValue << 5
    mark = QuotationMark(word)
  }

  private static func normalize(_ word: String, into plain: inout [UInt8]) {
    plain.removeAll(keepingCapacity: true)
    let span = word.utf8Span.span
    var at = 0
    while at < span.count {
      if span[at] == 0xE2, at + 2 < span.count, span[at + 1] == 0x80,
        let (byte, count) = replacement(span[at + 2])
      {
        for _ in 0..<count { plain.append(byte) }
        at += 3
      } else {
        plain.append(span[at])
        at += 1
      }
    }
  }

  /// What the character of bytes `E2 80` and `third` counts as.
  private static func replacement(_ third: UInt8) -> (UInt8, Int)? {
    switch third {
    case 0x90...0x92: (UInt8(ascii: "-"), 1)
    case 0x93...0x95: (UInt8(ascii: "-"), 1)
    case 0x98, 0x99, 0x9A, 0x9B, 0xB2: (UInt8(ascii: "'"), 1)
    case 0x9C, 0x9D, 0x9E, 0x9F, 0xB3: (UInt8(ascii: "\""), 1)
    case 0xA6: (UInt8(ascii: "."), 3)
    default: nil
    }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    // The value of a number says little about its part in the sentence.
    case 0x30...0x39: 0x30
    default: byte
    }
  }

  @inline(__always)
  private func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }
}
