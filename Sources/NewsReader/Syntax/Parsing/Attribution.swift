internal import NewsModel

/// Finds whose word a sentence is where it says so at the end: 'the port was closed, police said'.
///
/// Parsers take such a tail for a phrase of the clause before, the longer that is the more often.
struct Attribution {
  /// The longest tail, in words.
  static let limit = 14

  private static let saying: Set<String> = [
    "said", "says", "say", "reported", "reports", "added", "adds", "announced", "confirmed",
    "claimed", "stated",
  ]

  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Where in `words` the tail begins, behind its comma; nil where there is none.
  ///
  /// - Complexity: O(1).
  func start(in words: [Int]) -> Int? {
    let end = words.count
    let verbs = (max(0, end - Self.limit)..<end).filter {
      document.tags[words[$0]].universal == .verb
    }
    guard let verb = verbs.last, Self.saying.contains(document.tokens[words[verb]].lower) else {
      return nil
    }
    var at = verb
    while at > 0, verb - at <= Self.limit, form(words[at - 1]) != "," {
      guard at - 1 == verb || isNominal(words[at - 1]) else { return nil }
      at -= 1
    }
    guard at > 1, at < verb, form(words[at - 1]) == ",",
      (verb + 1..<end).allSatisfy({ isTail(words[$0]) }),
      words[..<(at - 1)].contains(where: { isFinite($0) })
    else { return nil }
    return at
  }

  private func form(_ token: Int) -> String { document.tokens[token].form }

  private func isFinite(_ token: Int) -> Bool {
    ["VBD", "VBZ", "VBP", "MD"].contains(document.tags[token].penn)
  }

  private func isNominal(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .noun, .propn, .adj, .det, .num, .adp, .pron, .part, .cconj: true
    default: false
    }
  }

  private func isTail(_ token: Int) -> Bool {
    isNominal(token) || document.tags[token].universal == .adv || form(token) == "."
      || form(token) == "\"" || form(token) == "”"
  }
}
