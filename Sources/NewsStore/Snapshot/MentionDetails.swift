public import NewsModel

/// Where a mention stands: what `.why` shows beside its row.
public struct MentionDetails: Sendable, Hashable {
  /// The article, by row.
  public var article: ArticleID
  /// The words, in bytes of the article's text.
  public var range: TextRange
  /// The sentence; empty where the article has none such.
  public var sentence: TextRange
  /// How the entity is referred to.
  public var form: Mention.Form
}

/// What ``MentionDetails`` are made of.
struct MentionDetailTable: Sendable {
  let log: MentionLog
  let order: RowOrder
  let articles: RowOrder
}

extension Snapshot {
  /// Where the mention in a row of the `mentions` table stands.
  public func mentionDetails(_ row: UInt32) -> MentionDetails {
    let table = storage.mentions
    let arrival = table.order.arrivals[Int(row)]
    return MentionDetails(
      article: ArticleID(row: table.articles.row(table.log.article[arrival])),
      range: table.log.range[arrival], sentence: table.log.sentence[arrival],
      form: table.log.form[arrival])
  }
}
