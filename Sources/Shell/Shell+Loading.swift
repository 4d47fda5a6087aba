internal import Diagnostics
internal import NewsSession

extension Shell {
  /// Failures that are named one by one.
  private static let namedFailureLimit = 100

  /// Loads articles, and says what could not be loaded.
  ///
  /// On a terminal it shows how far it has come when it takes longer than half a second. Ctrl-C
  /// stops it, and then nothing is loaded.
  ///
  /// Of a folder the alias file is read too, and what is said of names later is kept there while
  /// all articles come from that one folder.
  ///
  /// - Parameter isSample: whether these are the program's own articles, beside which nothing is
  ///   written.
  /// - Returns: whether something was loaded.
  @discardableResult
  public func load(_ paths: [String], isSample: Bool = false) -> Bool {
    let progress = makeProgressLine()
    let report = session.load(
      paths, progress: { progress.show($0) }, isCancelled: { Interrupt.isRequested })
    progress.erase()
    if report.isCancelled {
      complain("stopped: nothing was loaded")
      markInterruption()
      return false
    }
    for failure in report.failures.prefix(Self.namedFailureLimit) {
      complain("\(quoted(failure.path)) is not loaded: \(failure.reason)")
    }
    let rest = report.failures.count - Self.namedFailureLimit
    if rest > 0 { complain("\(grouped(rest)) more are not loaded") }
    if report.articleCount == 0, report.failures.isEmpty {
      complain(
        "there is nothing to load in \(paths.prefix(3).map { quoted($0) }.joined(separator: ", "))",
        hint: report.otherCount > 0
          ? "\(counted(report.otherCount, "files")) passed over: articles are .txt and .md files"
          : nil)
    }
    noteLanguages(of: report)
    noteCuts(of: report)
    if report.articleCount == 0 { markMissingData() }
    if report.articleCount > 0 {
      holdsSampleAlone = isSample && session.rowCount(of: .articles) == report.articleCount
      let folders = paths.filter { AliasFile.isFolder($0) }
      if isSample || folders.count != paths.count { keepAliasesInSession() }
      if !isSample { folders.forEach { readAliases(ofFolder: $0) } }
    }
    return report.articleCount > 0
  }

  /// Languages that are named one by one.
  private static let namedLanguageLimit = 5

  /// Says in one line how many articles are not read for events, and in which languages they are.
  private func noteLanguages(of report: LoadReport) {
    let languages = report.otherLanguages
    guard let first = languages.first else { return }
    let count = languages.reduce(0) { $0 + $1.articleCount }
    var names = languages.prefix(Self.namedLanguageLimit).map {
      "\(grouped($0.articleCount)) \($0.name)"
    }
    let rest = languages.dropFirst(Self.namedLanguageLimit).reduce(0) { $0 + $1.articleCount }
    if rest > 0 { names.append("\(grouped(rest)) others") }
    let subject =
      languages.count == 1
      ? "\(counted(count, "articles")) in \(first.name)"
      : "\(counted(count, "articles")) in other languages (\(names.joined(separator: ", ")))"
    remark("\(subject): searched like all others, but only English is read for events")
  }

  /// Names the articles that were too long to be read to their end.
  private func noteCuts(of report: LoadReport) {
    let limit = grouped(NewsSession.longestText)
    for path in report.cutPaths.prefix(Self.namedFailureLimit) {
      remark(
        "\(quoted(path)) is longer than \(limit) bytes: what is behind them can be searched, but is "
          + "not read for events")
    }
    let rest = report.cutPaths.count - Self.namedFailureLimit
    if rest > 0 { remark("\(grouped(rest)) more are that long") }
  }

  /// Says that the sample articles are not where they should be.
  public func complainOfMissingSample() {
    complain(
      "the sample articles are not found", hint: "give the articles to read: dateline FOLDER")
    markMissingData()
  }

  /// A line for something that may take long; it is never seen in scripts, pipes and on a terminal
  /// that cannot move its cursor.
  func makeProgressLine() -> ProgressLine {
    let isSeen =
      console.messages.isTerminal && runningScripts.isEmpty && !isDumbTerminal(environment)
    return ProgressLine(sink: console.messages, width: isSeen ? console.columns() : nil)
  }

  /// What the session holds: `5 articles, 23 events, 31 entities`.
  var contents: String {
    [Table.articles, .events, .entities]
      .map { counted(session.rowCount(of: $0), $0.name) }.joined(separator: ", ")
  }
}
