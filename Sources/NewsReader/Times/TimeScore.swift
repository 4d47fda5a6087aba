package import NewsModel

/// How many time expressions of annotated articles are found, and how many get the right date.
///
/// An expression is found where a dated one of the reader's shares a token with it, and right where
/// that date is the very interval that is annotated, in its precision: `2017` for a day of 2017 is
/// wrong. Two allowances are for how the annotation cuts its expressions:
///
/// - One of the reader's that covers several annotated ones (`from May 3 to June 1`) is compared end
///   by end: its first day with the first day of the first, its last with the last of the last.
/// - A date that is open at one end (`since 2007`) is compared at the other, since the annotated
///   value leaves the preposition out.
///
/// Times of day are not counted: the reader keeps days. What is annotated counts, whether it is
/// dated by its words (`Friday`) or by what the annotator knows of the world (`the opening night`).
package struct TimeScore: Sendable {
  /// One annotated expression.
  package struct Gold: Sendable {
    /// Number of its sentence in the document, rising.
    package var sentence: Int
    /// The words of that sentence, with spaces between tokens.
    package var words: String
    /// The words of the expression, likewise.
    package var text: String
    /// What it comes to.
    package var date: NewsDate

    /// One annotated expression.
    package init(sentence: Int, words: String, text: String, date: NewsDate) {
      self.sentence = sentence
      self.words = words
      self.text = text
      self.date = date
    }
  }

  /// Number of annotated expressions.
  package private(set) var gold = 0
  /// Number of dated expressions that the reader finds in their sentences.
  package private(set) var read = 0
  /// Number of the annotated that are found.
  package private(set) var found = 0
  /// Number of them that get the right date.
  package private(set) var right = 0
  /// What was missed or misread, one line each.
  package private(set) var errors: [String] = []

  private let recognizer: TimeExpressionRecognizer

  /// An empty score of the recognizer that ships with the reader.
  ///
  /// Throws when one of its word lists is missing.
  package init() throws {
    recognizer = try TextLayer().times
  }

  /// Counts the expressions of one document, which stand in the order of its text.
  ///
  /// Only the sentences that hold one are read; those that follow each other make a paragraph.
  package mutating func add(_ expressions: [Gold], published: NewsDate?) {
    var document = Document(article: Article(id: "gold", text: Self.text(of: expressions)))
    document.article.published = published
    var spans: [Range<Int>] = []
    var start = 0
    for (index, expression) in expressions.enumerated() {
      let before = index > 0 ? expressions[index - 1].sentence : nil
      if expression.sentence != before {
        let isNext = before.map { expression.sentence == $0 + 1 } ?? false
        Self.append(expression.words, to: &document, opensBlock: !isNext)
        start = document.sentences.last?.tokens.lowerBound ?? 0
      }
      let span = Self.span(of: expression.text, from: start, in: document)
      spans.append(span ?? start..<start)
      if let span { start = span.upperBound }
    }
    recognizer.annotate(&document)
    count(expressions, at: spans, in: document)
  }

  /// The score on one line: precision, recall and their harmonic mean of the dates.
  package var line: String {
    func share(_ part: Int, of whole: Int) -> String {
      let thousandths = whole > 0 ? (part * 1000 + whole / 2) / whole : 0
      let digits = String(1000 + thousandths % 1000).dropFirst()
      return "\(thousandths / 1000).\(digits)"
    }
    return "\(gold) expressions, \(found) found, \(right) right; \(read) read; "
      + "P \(share(right, of: read)) R \(share(right, of: gold)) "
      + "F1 \(share(2 * right, of: read + gold))"
  }

  private mutating func count(_ golds: [Gold], at spans: [Range<Int>], in document: Document) {
    let times = document.times.filter { $0.date != nil }
    gold += golds.count
    // One that covers several annotated ones is as many readings as these.
    var covered = Array(repeating: [Int](), count: times.count)
    for (index, span) in spans.enumerated() {
      let time = times.firstIndex { $0.tokens.overlaps(span) }
      if let time { covered[time].append(index) } else { note(golds[index], nil) }
    }
    for (time, indices) in zip(times, covered) {
      read += max(indices.count, 1)
      found += indices.count
      for index in indices {
        let isFirst = index == indices.first, isLast = index == indices.last
        if Self.agrees(time.date, golds[index].date, first: isFirst, last: isLast) {
          right += 1
        } else {
          note(golds[index], time)
        }
      }
    }
  }

  private static func agrees(
    _ date: NewsDate?, _ gold: NewsDate, first isFirst: Bool, last isLast: Bool
  ) -> Bool {
    guard let date else { return false }
    if date == gold { return true }
    let isOpen = date.first == nil || date.last == nil
    guard isOpen || !(isFirst && isLast) else { return false }
    let lower = isFirst && date.first != nil
    let upper = isLast && date.last != nil
    return (lower || upper) && (!lower || date.first == gold.first)
      && (!upper || date.last == gold.last)
  }

  private mutating func note(_ gold: Gold, _ time: TimeExpression?) {
    let outcome = time?.date.map { "\($0) (\(time?.basis ?? ""))" } ?? "missed"
    errors.append("\(gold.text) = \(gold.date), read: \(outcome) | \(gold.words)")
  }

  // MARK: The document

  private static func text(of expressions: [Gold]) -> String {
    var text = ""
    var last: Int?
    for expression in expressions where expression.sentence != last {
      text += expression.words + "\n"
      last = expression.sentence
    }
    return text
  }

  private static func append(_ words: String, to document: inout Document, opensBlock: Bool) {
    var offset = document.blocks.last.map { $0.range.upper + 1 } ?? 0
    let range = TextRange(offset, offset + words.utf8.count)
    if opensBlock || document.blocks.isEmpty {
      document.blocks.append(TextBlock(kind: .paragraph, range: range))
    } else {
      document.blocks[document.blocks.count - 1].range.upper = range.upper
    }
    let first = document.tokens.count
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.utf8.count
      if length > 0 {
        document.tokens.append(
          Token(
            range: TextRange(offset, offset + length), form: String(word),
            sentence: document.sentences.count))
      }
      offset += length + 1
    }
    document.sentences.append(
      Sentence(tokens: first..<document.tokens.count, block: document.blocks.count - 1))
  }

  private static func span(of text: String, from start: Int, in document: Document) -> Range<Int>? {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty, let end = document.sentences.last?.tokens.upperBound else { return nil }
    for first in start..<max(start, end - words.count + 1)
    where document.tokens[first..<first + words.count].map(\.form) == words {
      return first..<first + words.count
    }
    return nil
  }
}
