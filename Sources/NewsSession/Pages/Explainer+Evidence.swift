internal import NewsStore

extension Explainer {
  /// Places that a page shows of one row at most.
  private static let evidenceLimit = 20
  /// Sentences of an article's beginning.
  private static let openingLength = 2

  /// The places in articles that a row comes from, as many as a page shows, and their number in all.
  func evidence(of reference: RowReference) -> (shown: [PageEvidence], count: Int) {
    let row = reference.row
    func first(_ rows: [UInt32], _ make: (UInt32) -> PageEvidence?) -> ([PageEvidence], Int) {
      (rows.prefix(Self.evidenceLimit).compactMap(make), rows.count)
    }
    switch reference.table {
    case .events: return first(rows(of: .reports, with: "event", row)) { evidence(ofReport: $0) }
    case .reports: return first([row]) { evidence(ofReport: $0) }
    case .mentions: return first([row]) { evidence(ofMention: $0) }
    case .entities: return first(namings(of: row)) { evidence(ofMention: $0) }
    case .quotes: return first([row]) { evidence(.quotes, $0, quote($0)) }
    case .figures: return first([row]) { evidence(.figures, $0, figure($0)) }
    case .articles: return first([row]) { opening(ofArticle: $0) }
    case .sources: return first(rows(of: .articles, with: "source", row)) { opening(ofArticle: $0) }
    }
  }

  /// What tells where and when an article appeared.
  private func evidence(in article: UInt32, _ passages: [Explanation.Passage]) -> PageEvidence {
    var evidence = PageEvidence(article: text(.articles, "id", article) ?? "?")
    evidence.source = text(.articles, "source", article)
    evidence.title = text(.articles, "title", article)
    evidence.agency = text(.articles, "agency", article)
    evidence.url = text(.articles, "url", article)
    if case .date(let date) = cell(.articles, "published", article) { evidence.published = date }
    evidence.passages = passages.map { PageEvidence.Passage($0) }
    return evidence
  }

  private func evidence(ofReport row: UInt32) -> PageEvidence {
    let details = snapshot.reportDetails(row)
    var evidence = evidence(in: details.article.row, passages(details))
    evidence.status = text(.reports, "status", row)
    evidence.attribution = details.attribution
    return evidence
  }

  private func evidence(ofMention row: UInt32) -> PageEvidence {
    let details = snapshot.mentionDetails(row)
    return evidence(in: details.article.row, [passage(of: details)])
  }

  private func evidence(
    _ table: Table, _ row: UInt32, _ explanation: Explanation
  ) -> PageEvidence? {
    reference(table, "article", row).map { evidence(in: $0, explanation.passages) }
  }

  /// The first mention by name of an entity in each article.
  private func namings(of entity: UInt32) -> [UInt32] {
    var seen: Set<UInt32> = []
    return rows(of: .mentions, with: "entity", entity).filter { mention in
      let details = snapshot.mentionDetails(mention)
      return details.form == .name && seen.insert(details.article.row).inserted
    }
  }

  /// How an article begins.
  private func opening(ofArticle row: UInt32) -> PageEvidence {
    let sentences = snapshot.sentences(ofArticle: row).prefix(Self.openingLength)
    return evidence(in: row, sentences.map { passage(row, $0, []) })
  }
}

extension PageEvidence.Passage {
  /// Bytes of a passage that a page shows at most, and those of them that stand before the first mark.
  private static let longest = 1_500
  private static let lead = 300

  /// A passage of an explanation as a page shows it: of one that is very long, the part from a little
  /// before the first mark.
  init(_ passage: Explanation.Passage) {
    let bytes = Array(passage.text.utf8)
    guard bytes.count > Self.longest else {
      self.init(
        text: passage.text, marks: passage.marks.map { Mark(labels: $0.labels, range: $0.range) })
      return
    }
    // A letter that begins before the part belongs to it, one that ends behind it does not.
    func letterStart(_ place: Int) -> Int {
      var place = max(0, place)
      while place > 0, place < bytes.count, bytes[place] & 0xc0 == 0x80 { place -= 1 }
      return place
    }
    let first = (passage.marks.first?.range.lower ?? 0) - Self.lead
    let offset = letterStart(min(first, bytes.count - Self.longest))
    let size = letterStart(min(bytes.count, offset + Self.longest)) - offset
    let part = String(decoding: bytes[offset..<(offset + size)], as: UTF8.self)
    let lead = offset > 0 ? "…" : ""
    let tail = offset + size < bytes.count ? "…" : ""
    let shift = offset - lead.utf8.count
    self.init(
      text: lead + part + tail,
      marks: passage.marks.filter { $0.range.upper <= offset + size }.map { mark in
        Mark(
          labels: mark.labels, range: TextRange(mark.range.lower - shift, mark.range.upper - shift))
      })
  }
}
