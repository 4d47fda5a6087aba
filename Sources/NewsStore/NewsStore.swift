public import NewsModel

/// Keeps what readers take from articles, and grows; hands out snapshots to query.
///
/// A store is used from one thread at a time; its snapshots may be used from any.
public final class NewsStore {
  private var journal = Journal()
  private var names = RowNames()
  private var latest: Snapshot?

  /// The user's word on names, in the order in which it was given.
  ///
  /// It overrides what rules find; snapshots made before do not change, and ids stay where their
  /// names are.
  public var corrections: [NameCorrection] = [] {
    didSet { if corrections != oldValue { latest = nil } }
  }

  /// A store without articles.
  public init() {}

  /// Adds articles.
  ///
  /// An article whose id is taken gets a number behind it: `x-2`. Entities and events join those
  /// that are known; ids that rows had before stay theirs. Snapshots made before do not change.
  public func append(_ articles: [AnnotatedArticle]) {
    if articles.isEmpty { return }
    latest = nil
    for article in articles { journal.append(article) }
  }

  /// The tables as they are now.
  ///
  /// - Complexity: O(*rows* log *rows*) after articles were added, then O(1).
  public var snapshot: Snapshot {
    if let latest { return latest }
    var builder = SnapshotBuilder(journal, names: names, corrections: corrections)
    let snapshot = builder.build()
    journal = builder.journal
    names = builder.names
    latest = snapshot
    return snapshot
  }
}
