internal import NewsModel

/// What is known while an article's times are worked out: when it was written, what it told last.
struct TimeContext: Sendable {
  /// The day of publication.
  var published: Day?
  /// A day near to the news, from a caption or a dateline, where the day of publication is unknown.
  var anchor: Day?
  /// Whether the text tells its news by the weekday of ``anchor``, so that its weekdays are near it.
  var anchorIsNews = false
  /// The date that was worked out last.
  var last: NewsDate?
  /// Sentence of ``last``.
  var lastSentence = -1
  /// Block of ``last``.
  var lastBlock = -1
  /// The sentence that is being read.
  var sentence = 0
  /// Its block.
  var block = 0
  /// The tense of the clause that is being read.
  var tense = TenseFinder.Tense.unknown

  /// The day from which months and years are counted.
  var reference: Day? { published ?? anchor }

  /// A date of another year that opened a sentence of this block: `In 2016 the court ...`.
  var frame: NewsDate?
  /// Whether the expression opens its sentence.
  var isFronted = false

  /// The date told last, if near enough for `the next day` to mean the day after it.
  var antecedent: NewsDate? { block - lastBlock <= 3 ? last : nil }

  /// The date whose year a date without one shares: of another year than now, it opened a sentence
  /// of this block, or stands in the same sentence, or in the one before if this one opens its own.
  var narrative: NewsDate? {
    guard block == lastBlock, let last else { return nil }
    let isNear = sentence == lastSentence || isFronted && sentence - lastSentence == 1
    guard let told = isNear ? last : frame, let first = told.first, told.last != nil else {
      return nil
    }
    return first.year == reference?.year ? nil : told
  }

  /// Keeps `date`, which was worked out just now, for the expressions after it.
  mutating func tell(_ date: NewsDate) {
    if block != lastBlock || isFronted { frame = isFronted ? date : nil }
    last = date
    lastSentence = sentence
    lastBlock = block
  }
}
