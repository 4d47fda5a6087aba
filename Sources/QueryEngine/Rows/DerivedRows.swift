internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Rows of their own, made by `count` and `distinct`: one array of values a column.
struct DerivedRows: Sendable {
  /// The columns; nil stands for a value that is not known.
  var columns: [[Datum?]]
  /// Number of rows, also where there are no columns.
  var count: Int

  /// The value in a column that a path names; nil also where there is no such column.
  func datum(_ path: BoundPath, row: Int) -> Datum? {
    guard case .column(let index, _) = path.root, columns.indices.contains(index),
      let datum = columns[index][row]
    else { return nil }
    guard let part = path.part else { return datum }
    return datum.interval.flatMap { CalendarPeriod(part, of: $0) }.map { .period($0) }
  }

  /// The rows in another order, or some of them.
  func picked(_ rows: [Int]) -> DerivedRows {
    DerivedRows(columns: columns.map { column in rows.map { column[$0] } }, count: rows.count)
  }
}

/// Judges conditions on derived rows, one row at a time.
struct DerivedCondition {
  let snapshot: Snapshot
  let rows: DerivedRows
  let cancellation: Cancellation

  /// The truth of a condition on a row.
  func truth(_ condition: BoundCondition, row: Int) -> UInt8 {
    switch condition {
    case .and(let parts): parts.reduce(Truth.yes) { $0 & truth($1, row: row) }
    case .or(let parts): parts.reduce(Truth.no) { $0 | truth($1, row: row) }
    case .not(let part): Truth.not(truth(part, row: row))
    case .isKnown(let path): Truth.of(rows.datum(path, row: row) != nil)
    case .test(let path, let test):
      rows.datum(path, row: row).map { Truth.of(matches(test, $0)) } ?? Truth.unknown
    case .every, .among: Truth.unknown
    }
  }

  private func matches(_ test: ValueTest, _ datum: Datum) -> Bool {
    switch (test, datum) {
    case (.references(let wanted), .reference(_, let row)): return wanted.contains(row)
    case (.text(let test), .reference(let table, let row)):
      let matcher = TextMatcher(test, cancellation: cancellation)
      return table.nameFields.contains { field in
        names(field, row).contains { matcher.matches($0) }
      }
    case (let test, .period(let period)):
      var matcher: TextMatcher?
      if case .text(let test) = test { matcher = TextMatcher(test, cancellation: cancellation) }
      return test.matches(period, matcher: matcher)
    case (.text(let test), .text(let text)):
      return TextMatcher(test, cancellation: cancellation).matches(text)
    case (.number(let test), .integer(let number)):
      return NumberRange(test).contains(Double(number))
    case (.number(let test), .number(let number)): return NumberRange(test).contains(number)
    case (.date(let test), .date(let date)):
      let ends = date.ends
      return DayRange(test).contains(ends.first, ends.last)
    default: return false
    }
  }

  private func names(_ field: FieldID, _ row: UInt32) -> [String] {
    switch snapshot.value(field, row: row) {
    case .text(let text): [text]
    case .list(let values):
      values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    default: []
    }
  }
}
