internal import Diagnostics
internal import NewsSession

extension Shell {
  /// Columns that prose takes at most.
  private static let proseWidth = 76
  /// The lessons that come with the program; nil, and a word, where there are none.
  func lessonShelf() -> LessonShelf? {
    guard let folder = settings.lessonFolder, let shelf = readLessonShelf() else {
      complain("the lessons are not found", hint: "they lie in examples/lessons of the program")
      return nil
    }
    if !teaching.hasToldFailures {
      shelf.failures.forEach { complain($0) }
      teaching.hasToldFailures = true
    }
    if shelf.lessons.isEmpty {
      complain("there are no lessons in \(quoted(folder))")
      teaching.shelf = nil
      return nil
    }
    return shelf
  }

  /// The lessons that come with the program, without a word where something is wrong with them; nil
  /// where it is not known where they lie.
  func readLessonShelf() -> LessonShelf? {
    if teaching.shelf == nil {
      teaching.shelf = settings.lessonFolder.map { LessonShelf(folder: $0) }
      teaching.hasToldFailures = false
    }
    return teaching.shelf
  }

  /// How far the learner has come.
  var lessonPlaces: LessonPlaces {
    get { teaching.places ?? LessonPlaces(environment: environment) }
    set { teaching.places = newValue }
  }

  /// Lists the lessons with what is done.
  func listLessons() {
    guard let shelf = lessonShelf() else { return }
    let places = lessonPlaces
    let widest = shelf.lessons.map { displayWidth(visible($0.title)) }.max() ?? 0
    let room = max(20, (console.columns() ?? 80) - 24)
    for lesson in shelf.lessons {
      let place = places[lesson.name]
      let state =
        place.isDone
        ? "done"
        : place.step == 0
          ? "\(lesson.steps.count) steps" : "\(place.step) of \(lesson.steps.count) steps"
      let number = lesson.number.map { String($0) } ?? lesson.name
      let isRunning = teaching.run?.lesson.name == lesson.name
      let title = fitted(visible(lesson.title), to: room)
      say(
        "\(isRunning ? "*" : " ") \(visible(number))  \(filled(title, to: min(widest, room)))  "
          + style.dim(state) + "\n")
    }
    say(
      style.dim(
        teaching.run == nil
          ? "'.learn 1' begins the first lesson, or goes on where you were"
          : "'.hint' helps, '.learn skip' goes on, '.learn off' ends the lesson") + "\n")
  }

  /// Begins a lesson, or goes on where the learner was; one that is done begins anew.
  func begin(_ lesson: Lesson, fromStart: Bool = false) -> DotCommand.Outcome {
    guard holdsSampleAlone else {
      complain(
        "the lessons ask about the sample articles, and others are loaded",
        hint: "next: '.quit', start 'dateline' without a path, then '.learn'")
      return .failed
    }
    let place = lessonPlaces[lesson.name]
    let isNew = fromStart || place.step == 0 || place.step >= lesson.steps.count
    teaching.run = LessonRun(lesson, step: isNew ? 0 : place.step)
    let number = lesson.number.map { "Lesson \($0): " } ?? ""
    var lines = [style.bold(visible(number + lesson.title)), ""]
    if isNew {
      lines += prose(lesson.introduction) + [""]
    } else {
      lines += [style.dim("on from step \(place.step + 1) of \(lesson.steps.count)"), ""]
    }
    if isNew { keepPlace() }
    show(lines + stepLines())
    return .done
  }

  /// The open step: its title, its words and its task; the closing words where none is open.
  private func stepLines() -> [String] {
    guard let run = teaching.run, let step = run.current else { return closingLines() }
    let count = style.dim("(\(run.step + 1) of \(run.lesson.steps.count))")
    var lines = [style.bold(visible(step.title)) + " " + count]
    if !step.prose.isEmpty { lines += prose(step.prose) }
    return lines + [""] + taskLines(of: step)
  }

  private func taskLines(of step: Lesson.Step) -> [String] {
    step.task.lines(width: width, style: style, opening: "Task:")
  }

