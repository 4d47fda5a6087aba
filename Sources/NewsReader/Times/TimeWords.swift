internal import NewsModel

/// The words of one sentence as the time grammar sees them.
struct TimeWords: Sendable {
  /// The tokens as they are written.
  let forms: [String]
  /// The tokens in lower case without a full stop at the end.
  let lower: [String]

  /// The words of `forms`.
  init(_ forms: [String]) {
    self.init(forms, lower: forms.map { $0.lowercased() })
  }

  /// The words of `forms`, which in lower case are `lower`.
  init(_ forms: [String], lower: [String]) {
    self.forms = forms
    self.lower = lower.map { word in
      word.utf8.count > 1 && word.utf8.last == UInt8(ascii: ".") ? String(word.dropLast()) : word
    }
  }

  /// Number of tokens.
  var count: Int { forms.count }

  /// The word at `index` in lower case; empty outside the sentence.
  func word(_ index: Int) -> String { lower.indices.contains(index) ? lower[index] : "" }

  /// Whether the token at `index` begins with a capital.
  func isCapital(_ index: Int) -> Bool {
    guard forms.indices.contains(index) else { return false }
    return forms[index].first?.isUppercase ?? false
  }

  /// The value of a token of at most `digits` plain digits.
  func integer(_ index: Int, digits: Int) -> Int? {
    let text = forms.indices.contains(index) ? forms[index] : ""
    guard !text.isEmpty, text.utf8.count <= digits,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
