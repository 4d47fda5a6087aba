internal import NewsModel

/// Finds the times that an article tells of and works out their dates.
///
/// The grammar reads each expression, ``TenseFinder`` tells past from future, and ``TimeResolver``
/// makes a date of it, seen from the day of publication. An article without one is seen from a full
/// date in a caption or dateline: its weekdays are dates if one of them is that date's weekday.
struct TimeExpressionRecognizer: Component {
  static let requires: Set<Layer> = [.tokens, .sentences, .metadata]
  static let provides: Set<Layer> = [.times]

  private let grammar: TimeGrammar
  private let tenses: TenseFinder
  private let resolver = TimeResolver()

  /// A recognizer with these words.
  init(grammar: TimeGrammar, tenses: TenseFinder) {
    self.grammar = grammar
    self.tenses = tenses
  }

  /// One expression of the article before it is worked out.
  private struct Candidate {
    var found: TimeGrammar.Found
    var sentence: Int
    var block: Int
    var tense: TenseFinder.Tense
    var first: Int
    /// Whether it opens its sentence.
    var isFronted: Bool
    /// Whether it tells when something was, and not only names something: `the war of 1998`.
    var isTold: Bool
  }

  func annotate(_ document: inout Document) {
    let candidates = candidates(in: document)
    var context = TimeContext()
    context.published = Self.day(of: document.article.published)
    if context.published == nil {
      (context.anchor, context.anchorIsNews) = anchor(of: document, candidates)
    }
    for candidate in candidates {
      context.sentence = candidate.sentence
      context.block = candidate.block
      context.tense = candidate.tense
      context.isFronted = candidate.isFronted
      let outcome = resolver.resolve(candidate.found.reading, in: context)
      let tokens = candidate.found.tokens
      document.times.append(
        TimeExpression(
          tokens: candidate.first + tokens.lowerBound..<candidate.first + tokens.upperBound,
          date: outcome.date, partialDate: outcome.date == nil ? outcome.partial : nil,
          basis: outcome.basis))
      if let date = outcome.date, candidate.isTold,
        document.blocks[candidate.block].kind != .caption
      {
        context.tell(date)
      }
    }
  }

  private func candidates(in document: Document) -> [Candidate] {
    var candidates: [Candidate] = []
    for (index, sentence) in document.sentences.enumerated() {
      let tokens = document.tokens[sentence.tokens]
      let words = TimeWords(tokens.map(\.form), lower: tokens.map(\.lower))
      let isHeadline = document.blocks[sentence.block].kind == .headline
      for found in grammar.expressions(in: words) {
        let tense = tenses.tense(of: found.tokens, in: words, isHeadline: isHeadline)
        candidates.append(
          Candidate(
            found: found, sentence: index, block: sentence.block, tense: tense,
            first: sentence.tokens.lowerBound, isFronted: Self.isFronted(found, words),
            isTold: Self.isTold(found, words)))
      }
    }
    return candidates
  }

  /// Whether nothing but prepositions, conjunctions and quotes stands before an expression.
  private static func isFronted(_ found: TimeGrammar.Found, _ words: TimeWords) -> Bool {
    let before = found.tokens.lowerBound
    guard before <= 4 else { return false }
    let small: Set<String> = [
      "in", "on", "at", "by", "and", "but", "then", "early", "late", "the", "\"", "“", "back",
      "only",
      "from", "during", "of", "dawn", "night", "beginning", "end", "start",
    ]
    return words.lower[..<before].allSatisfy { small.contains($0) }
  }

  private static func isTold(_ found: TimeGrammar.Found, _ words: TimeWords) -> Bool {
    switch found.reading {
    case .year, .years:
      let before = words.word(found.tokens.lowerBound - 1)
      return ["in", "during", "early", "late", "and", "throughout"].contains(before)
    case .span(.year, .year), .since, .until, .past: return false
    default: return true
    }
  }

  /// The day from which an article counts whose publication is known to the day, or to a few days.
  private static func day(of published: NewsDate?) -> Day? {
    guard let published, published.precision == .day else { return nil }
    return published.first
  }

  /// The day near which the news of an article without a date of its own lies, and whether a weekday
  /// of the text confirms it.
  ///
  /// It is a full date in a caption, in a dateline, or with its weekday in the first paragraph. The
  /// one that a weekday of the text confirms is preferred; pictures from an archive do not count.
  private func anchor(of document: Document, _ candidates: [Candidate]) -> (Day?, Bool) {
    let lead = document.sentences.lazy.map(\.block).first { document.blocks[$0].kind == .paragraph }
    var weekdays: Set<Int> = []
    var days: [(day: Day, isNews: Bool)] = []
    for candidate in candidates {
      let kind = document.blocks[candidate.block].kind
      switch candidate.found.reading {
      case .weekday(let weekday, nil):
        if kind != .caption { weekdays.insert(weekday) }
      case .day(.number(let year), let month, let day, let weekday):
        guard let day = Day(year: year, month: month, day: day) else { continue }
        if kind == .caption {
          if !isArchived(document, candidate.block) { days.append((day, false)) }
        } else if candidate.block == lead {
          let isDateline = isDateline(document, candidate.sentence)
          if isDateline || weekday != nil { days.append((day, true)) }
        }
      default: continue
      }
    }
    if let sure = days.first(where: { $0.isNews }) { return (sure.day, true) }
    if let sure = days.first(where: { weekdays.contains($0.day.weekday) }) {
      return (sure.day, true)
    }
    return (days.first?.day, false)
  }

  private func isDateline(_ document: Document, _ sentence: Int) -> Bool {
    let last = document.sentences[sentence].tokens.upperBound - 1
    return ["-", "–", "—", "--", ":"].contains(document.tokens[last].form)
  }

  /// Whether a caption, or the words cut off its ends, says that the picture is an old one.
  private func isArchived(_ document: Document, _ block: Int) -> Bool {
    let blocks = (block - 1...block + 1).filter { index in
      guard document.blocks.indices.contains(index) else { return false }
      return index == block || document.blocks[index].kind == .furniture
    }
    return blocks.contains { index in
      let range = document.blocks[index].range
      guard range.upper - range.lower <= TextLine.longestExamined else { return false }
      let words = foldedWords(document.text(range))
      return words.contains { $0 == "file" || $0 == "archive" || $0 == "archival" }
    }
  }
}
