internal import Dispatch
internal import NewsModel
internal import NewsReader
internal import NewsStore
internal import Synchronization

extension NewsSession {
  /// Reads the articles in files and folders and adds them to those that are loaded.
  ///
  /// A file that cannot be read is reported and the rest is loaded. When `isCancelled` says true
  /// nothing of this call is added.
  ///
  /// - Parameter progress: is called now and then, from the calling thread.
  public func load(
    _ paths: [String], progress: (LoadProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> LoadReport {
    let found = ArticleFiles(at: paths)
    var report = LoadReport()
    report.otherCount = found.otherCount
    report.failures = found.failures.map { .init(path: $0.path, reason: $0.error.description) }
    guard !found.files.isEmpty else { return report }
    let reader: NewsReader
    do {
      reader = try self.reader ?? NewsReader()
      self.reader = reader
    } catch {
      report.failures += found.files.map { .init(path: $0.path, reason: String(describing: error)) }
      return report
    }
    var articles: [AnnotatedArticle] = []
    for start in stride(from: 0, to: found.files.count, by: Self.batchSize) {
      progress(LoadProgress(done: start, total: found.files.count))
      if isCancelled() {
        report.isCancelled = true
        return report
      }
      let batch = Array(found.files[start..<min(start + Self.batchSize, found.files.count)])
      for (file, outcome) in zip(batch, Self.read(batch, with: reader)) {
        switch outcome {
        case .success(let article): articles.append(article)
        case .failure(let error):
          report.failures.append(.init(path: file.path, reason: error.description))
        }
      }
    }
    progress(LoadProgress(done: found.files.count, total: found.files.count))
    report.articleCount = articles.count
    report.otherLanguages = Self.otherLanguages(of: articles)
    add(articles)
    return report
  }

  /// Adds articles that a program has from elsewhere.
  ///
  /// - Throws: An error that says so when a file that the reader needs is missing or damaged.
  public func add(_ articles: [Article]) throws {
    let reader = try self.reader ?? NewsReader()
    self.reader = reader
    add(articles.map { reader.read($0) })
  }

  private func add(_ articles: [AnnotatedArticle]) {
    guard !articles.isEmpty else { return }
    store.append(articles)
    loaded = Loaded(store.snapshot)
  }

  private static func otherLanguages(
    of articles: [AnnotatedArticle]
  ) -> [LoadReport.OtherLanguage] {
    var counts: [String: Int] = [:]
    for article in articles.lazy.map(\.article) where !article.isEnglish {
      guard let code = article.language else { continue }
      counts[languageName(code) ?? code, default: 0] += 1
    }
    return counts.map { LoadReport.OtherLanguage(name: $0.key, articleCount: $0.value) }
      .sorted { ($1.articleCount, $0.name) < ($0.articleCount, $1.name) }
  }

  /// Files that are read between two looks at the progress; enough to keep all cores at work.
  private static let batchSize = 32

  /// What each file holds, read on all cores.
  private static func read(
    _ files: [ArticleFile], with reader: NewsReader
  ) -> [Result<AnnotatedArticle, ArticleFileError>] {
    let outcomes = Mutex<[Int: Result<AnnotatedArticle, ArticleFileError>]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let outcome = Result { () throws(ArticleFileError) in reader.read(try files[index].read()) }
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { found in files.indices.compactMap { found[$0] } }
  }
}
