import NewsSession
import Testing

@testable import Shell

/// Pages and scripts that are shown to an audience.
@MainActor @Suite struct DemoTests {
  private let page = """
    # Bridges

    <!-- a note -->
    Words to read.

    > A hint.

    ```query
    events | count
    articles | count
    ```
    ```result
    none
    ```

    More words.

    ```query
    entities | count
    ```
    """

  @Test func aPageIsWordsAndStatements() {
    let shown = Demonstration(page: page, name: "x", isFast: false) { [$0] }
    #expect(
      shown.items == [
        .prose(Prose(["**Bridges**", "", "Words to read."])),
        .statement("events | count\narticles | count"), .prose(Prose(["More words."])),
        .statement("entities | count"),
      ])
  }

  @Test func aScriptIsCommentsAndStatements() {
    let shown = Demonstration(
      script:
        "#!/usr/bin/env -S dateline -f\n## Words.\nevents\n  | count\n\n.timer off\n# End.\narticles;",
      name: "x", isFast: false)
    #expect(
      shown.items == [
        .prose(Prose(["Words."])), .statement("events\n  | count"), .statement(".timer off"),
        .prose(Prose(["End."])), .statement("articles;"),
      ])
  }

  @Test func showsAllAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(page, to: "page.md")
    let fixture = LessonFixture()
    let said = fixture.type([".demo \(path) fast"])
    let order = [
      "Words to read.", "dateline> events | count", "31", "dateline> articles | count",
      "More words.",
      "dateline> entities | count", "39",
    ]
    var rest = said[...]
    for text in order {
      let range = try #require(rest.firstRange(of: text), "\(text) in \(said)")
      rest = rest[range.upperBound...]
    }
    #expect(fixture.shell.demonstration == nil)
  }

  @Test func waitsForEnterAndLetsTheSpeakerAsk() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(page, to: "page.md")
    let fixture = LessonFixture()
    #expect(!fixture.type([".demo \(path)"]).contains("dateline> events"))
    #expect(fixture.type([""]).contains("dateline> events | count\ncount\n"))
    #expect(fixture.type(["quotes | count"]).contains("5"))
    #expect(fixture.type([""]).contains("More words."))
    #expect(fixture.type([".demo off"]) == "\n")
    #expect(fixture.shell.demonstration == nil)
  }

  @Test func slipsAreTold() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("\n", to: "empty.md")
    let fixture = LessonFixture()
    #expect(fixture.type([".demo \(folder.path)/none.md"]).contains("cannot be read"))
    #expect(fixture.type([".demo \(empty)"]).contains("there is nothing to show"))
    #expect(fixture.type([".demo off"]).contains("nothing is being shown"))
    #expect(fixture.type([".demo \(empty) slow"]).contains("'slow' is not 'fast'"))
  }

  @Test func showsEveryLesson() {
    for lesson in LessonFixture.shelf.lessons {
      let said = LessonFixture().type([".demo \(lesson.number ?? 0) fast"])
      #expect(said.contains(lesson.title))
      #expect(!said.contains("error:") && !said.contains("error["), "\(said)")
    }
  }
}
