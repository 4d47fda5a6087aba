internal import NewsModel

/// The texts of the articles, by row, and the parts of them that are searched.
struct SearchedTexts: Sendable {
  /// The texts.
  let texts: [String]
  /// The searched parts of each text.
  let ranges: [[TextRange]]

  /// The bytes from `lower` up to `upper` of an article's text, as far as there are any.
  func slice(article: Int, lower: Int, upper: Int) -> String {
    let bytes = texts[article].utf8
    let start = min(max(lower, 0), bytes.count)
    let end = min(max(upper, start), bytes.count)
    let from = bytes.index(bytes.startIndex, offsetBy: start)
    return String(decoding: bytes[from..<bytes.index(from, offsetBy: end - start)], as: UTF8.self)
  }

  /// Byte ranges in which the folded words of `phrase` follow each other within one part.
  func hits(of phrase: [String], inArticle row: UInt32, lastIsPrefix: Bool) -> [TextRange] {
    guard !phrase.isEmpty, Int(row) < texts.count else { return [] }
    let text = texts[Int(row)]
    var hits: [TextRange] = []
    for part in ranges[Int(row)] {
      var words: [(range: Range<Int>, form: String)] = []
      let bytes = text.utf8Span.span
      WordScanner.forEachWord(in: bytes, range: part.lower..<part.upper) { word, _ in
        words.append((word, folded(String(decoding: word.map { bytes[$0] }, as: UTF8.self))))
      }
      guard words.count >= phrase.count else { continue }
      for start in 0...(words.count - phrase.count) {
        let isHit = phrase.indices.allSatisfy { offset in
          let form = words[start + offset].form
          return lastIsPrefix && offset == phrase.count - 1
            ? form.hasPrefix(phrase[offset]) : form == phrase[offset]
        }
        guard isHit else { continue }
        let last = words[start + phrase.count - 1].range
        hits.append(TextRange(words[start].range.lowerBound, last.upperBound))
      }
    }
    return hits
  }
}
