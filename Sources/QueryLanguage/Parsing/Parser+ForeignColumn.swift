internal import Diagnostics

/// Fields and columns as other languages write them in a list.
extension Parser {
  /// `-date`, which is `date desc`; nil where none stands here.
  mutating func parseNegativeKey() -> PathSyntax? {
    guard kind == .word, bytes[token.range.lower] == UInt8(ascii: "-"), token.range.count > 1 else {
      return nil
    }
    let range = token.range
    let field = SourceRange(range.lower + 1, range.upper)
    report(
      .foreignSyntax, "'-' is written 'desc' behind the field", at: range,
      fixIts: [replacement("\(text(field)) desc", at: range)])
    advance()
    return path(in: field)
  }

  /// A column in the words that it was made with, `average words` for `average_words`; nil where
  /// none stands here.
  ///
  /// - Parameter path: the first word, which was read already.
  mutating func parseColumnInWords(_ path: PathSyntax) -> PathSyntax? {
    guard kind == .word, keyword == nil, token.range.count <= 64 else { return nil }
    let column = path.text + "_" + String(lowered(token).map { $0 == "." ? "_" : $0 })
    guard columnNames.contains(column) else { return nil }
    let range = path.range.union(token.range)
    report(
      .unexpectedText, "the column is called '\(shortened(column))'", at: range,
      fixIts: [replacement(column, at: range)])
    advance()
    return PathSyntax(names: [PathSyntax.Name(text: column, range: range)], range: range)
  }

  /// `show date as day` and `show day = date`: a column gets its name by `add`.
  mutating func reportRenaming(_ path: PathSyntax) -> Bool {
    guard !isFull, let stage = stageBeginning else { return false }
    let name: String
    let value: SourceRange
    let sign = token.range
    if isWord(token, "as"), peek().kind == .word {
      name = lowered(peek())
      value = path.range
      advance()
      advance()
    } else if kind == .equal {
      advance()
      let expression = parseExpression(after: "=")
      guard expression.kind != .invalid else { return false }
      name = path.text
      value = expression.range
    } else {
      return false
    }
    let upper = SourceRange(stage, readUpper(sign.upper))
    let head = text(SourceRange(stage, path.range.lower))
    let definition = "add \(name) = \(text(value))"
    report(
      .foreignSyntax, "a column gets a name by 'add', then it can be shown", at: sign,
      hints: ["next: \(shortened(definition)) | show \(shortened(name))"],
      fixIts: name.isColumnName ? [replacement("\(definition) | \(head)\(name)", at: upper)] : [])
    return accept(.comma)
  }

  /// Where the stage that is being read begins, behind its `|`.
  private var stageBeginning: Int? {
    for earlier in stride(from: index - 1, through: max(0, index - 200), by: -1)
    where token(at: earlier).kind == .pipe {
      return token(at: earlier + 1).range.lower
    }
    return nil
  }
}
