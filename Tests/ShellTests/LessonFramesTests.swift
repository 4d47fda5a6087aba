import Foundation
import Testing

@testable import Shell

/// The pictures of a first lesson in the README are what the program shows; `RECORD_FRAMES=1` makes
/// them anew.
@MainActor @Suite struct LessonFramesTests {
  private static let folder =
    Program.packageFolder + "/Sources/NewsSession/NewsSession.docc/Resources/"

  /// What is typed, what the screen shows then, and the picture that is made of it.
  private static let steps: [(typed: String, mark: String, picture: String?)] = [
    (".learn 1", "Task: Ask for all articles.", "lesson-start"),
    ("articles", "Task: Ask for all events.", "lesson-right"),
    ("events", "(3 of 10)", nil),
    ("events where place = Benghazi", "The task is still open", "lesson-open"),
    (".hint", "Hint: Take the line above", nil),
    (".hint", "Second hint:", nil),
    ("events where place = moscow", "(4 of 10)", "lesson-hint"),
  ]

  @Test func arePicturesOfTheProgram() throws {
    let program = try Program()
    // Times differ from run to run.
    try program.folder.write(".timer off\n", to: "config/dateline/config.dql")
    let terminal = try program.onTerminal([], columns: 84, rows: 30)
    try terminal.wait(forRow: "dateline>")
    for step in Self.steps {
      terminal.type(step.typed + "\r")
      try terminal.wait(for: "'\(step.mark)' behind '\(step.typed)'") {
        $0.text.contains(step.mark) && $0.cursorRow == "lesson 1>"
      }
      guard let name = step.picture else { continue }
      let picture = ScreenPicture(
        rows: terminal.screen.rows, columns: 84, title: "dateline: " + step.mark)
      let path = Self.folder + name + ".svg"
      if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
        try picture.svg.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name): look at it, then run the tests without recording")
      } else {
        let kept = try String(contentsOfFile: path, encoding: .utf8)
        #expect(kept == picture.svg, "\(name) differs: run with RECORD_FRAMES=1")
      }
    }
  }

  /// The lines of the README's lesson, apart by `...` where it is shortened, stand in the transcript.
  @Test func theReadMeShowsTheTranscript() throws {
    let readMe = try String(contentsOfFile: Program.packageFolder + "/README.md", encoding: .utf8)
    let written = try String(
      contentsOfFile: TranscriptTests.folder + "/first-lesson.txt", encoding: .utf8)
    let start = try #require(readMe.firstRange(of: "```transcript\n"))
    let end = try #require(readMe[start.upperBound...].firstRange(of: "```\n"))
    var rest = written[...]
    for piece in readMe[start.upperBound..<end.lowerBound].split(separator: "...\n") {
      let place = try #require(rest.firstRange(of: piece), "\(piece)")
      rest = rest[place.upperBound...]
    }
    #expect(rest.isEmpty || rest == "\n")
  }
}
