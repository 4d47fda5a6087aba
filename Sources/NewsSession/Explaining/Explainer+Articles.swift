internal import NewsStore

extension Explainer {
  /// A quotation: its sentence with the words and, where it is named there, the speaker.
  func quote(_ row: UInt32) -> Explanation {
    var explanation = Explanation(title: "quotation")
    let speaker = reference(.quotes, "speaker", row)
    if let (article, words) = slice(.quotes, "text", row) {
      let around = sentence(article, around: words)
      var marks = [Mark(label: "quote", range: words)]
      if let speaker, let named = mention(of: speaker, in: article, within: around, outside: words)
      {
        marks.append(Mark(label: "speaker", range: named))
      }
      explanation.passages = [passage(article, around, marks)]
      explanation.facts.append(.init("article", cited(article)))
    }
    if let speaker {
      explanation.facts.append(.init("speaker", named(speaker)))
    } else {
      let words = text(.quotes, "speaker", row)
      explanation.facts.append(
        .init("speaker", words.map { "\($0), who is not named" } ?? "not known"))
    }
    if let verb = text(.quotes, "verb", row) { explanation.facts.append(.init("verb", verb)) }
    explanation.facts += references(.quotes, "about", row).map {
      .init("about", "\(named($0)), named in it")
    }
    return explanation
  }

  /// A quantity: its sentence, and what the words come to.
  func figure(_ row: UInt32) -> Explanation {
    var explanation = Explanation(title: "figure")
    if let (article, words) = slice(.figures, "text", row) {
      explanation.passages = [
        passage(article, sentence(article, around: words), [Mark(label: "figure", range: words)])
      ]
      explanation.facts.append(.init("article", cited(article)))
    }
    let low = text(.figures, "low", row)
    let high = text(.figures, "high", row)
    let amount =
      low == high ? low ?? "not known" : "\(low ?? "no least value") to \(high ?? "no greatest")"
    explanation.facts.append(.init("amount", amount))
    for field in ["unit", "date"] {
      if let value = text(.figures, field, row) { explanation.facts.append(.init(field, value)) }
    }
    explanation.facts += references(.figures, "about", row).map { .init("about", named($0)) }
    return explanation
  }

  /// An article: where it comes from, and what was read in it.
  func article(_ row: UInt32) -> Explanation {
    var explanation = Explanation(title: "article \(text(.articles, "id", row) ?? "?")")
    for field in ["title", "source", "agency", "author", "published", "place", "url"] {
      guard let value = text(.articles, field, row) else { continue }
      explanation.facts.append(.init(field, value))
    }
    let counts = [Table.reports, .quotes, .figures, .mentions].map { table in
      (table, rows(of: table, with: "article", row).count)
    }
    explanation.facts.append(
      .init(
        "read",
        counts.map { "\($1) \($1 == 1 ? $0.singular : $0.name)" }.joined(separator: ", ")))
    let kin = snapshot.articlesSharingText(with: ArticleID(row: row))
    if !kin.isEmpty {
      let ids = kin.compactMap { text(.articles, "id", $0.row) }.joined(separator: ", ")
      explanation.facts.append(.init("text", "shared, wholly or in part, with \(ids)"))
    }
    return explanation
  }

  /// Articles named of one outlet at most.
  private static let articleLimit = 50

  /// An outlet: its articles.
  func source(_ row: UInt32) -> Explanation {
    var explanation = Explanation(title: "source \(text(.sources, "name", row) ?? "?")")
    if let agencies = text(.sources, "agencies", row) {
      explanation.facts.append(.init("agencies", "prints texts of \(agencies)"))
    }
    let articles = rows(of: .articles, with: "source", row)
    explanation.facts += articles.prefix(Self.articleLimit).map { .init("article", cited($0)) }
    if articles.count > Self.articleLimit {
      explanation.facts.append(.init("article", "\(articles.count - Self.articleLimit) more"))
    }
    return explanation
  }

  /// The nearest naming of an entity to a quotation in its sentence, outside the quotation.
  private func mention(
    of entity: UInt32, in article: UInt32, within sentence: TextRange, outside quote: TextRange
  ) -> TextRange? {
    rows(of: .mentions, with: "article", article)
      .filter { reference(.mentions, "entity", $0) == entity }
      .map { snapshot.mentionDetails($0) }
      .filter { sentence.contains($0.range) && !quote.overlaps($0.range) }
      .map(\.range)
      .min { abs($0.lower - quote.upper) < abs($1.lower - quote.upper) }
  }
}
