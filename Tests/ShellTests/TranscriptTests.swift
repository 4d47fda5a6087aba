import Foundation
import NewsSession
import Testing

@testable import Shell

/// A dialogue as it stands in a file: what is typed behind prompts, and below it what is answered.
struct Transcript {
  /// Lines before the first prompt, which say what it is about.
  var head: String
  /// What is typed.
  var lines: [String]

  /// The transcript in a text.
  init(_ text: String) {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = rows.firstIndex { Self.typed(in: $0) != nil } ?? rows.count
    head = rows[..<first].map { $0 + "\n" }.joined()
    lines = rows[first...].compactMap(Self.typed)
  }

  private static func typed(in row: String) -> String? {
    for prompt in [Prompt.statement, .continuation, .lesson(1)] {
      if row.hasPrefix(prompt.text) { return String(row.dropFirst(prompt.text.count)) }
      // An editor may have cut the space off a prompt with nothing behind it.
      if row + " " == prompt.text { return "" }
    }
    return nil
  }

  /// Types the lines in a shell on the sample articles, and writes down what is seen.
  func played(today: Day) -> String {
    let session = NewsSession(options: .init(today: today))
    let fixture = ShellFixture(
      session: session, settings: ShellSettings(lessonFolder: LessonFixture.folder), columns: 100,
      isDialogue: true, joined: true)
    fixture.shell.load([Program.packageFolder + "/seeds"], isSample: true)
    fixture.shell.showsTime = false
    let reader = ScriptedReader(lines.map { .line($0) }) { prompt, read in
      if case .line(let line) = read {
        let row = prompt.text + line
        fixture.results.write((line.isEmpty ? String(row.dropLast()) : row) + "\n")
      }
    }
    fixture.shell.runDialogue(with: reader)
    let seen = fixture.results.take()
    // At the end of the input the dialogue closes with a line feed.
    return head + (seen.hasSuffix("\n\n") ? String(seen.dropLast()) : seen)
  }
}

/// Plays the transcripts in `Tests/Transcripts`; `RECORD_TRANSCRIPTS=1` writes them anew.
@Suite struct TranscriptTests {
  static let folder = Program.packageFolder + "/Tests/Transcripts"

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test func exist() { #expect(!Self.names.isEmpty) }

  @Test(arguments: names) func answersAsWrittenDown(name: String) throws {
    let path = Self.folder + "/" + name
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    let today = try #require(Day(year: 2023, month: 12, day: 31))
    let seen = Transcript(expected).played(today: today)
    if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] == "1" {
      try seen.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(name): look at what has changed, then run the tests without recording")
      return
    }
    #expect(seen == expected, "\(difference(expected, seen))")
  }

  /// The first row that differs, with its number.
  private func difference(_ expected: String, _ seen: String) -> String {
    let rows = [expected, seen].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    for index in 0..<max(rows[0].count, rows[1].count) {
      let pair = rows.map { index < $0.count ? String($0[index]) : "(nothing)" }
      if pair[0] != pair[1] {
        return "line \(index + 1): '\(pair[0])' is written down, '\(pair[1])' was seen"
      }
    }
    return "no difference"
  }

  @Test func isReadAndWritten() {
    let transcript = Transcript(
      "About Zürich.\n\ndateline> .timer\nthe timer is on\ndateline>\n      -> x\nanswer\n")
    #expect(transcript.head == "About Zürich.\n\n")
    #expect(transcript.lines == [".timer", "", "x"])
  }
}
