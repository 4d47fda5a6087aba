public import NewsModel

/// What articles have in common, by arrival number, with the order of their rows.
struct SourceGroupTable: Sendable {
  let independence: SourceIndependence
  let articles: RowOrder
}

extension Snapshot {
  /// The articles that tell an event, those of one source together: as many groups as
  /// `sources` counts.
  public func independentSources(of event: EventID) -> [[ArticleID]] {
    guard let field = Table.reports.schema.field(named: "event"), let postings = postings(field)
    else { return [] }
    let table = storage.sourceGroups
    let told = postings.rows(of: event.row).map { row in
      table.articles.arrivals[Int(reportDetails(row).article.row)]
    }
    return table.independence.groups(ofArticles: told).map { group in
      group.map { ArticleID(row: table.articles.rows[$0]) }.sorted()
    }.sorted { ($0.first?.row ?? 0) < ($1.first?.row ?? 0) }
  }

  /// Other articles that print the same text, wholly or in part.
  public func articlesSharingText(with article: ArticleID) -> [ArticleID] {
    let table = storage.sourceGroups
    return table.independence.articlesSharingText(with: table.articles.arrivals[Int(article.row)])
      .map { ArticleID(row: table.articles.rows[$0]) }.sorted()
  }
}
