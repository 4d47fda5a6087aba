internal import FoundationEssentials
internal import NewsModel
internal import TerminalSupport

/// Times what somebody waits for who types: from a key to the screen with it, in the program itself on
/// a terminal, with many names loaded.
struct TypingBenchmarks {
  /// Entity names that are loaded.
  var nameCount: Int
  /// The program, built for release.
  var program: String

  /// What goes wrong before anything is timed.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What is typed, key by key, again and again; Ctrl-C gives each line up.
  private static let lines = [
    "events where actor = ", "events where type in (CONSULT, AID) and place = ",
    "entities where kind = person | top 10 by mentions", "mentions where entity = ",
    "events since 2023-03 | count by month | chart", "reports where actor = ",
    "articles search \"", "events | group by actor: count, first date | sort by count desc",
  ]

  /// Types the lines, each with a name behind it that is loaded, and gives a table of times.
  ///
  /// - Throws: ``Failure`` where the program cannot be started or never prompts.
  func run() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/dateline-typing"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var names = MadeUpNames(seed: 11)
    let known = try names.write(nameCount, to: folder + "/articles")
    let terminal = try TerminalProcess(
      program, ["--no-init", "articles"],
      environment: [
        "HOME": folder, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
      ], folder: folder, size: .init(columns: 120, rows: 40))
    try wait(terminal, for: "dateline>", seconds: 300)
    var keys: [Time] = []
    var completions: [Time] = []
    for round in 0..<Self.rounds {
      let line = Self.lines[round % Self.lines.count]
      let name = known[(round * 7919) % known.count]
      var typed = ""
      for key in line + name.prefix(8) {
        typed.append(key)
        keys.append(Time(typed: typed, milliseconds: try time(terminal, String(key))))
        rest(terminal, Int32.random(in: 0...Self.longestRest, using: &names.random))
      }
      completions.append(
        Time(typed: typed + "⇥", milliseconds: try time(terminal, "\t", isCompletion: true)))
      terminal.type("\u{7}\u{3}")
      try wait(terminal, for: "dateline>", seconds: 10)
      rest(terminal, Self.silence)
    }
    terminal.type("\u{4}")
    return "\(nameCount) names, \(keys.count) keys, \(completions.count) times Tab\n"
      + row("key to screen", keys) + row("Tab to candidates", completions)
  }

  /// A key and how long it took.
  private struct Time {
    /// The line with it.
    var typed: String
    /// Until the screen showed it.
    var milliseconds: Double
  }

  /// How often a line is typed.
  private static let rounds = 60
  /// Milliseconds without a byte after which a drawing is complete; less than the program waits before
  /// it looks for more to show to a user who rests.
  private static let silence: Int32 = 30
  /// Milliseconds between two keys: a key may come while the program looks for that.
  private static let longestRest: Int32 = 80

  /// Milliseconds from a key until the screen is drawn.
  ///
  /// The drawing of a line ends with showing the cursor; candidates may be drawn below it after that.
  private func time(
    _ terminal: TerminalProcess, _ key: String, isCompletion: Bool = false
  ) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let end = Array("\u{1b}[?25h".utf8)
    terminal.type(key)
    var last = start
    var seen: [UInt8] = []
    while isCompletion || !seen.suffix(end.count).elementsEqual(end) {
      guard let bytes = terminal.read(within: seen.isEmpty ? 2_000 : Self.silence) else {
        throw Failure(description: "the program has ended")
      }
      if bytes.isEmpty { break }
      last = clock.now
      seen += bytes
    }
    return (last - start) / .milliseconds(1)
  }

  /// Lets time pass, and what is drawn meanwhile.
  private func rest(_ terminal: TerminalProcess, _ milliseconds: Int32) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while clock.now < end {
      let left = Int32((end - clock.now) / .milliseconds(1))
      guard terminal.read(within: max(1, left)) != nil else { return }
    }
  }

  private func wait(_ terminal: TerminalProcess, for text: String, seconds: Int) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    var seen = ""
    while ContinuousClock.now < end {
      guard let bytes = terminal.read(within: 200) else { break }
      seen += String(decoding: bytes, as: UTF8.self)
      if seen.contains(text) { return }
    }
    throw Failure(description: "'\(text)' did not come; the program said: \(seen.suffix(400))")
  }

  /// The times in short, and the keys that took longest.
  private func row(_ what: String, _ times: [Time]) -> String {
    let sorted = times.sorted { $0.milliseconds < $1.milliseconds }
    func at(_ share: Double) -> String {
      guard !sorted.isEmpty else { return "-" }
      let place = min(sorted.count - 1, Int(Double(sorted.count) * share))
      return rounded(sorted[place].milliseconds, 2)
    }
    return "\(what): median \(at(0.5)) ms, 99th percentile \(at(0.99)) ms, most \(at(1)) ms\n"
      + sorted.suffix(5).reversed().map { "  \(rounded($0.milliseconds, 2)) ms: \($0.typed)\n" }
      .joined()
  }
}

/// Articles full of names that nobody has.
struct MadeUpNames {
  fileprivate var random: SplitMix64
  private static let syllables = [
    "ba", "be", "bo", "da", "de", "do", "fa", "ga", "go", "ha", "he", "ka", "ke", "ko", "la", "le",
    "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "no", "pa", "pe", "ra", "re", "ro", "sa", "se",
    "so", "ta", "te", "to", "va", "ve", "vi", "zo",
  ]
  private static let verbs = ["met", "visited", "accused", "invited", "criticised", "thanked"]

  /// Names that depend on the seed alone.
  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A given name and a family name.
  mutating func name() -> String {
    word(2...3) + " " + word(3...4)
  }

  private mutating func word(_ length: ClosedRange<Int>) -> String {
    let word = (0..<Int.random(in: length, using: &random)).map { _ in
      Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &random)]
    }.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Writes articles with `count` names to a folder, and gives the names.
  mutating func write(_ count: Int, to folder: String) throws -> [String] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var names: [String] = []
    var number = 0
    while names.count < count {
      let day = Day(number: 19_358 + Int32(number % 365))
      var text = "---\ntitle: Report \(number)\npublished: \(day)\n---\n\n"
      for _ in 0..<100 {
        let pair = [name(), name()]
        let verb = Self.verbs[Int.random(in: 0..<Self.verbs.count, using: &random)]
        text += "\(pair[0]) \(verb) \(pair[1]) on Monday.\n"
        names += pair
      }
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(number).txt"))
      number += 1
    }
    return names
  }
}
