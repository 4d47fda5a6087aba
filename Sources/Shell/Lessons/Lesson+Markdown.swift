internal import NewsSession

/// How a lesson is written, so that it reads well as a plain page too:
///
///     # Title
///     Prose.
///     ## Title of a step
///     Prose.
///     **Task:** what is to be found out.
///     **Check:** rows, columns
///     > **Hint:** the way.
///     > **Hint:** nearly the answer.
///     ```query
///     ```
///     ```result
///     ```
///     Why it works.
///
/// `Check` may be left out for `rows`. The last part may lack a task: it closes the lesson.
extension Lesson {
  private static let taskMark = "**Task:**"
  private static let checkMark = "**Check:**"
  private static let hintMark = "> **Hint:**"

  /// Whether a page has tasks.
  static func isLesson(_ text: String) -> Bool {
    FencedPage(text).parts.contains { part in
      if case .line(let line, _) = part { return line.hasPrefix(taskMark) }
      return false
    }
  }

  /// The lesson that a page describes.
  init(_ text: String, name: String) throws(Mistake) {
    let page = FencedPage(text)
    var sections: [Section] = [Section(title: "", line: 1)]
    for part in page.parts {
      if case .line(let line, let number) = part, line.hasPrefix("#"),
        let heading = Heading(line)
      {
        if heading.level == 1, sections.count == 1, sections[0].title.isEmpty {
          sections[0].title = heading.text
        } else if heading.level == 2 {
          sections.append(Section(title: heading.text, line: number))
        } else {
          throw Mistake(
            line: number, message: "a lesson has one title '# ...' and steps '## ...'")
        }
      } else {
        try sections[sections.count - 1].take(part)
      }
    }
    guard !sections[0].title.isEmpty else {
      throw Mistake(line: 1, message: "the lesson has no title: '# ...' in its first line")
    }
    guard !sections[0].hasTask else {
      throw Mistake(line: 1, message: "a task stands below a heading '## ...' of its own")
    }
    self.name = name
    title = sections[0].title
    introduction = Prose(sections[0].before)
    closing = Prose([])
    steps = []
    for (index, section) in sections.enumerated().dropFirst() {
      if !section.hasTask, index + 1 == sections.count {
        closingTitle = section.title
        closing = Prose(section.before)
      } else {
        steps.append(try section.step())
      }
    }
    if steps.isEmpty { throw Mistake(line: 1, message: "the lesson has no step '## ...'") }
  }

  /// What stands below a heading.
  private struct Section {
    var title: String
    var line: Int
    /// The lines before the task.
    var before: [String] = []
    var task: [String] = []
    var check: (text: String, line: Int)?
    var hints: [[String]] = []
    var solution: String?
    var hasResult = false
    var reason: [String] = []
    private var place = Place.before

    init(title: String, line: Int) {
      self.title = title
      self.line = line
    }

    private enum Place {
      case before
      case task
      case hint
      case reason
    }

    var hasTask: Bool { place != .before || solution != nil }

    mutating func take(_ part: FencedPage.Part) throws(Mistake) {
      switch part {
      case .line(let line, let number): take(line, number)
      case .block(let block): try take(block)
      }
    }

    private mutating func take(_ line: String, _ number: Int) {
      if line.hasPrefix("<!--") { return }
      if line.hasPrefix(taskMark) {
        place = .task
        task.append(line.dropFirst(taskMark.count).trimmed)
      } else if line.hasPrefix(checkMark) {
        check = (line.dropFirst(checkMark.count).trimmed, number)
      } else if line.hasPrefix(hintMark) {
        place = .hint
        hints.append([line.dropFirst(hintMark.count).trimmed])
      } else if place == .hint, !line.isEmpty {
        if line.hasPrefix(">") {
          hints[hints.count - 1].append(line.dropFirst().trimmed)
        } else {
          hints[hints.count - 1].append(line)
        }
      } else {
        switch place {
        case .before: before.append(line)
        case .task: task.append(line)
        case .hint: break
        case .reason: reason.append(line)
        }
      }
    }

    private mutating func take(_ block: FencedPage.Block) throws(Mistake) {
      switch (block.kind, place) {
      case ("query", .before):
        throw Mistake(
          line: block.line, message: "the query stands before its task '\(taskMark) ...'")
      case ("query", _):
        guard solution == nil else {
          throw Mistake(line: block.line, message: "a step has one query; put both in one block")
        }
        guard !block.text.allSatisfy(\.isWhitespace) else {
          throw Mistake(line: block.line, message: "the query is empty")
        }
        solution = block.text
        place = .reason
      case ("result", .reason) where !hasResult: hasResult = true
      case ("result", _):
        throw Mistake(line: block.line, message: "the result stands below no query")
      default:
        let lines = block.lines.map { "    " + $0 }
        if place == .reason { reason += lines } else { before += lines }
      }
    }

    func step() throws(Mistake) -> Step {
      guard !task.isEmpty else {
        throw Mistake(line: line, message: "the step '\(title)' has no task: '\(taskMark) ...'")
      }
      guard let solution else {
        throw Mistake(line: line, message: "the step '\(title)' has no query block")
      }
      guard hints.count == 2 else {
        throw Mistake(
          line: line,
          message: "the step '\(title)' has \(hints.count) hints '\(hintMark) ...', and needs two")
      }
      return Step(
        title: title, prose: Prose(before), task: Prose(task), aspects: try aspects(),
        hints: hints.map { Prose($0) }, solution: solution, reason: Prose(reason), line: line)
    }

    private func aspects() throws(Mistake) -> Set<Aspect> {
      guard let check else { return [.rows] }
      var found: Set<Aspect> = [.rows]
      for word in check.text.split(separator: ",").map(\.trimmed) {
        guard let aspect = Aspect(rawValue: word) else {
          let all = Aspect.allCases.map(\.rawValue).joined(separator: ", ")
          throw Mistake(line: check.line, message: "'\(word)' cannot be checked: \(all) can")
        }
        found.insert(aspect)
      }
      return found
    }
  }

  /// A line `## Title`.
  private struct Heading {
    var level: Int
    var text: String

    init?(_ line: String) {
      level = line.prefix { $0 == "#" }.count
      let rest = line.dropFirst(level)
      guard rest.first == " " else { return nil }
      text = rest.trimmed
    }
  }
}
