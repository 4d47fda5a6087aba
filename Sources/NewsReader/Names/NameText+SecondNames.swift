extension NameText {
  /// Whether the text itself says that two neighbouring names are one: `World Food Programme (WFP)`,
  /// `X, alias Y`, `X, better known as Y`.
  func isSecondName(_ second: Range<Int>, of first: Range<Int>) -> Bool {
    let gap = first.upperBound..<max(first.upperBound, second.lowerBound)
    guard let opening = gap.first, gap.count <= 7 else { return false }
    if gap.count == 1, form(opening) == "(" {
      let end = second.upperBound
      return end < words.count && form(end) == ")" && first.count > second.count
        && second.count == 1 && shapes[second.lowerBound] == .capitals
    }
    if gap.contains(where: { ["alias", "aka", "nicknamed", "dubbed"].contains(words[$0]) }) {
      return true
    }
    guard let last = gap.last(where: { !words[$0].isEmpty }), last > opening else { return false }
    if words[last] == "as" { return gap.contains { words[$0] == "known" } }
    return words[last] == "called" && words[last - 1] == "also"
  }
}
