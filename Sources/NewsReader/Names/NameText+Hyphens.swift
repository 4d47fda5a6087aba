internal import NewsModel

extension NameText {
  /// Whether the part behind a hyphen makes an adjective of the name before it: `-backed`, `-led`.
  static func isAdjectiveTail(_ tail: some StringProtocol) -> Bool {
    guard tail.allSatisfy(\.isLowercase) else { return false }
    return adjectiveTails.contains(String(tail))
      || tail.count > 3 && (tail.hasSuffix("ed") || tail.hasSuffix("ing"))
  }

  private static let adjectiveTails: Set<String> = [
    "led", "held", "run", "born", "made", "style", "like", "level", "wide", "built", "majority",
    "only", "bound", "free", "friendly", "era", "area", "type", "class", "minority", "language",
    "clad", "won",
  ]

  /// The form before an adjective's hyphen: `UN` of `UN-backed`; nil for other tokens.
  func hyphenHead(_ token: Int) -> Substring? {
    let form = document.tokens[token].form
    guard shapes[token].isCapital, form.utf8.contains(UInt8(ascii: "-")),
      let hyphen = form.lastIndex(of: "-"),
      Self.isAdjectiveTail(form[form.index(after: hyphen)...])
    else { return nil }
    return form[..<hyphen]
  }

  /// The words of a name with single spaces between them, an adjective's tail left out.
  func surface(of tokens: Range<Int>) -> String {
    var text = document.text(document.range(ofTokens: tokens))
    if let last = tokens.last, let head = hyphenHead(last) {
      let tail = document.tokens[last].form.utf8.count - head.utf8.count
      text = String(decoding: text.utf8.dropLast(tail), as: UTF8.self)
    }
    if Self.hasSingleSpaces(text) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the white space of a text is surely single spaces inside it.
  private static func hasSingleSpaces(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0x21...0x7e, 0xc3...0xe0: break
      case 0x80...0xbf where last >= 0x80: break
      case 0x20 where last != 0x20: break
      default: return false
      }
      last = byte
    }
    return last != 0x20
  }

  /// The folded text of a name, an adjective's tail left out.
  func nameFolds(_ tokens: Range<Int>) -> String {
    guard let last = tokens.last, hyphenHead(last) != nil else { return folds(tokens) }
    return folded(surface(of: tokens))
  }
}
