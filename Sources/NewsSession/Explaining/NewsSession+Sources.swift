internal import NewsStore

extension NewsSession {
  /// Words that are shown of one row at most.
  private static let evidenceLimit = 3

  /// The words that the rows of the last result come from, and where its cells lead to.
  ///
  /// They are looked up when they are asked for. Rows of no table, such as counts, have none.
  public func sources(of result: ResultTable) -> ResultSources {
    guard let snapshot = lastRows?.snapshot else { return ResultSources() }
    let articles = ArticleAddresses(explainer: Explainer(snapshot), files: articleFiles)
    let columns = result.columns
    return ResultSources(
      evidence: { row in
        result.reference(ofRow: row).map { articles.evidence(of: $0, limit: Self.evidenceLimit) }
          ?? []
      },
      link: { row, column in
        switch columns[column].name {
        case "url":
          guard case .text(let text) = result[row, column] else { return nil }
          return ArticleAddress(web: text)?.text
        case "id", "article":
          guard let reference = result.reference(ofRow: row),
            columns[column].name == "article" || reference.table == .articles
          else { return nil }
          return articles.article(of: reference).flatMap { articles.address(of: $0) }
        default: return nil
        }
      })
  }
}

/// Finds the articles behind rows of one snapshot.
private struct ArticleAddresses: Sendable {
  let explainer: Explainer
  /// The files that articles were read from, by the articles' ids.
  let files: [String: String]

  /// The article that a row is, or stands in; nil for rows that many articles make.
  func article(of row: RowReference) -> UInt32? {
    row.table == .articles ? row.row : explainer.reference(row.table, "article", row.row)
  }

  /// Where an article can be read: on the web, else in its file; nil where neither is known.
  func address(of article: UInt32) -> String? {
    if let url = explainer.text(.articles, "url", article), let web = ArticleAddress(web: url) {
      return web.text
    }
    return explainer.text(.articles, "id", article).flatMap { files[$0] }
      .map { ArticleAddress(file: $0).text }
  }

  /// The passages that a row was read from.
  func evidence(of row: RowReference, limit: Int) -> [Evidence] {
    switch row.table {
    case .reports, .quotes, .figures, .mentions: evidence(ofTelling: row)
    case .events:
      explainer.rows(of: .reports, with: "event", row.row).prefix(limit).flatMap {
        evidence(ofTelling: RowReference(table: .reports, row: $0))
      }
    case .articles, .entities, .sources: []
    }
  }

  private func evidence(ofTelling row: RowReference) -> [Evidence] {
    guard let article = article(of: row) else { return [] }
    return explainer.explanation(of: row).passages.map { passage in
      Evidence(
        text: passage.text,
        marks: passage.marks.map { .init(label: $0.labels.first ?? "", range: $0.range) },
        citation: explainer.cited(article), link: address(of: article))
    }
  }
}
