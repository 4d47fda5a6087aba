internal import Diagnostics
internal import NewsModel

/// Stages of other languages that have no word of their own here, but another way to the same.
extension Parser {
  /// Reports a stage of another language with the way to the same, and goes past it; false where
  /// none stands here.
  mutating func explainForeignStage() -> Bool {
    let word = token
    guard word.kind == .word, !isFull, let way = Parser.ways[lowered(word)] else { return false }
    report(
      .foreignSyntax, "there is no '\(text(word))' here, but another way", at: word.range,
      hints: way)
    skipStage()
    return true
  }

  /// Reports `sum score`, an aggregate where a stage should stand, with the stage that works it
  /// out, and goes past it; false where none stands here.
  mutating func translateAggregateStage() -> Bool {
    let word = token
    guard word.kind == .word, !isFull, let function = Aggregate(spelled: lowered(word)) else {
      return false
    }
    let start = index
    skipStage()
    let range = range(from: start)
    let head = "events | "
    var mended: String?
    if range.count < 1_000 {
      let whole = text(range)
      let (list, keys) = whole.split(atWord: "by") ?? (whole, "")
      mended = self.mended(head + grouping(by: keys, list.listItems)).map {
        String($0.dropFirst(head.count))
      }
    }
    report(
      .foreignSyntax, "'\(function.rawValue)' is worked out by the stage 'group'", at: word.range,
      hints: ["next: \(shortened(mended ?? "group: \(function.rawValue) words"))"],
      fixIts: mended.map { [replacement($0, at: range)] } ?? [])
    return true
  }

  private static let lists =
    "count by actor and distinct actor take the values of a list one by one"
  private static let conditions = "next: where type = AID or place = Oslo joins two conditions"
  private static let naming = "next: add day = date | hide date"

  /// Ways to what stages of other languages do.
  private static let ways: [String: [String]] = [
    "rename": [naming], "project-rename": [naming], "withcolumnrenamed": [naming],
    "mv-expand": [lists], "mvexpand": [lists], "unnest": [lists], "explode": [lists],
    "flatten": [lists],
    "render": ["next: chart by type, chart line by month, or timeline"],
    "plot": ["next: chart by type, chart line by month, or timeline"],
    "evaluate": ["next: crosstab type by year"], "pivot": ["next: crosstab type by year"],
    "getschema": ["next: .help events"], "describe": ["next: .help events"],
    "tail": ["next: sort by date desc | take 3"],
    "let": ["a name is given to a value before the query: let x = 3, then $x"],
    "union": [conditions], "append": [conditions], "intersect": ["next: only (events ...)"],
    "minus": ["next: except (events ...)"],
  ]
}
