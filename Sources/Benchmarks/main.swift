internal import FoundationEssentials
internal import NewsModel
internal import NewsSession
internal import NewsStore

/// The word behind an option such as `--only "count by month"`.
func option(_ name: String) -> String? {
  guard let place = CommandLine.arguments.firstIndex(of: name),
    place + 1 < CommandLine.arguments.count
  else { return nil }
  return CommandLine.arguments[place + 1]
}

/// The number behind an option such as `--events 1000000`.
func option(_ name: String, default value: Int) -> Int {
  max(1, option(name).flatMap { Int($0) } ?? value)
}

/// Times queries about made-up events.
func measureEngine() {
  let eventCount = option("--events", default: 100_000)
  let reportsPerArticle = 10
  var synthetic = SyntheticArticles(entityCount: max(100, min(20_000, eventCount / 50)), seed: 7)
  let store = NewsStore()
  let clock = ContinuousClock()
  let making = clock.measure {
    let articles = (0..<(eventCount / reportsPerArticle)).map {
      synthetic.article($0, reportCount: reportsPerArticle)
    }
    store.append(articles)
  }
  var snapshot = store.snapshot
  let building = clock.measure {
    store.append([synthetic.article(eventCount, reportCount: 1)])
    snapshot = store.snapshot
  }
  let events = snapshot.rowCount(of: .events)
  let entities = snapshot.rowCount(of: .entities)
  print("\(events) events, \(entities) entities; articles made and appended in \(making),")
  print("snapshot made in \(building)\n")
  var benchmarks = EngineBenchmarks(
    snapshot, rounds: option("--rounds", default: 9), only: option("--only"))
  print(benchmarks.run())
  print(benchmarks.memoryOfColumns())
}

/// Times keystrokes in a session with made-up events.
func measureEditing() {
  let nameCount = option("--names", default: 200_000)
  let eventCount = option("--events", default: 1_000_000)
  let reportsPerArticle = 10
  var synthetic = SyntheticArticles(entityCount: nameCount, seed: 11)
  let session = NewsSession()
  let clock = ContinuousClock()
  let making = clock.measure {
    session.add(
      annotated: (0..<(eventCount / reportsPerArticle)).map {
        synthetic.article($0, reportCount: reportsPerArticle)
      })
  }
  let (events, entities) = (session.rowCount(of: .events), session.rowCount(of: .entities))
  print("\(events) events, \(entities) entities; made in \(making)")
  let first = "events where actor = ka"
  let indexing = clock.measure { _ = session.completions(in: first, at: first.utf8.count) }
  print("first completion of a name, which makes the index of names, in \(indexing)\n")
  let ranks = [0, 3, 20, 200, 2_000, 20_000].map { min($0, nameCount - 1) }
  print(EditingBenchmarks(session: session, names: ranks.map { synthetic.names[$0] }).run())
}

/// Times the reading of news that is made of the texts in a folder.
func measureReading() throws {
  let benchmarks = ReadingBenchmarks(
    texts: try NewsTexts.texts(inFolder: option("--texts") ?? "seeds"),
    byteCount: option("--megabytes", default: 5) * 1_000_000)
  print(try benchmarks.oneCore())
  if !CommandLine.arguments.contains("--one-core") { print("\n" + (try benchmarks.folders())) }
}

/// Times typing at the prompt of the program that lies beside this one.
func measureTyping() throws {
  let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  let benchmarks = TypingBenchmarks(
    nameCount: option("--names", default: 200_000),
    program: option("--program") ?? own.deletingLastPathComponent().appending(path: "dateline").path
  )
  print(try benchmarks.run())
}

// Without a name everything is measured: `swift run -c release Benchmarks reading`.
let named = CommandLine.arguments.dropFirst().first
let isNamed = ["engine", "reading", "editing", "typing"].contains(named)
if named == "engine" || !isNamed { measureEngine() }
if named == "reading" || !isNamed { try measureReading() }
if named == "editing" || !isNamed { measureEditing() }
if named == "typing" || !isNamed { try measureTyping() }
