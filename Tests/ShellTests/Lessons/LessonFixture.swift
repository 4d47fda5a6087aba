import NewsSession
import Testing

@testable import Shell

/// A shell on the sample articles in which lessons can be learned, without a terminal.
@MainActor struct LessonFixture {
  let fixture: ShellFixture
  var shell: Shell { fixture.shell }

  /// The lessons that come with the program.
  nonisolated static let folder = Program.packageFolder + "/examples/lessons"
  static let shelf = LessonShelf(folder: folder)

  /// The sample articles, read once for all.
  private static let sample: NewsSession = {
    let session = NewsSession(options: .init(today: Day(number: 19_722)))
    _ = session.load([Program.packageFolder + "/seeds"])
    return session
  }()

  /// A session of its own on the sample articles.
  static func session() -> NewsSession { NewsSession(asking: sample) }

  init(environment: [String: String] = [:], columns: Int = 80) {
    fixture = ShellFixture(
      session: Self.session(), settings: ShellSettings(lessonFolder: Self.folder), columns: columns,
      isDialogue: true, joined: true, environment: environment)
    fixture.shell.holdsSampleAlone = true
  }

  /// Opens a step, counted from 1, of a lesson: the steps before it have been answered.
  func open(_ number: Int, step: Int) throws {
    let lesson = try #require(Self.shelf.lesson(called: String(number)))
    let runner = BlockRunner(asking: shell.session)
    for earlier in lesson.steps[..<(step - 1)] {
      for text in runner.statements(in: earlier.solution) where !DotCommandLine.isCommand(text) {
        _ = shell.session.run(SourceText(name: "query", text: text))
      }
    }
    _ = shell.lessonShelf()
    shell.teaching.run = LessonRun(lesson, step: step - 1)
  }

  /// Types lines and gives what is said to them.
  func type(_ lines: [String]) -> String {
    _ = fixture.results.take()
    shell.runDialogue(with: ScriptedReader(lines.map { .line($0) }))
    return fixture.results.take()
  }
}
