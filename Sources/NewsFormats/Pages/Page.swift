public import NewsModel

/// A result and what its rows come from, shown as one page that needs nothing beside itself.
///
/// All texts may come from articles or users as they are: the page escapes them.
public struct Page: Sendable {
  /// Rows that the table of a page has at most.
  public static let rowLimit = 20_000
  /// Rows whose evidence is on a page at most, and which are drawn.
  public static let evidenceLimit = 2_000

  /// The query that the result answers, in canonical form.
  public var query: String
  /// The word for the rows: `events`.
  public var noun: String
  /// The day on which the query was asked.
  public var day: Day
  /// Articles that were asked.
  public var articleCount: Int
  /// Outlets of those articles.
  public var sourceCount: Int
  /// The result.
  public var table: ResultTable
  /// What is known of its first rows, in their order; empty where rows stand for many.
  public var rows: [PageRow] = []
  /// Who took part together in what, for the network; rows that are denied are not among them.
  public var meetings: [PageMeeting] = []
  /// What the lanes of the timeline are: `actor`; nil where there are none.
  public var laneName: String?
  /// What rows are counted by, or the number that they have: `type`, `mentions`.
  public var barName: String?

  /// A page of a result, of which nothing but its cells is known.
  public init(
    query: String, noun: String, day: Day, articleCount: Int, sourceCount: Int, table: ResultTable
  ) {
    self.query = query
    self.noun = noun
    self.day = day
    self.articleCount = articleCount
    self.sourceCount = sourceCount
    self.table = table
  }

  /// The page as HTML, which is also well-formed XML but for its style and script.
  ///
  /// - Complexity: O(*cells*) and what the drawings take, each of which draws a bounded number of
  ///   things.
  public func text() -> String { PageDocument(self).text() }
}
