internal import FoundationEssentials
internal import NewsModel
internal import NewsReader
internal import NewsStore

extension NewsSession {
  /// Reads the articles in files and folders and adds them to those that are loaded.
  ///
  /// A file that cannot be read is reported and the rest is loaded. When `isCancelled` says true
  /// nothing of this call is added.
  ///
  /// - Parameter progress: is called now and then, from the calling thread.
  public func load(
    _ paths: [String], progress: (WorkProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> LoadReport {
    load(
      paths, workerCount: ProcessInfo.processInfo.activeProcessorCount, progress: progress,
      isCancelled: isCancelled)
  }

  /// Reads and adds articles on `workerCount` threads; what is added is the same for any number.
  package func load(
    _ paths: [String], workerCount: Int, progress: (WorkProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
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
    let files = found.files
    let reading = ReadAhead(
      count: files.count, threads: workerCount, window: Self.articlesAhead * workerCount
    ) { number in
      Result { () throws(ArticleFileError) in reader.read(try files[number].read()) }
    }
    defer { reading.stop() }
    var batch = store.makeBatch()
    var otherLanguages: [String: Int] = [:]
    var paths: [String: String] = [:]
    for (number, file) in files.enumerated() {
      progress(WorkProgress(number, of: files.count, .articles))
      switch reading.result(number, unless: isCancelled) {
      case .success(let annotated):
        if let code = annotated.article.language, !annotated.article.isEnglish {
          otherLanguages[languageName(code) ?? code, default: 0] += 1
        }
        if annotated.isCut, annotated.article.isEnglish { report.cutPaths.append(file.path) }
        // Of articles of the same name the first keeps it.
        if paths[annotated.article.id] == nil { paths[annotated.article.id] = file.path }
        batch.append(annotated)
      case .failure(let error):
        report.failures.append(.init(path: file.path, reason: error.description))
      case nil:
        report.isCancelled = true
        return report
      }
    }
    progress(WorkProgress(files.count, of: files.count, .articles))
    report.articleCount = batch.count
    report.otherLanguages = Self.ranked(otherLanguages)
    add(batch)
    articleFiles.merge(paths) { earlier, _ in earlier }
    return report
  }

  /// Adds articles that were read elsewhere.
  package func add(annotated articles: [AnnotatedArticle]) {
    store.append(articles)
    loaded = Loaded(store.snapshot)
  }

  /// Adds articles that a program has from elsewhere.
  ///
  /// - Throws: An error that says so when a file that the reader needs is missing or damaged.
  public func add(_ articles: [Article]) throws {
    let reader = try self.reader ?? NewsReader()
    self.reader = reader
    var batch = store.makeBatch()
    for article in articles { batch.append(reader.read(article)) }
    add(batch)
  }

  private func add(_ batch: consuming NewsStore.Batch) {
    guard batch.count > 0 else { return }
    store.append(batch)
    loaded = Loaded(store.snapshot)
  }

  /// The languages in which articles are that cannot be read, the commonest first.
  private static func ranked(_ counts: [String: Int]) -> [LoadReport.OtherLanguage] {
    counts.map { LoadReport.OtherLanguage(name: $0.key, articleCount: $0.value) }
      .sorted { ($1.articleCount, $0.name) < ($0.articleCount, $1.name) }
  }

  /// The most of an article's text that is read, in bytes; what is behind can be searched.
  public static let longestText = NewsReader.longestText

  /// Articles that each thread may be ahead of the one that is taken next.
  private static let articlesAhead = 8
}