  private func closingLines() -> [String] {
    guard let lesson = teaching.run?.lesson else { return [] }
    let next = teaching.shelf?.lessons.first { $0.name > lesson.name }
    let way =
      next.map { "'.learn next' begins the next one: \($0.title)" }
      ?? "That was the last lesson. Now ask questions of your own."
    var lines: [String] = []
    if !lesson.closing.isEmpty {
      if !lesson.closingTitle.isEmpty { lines.append(style.bold(visible(lesson.closingTitle))) }
      lines += prose(lesson.closing) + [""]
    }
    return lines + prose(Prose(["This lesson is done. " + way]))
  }

  private var width: Int { max(20, min(Self.proseWidth, (console.columns() ?? 80) - 2)) }
  private func prose(_ prose: Prose) -> [String] { prose.lines(width: width, style: style) }

  // MARK: A screen at a time

  /// Shows lines as far as they fit a screen; the rest waits for Enter.
  private func show(_ lines: [String]) {
    teaching.run?.waiting = lines
    showMoreOfLesson()
  }

  /// Shows what waits; false where nothing does.
  @discardableResult
  func showMoreOfLesson() -> Bool {
    guard let run = teaching.run, !run.waiting.isEmpty else { return false }
    let rest = showPiece(of: run.waiting)
    teaching.run?.waiting = rest
    if rest.isEmpty, run.current == nil { teaching.run = nil }
    return true
  }

  /// Shows the task of the open step once more.
  func repeatTask() {
    guard !showMoreOfLesson(), let step = teaching.run?.current else { return }
    show(taskLines(of: step))
  }

  // MARK: Going on

  /// Looks at what was typed, and goes on where it is what the task asks for.
  func noteForLesson(typed: String) {
    let answer = teaching.lastAnswer
    teaching.lastAnswer = nil
    guard let run = teaching.run, let step = run.current else { return }
    let command = DotCommandLine(typed)
    guard let verdict = run.verdict(on: command, answer, asking: session) else { return }
    switch verdict {
    case .wrong(let difference):
      let words = Prose(["The task is still open: \(difference). '.hint' helps."])
      for line in prose(words) { say(style.dim(line) + "\n") }
    case .right:
      var lines = [""] + praise(step)
      if command == nil, case .answer(let own, let query)? = run.expected(asking: session),
        !own.isSpelled(as: answer, typed: typed), QueryMeaning(in: session) != query
      {
        lines += ["", "The lesson writes it so:"] + solutionLines(of: step)
      }
      goOn(after: lines)
    }
  }

  private func praise(_ step: Lesson.Step) -> [String] {
    step.reason.isEmpty
      ? [style.bold("Right.")] : step.reason.lines(width: width, style: style, opening: "Right.")
  }

  private func solutionLines(of step: Lesson.Step) -> [String] {
    step.solution.split(separator: "\n").map { "    " + style.bold(visible(String($0))) }
  }

  /// Opens the next step and keeps the place.
  private func goOn(after lines: [String]) {
    teaching.run?.step += 1
    teaching.run?.hintCount = 0
    keepPlace()
    show(lines + [""] + stepLines())
  }

  private func keepPlace() {
    guard let run = teaching.run else { return }
    var places = lessonPlaces
    let wasDone = places[run.lesson.name].isDone
    let isDone = run.current == nil
    places.keep(
      LessonPlaces.Place(step: isDone ? 0 : run.step, isDone: isDone || wasDone),
      of: run.lesson.name)
    lessonPlaces = places
  }

  /// Shows the answer to the open step and goes on.
  func skipStep() {
    guard let run = teaching.run, let step = run.current else { return }
    var lines = ["This is how:"] + solutionLines(of: step)
    if !step.reason.isEmpty { lines += [""] + prose(step.reason) }
    goOn(after: lines)
  }

  /// The next hint of the open step.
  func giveHint() -> DotCommand.Outcome {
    guard let run = teaching.run, let step = run.current else {
      complain("no lesson runs", hint: "'.learn' lists the lessons")
      return .failed
    }
    guard step.hints.indices.contains(run.hintCount) else {
      say("There are no more hints. '.learn skip' shows the answer and goes on.\n")
      return .done
    }
    let opening = run.hintCount == 0 ? "Hint:" : "Second hint:"
    let lines = step.hints[run.hintCount].lines(width: width, style: style, opening: opening)
    say(lines.joined(separator: "\n") + "\n")
    teaching.run?.hintCount += 1
    return .done
  }
}
