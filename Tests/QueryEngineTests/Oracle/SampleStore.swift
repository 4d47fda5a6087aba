import NewsFormats
import NewsModel
import NewsReader
import NewsStore
import QueryEngine
import TestSupport

/// A store with the articles that it was made from.
struct SampleStore: Sendable {
  let snapshot: Snapshot
  let articles: [AnnotatedArticle]

  /// A store of articles, loaded in two parts.
  init(_ articles: [AnnotatedArticle]) {
    self.articles = articles
    let store = NewsStore()
    let half = articles.count / 2
    store.append(Array(articles[..<half]))
    store.append(Array(articles[half...]))
    snapshot = store.snapshot
  }

  /// A store of made-up articles of up to `size` sentences.
  init(seed: UInt64, articles count: Int, size: Int) {
    var random = RandomArticles(random: SplitMix(seed: seed))
    self.init(random.articles(count, size: size))
  }

  /// The values of the store, for one thread.
  var values: StoredValues { StoredValues(snapshot, articles) }

  /// What the planner knows of it.
  var statistics: SnapshotStatistics { SnapshotStatistics(snapshot) }

  /// The articles that come with the program, as it reads them.
  static let corpus = Result {
    let folder =
      #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/seeds"
    let reader = try NewsReader()
    return SampleStore(try ArticleFiles(at: [folder]).files.map { reader.read(try $0.read()) })
  }

  /// Some 5,000 events of many people.
  static let large: SampleStore = {
    var random = RandomArticles(random: SplitMix(seed: 5_000), scale: .large)
    return SampleStore(random.articles(260, size: 13))
  }()
}
