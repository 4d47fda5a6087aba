/// Where sentences end within the tokens of a block.
struct SentenceRules: Sendable {
  private let abbreviations: AbbreviationList

  /// Rules that know which full stops belong to `abbreviations`.
  init(abbreviations: AbbreviationList) { self.abbreviations = abbreviations }

  private static let closing: Set<String> = ["\"", "”", "’", "'", "''", ")", "]", "»", "’’"]
  private static let opening: Set<String> = ["\"", "“", "‘", "'", "``", "(", "[", "«", "„"]

  /// Words with which a narrator goes on after a quotation that ends in `!` or `?`.
  private static let saying: Set<String> = [
    "said", "says", "asked", "asks", "told", "tells", "replied", "added", "cried", "shouted",
    "wrote",
    "writes", "wondered", "demanded", "answered", "exclaimed", "tweeted", "posted", "insisted",
    "joked", "declared",
  ]

  /// Whether a sentence ends with the token at `index`.
  ///
  /// A mark that ends a sentence takes the closing quotes and brackets that touch it with it.
  func endsSentence(after index: Int, forms: [String], ranges: [Range<Int>]) -> Bool {
    guard index + 1 < forms.count else { return true }
    if Self.isPlainWord(forms[index]) { return false }
    if closesSentence(at: index + 1, forms: forms, ranges: ranges) { return false }
    var mark = index
    while mark > 0, index - mark < 4, Self.closing.contains(forms[mark]),
      ranges[mark - 1].upperBound == ranges[mark].lowerBound
    {
      mark -= 1
    }
    guard let kind = Self.terminal(forms[mark]) else { return false }
    var next = index + 1
    while next < forms.count - 1, next - index < 4, Self.opening.contains(forms[next]) { next += 1 }
    let follower = forms[next]
    let isClosed = mark < index
    guard let first = follower.unicodeScalars.first else { return true }
    if first.properties.isLowercase { return false }
    // `3.Next` is too doubtful; `went.He` was cut by the tokenizer on good grounds.
    switch kind {
    case .abbreviation:
      return isClosed || abbreviations.mayEndSentence(forms[mark], before: follower)
    case .stop:
      return
        !(isClosed && ranges[index].upperBound == ranges[index + 1].lowerBound
        && !Self.opening.contains(forms[index + 1]))
    case .open:
      guard isClosed else { return true }
      return !forms[(index + 1)...].prefix(4).contains { Self.saying.contains($0) }
    }
  }

  /// Whether a token ends in a letter, a digit or a comma, as most do: no sentence ends with it.
  private static func isPlainWord(_ form: String) -> Bool {
    switch form.utf8.last ?? 0 {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2c: true
    default: false
    }
  }

  /// Whether the token at `index` is a quote or bracket that closes what ended before it.
  private func closesSentence(at index: Int, forms: [String], ranges: [Range<Int>]) -> Bool {
    guard Self.closing.contains(forms[index]) else { return false }
    if !Self.opening.contains(forms[index]) {
      return true
    }
    return ranges[index - 1].upperBound == ranges[index].lowerBound
  }

  private enum Terminal {
    /// `.`, `…`
    case stop
    /// `!`, `?`: may also stand inside a sentence.
    case open
    /// An abbreviation with its full stop.
    case abbreviation
  }

  private static func terminal(_ form: String) -> Terminal? {
    switch form {
    case ".", "…", "...", "....", "。": return .stop
    default: break
    }
    guard let last = form.unicodeScalars.last else { return nil }
    if last == "!" || last == "?" || last == "！" || last == "？" { return .open }
    return last == "." && form.contains(where: \.isLetter) ? .abbreviation : nil
  }
}
