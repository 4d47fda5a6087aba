internal import FoundationEssentials
internal import NewsModel
internal import NewsReader
internal import NewsSession
internal import NewsStore

/// Reading: from raw text to rows that can be queried.
struct ReadingBenchmarks {
  /// Texts whose sentences the news is made of.
  let texts: [String]
  /// How much news, in bytes.
  let byteCount: Int

  private let seed: UInt64 = 11

  /// Words of a text: what stands between white space.
  private static func wordCount(_ text: String) -> Int {
    var words = 0
    var isInside = false
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
      if !isSpace, !isInside { words += 1 }
      isInside = !isSpace
    }
    return words
  }

  // MARK: One core

  /// Reads on one core, component by component.
  func oneCore() throws -> String {
    var maker = NewsTexts(texts, seed: seed)
    var articles: [Article] = []
    var bytes = 0
    while bytes < byteCount {
      articles.append(Article(id: "n\(articles.count)", text: maker.next()))
      bytes += articles[articles.count - 1].text.utf8.count
    }
    var start = ProcessResources.threadTime
    let words = articles.reduce(0) { $0 + Self.wordCount($1.text) }
    let splitting = ProcessResources.threadTime - start

    let reader = try NewsReader()
    let store = NewsStore()
    var times: [(name: String, seconds: Double)] = []
    var position = 0
    var last = ProcessResources.threadTime
    func note(_ name: String) {
      let now = ProcessResources.threadTime
      if position == times.count { times.append((name, 0)) }
      times[position].seconds += now - last
      position += 1
      last = now
    }
    start = last
    for article in articles {
      position = 0
      let annotated = reader.read(article, after: note)
      note("rows of the article")
      store.append([annotated])
      note("store: append")
    }
    let reading = last - start
    let snapshot = store.snapshot
    note("store: snapshot")
    let total = last - start

    var table = TextTable(["one core", "s", "share", "words/s", "of splitting"])
    for (name, seconds) in times + [("reading and appending", reading), ("text to rows", total)] {
      table.add([
        name, rounded(seconds, 3), rounded(100 * seconds / total, 1) + " %",
        rounded(Double(words) / seconds, 0), rounded(seconds / splitting, 1),
      ])
    }
    table.add(["splitting into words", rounded(splitting, 3), "", "", "1.0"])
    return """
      \(articles.count) articles, \(words) words, \(rounded(Double(bytes) / 1e6, 2)) MB; \
      \(snapshot.rowCount(of: .events)) events, \(snapshot.rowCount(of: .reports)) reports, \
      \(snapshot.rowCount(of: .entities)) entities, \(snapshot.rowCount(of: .figures)) figures, \
      \(snapshot.rowCount(of: .quotes)) quotes
      \(table.text)
      """
  }

  // MARK: Folders

  /// Loads folders of several sizes on one core and on all.
  func folders() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/dateline-benchmarks"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var table = TextTable([
      "folder", "articles", "cores", "s", "processor s", "words/s", "of one core", "peak MB",
      "kept MB", "beyond MB",
    ])
    for part in [5, 2, 1] {
      var maker = NewsTexts(texts, seed: seed)
      let count = try maker.write(byteCount: byteCount / part, toFolder: folder)
      var maker2 = NewsTexts(texts, seed: seed)
      let words = (0..<count).reduce(0) { sum, _ in sum + Self.wordCount(maker2.next()) }
      var single = 0.0
      for cores in [1, ProcessInfo.processInfo.activeProcessorCount] {
        ProcessResources.returnFreeMemory()
        let canPeak = ProcessMemory.resetPeak()
        let before = ProcessMemory.now ?? 0
        let session = NewsSession()
        let start = ProcessResources.processorTime
        let wall = ContinuousClock().measure { _ = session.load([folder], workerCount: cores) }
        let used = ProcessResources.processorTime - start
        let peak = (ProcessMemory.peak ?? 0) - before
        ProcessResources.returnFreeMemory()
        let kept = (ProcessMemory.now ?? 0) - before
        let seconds = wall / .seconds(1)
        if cores == 1 { single = seconds }
        precondition(session.rowCount(of: .articles) == count, "articles are missing")
        let megabytes = { (bytes: Int) in canPeak ? rounded(Double(bytes) / 1e6, 1) : "?" }
        table.add([
          rounded(Double(byteCount / part) / 1e6, 1) + " MB", String(count), String(cores),
          rounded(seconds, 2), rounded(used, 2), rounded(Double(words) / seconds, 0),
          rounded(single / seconds, 2), megabytes(peak), megabytes(kept), megabytes(peak - kept),
        ])
      }
    }
    return table.text
  }
}
