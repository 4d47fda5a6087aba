internal import NewsStore

/// The judgements of a text test on the codes of a pool, each made once, when first needed.
final class TextMemo {
  private let pool: StringPool
  private let matcher: TextMatcher
  /// Truth of each code; 1 where it has not been judged.
  private var truths: [UInt8]
  private static let notJudged: UInt8 = 1

  /// A memo in which nothing is judged but the unknown text, which is `unknown`.
  init(_ matcher: TextMatcher, pool: StringPool, unknown: UInt8) {
    self.pool = pool
    self.matcher = matcher
    truths = [UInt8](repeating: Self.notJudged, count: max(1, pool.count))
    truths[Int(StringPool.unknown)] = unknown
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
      let truth = Truth.of(matcher.matches(code, of: pool))
      table[Int(code)] = truth
      return truth
    }
  }
}
