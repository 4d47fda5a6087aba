import Foundation
import Glibc
import NewsModel
import Testing

/// Types keys at random on a terminal: nothing may stop the editor or upset the terminal.
///
/// `RANDOM_KEYS` gives another number of keys, `RANDOM_SEED` other ones, and `RANDOM_KEYS_PROGRAM`
/// the path of another build, such as one that checks its memory.
@Suite struct RandomKeysTests {
  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private static let keyCount = number("RANDOM_KEYS") ?? 3000
  private static let seed = number("RANDOM_SEED") ?? 5

  /// What people and terminals send, and what they do not: whole keys and halves of them.
  private static let keys: [String] = {
    let controls = (1...26).filter { ![3, 4, 13, 26].contains($0) }.map {
      String(UnicodeScalar(UInt8($0)))
    }
    let escapes = [
      "[A", "[B", "[C", "[D", "OA", "OC", "[H", "[F", "[3~", "[1;5C", "[1;5D", "[3;5~", "b", "f",
      "d", "/", "\r", "\u{7f}", "x", "[5~", "[24~", "[1;2A", "O", "[", "[1;", "", "\u{1b}", "[Z",
    ].map { "\u{1b}" + $0 }
    let chords = ["\u{18}\u{15}", "\u{18}\u{12}", "\u{1f}", "\u{18}", "\u{16}\u{1}", "\u{1d}"]
    let words = [
      "events", " where ", "actor", " = ", "Ayşe Yıldız", " | ", "take 5", ".format ", "\"", "(",
      ")",
      "東京", "مرحبا", "Москва", "e\u{301}", "👩‍👧", "\u{202e}", "\u{200b}", "?wh", ".", " ", "a", "ğ",
      "\u{a0}", "ﷺ", "\u{85}",
    ]
    return controls + escapes + chords + words + words + words
  }()

  /// Columns and rows: usual ones, and those of terminals that are hardly there, or say nothing.
  private static let sizes = [
    (80, 24), (120, 40), (200, 50), (40, 12), (10, 3), (10, 50), (1000, 4), (25, 1), (2, 2), (1, 1),
    (1, 30), (0, 0), (0, 24), (80, 0), (13, 7), (61, 5),
  ]

  /// Articles with names that would upset a terminal.
  private static let article = """
    ---
    title: "\u{1b}[2J\u{1b}]0;title\u{7} of \u{9b}31m \u{202e}names"
    published: 2024-03-06
    ---
    President Jürg \u{1b}[31mMüller\u{1b}[0m met Aktor\u{7}a Ev\u{8}entova in Wher\u{85}eville on Monday. \
    Minister E\u{301}va \u{200b}Actorsdottir visited 東京 and met 👩‍👧 Ada Events.

    """

  /// Entries that no shell of ours would have written, and some that it would.
  private static let history: Data = {
    let long = "\"events where actor = " + String(repeating: "ab 東", count: 5_000) + "\"\n"
    let lines = [
      "\"events | take 3\"\n", "not json\n", "\"half\n", "\"\\u001b[2J \\u0007 \\u0000 \\ud83d\"\n",
      "\"events\\n| count\\n\\n\"\n", "\"\\t\\r\\u0085\\u2028 events\"\n", "\"\"\n", "{}\n",
      "\"e\u{301}\u{301} \"\n",
    ]
    let text = (0..<30).map { lines.joined() + "\"events where score > \($0)\"\n" }.joined()
    return Data((long + text).utf8) + Data([0x22, 0xff, 0xc3, 0x65, 0x22, 0x0a, 0xe2, 0x82])
  }()

  private static func next(_ random: inout SplitMix64, _ terminal: PseudoTerminal) {
    switch Int.random(in: 0..<200, using: &random) {
    case 0:
      let size = sizes.randomElement(using: &random) ?? (80, 24)
      terminal.resize(columns: size.0, rows: size.1)
    case 1: terminal.send(SIGCONT)
    case 10: terminal.send(SIGTSTP)
    case 2...3: terminal.type("\u{3}")
    case 4:
      let count = Int.random(in: 1...40, using: &random)
      let text = (0..<count).compactMap { _ in keys.randomElement(using: &random) }.joined()
      terminal.type("\u{1b}[200~" + text + "\u{1b}[201~")
    case 5: terminal.type("\u{1b}[200~" + "half a paste")
    case 6...8: terminal.type("\r")
    case 9: terminal.type("\u{4}")
    default: terminal.type(keys.randomElement(using: &random) ?? "a")
    }
  }

  @Test(arguments: ["", "bind -v\n"]) func doNoHarm(settings: String) throws {
    let program = try Program()
    try program.folder.write(settings, to: ".editrc")
    try program.folder.write(Self.article, to: "articles/hostile.txt")
    try program.folder.write(Self.history, to: "state/dateline/history.jsonl")
    let path = ProcessInfo.processInfo.environment["RANDOM_KEYS_PROGRAM"] ?? Program.path
    // No program may open on Ctrl-X Ctrl-E that would wait for keys of its own.
    let environment = program.environment([
      "VISUAL": "true",
      // A crash is reported, though the program has handlers of its own.
      "ASAN_OPTIONS":
        "log_path=\(program.folder.path(of: "asan")):detect_leaks=0:handle_segv=2:handle_abort=2:symbolize=0",
    ])
    func start() throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(
        path, ["--no-init", "articles"], environment: environment, folder: program.folder.path)
      try terminal.wait(for: "a prompt") { $0.text.contains("dateline>") }
      return terminal
    }
    var random = SplitMix64(seed: UInt64(Self.seed))
    var terminal = try start()
    for key in 1...Self.keyCount {
      Self.next(&random, terminal)
      if key % 10 == 0 { terminal.readAll() }
      if terminal.hasEnded {
        let code = try terminal.waitForExit()
        let found = try reports(in: program.folder).joined(separator: "\n")
        #expect(
          code == 0,
          """
          after key \(key) of seed \(Self.seed); the screen is:
          \(terminal.screen.text)
          \(found)
          """)
        #expect(terminal.isCooked)
        terminal = try start()
      }
    }
    // Out of whatever was begun, to a fresh prompt and to the end.
    terminal.resize(columns: 80, rows: 24)
    terminal.type("\u{1b}[201~\u{11}\r\u{3}")
    for _ in 0..<100 where !terminal.hasEnded {
      terminal.type("\u{3}")
      terminal.readAll()
      terminal.type("\u{4}")
      terminal.readAll()
    }
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.bracketsPastes)
    #expect(try reports(in: program.folder) == [])
  }

  /// What a program that checks its memory has found.
  private func reports(in folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("asan") }.compactMap { folder.text(of: $0) }
  }
}
