/// What somebody has typed of a word, to be found in texts that do not begin so.
///
/// A text is like it if it has the bytes of what was typed in their order, first ones of words
/// before others, or begins with it after an edit or two. The first byte must be the same. Both are
/// compared as they are, so both should be folded.
public struct Likeness: Sendable {
  private let typed: [UInt8]
  private let editLimit: Int
  /// The letters that occur in it, by their last five bits.
  private let letters: UInt32

  /// Fewest bytes of which a likeness is looked for.
  public static let leastCount = 2
  /// Bytes of the longest text that is compared; what goes beyond is cut off.
  private static let reach = 48

  /// What was typed; nil where that is too little or too much to tell.
  public init?(_ typed: String) {
    self.typed = Array(typed.utf8)
    guard (Likeness.leastCount...32).contains(self.typed.count) else { return nil }
    editLimit = self.typed.count < 4 ? 0 : self.typed.count < 6 ? 1 : 2
    letters = self.typed.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// How far `text` is from what was typed, least first; nil where it is not like it.
  public func distance(to text: String) -> Int? {
    distance(to: text.utf8Span.span)
  }

  /// How far the bytes of a text are from what was typed, least first; nil where they are not like
  /// it.
  ///
  /// - Complexity: O(*n* · *m*), with both bounded.
  public func distance(to text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, text[0] == typed[0] else { return nil }
    // Most texts lack more letters than edits could mend.
    var missing = letters
    for place in 0..<min(text.count, Likeness.reach) { missing &= ~(1 << UInt32(text[place] & 31)) }
    guard missing.nonzeroBitCount <= editLimit else { return nil }
    let gaps = gaps(in: text)
    guard editLimit > 0, gaps ?? .max > 0 else { return gaps }
    let edits = edits(in: text).map { 8 * $0 }
    guard let gaps else { return edits }
    return min(gaps, edits ?? gaps)
  }

  /// How scattered what was typed stands in `text`: what it skips inside of words counts, beginnings
  /// of words count little; nil where it does not stand there.
  private func gaps(in text: Span<UInt8>) -> Int? {
    let end = min(text.count, Likeness.reach)
    var cost = 0
    var place = 0
    for (index, byte) in typed.enumerated() {
      var next = place
      while next < end, text[next] != byte { next += 1 }
      guard next < end else { return nil }
      if next > place {
        // The beginning of a later word is better than a letter further on in this one.
        var start = next
        while start < end, !(text[start] == byte && text[start - 1] == 0x20) { start += 1 }
        if start < end { next = start }
        cost += text[next - 1] == 0x20 ? 1 : 2 + min(4, next - place)
      }
      place = next + 1
      if index > 0, cost > 4 * typed.count { return nil }
    }
    return cost
  }

  /// Fewest edits after which `text` begins with what was typed; nil where there are more than the
  /// limit.
  private func edits(in text: Span<UInt8>) -> Int? {
    let count = min(text.count, typed.count + editLimit)
    guard count + editLimit >= typed.count else { return nil }
    var last = InlineArray<33, Int> { $0 }
    var current = last
    var beforeLast = last
    var best = typed.count
    for column in 1...count {
      current[0] = column
      var least = column
      for row in 1...typed.count {
        let isSame = typed[row - 1] == text[column - 1]
        current[row] = min(last[row] + 1, current[row - 1] + 1, last[row - 1] + (isSame ? 0 : 1))
        // Two letters that changed places are one slip.
        if row > 1, column > 1, typed[row - 1] == text[column - 2],
          typed[row - 2] == text[column - 1]
        {
          current[row] = min(current[row], beforeLast[row - 2] + 1)
        }
        least = min(least, current[row])
      }
      best = min(best, current[typed.count])
      if least > editLimit { break }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return best <= editLimit ? best : nil
  }
}
