internal import Diagnostics
internal import NewsModel

extension Parser {
  /// Reports a comment in another language's form, and goes past it.
  mutating func reportForeignComment() {
    let marks = SourceRange(token.range.lower, token.range.lower + 2)
    report(
      .foreignComment, "comments begin with '#'", at: marks,
      fixIts: [replacement("#", at: marks)])
    advance()
  }

  /// Reports `&&` or `||`, which `word` is here.
  mutating func reportForeignConnective(_ word: String) {
    report(
      .foreignSyntax, "'\(text(token))' is written '\(word)'", at: token.range,
      fixIts: [
        FixIt(message: "replace with '\(word)'", range: token.range, replacement: " \(word) ")
      ])
  }

  /// Reports a text where a clause, or a condition, should stand.
  mutating func reportBareText(inCondition: Bool = false) {
    if inCondition {
      var fixIts: [FixIt] = []
      if let previous, previous.keyword == .where, endsClause(peek()) {
        fixIts = [replacement("search", at: previous.range)]
      }
      report(
        .bareText, "a text by itself compares nothing", at: token.range,
        hints: ["next: title ~ \(shortened(text(token))), or search in place of where"],
        fixIts: fixIts)
      return
    }
    report(
      .bareText, "a text by itself compares nothing", at: token.range,
      hints: ["next: search \(text(token)), or title ~ \(text(token))"],
      fixIts: [
        FixIt(
          message: "insert 'search'", range: SourceRange(at: token.range.lower),
          replacement: "search ")
      ])
  }

  private func endsClause(_ token: Token) -> Bool {
    token.kind == .end || token.kind == .pipe || token.kind == .semicolon
  }
}
