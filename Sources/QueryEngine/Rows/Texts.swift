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
  private var results: [Result?] = []

  /// The result for a code, which `make` makes where there is none yet.
  @inline(__always)
  func result(_ code: UInt32, _ make: (UInt32) -> Result) -> Result {
    let index = Int(code)
    if index < results.count, let known = results[index] { return known }
    let made = make(code)
    while results.count <= index {
      results += [Result?](repeating: nil, count: max(64, results.count))
    }
    results[index] = made
    return made
  }
}
