import FoundationEssentials
import NewsSession
import Testing

/// The reference in the catalog is what the tables of the language make of it, and its examples answer
/// what the pages say.
///
/// `RECORD_REFERENCE=1 swift test --filter ReferencePageTests` writes the pages anew.
@MainActor @Suite struct ReferencePageTests {
  private static let catalog =
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    + "/Sources/NewsSession/NewsSession.docc/"
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_REFERENCE"] != nil

  private static let answers = Result { try ExampleAnswers() }

  private static func pages() throws -> [ReferencePage] {
    let answers = try answers.get()
    let sections = ReferenceSection.all
    let stages = sections.filter { $0.name == "stages" }.flatMap(\.entries)
    return stages.map { ReferencePage(stage: $0, answers: answers) }
      + sections.filter { $0.name != "stages" }.map { ReferencePage(section: $0, answers: answers) }
      + [ReferencePage(diagnostics: .diagnostics), ReferencePage(tables: Schema.tables)]
  }

  @Test func pagesAreWhatTheTablesSay() throws {
    let pages = try Self.pages()
    #expect(pages.count > 30)
    #expect(Set(pages.map(\.name)).count == pages.count)
    for page in pages {
      let file = URL(filePath: Self.catalog + page.name + ".md")
      if Self.isRecording {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.text.utf8).write(to: file)
      }
      let written = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
      #expect(written == page.text, "\(page.name) differs: run with RECORD_REFERENCE=1")
    }
  }

  @Test func noPageIsLeftOver() throws {
    let names = Set(try Self.pages().map(\.name))
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.catalog + "Stages")
    for file in files { #expect(names.contains("Stages/" + file.dropLast(3)), "\(file)") }
  }

  @Test func examplesAnswerSomething() throws {
    let answers = try Self.answers.get()
    for section in ReferenceSection.all {
      for example in section.entries.flatMap(\.examples) {
        let text = answers.text(of: example)
        #expect(!text.hasPrefix("error"), "\(example): \(text)")
      }
    }
  }

  @Test func theOverviewLeadsToEveryPage() throws {
    let overview = String(
      decoding: try Data(contentsOf: URL(filePath: Self.catalog + "Language.md")), as: UTF8.self)
    for page in try Self.pages() {
      let name = page.name.split(separator: "/").last ?? ""
      #expect(overview.contains("<doc:\(name)>"), "\(name) is not in the overview")
    }
  }
}
