import NewsModel

@testable import NewsReader

/// A text in which names stand in square brackets, each behind the letter of its kind:
/// `[p Ana Lima] left [l Oporto] for [o Acme]`.
struct MarkedNames {
  /// The text without marks.
  private(set) var text = ""
  /// The names in order, with `p`, `o` or `l` before them.
  private(set) var names: [String] = []

  /// The text and the names of `marked`.
  init(_ marked: String) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let name = rest[rest.index(open, offsetBy: 3)..<close]
      text += rest[..<open] + name
      names.append("\(rest[rest.index(after: open)]) \(name)")
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }

  /// The names that the reader finds in the text, in the same form.
  func found() throws -> [String] {
    let document = try ReadDocument.of(text)
    return document.names.map { name in
      let kind =
        switch name.kind {
        case .person: "p"
        case .organization: "o"
        case .place: "l"
        }
      return "\(kind) \(document.text(document.range(ofTokens: name.tokens)))"
    }
  }
}
