/// Which ending a lemma has for the ending of a stem: the longest ending that is listed decides.
struct StemRules: Sendable {
  private var endings: [String: String] = [:]
  private var whole: [String: String] = [:]
  private var longest = 0

  /// Adds a rule: `ending`, or a whole stem behind `=`, and what stands in its place, `-` for
  /// nothing.
  mutating func add(_ ending: Substring, _ replacement: Substring) {
    let replacement = replacement == "-" ? "" : String(replacement)
    if ending.first == "=" {
      whole[String(ending.dropFirst())] = replacement
    } else {
      endings[String(ending)] = replacement
      longest = max(longest, ending.utf8.count)
    }
  }

  /// The lemma of `stem`; the stem itself where no rule fits.
  func lemma(ofStem stem: String) -> String {
    if let lemma = whole[stem] { return lemma }
    let bytes = Array(stem.utf8)
    for length in stride(from: min(longest, bytes.count), to: 0, by: -1) {
      let start = bytes.count - length
      let ending = String(decoding: bytes[start...], as: UTF8.self)
      if let replacement = endings[ending] {
        return String(decoding: bytes[..<start], as: UTF8.self) + replacement
      }
    }
    return stem
  }
}
