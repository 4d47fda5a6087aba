internal import NewsModel

/// Interned strings: one code for each distinct text.
///
/// Code 0 is "unknown" and the empty string. Codes stay the same while the pool grows.
public struct StringPool: Sendable {
  /// Stands for a text that is not known.
  public static let unknown: UInt32 = 0

  private var texts = ByteTable()
  private var foldedTexts = ByteTable()
  /// Id of each code's folded form.
  private var foldedForm: [UInt32] = []
  /// Last code with each folded form.
  private var lastCode: [UInt32] = []
  /// The code before each with the same folded form, or the code itself.
  private var previousCode: [UInt32] = []

  /// A pool that holds the empty string only.
  init() { _ = intern("") }

  /// Number of codes.
  public var count: Int { texts.count }

  /// The text that `code` stands for; `code` must be one of this pool.
  public subscript(code: UInt32) -> String { texts.string(code) }

  /// The code of exactly `text`, or nil where the pool does not hold it.
  public func code(of text: String) -> UInt32? { texts.find(text.utf8Span.span) }

  /// All codes whose folded form equals that of `text`, ascending.
  public func codes(foldedEqual text: String) -> [UInt32] {
    let key = folded(text)
    guard let form = foldedTexts.find(key.utf8Span.span) else { return [] }
    var codes = [lastCode[Int(form)]]
    while true {
      let code = codes[codes.count - 1]
      let previous = previousCode[Int(code)]
      if previous == code { return codes.reversed() }
      codes.append(previous)
    }
  }

  /// The folded form of the text that `code` stands for.
  public func foldedText(_ code: UInt32) -> String { foldedTexts.string(foldedForm[Int(code)]) }

  /// Calls `body` with the bytes of a code's folded form.
  func withFoldedBytes<Result>(_ code: UInt32, _ body: (ArraySlice<UInt8>) -> Result) -> Result {
    body(foldedTexts.slice(foldedForm[Int(code)]))
  }

  /// A number that two codes share if and only if their texts have the same folded form.
  public func foldedID(_ code: UInt32) -> UInt32 { foldedForm[Int(code)] }

  /// The code of `text`, which is added where the pool does not hold it.
  mutating func intern(_ text: String) -> UInt32 {
    let code = texts.intern(text.utf8Span.span)
    if Int(code) < foldedForm.count { return code }
    let key = folded(text)
    let form = foldedTexts.intern(key.utf8Span.span)
    foldedForm.append(form)
    if Int(form) < lastCode.count {
      previousCode.append(lastCode[Int(form)])
      lastCode[Int(form)] = code
    } else {
      previousCode.append(code)
      lastCode.append(code)
    }
    return code
  }

  /// The code of `text`; ``unknown`` for nil.
  mutating func intern(_ text: String?) -> UInt32 { text.map { intern($0) } ?? Self.unknown }
}
