/// The judgements of text tests, of which any may pass, on the codes of some texts; each is made
/// once, when first needed.
final class TextMemo {
  private let texts: Texts
  private let matchers: [TextMatcher]
  /// Truth of each code; 1 where it has not been judged.
  private var truths: [UInt8]
  private static let notJudged: UInt8 = 1

  /// A memo in which nothing is judged but the unknown text, which is `unknown`.
  init(_ matchers: [TextMatcher], texts: Texts, unknown: UInt8) {
    self.texts = texts
    self.matchers = matchers
    truths = [UInt8](repeating: Self.notJudged, count: max(1, texts.count))
    truths[Int(Texts.unknown)] = unknown
  }

  /// Calls `body` with a function that judges a code.
  @inline(__always)
  func withJudge<Result>(_ body: ((UInt32) -> UInt8) throws -> Result) rethrows -> Result {
    var table = truths
    truths = []
    defer { truths = table }
    return try body { code in
      let known = table[Int(code)]
      if known != Self.notJudged { return known }
      let truth = Truth.of(matchers.contains { $0.matches(code, of: texts) })
      table[Int(code)] = truth
      return truth
    }
  }
}
