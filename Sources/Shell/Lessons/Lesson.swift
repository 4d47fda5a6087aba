/// A lesson: a few words, then steps with a task each.
struct Lesson: Hashable, Sendable {
  /// The name of its file without the ending: `01-first-questions`.
  var name: String
  /// Its title.
  var title: String
  /// What stands before the first step.
  var introduction: Prose
  /// The steps; never empty.
  var steps: [Step]
  /// The heading of what stands behind the last step; empty without one.
  var closingTitle = ""
  /// What stands behind the last step; may be empty.
  var closing: Prose

  /// A step of a lesson.
  struct Step: Hashable, Sendable {
    /// Its title.
    var title: String
    /// What stands before the task.
    var prose: Prose
    /// What is to be found out.
    var task: Prose
    /// What an answer must have in common with that of the solution.
    var aspects: Set<Aspect>
    /// The two hints: the first points the way, the second nearly says it.
    var hints: [Prose]
    /// The lesson's own way to the answer: statements and commands.
    var solution: String
    /// Why it works.
    var reason: Prose
    /// The line of its heading.
    var line: Int
  }

  /// What is compared.
  enum Aspect: String, CaseIterable, Sendable {
    /// The same rows.
    case rows
    /// The same columns, in any order.
    case columns
    /// The same rows in the same order.
    case order
    /// The same drawing.
    case drawing
    /// The same query, apart from how it is spelled.
    case tree
  }

  /// What a lesson's page has that makes it none.
  struct Mistake: Error, Hashable {
    /// The line, from 1.
    var line: Int
    /// What is wrong, in a sentence without a full stop.
    var message: String
  }

  /// The number at the beginning of the name: 1 for `01-first-questions`; nil without one.
  var number: Int? { Int(name.prefix { $0.isNumber }) }
}
