import Testing

@testable import Shell

@Suite struct LessonPageTests {
  /// A page with one step, in which a line is replaced.
  private func page(_ old: String = "", by new: String = "") -> String {
    """
    # Züge zählen

    <!-- check: rows 3 -->
    Words
    before.

    ## First step

    Prose of the step.

        events | count

    **Task:** Count
    the events.

    > **Hint:** A stage.
    > **Hint:** Type
    > `events | count`.

    **Check:** columns

    ```query
    events | count
    ```
    ```result
    31
    ```

    Because.

    ## The end

    Good bye.
    """.replacing(old, with: old.isEmpty ? "" : new)
  }

  @Test func isRead() throws {
    let lesson = try Lesson(page(), name: "07-zuege")
    #expect(lesson.title == "Züge zählen")
    #expect(lesson.number == 7)
    #expect(lesson.shortName == "zuege")
    #expect(lesson.introduction.pieces == [.paragraph("Words before.")])
    #expect(lesson.closing.pieces == [.paragraph("Good bye.")])
    let step = try #require(lesson.steps.first)
    #expect(lesson.steps.count == 1)
    #expect(step.title == "First step")
    #expect(step.prose.pieces == [.paragraph("Prose of the step."), .code(["events | count"])])
    #expect(step.task.pieces == [.paragraph("Count the events.")])
    #expect(
      step.hints.map(\.pieces) == [
        [.paragraph("A stage.")], [.paragraph("Type `events | count`.")],
      ])
    #expect(step.aspects == [.rows, .columns])
    #expect(step.solution == "events | count")
    #expect(step.reason.pieces == [.paragraph("Because.")])
    #expect(step.line == 7)
  }

  @Test(arguments: [
    ("# Züge zählen", "Züge zählen", 1, "no title"),
    ("**Task:** Count\nthe events.\n\n", "", 7, "has no task"),
    ("> **Hint:** A stage.\n", "", 7, "1 hints"),
    ("```query\nevents | count\n```\n```result\n31\n```\n", "", 7, "no query block"),
    ("**Check:** columns", "**Check:** spelling", 20, "'spelling' cannot be checked"),
    ("```query\nevents | count\n```", "```query\n```", 22, "the query is empty"),
    ("## First step", "### First step", 7, "one title"),
    ("Because.", "```result\n```", 29, "below no query"),
    ("Because.", "```query\nevents\n```", 29, "one query"),
  ])
  func mistakesAreToldWithTheirLine(old: String, new: String, line: Int, message: String) {
    do throws(Lesson.Mistake) {
      _ = try Lesson(page(old, by: new), name: "x")
      Issue.record("'\(old)' is not needed")
    } catch {
      #expect(error.line == line)
      #expect(error.message.contains(message), "\(error.message)")
    }
  }

  @Test(arguments: [
    "", "\n\n", "# a", "## a\n**Task:** x", "```query\n", "**Task:**\n**Check:**\n>",
  ])
  func noTextIsALessonByChance(text: String) {
    #expect(throws: Lesson.Mistake.self) { try Lesson(text, name: "x") }
  }

  @Test func proseFlowsToTheWidth() {
    let prose = Prose([
      "**Żółw** and `events |", "count` are", "", "- one two three four", "- five",
    ])
    let plain = Style(isColored: false)
    #expect(
      prose.lines(width: 12, style: plain)
        == ["Żółw and", "'events |", "count' are", "", "- one two", "  three four", "- five"])
    let lines = prose.lines(width: 40, style: Style(isColored: true))
    #expect(lines[0].contains("\u{1b}["))
    #expect(Prose(["a\u{1b}[2Jb"]).lines(width: 20, style: plain) == ["a␛[2Jb"])
  }
}
