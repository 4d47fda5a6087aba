internal import NewsSession

/// What a shell knows of lessons: those that there are, how far the learner is, and the one that runs.
struct Teaching {
  /// The lessons that come with the program; nil until they are first asked for.
  var shelf: LessonShelf?
  /// Whether it was said what is wrong with files in their folder.
  var hasToldFailures = false
  /// How far the learner has come; nil until it is first asked for.
  var places: LessonPlaces?
  /// The lesson that runs.
  var run: LessonRun?
  /// What was answered last, since the learner last typed something.
  var lastAnswer: Answer?
}
