internal import NewsSession

extension DotCommand {
  static let learn = DotCommand(
    names: ["learn"], usage: "[N|next|skip|again|off]",
    summary: "lessons at this prompt; without a word, the list",
    help: """
      '.learn 1' begins the first lesson, or goes on where you were. In a lesson you
      type what you like; what answers the task leads on, however it is spelled.
      '.hint' helps, twice. '.learn skip' shows the answer and goes on, '.learn next'
      says the task again or begins the next lesson, '.learn again' begins the lesson
      anew, and '.learn off' ends it: the place is kept.
      """,
    group: .learning, argument: .lesson, arity: 0...1
  ) { shell, words in
    guard let word = words.first?.lowercased() else {
      shell.listLessons()
      return .done
    }
    switch word {
    case "off": return shell.endLesson()
    case "skip":
      return shell.inLesson { shell.skipStep() }
    case "again":
      guard let lesson = shell.teaching.run?.lesson ?? shell.latestLesson else {
        return shell.inLesson {}
      }
      return shell.begin(lesson, fromStart: true)
    case "next": return shell.goToNextLesson()
    default:
      guard let shelf = shell.lessonShelf() else { return .failed }
      guard let lesson = shelf.lesson(called: words[0]) else {
        let near = nearestNames(to: word, among: shelf.lessons.map(\.shortName)).first
        shell.complain(
          "there is no lesson \(quoted(words[0]))",
          hint: near.map { "did you mean '.learn \($0)'?" } ?? "'.learn' lists the lessons")
        return .failed
      }
      return shell.begin(lesson)
    }
  }

  static let hint = DotCommand(
    names: ["hint"], summary: "help with the task of the lesson that runs, in two steps",
    group: .learning, arity: 0...0
  ) { shell, _ in shell.giveHint() }
}

extension Shell {
  /// Does something in the lesson that runs; a word where none does.
  fileprivate func inLesson(_ action: () -> Void) -> DotCommand.Outcome {
    guard teaching.run != nil else {
      complain("no lesson runs", hint: "'.learn' lists the lessons")
      return .failed
    }
    action()
    return .done
  }

  fileprivate func endLesson() -> DotCommand.Outcome {
    inLesson {
      let number = teaching.run?.lesson.number
      teaching.run = nil
      say("The lesson is put aside; '.learn\(number.map { " \($0)" } ?? "")' goes on.\n")
    }
  }

  /// The last lesson, in their order, of which the learner has done something.
  fileprivate var latestLesson: Lesson? {
    let places = lessonPlaces
    return lessonShelf()?.lessons.last { places[$0.name].isDone || places[$0.name].step > 0 }
  }

  /// Says the task of the lesson that runs again; else begins the first lesson that is not done.
  fileprivate func goToNextLesson() -> DotCommand.Outcome {
    if teaching.run?.current != nil {
      repeatTask()
      return .done
    }
    guard let shelf = lessonShelf() else { return .failed }
    let places = lessonPlaces
    guard let next = shelf.lessons.first(where: { !places[$0.name].isDone }) else {
      say("All lessons are done; '.learn 1' begins the first one anew.\n")
      return .done
    }
    return begin(next)
  }
}
