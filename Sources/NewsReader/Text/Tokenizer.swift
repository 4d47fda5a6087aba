/// Cuts text into tokens as Universal Dependencies does, except that hyphenated words stay whole.
///
/// Clitics are tokens (`did` `n't`, `Rivera` `'s`), an abbreviation keeps its full stop, a number
/// its separators; brackets, quotes, dashes and signs stand alone, runs of dots, dashes or of `!`
/// and `?` are one token; addresses of pages and mail stay whole. White space belongs to no token.
///
/// - Complexity: O(*n*): no token is longer than ``longestToken`` bytes.
struct Tokenizer: Sendable {
  /// The longest token, in bytes; a longer run is cut.
  static let longestToken = 1000

  private let abbreviations: AbbreviationList

  /// A tokenizer that knows `abbreviations`.
  init(abbreviations: AbbreviationList) { self.abbreviations = abbreviations }

  /// The tokens of `range` of valid UTF-8 `bytes`, in order, not overlapping.
  func tokens(in bytes: [UInt8], range: Range<Int>) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    tokens.reserveCapacity(range.count / 4)
    let scan = TokenScan(bytes: bytes, end: range.upperBound, abbreviations: abbreviations)
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = ByteText.scalar(in: bytes, at: at)
      switch ByteText.kind(of: scalar) {
      case .space: at += length
      case .letter, .digit:
        let end = scan.addressEnd(from: at) ?? scan.wordEnd(from: at)
        scan.split(at..<end, into: &tokens)
        at = end
      case .mark:
        let end = scan.markEnd(from: at, scalar: scalar, length: length)
        tokens.append(at..<end)
        at = end
      }
    }
    return tokens
  }
}
