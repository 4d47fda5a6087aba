import Foundation
import NewsSession
import Testing

@testable import Shell

/// Lessons at the prompt, and where the learner's place is kept.
@MainActor @Suite struct LessonDialogueTests {
  private func environment(_ folder: TemporaryFolder) -> [String: String] {
    ["XDG_STATE_HOME": folder.path(of: "state")]
  }

  @Test func hintsComeInTwoStepsAndThenTheAnswer() throws {
    let learner = LessonFixture()
    try learner.open(1, step: 3)
    #expect(learner.type([".hint"]).contains("Hint: Take the line above"))
    #expect(learner.type([".hint"]).contains("events where place = Moscow"))
    #expect(learner.type([".hint"]).contains("no more hints"))
    let said = learner.type([".learn skip"])
    #expect(said.contains("    events where place = Moscow\n"))
    #expect(said.contains("Who did it (4 of 10)"))
    // The next step has hints of its own.
    #expect(learner.type([".hint"]).contains("Hint: The column is"))
  }

  @Test func sayWhatDiffers() throws {
    let learner = LessonFixture()
    /// What is said, without its line feeds.
    func said(_ lines: [String]) -> String { learner.type(lines).replacing("\n", with: " ") }
    try learner.open(1, step: 5)
    #expect(said(["events where actor = Haftar"]).contains("9 too many"))
    #expect(
      said(["events where actor = Haftar and place = Moscow | take 1"]).contains(
        "1 more belong to it"))
    #expect(said(["articles"]).contains("those are articles; the task asks for events"))
    #expect(said(["events | count"]).contains("the task asks for the events themselves"))
    #expect(said(["events where aktor = x"]).contains("there is no field 'aktor'"))
    #expect(!said(["events where aktor = x"]).contains("still open"))
    #expect(learner.shell.teaching.run?.step == 4)
    try learner.open(1, step: 8)
    let text = said(["events since 2023-09 | sort by date | show date, who, type"])
    #expect(text.contains("not shown yet: place; not asked for: type"))
    try learner.open(1, step: 7)
    #expect(said(["events since 2023-09 | newest"]).contains("in another order"))
  }

  @Test func tellsHowTheLessonWritesIt() throws {
    let learner = LessonFixture()
    try learner.open(1, step: 2)
    #expect(!learner.type(["events"]).contains("The lesson writes it so"))
    try learner.open(1, step: 2)
    let said = learner.type(["events | sort by type"])
    #expect(said.contains("The lesson writes it so:\n    events\n"))
  }

  @Test func thePlaceIsKept() throws {
    let folder = try TemporaryFolder()
    let path = "state/dateline/lessons.json"
    var learner = LessonFixture(environment: environment(folder))
    let begun = learner.type([".learn 1", "articles", "events", ".learn off"])
    #expect(begun.contains("What happened (2 of 10)"))
    #expect(begun.contains("'.learn 1' goes on"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path(of: path))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
    learner = LessonFixture(environment: environment(folder))
    #expect(learner.type([".learn"]).contains("2 of 10 steps"))
    #expect(learner.type([".learn first"]).contains("on from step 3 of 10"))
    #expect(learner.type([".learn again"]).contains("A table is a question (1 of 10)"))
    #expect(learner.type([".learn off", ".learn"]).contains("10 steps"))
  }

  @Test(arguments: [
    "", "{", "[]", "{\"01-first-questions\": {\"step\": -3, \"isDone\": false}}", "\u{0}",
  ])
  func aBrokenFileIsAsNone(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "state/dateline/lessons.json")
    let learner = LessonFixture(environment: environment(folder))
    #expect(learner.type([".learn 1"]).contains("(1 of 10)"))
  }

  @Test func aPlaceBehindTheEndBeginsAnew() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"01-first-questions\": {\"step\": 99, \"isDone\": false}}",
      to: "state/dateline/lessons.json")
    let learner = LessonFixture(environment: environment(folder))
    #expect(learner.type([".learn 1"]).contains("(1 of 10)"))
  }

  @Test func withoutAHistoryNoPlaceIsKept() throws {
    let folder = try TemporaryFolder()
    var variables = environment(folder)
    variables["DATELINE_HISTORY"] = ""
    let learner = LessonFixture(environment: variables)
    #expect(learner.type([".learn 1", "articles"]).contains("(2 of 10)"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "state")))
  }

  @Test func needTheSample() {
    let learner = LessonFixture()
    learner.shell.holdsSampleAlone = false
    let said = learner.type([".learn 1"])
    #expect(said.contains("others are loaded"))
    #expect(said.contains("start 'dateline' without a path"))
    #expect(learner.shell.teaching.run == nil)
  }

  @Test func slipsAreTold() {
    let learner = LessonFixture()
    #expect(learner.type([".learn 9"]).contains("there is no lesson '9'"))
    #expect(
      learner.type([".learn first-qestions"]).contains("did you mean '.learn first-questions'?"))
    #expect(learner.type([".learn skip"]).contains("no lesson runs"))
    #expect(learner.type([".hint"]).contains("no lesson runs"))
    #expect(learner.type([".learn off"]).contains("no lesson runs"))
  }

  @Test func longProseWaitsForEnter() {
    let learner = LessonFixture(columns: 40)
    let begun = learner.type([".learn 1"])
    #expect(begun.contains("-- Enter shows more --"))
    #expect(
      begun.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.count <= 40 })
    #expect(learner.type([""]).contains("Task: Ask for all articles."))
  }

  @Test func theEndLeadsToTheNextLesson() throws {
    let learner = LessonFixture()
    try learner.open(1, step: 10)
    #expect(
      learner.type([".learn skip"]).contains("'.learn next' begins the next one: Who says so?"))
    #expect(learner.shell.teaching.run == nil)
  }
}
