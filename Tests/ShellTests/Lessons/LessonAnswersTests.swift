import NewsSession
import Testing

@testable import Shell

/// Answers of learners: right ones in other spellings, and wrong ones.
@MainActor @Suite struct LessonAnswersTests {
  @Test func everySolutionIsRight() throws {
    #expect(LessonFixture.shelf.failures.isEmpty)
    #expect(LessonFixture.shelf.lessons.map(\.number) == [1, 2, 3, 4, 5, 6])
    for lesson in LessonFixture.shelf.lessons {
      let number = try #require(lesson.number)
      for (index, step) in lesson.steps.enumerated() {
        let learner = LessonFixture()
        try learner.open(number, step: index + 1)
        let statements = BlockRunner(asking: learner.shell.session).statements(in: step.solution)
        let said = learner.type(statements)
        #expect(said.contains("Right."), "lesson \(number), '\(step.title)': \(said)")
      }
    }
  }

  @Test(arguments: LessonAnswers.all + LessonAnswers.spellings)
  func areJudged(answers: LessonAnswers) throws {
    for right in answers.right {
      let learner = LessonFixture()
      try learner.open(answers.lesson, step: answers.step)
      let said = learner.type(right.split(separator: "\n").map { String($0) })
      #expect(said.contains("Right."), "\(right): \(said)")
    }
    for wrong in answers.wrong {
      let learner = LessonFixture()
      try learner.open(answers.lesson, step: answers.step)
      let said = learner.type(wrong.split(separator: "\n").map { String($0) })
      #expect(!said.contains("Right."), "\(wrong): \(said)")
      let run = try #require(learner.shell.teaching.run)
      #expect(run.step == answers.step - 1, "\(wrong)")
    }
  }

  @Test func eachLessonHasTenWrongAnswers() {
    for lesson in 1...6 {
      let count = LessonAnswers.all.filter { $0.lesson == lesson }.map(\.wrong.count).reduce(0, +)
      #expect(count >= 10, "lesson \(lesson)")
    }
  }
}
