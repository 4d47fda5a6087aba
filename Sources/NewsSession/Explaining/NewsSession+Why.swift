internal import NewsStore
internal import QueryLanguage

extension NewsSession {
  /// What the last result was made of, for ``why(row:)`` and ``page()``.
  struct LastRows {
    /// The tables at that moment: the result's row numbers are good for these.
    let snapshot: Snapshot
    /// The query in canonical form, without what was done with its rows.
    let query: String
    /// The word for the rows: `events`.
    let noun: String
    /// The stage that put rows together, and the query before it; nil where rows are a table's.
    let derivation: (stage: String, rows: String)?

    init(_ snapshot: Snapshot, _ query: BoundQuery) {
      self.snapshot = snapshot
      self.query = BoundQuery(source: query.source, stages: query.stages).canonical
      noun = query.shape.table?.name ?? "rows"
      let first = query.stages.firstIndex { $0.output.table == nil }
      derivation = first.map { index in
        let before = BoundQuery(source: query.source, stages: Array(query.stages[..<index]))
        return (query.stages[index].text, before.canonical)
      }
    }
  }

  /// Why row `row` of the last result, counted from 1, is there.
  ///
  /// - Throws: An ``ExplanationError`` where there is no such row, or where it stands for many.
  public func why(row: Int) throws(ExplanationError) -> Explanation {
    guard let lastResult, let lastRows else { throw .noResult }
    guard lastResult.rowCount > 0 else { throw .noRows }
    guard (1...lastResult.rowCount).contains(row) else {
      throw .noSuchRow(row, count: lastResult.rowCount)
    }
    guard let reference = lastResult.reference(ofRow: row - 1) else {
      throw .derivedRow(
        stage: lastRows.derivation?.stage ?? "the last stage",
        rows: lastRows.derivation?.rows ?? "events")
    }
    return Explainer(lastRows.snapshot).explanation(of: reference)
  }
}
