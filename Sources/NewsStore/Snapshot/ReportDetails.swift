public import NewsModel

/// Where a report stands and how it was found: what `.why` shows beside its row.
public struct ReportDetails: Sendable, Hashable {
  /// The article, by row.
  public var article: ArticleID
  /// The clause that says it, in bytes of the article's text.
  public var evidence: TextRange
  /// The sentence that it stands in; empty where the article has none such.
  public var sentence: TextRange
  /// Name of the frame or rule that found it.
  public var frame: String
  /// How the date was found, where the reader says so.
  public var dateBasis: String?
  /// Whose word it is, where the text says so.
  public var attribution: String?
}

/// What ``ReportDetails`` are made of, by row of the `reports` table.
struct ReportDetailColumns: Sendable {
  let articles: [UInt32]
  let evidence: [TextRange]
  let sentence: [TextRange]
  let frame: [UInt32]
  let dateBasis: [UInt32]
  let attribution: [UInt32]
}

extension Snapshot {
  /// Where the report in a row of the `reports` table stands and how it was found.
  public func reportDetails(_ row: UInt32) -> ReportDetails {
    let columns = storage.details
    let index = Int(row)
    func text(_ code: UInt32) -> String? { code == StringPool.unknown ? nil : strings[code] }
    return ReportDetails(
      article: ArticleID(row: columns.articles[index]), evidence: columns.evidence[index],
      sentence: columns.sentence[index], frame: strings[columns.frame[index]],
      dateBasis: text(columns.dateBasis[index]), attribution: text(columns.attribution[index]))
  }
}
