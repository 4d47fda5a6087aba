internal import NewsSession

/// Whether an answer is the one that a task asks for, however its query is spelled.
struct AnswerComparison {
  /// What came out.
  enum Verdict: Hashable {
    /// It is the one.
    case right
    /// It is another; what differs, in a sentence without a full stop.
    case wrong(String)
  }

  /// The answer of the lesson's own query.
  let expected: Answer
  /// What must be alike.
  let aspects: Set<Lesson.Aspect>

  /// Compares the answer to what was typed.
  func verdict(on given: Answer) -> Verdict {
    if given.isProfile != expected.isProfile {
      return .wrong(
        expected.isProfile
          ? "the query runs; 'explain' as its last stage is missing"
          : "that tells how the query runs; the task asks for its rows")
    }
    guard let wanted = expected.result, let result = given.result else {
      if expected.result == nil, given.result == nil, given.canonical == expected.canonical {
        return .right
      }
      return .wrong("the task asks for something else")
    }
    // What 'explain' says differs from run to run.
    if expected.isProfile { return .right }
    if let kind = kindProblem(given, wanted, result) { return .wrong(kind) }
    guard let matched = MatchedRows(wanted, result) else {
      return .wrong(Self.columnProblem(wanted, result))
    }
    if let count = countProblem(matched, given) { return .wrong(count) }
    if aspects.contains(.columns), let columns = Self.columnDifference(wanted, result) {
      return .wrong("the right rows; " + columns)
    }
    if aspects.contains(.order), !matched.isInOrder {
      return .wrong("the right rows, in another order than the task asks for")
    }
    if aspects.contains(.drawing), Set(given.outcomes) != Set(expected.outcomes) {
      return .wrong("the right rows; now let the last stage draw them as the task says")
    }
    return .right
  }

  /// Rows of another table, or a list where a count is asked for.
  private func kindProblem(
    _ given: Answer, _ wanted: ResultTable, _ result: ResultTable
  ) -> String? {
    guard wanted.rowCount > 0, result.rowCount > 0 else { return nil }
    let tables = (
      wanted.reference(ofRow: 0)?.table, result.reference(ofRow: 0)?.table
    )
    switch tables {
    case (let table?, let other?) where table != other:
      return "those are \(other.name); the task asks for \(table.name)"
    case (let table?, nil):
      return "that puts rows together; the task asks for the \(table.name) themselves"
    case (nil, let table?):
      return "those are single \(table.name); the task asks for something worked out from them"
    default: return nil
    }
  }

  private func countProblem(_ matched: MatchedRows, _ given: Answer) -> String? {
    let noun = given.rowNoun
    let (common, extra, missing) = (matched.common, matched.extra, matched.missing)
    if extra == 0, missing == 0 { return nil }
    let all = common + extra
    if all == 0 { return "that finds nothing; the task asks for \(counted(missing, noun))" }
    if common == 0 {
      return "that finds \(counted(all, noun)), but none that the task asks for"
    }
    if missing == 0 {
      return "that finds \(counted(all, noun)): all that the task asks for, and \(extra) too many"
    }
    if extra == 0 {
      return "that finds \(counted(all, noun)), all of them right: \(missing) more belong to it"
    }
    return "that finds \(counted(all, noun)): \(common) of them right, \(extra) too many, and "
      + "\(missing) missing"
  }

  private static func columnProblem(_ wanted: ResultTable, _ result: ResultTable) -> String {
    let given = Set(result.columns.map(\.name))
    let missing = wanted.columns.map(\.name).filter { !given.contains($0) }
    return missing.isEmpty
      ? "that works out something else"
      : "that lacks \(missing.joined(separator: ", "))"
  }

  private static func columnDifference(_ wanted: ResultTable, _ result: ResultTable) -> String? {
    let asked = wanted.columns.map(\.name)
    let shown = result.columns.map(\.name)
    let missing = asked.filter { !shown.contains($0) }
    let extra = shown.filter { !asked.contains($0) }
    if missing.isEmpty, extra.isEmpty { return nil }
    var parts: [String] = []
    if !missing.isEmpty { parts.append("not shown yet: \(missing.joined(separator: ", "))") }
    if !extra.isEmpty { parts.append("not asked for: \(extra.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}

/// The rows that two results have in common.
private struct MatchedRows {
  /// Rows of both.
  private(set) var common = 0
  /// Rows that only the given result has.
  private(set) var extra = 0
  /// Rows that only the wanted result has.
  private(set) var missing = 0
  /// Whether both have the same rows in the same order.
  let isInOrder: Bool

  /// Compares rows by what they show of the store, or else by the cells of the wanted columns; nil
  /// where the given result lacks such a column.
  ///
  /// - Complexity: O(*n*) in the number of cells.
  init?(_ wanted: ResultTable, _ given: ResultTable) {
    let keys: (wanted: [Key], given: [Key])
    if let rows = Self.references(wanted), let others = Self.references(given) {
      keys = (rows, others)
    } else if let columns = Self.columns(of: wanted, in: given) {
      keys = (
        Self.cells(wanted, Array(wanted.columns.indices)), Self.cells(given, columns)
      )
    } else {
      return nil
    }
    isInOrder = keys.wanted == keys.given
    var counts: [Key: Int] = [:]
    for key in keys.wanted { counts[key, default: 0] += 1 }
    for key in keys.given {
      if let count = counts[key], count > 0 {
        counts[key] = count - 1
        common += 1
      } else {
        extra += 1
      }
    }
    missing = keys.wanted.count - common
  }

  private enum Key: Hashable {
    case reference(RowReference)
    case cells([Value])
  }

  private static func references(_ result: ResultTable) -> [Key]? {
    var keys: [Key] = []
    for row in 0..<result.rowCount {
      guard let reference = result.reference(ofRow: row) else { return nil }
      keys.append(.reference(reference))
    }
    return keys
  }

  /// The columns of `given` that hold what those of `wanted` hold: of the same name, or else, where
  /// both have as many, all in their order.
  private static func columns(of wanted: ResultTable, in given: ResultTable) -> [Int]? {
    let named = wanted.columns.compactMap { column in
      given.columns.firstIndex { $0.name == column.name }
    }
    if named.count == wanted.columns.count { return named }
    return given.columns.count == wanted.columns.count
      && zip(given.columns, wanted.columns).allSatisfy { $0.type == $1.type }
      ? Array(given.columns.indices) : nil
  }

  private static func cells(_ result: ResultTable, _ columns: [Int]) -> [Key] {
    (0..<result.rowCount).map { row in
      .cells(columns.map { result[row, $0].unordered })
    }
  }
}

extension Value {
  /// The value, its elements in an order that does not depend on where they come from.
  fileprivate var unordered: Value {
    guard case .list(let values) = self else { return self }
    return .list(values.sorted { "\($0)" < "\($1)" })
  }
}
