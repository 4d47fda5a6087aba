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

  /// Articles that are on their way into a store, and become part of it together.
  ///
  /// A batch that is not appended leaves no trace.
  public struct Batch {
    fileprivate var journal: Journal
    fileprivate let base: Int

    /// Number of articles added.
    public var count: Int { journal.articles.count - base }

    /// Adds an article, of which only what a store keeps is kept.
    ///
    /// - Complexity: O(*n*) in the article; the first is also O(*n*) in what the store holds.
    public mutating func append(_ article: AnnotatedArticle) { journal.append(article) }
  }

  /// A batch without articles.
  public func makeBatch() -> Batch { Batch(journal: journal, base: journal.articles.count) }

  /// Adds the articles of a batch, as if each were appended.
  ///
  /// - Precondition: nothing was appended since the batch was made.
  public func append(_ batch: consuming Batch) {
    precondition(batch.base == journal.articles.count, "the store has grown since")
    if batch.count == 0 { return }
    latest = nil
    journal = batch.journal
  }

  /// The tables as they are now.
  ///
  /// - Complexity: O(*rows* log *rows*) after articles were added, then O(1).
  public var snapshot: Snapshot {
    if let latest { return latest }
    // The builder alone holds the columns while it adds to them, so that none is copied.
    var builder = SnapshotBuilder(
      exchange(&journal, with: Journal()), names: names, corrections: corrections)
    let snapshot = builder.build()
    journal = builder.journal
    names = builder.names
    latest = snapshot
    return snapshot
  }
}
