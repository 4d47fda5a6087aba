internal import Diagnostics
internal import NewsModel

extension Parser {
  /// The stages after a source.
  mutating func parseStages(after source: Source) -> [Stage] {
    var stages: [Stage] = []
    var followsClause = !source.kind.takesClauses
    while true {
      place.stage = stages.count
      expect(.pipe)
      if followsClause { expect(.clause) }
      if isFull { skipToEnd() }
      if isAtQueryEnd { break }
      let before = index
      if kind == .pipe {
        advance()
        stages.append(parseStage())
      } else if let stage = parseClauseWithoutPipe(followsClause, after: stages.last) {
        stages.append(stage)
      } else if recoverBetweenStages(isFirst: stages.isEmpty, followsClause) {
        // A word was put right; it is read next.
        continue
      }
      if index == before { advance() }
      followsClause = stages.last.map(\.kind.isClause) ?? !source.kind.takesClauses
    }
    checkPresentations(stages)
    return stages
  }

  /// A clause that follows the source or another clause, or nil where none begins here.
  private mutating func parseClauseWithoutPipe(_ isAllowed: Bool, after last: Stage?) -> Stage? {
    if reportKeywordInValue() { return nil }
    guard let keyword else { return nil }
    switch keyword.role {
    case .clause, .date: break
    case .test where keyword.beginsDateClause: break
    case .connective where keyword == .not:
      guard peek().keyword == .followed else { return nil }
      lastBareValue = nil
      reportMissingPipe("not followed")
      return parseStage()
    case .connective: return parseConditionAfterDate(last)
    case .stage:
      reportMissingPipe(keyword.rawValue)
      return parseStage()
    default: return nil
    }
    if !isAllowed { reportMissingPipe(keyword.rawValue) }
    return parseStage()
  }

  /// `where A since D and B`: an `and` is missing before the date.
  private mutating func parseConditionAfterDate(_ last: Stage?) -> Stage? {
    guard let last, case .dates = last.kind, isConditionStart(index + 1) else { return nil }
    let word = text(token)
    report(
      .missingConnective, "'\(word)' after a date needs 'and' before the date too", at: token.range,
      hints: ["next: where a = b and since 2023 \(word) c = d"],
      fixIts: [
        FixIt(
          message: "insert 'and'", range: SourceRange(at: last.range.lower), replacement: "and ")
      ])
    let start = index
    advance()
    let condition = parseCondition()
    return Stage(kind: .filter(condition), range: range(from: start))
  }

  /// Reports a stage that shows or keeps the result and stands before one that changes it.
  private mutating func checkPresentations(_ stages: [Stage]) {
    guard let last = stages.lastIndex(where: { !$0.kind.isPresentation && $0.kind != .explain })
    else { return }
    for stage in stages[..<last] where stage.kind.isPresentation {
      report(
        .notLast, "'\(shortened(stage.canonical))' shows the result, and must stand at the end",
        at: stage.range, hints: ["next: move it to the end"])
    }
  }
}

extension Source.Kind {
  /// Whether the clauses that follow at once are a part of the source.
  var takesClauses: Bool {
    if case .graph = self { return true }
    return false
  }
}

extension Stage.Kind {
  /// Whether it says what becomes of the rows, and changes none.
  var isPresentation: Bool {
    switch self {
    case .timeline, .chart, .save: true
    default: false
    }
  }

  /// What it makes of the rows, without showing them; nil for what leaves them as they are.
  var withoutPresentation: Stage.Kind? {
    switch self {
    case .explain, .save: nil
    case .timeline: .byMainDate(isDescending: false)
    case .chart(_, let keys): keys.isEmpty ? nil : .count(distinct: nil, by: keys)
    default: self
    }
  }

  /// Whether it is a clause that may follow a source, or another clause, without `|`.
  var isClause: Bool {
    switch self {
    case .filter, .dates, .search: true
    default: false
    }
  }
}
