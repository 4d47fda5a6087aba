internal import Diagnostics

/// Stages of KQL and of languages with pipes like it.
extension Parser {
  /// `summarize n = count() by type` and `join`; false where neither stands here.
  mutating func translatePipeStage() -> Bool {
    let word = token
    guard word.kind == .word, !isFull else { return false }
    switch lowered(word) {
    case "summarize", "aggregate", "stats": break
    case "join", "lookup":
      report(
        .foreignSyntax, "tables are not joined; a path leads to the rows that belong to a row",
        at: word.range,
        hints: ["next: where actor.country = Norway, or actor in (entities where kind = person)"])
      skipStage()
      return true
    default: return false
    }
    advance()
    let start = index
    skipStage()
    let range = range(from: start)
    let translation = range.count < 2_000 ? grouping(text(range)) : nil
    let head = "events | "
    let whole: String? = translation.flatMap { self.mended(head + $0) }
    let mended = whole.map { String($0.dropFirst(head.count)) }
    report(
      .foreignSyntax, "'\(text(word))' is written 'group by'", at: word.range,
      hints: ["next: \(shortened(mended ?? "group by type: count, average words"))"],
      fixIts: mended.map { [replacement($0, at: word.range.union(range))] } ?? [])
    return true
  }

  private func grouping(_ text: String) -> String? {
    let (list, keys) = text.split(atWord: "by") ?? (text, "")
    let isKeysOnly = text.lowercased().hasPrefix("by ")
    let items = isKeysOnly ? [] : list.listItems
    let aggregates = items.compactMap(\.translatedAggregate)
    guard aggregates.count == items.count else { return nil }
    let fields = (isKeysOnly ? String(text.dropFirst(3)) : keys).listItems.map { key in
      key.translatedPeriod ?? key.lowercased()
    }
    return grouping(by: fields.joined(separator: ", "), aggregates)
  }
}

extension String {
  /// `month` for `bin(date, 30d)` and `startofmonth(date)`; nil for any other text.
  var translatedPeriod: String? {
    guard let (name, argument) = calledFunction else { return nil }
    let parts = argument.listItems
    let field = parts[0].lowercased()
    let period: String
    switch name {
    case "startofday": period = "day"
    case "startofweek": period = "week"
    case "startofmonth", "getmonth", "monthofyear": period = "month"
    case "startofyear", "getyear": period = "year"
    case "bin", "date_trunc":
      guard parts.count == 2 else { return nil }
      switch parts[1].lengthOfTime {
      case "1 day": period = "day"
      case "7 days", "1 week": period = "week"
      case "30 days", "31 days", "1 month": period = "month"
      case "90 days", "91 days", "92 days", "3 months": period = "quarter"
      case "365 days", "1 year": period = "year"
      default: return nil
      }
    default: return nil
    }
    return field == "date" ? period : "\(field).\(period)"
  }
}
