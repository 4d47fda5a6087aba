internal import Diagnostics

/// Choices in the forms of other languages: `case when C then A else B end`, `iff(C, A, B)`.
extension Parser {
  /// Reports a choice with its translation, and goes past it; false where none begins here.
  mutating func translateChoice() -> Bool {
    let start = index
    let draft: String?
    if isWord(token, "case"), isWord(peek(), "when") {
      draft = readCases()
    } else if isCall(index), ["iff", "iif", "ifelse", "if_else", "case"].contains(lowered(token)) {
      advance()
      skipBrackets()
      draft = range(from: start).count < 2_000 ? text(range(from: start)).calledChoice : nil
    } else {
      return false
    }
    let head = "events | add x = "
    let whole: String? = draft.flatMap { self.mended(head + $0) }
    let mended = whole.flatMap { $0.hasPrefix(head) ? String($0.dropFirst(head.count)) : nil }
    let range = range(from: start)
    report(
      .foreignSyntax, "a choice is written 'if ... then ... else ...'", at: range,
      hints: ["next: \(shortened(mended ?? "if type = AID then \"aid\" else \"other\""))"],
      fixIts: mended.map { [replacement($0, at: range)] } ?? [])
    return true
  }

  /// Goes past `case when C then A else B end`; the words of it as a choice here.
  private mutating func readCases() -> String? {
    var words: [String] = []
    advance()
    while !isAtEnd, kind != .pipe, !isWord(token, "end") {
      let isWhen = isWord(token, "when")
      if isWhen, !words.isEmpty { words.append("else") }
      words.append(isWhen ? "if" : text(token))
      advance()
    }
    guard isWord(token, "end") else { return nil }
    advance()
    return words.count < 400 ? words.joined(separator: " ") : nil
  }
}

extension String {
  /// `if C then A else B` for `iff(C, A, B)`; nil for any other text.
  fileprivate var calledChoice: String? {
    guard let (_, argument) = calledFunction else { return nil }
    var parts = argument.listItems
    guard parts.count >= 3, parts.count % 2 == 1, parts.count < 20 else { return nil }
    let last = parts.removeLast()
    var text = ""
    for place in stride(from: 0, to: parts.count, by: 2) {
      text += "if \(parts[place]) then \(parts[place + 1]) else "
    }
    return text + last
  }
}
