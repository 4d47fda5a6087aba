internal import NewsStore

extension NewsSession {
  /// The last result as a page, with what its rows come from; nil before the first result.
  ///
  /// - Complexity: O(*rows*) up to ``Page/rowLimit``, and O(*reports*) of the first
  ///   ``Page/evidenceLimit`` of them.
  public func page() -> Page? {
    guard let lastResult, let lastRows else { return nil }
    let snapshot = lastRows.snapshot
    var page = Page(
      query: lastRows.query, noun: lastRows.noun, day: options.today,
      articleCount: snapshot.rowCount(of: .articles), sourceCount: snapshot.rowCount(of: .sources),
      table: lastResult)
    PageFiller(Explainer(snapshot)).fill(&page)
    return page
  }
}
