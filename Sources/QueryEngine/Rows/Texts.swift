internal import NewsModel
internal import NewsStore

/// What the codes of a column of texts stand for; code 0 is a text that is not known.
enum Texts: Sendable {
  /// The texts of the snapshot.
  case pool(StringPool)
  /// Texts that a query made, each different one once; the first is empty and stands for unknown.
  case own([String])

  /// The code of a text that is not known.
  static let unknown: UInt32 = StringPool.unknown

  /// Number of codes, that of unknown included.
  var count: Int {
    switch self {
    case .pool(let pool): pool.count
    case .own(let texts): texts.count
    }
  }

  /// The text of a code.
  subscript(code: UInt32) -> String {
    switch self {
    case .pool(let pool): pool[code]
    case .own(let texts): texts[Int(code)]
    }
  }

  /// The folded form of the text of a code.
  func folded(_ code: UInt32) -> String {
    switch self {
    case .pool(let pool): pool.foldedText(code)
    case .own(let texts): NewsModel.folded(texts[Int(code)])
    }
  }
}

/// Gives codes to texts as they are made: one to each different text.
final class TextBuilder {
  private var texts = [""]
  private var codes: [String: UInt32] = [:]

  /// The texts so far.
  ///
  /// To be kept only for a moment while more are added, which would copy them all.
  var made: Texts { .own(texts) }

  /// The code of a text, which may be the empty one.
  func code(of text: String) -> UInt32 {
    if let code = codes[text] { return code }
    let code = UInt32(texts.count)
    texts.append(text)
    codes[text] = code
    return code
  }
}

/// What is made of the code of each different text once, when first needed.
final class CodeMemo<Result: BitwiseCopyable> {
  private var results: [Result] = []
  private var isMade: [Bool] = []

  /// The results for some codes, which `make` makes where there is none yet; `unknown` for a text
  /// that is not known.
  @inline(__always)
  func results(
    of codes: [UInt32], unknown: Result, _ make: (UInt32) -> Result
  ) -> [Result] {
    // The loop works on arrays of its own, not through the object.
    var (results, isMade) = (results, isMade)
    (self.results, self.isMade) = ([], [])
    defer { (self.results, self.isMade) = (results, isMade) }
    return RowBatch.run(0..<codes.count).map(codes, unknown) { code in
      if code == Texts.unknown { return unknown }
      let index = Int(code)
      if index < isMade.count, isMade[index] { return results[index] }
      let made = make(code)
      if index >= isMade.count {
        let more = max(64, isMade.count, index + 1 - isMade.count)
        results += [Result](repeating: made, count: more)
        isMade += [Bool](repeating: false, count: more)
      }
      results[index] = made
      isMade[index] = true
      return made
    }
  }
}
