internal import NewsSession

extension Completer {
  private static let steps = [
    ("next", "the task again, or the next lesson"), ("skip", "the answer, and on"),
    ("again", "the lesson from its beginning"), ("off", "end it; the place is kept"),
  ]

  /// What may stand behind `.learn`: numbers of lessons with their titles, their names once one is
  /// begun, and the words that lead through a lesson.
  func lessonWords(typed: String) -> [CompletionItem] {
    let begun = typed.lowercased()
    let isNumber = begun.allSatisfy(\.isNumber)
    let found = lessons().compactMap { lesson -> CompletionItem? in
      let word = isNumber ? lesson.number.map { String($0) } : lesson.shortName
      guard let word, word.lowercased().hasPrefix(begun) else { return nil }
      return CompletionItem(insertion: word, label: word, detail: lesson.title, kind: .keyword)
    }
    return found
      + Self.steps.filter { $0.0.hasPrefix(begun) }.map {
        CompletionItem(insertion: $0.0, label: $0.0, detail: $0.1, kind: .keyword)
      }
  }
}
