internal import NewsModel

/// What the templates of the name model want to know of one token.
struct NameWord {
  /// Its letters.
  var hashes = WordHashes()
  /// Its Penn tag.
  var tag = WordHashes.absent
  /// What the word lists say of it.
  var classes: WordClass = []
  /// What the lists of names say of it and its neighbours; see ``NameWords``.
  var marks: UInt32 = 0
  /// Number of the label that the rules give it.
  var rule: UInt32 = 0
  /// The run of capitals that it stands in, in places of the sentence; empty outside of runs.
  var run = 0..<0
  /// Whether it may begin a name by its letters.
  var isCapital = false
  /// Whether it is a hyphen that stands alone.
  var isHyphen = false
}

/// The tokens of one sentence as the name model sees them.
struct NameWords {
  /// One a token.
  private(set) var words: [NameWord] = []

  /// A mark of a listed name: number of its group and whether it has several words.
  private enum Mark {
    static let several: UInt32 = 8
    static let inner: UInt32 = 16
    static let demonym: UInt32 = 32
    static let small: UInt32 = 64
  }

  /// The tokens of `sentence`; `rules` are the numbers of the labels that the rules give them.
  init(_ sentence: Range<Int>, of text: NameText, lexicon: NameLexicon, rules: [Int]) {
    let forms = text.document.tokens[sentence].lazy.map(\.form)
    let style = CaseStyle(of: forms)
    var plain: [UInt8] = []
    words.reserveCapacity(sentence.count)
    for (token, form) in zip(sentence, forms) {
      var word = NameWord()
      word.hashes = WordHashes(form, style: style, plain: &plain)
      word.classes = text.classes[token]
      if token < text.document.tags.count {
        word.tag = NameWords.number(of: text.document.tags[token].penn)
      }
      word.rule = UInt32(rules[token - sentence.lowerBound])
      word.isCapital =
        style == .sentence && (text.shapes[token].isCapital || text.shapes[token] == .mixed)
      word.isHyphen = form == "-"
      words.append(word)
    }
    markNames(sentence, of: text, lexicon: lexicon)
    findRuns()
  }

  private static func number(of tag: String) -> UInt32 {
    tag.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private mutating func markNames(
    _ sentence: Range<Int>, of text: NameText, lexicon: NameLexicon
  ) {
    let start = sentence.lowerBound
    var at = start
    while at < sentence.upperBound {
      if text.words[at].isEmpty {
        at += 1
        continue
      }
      let isSmall = text.shapes[at] == .lower
      if lexicon.demonyms.longestMatch(in: text.words, from: at, to: at + 1) != nil {
        words[at - start].marks |= Mark.demonym
      }
      guard
        let match = lexicon.names.longestMatch(
          in: text.words, from: at, to: min(sentence.upperBound, at + 9)),
        !match.value.isAcronym || text.shapes[at] == .capitals
      else {
        at += 1
        continue
      }
      for token in at..<match.end {
        words[token - start].marks |=
          UInt32(match.value.group.rawValue + 1)
          | (match.end > at + 1 ? Mark.several : 0) | (token > at ? Mark.inner : 0)
          | (isSmall ? Mark.small : 0)
      }
      at = match.end
    }
  }

  /// Joins words with capitals, and small words between them that names may hold.
  private mutating func findRuns() {
    var at = 0
    while at < words.count {
      let isStart = at == 0 && words[at].classes.contains(.sentenceStart)
      guard words[at].isCapital || joins(at), !isStart else {
        at += 1
        continue
      }
      var end = at + 1
      while end < words.count, words[end].isCapital || joins(end) { end += 1 }
      for place in at..<end { words[place].run = at..<end }
      at = end
    }
  }

  /// `van` of `van Gogh`, and `al` `-` of `al - Sadr` where hyphens stand alone.
  private func joins(_ place: Int) -> Bool {
    guard place + 1 < words.count else { return false }
    if words[place].isHyphen { return place > 0 && words[place + 1].isCapital }
    guard words[place].classes.contains(.particle) else { return false }
    return words[place + 1].isCapital
      || words[place + 1].isHyphen && place + 2 < words.count && words[place + 2].isCapital
  }
}
