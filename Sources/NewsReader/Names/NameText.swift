internal import NewsModel

/// How a token is written.
enum TokenShape: Sendable, Hashable {
  /// Begins with a small letter.
  case lower
  /// Begins with a capital, small letters follow.
  case capital
  /// One capital, perhaps with a full stop.
  case initial
  /// Two capitals or more and no small letter.
  case capitals
  /// Begins with a small letter, capitals follow, as `eBay` does; or a particle joined by a hyphen
  /// to a capital, as in `al-Masri`.
  case mixed
  /// Begins with a digit.
  case number
  /// Punctuation and signs.
  case mark

  /// The shape of `form`.
  init(_ form: String) {
    var first: Letter?
    var (letters, uppers) = (0, 0)
    for scalar in form.unicodeScalars {
      let letter = Letter(scalar)
      if first == nil {
        if scalar == "." || scalar == "'" || scalar == "’" { continue }
        first = letter
      }
      if letter == .upper { uppers += 1 }
      if letter == .upper || letter == .small { letters += 1 }
    }
    switch first {
    case nil, .other: self = .mark
    case .digit: self = .number
    case .upper: self = letters == 1 ? .initial : uppers == letters ? .capitals : .capital
    case .small: self = uppers > 0 ? .mixed : .lower
    }
  }

  private enum Letter {
    case upper, small, digit, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5a: self = .upper
      case 0x61...0x7a: self = .small
      case 0x30...0x39: self = .digit
      case ..<0x80: self = .other
      default:
        let properties = scalar.properties
        self =
          properties.numericType != nil
          ? .digit : !properties.isAlphabetic ? .other : properties.isUppercase ? .upper : .small
      }
    }
  }

  /// Whether it may be a part of a name.
  var isCapital: Bool { self == .capital || self == .capitals || self == .initial }
}

/// How a sentence is written.
enum LetterStyle: Sendable, Hashable {
  /// Only names and first words have capitals.
  case running
  /// Every word of weight has a capital: a headline.
  case title
  /// Everything is in capitals.
  case capitals
}

/// A document's tokens with what names need to know of them, worked out once.
struct NameText {
  let document: Document
  /// Folded forms; empty for punctuation.
  let words: [String]
  let shapes: [TokenShape]
  let classes: [WordClass]
  /// One a sentence.
  let styles: [LetterStyle]
  /// Words that stand in small letters somewhere in running text.
  let smallWords: Set<String>
  /// Words that stand with a capital inside a sentence of running text.
  let innerCapitals: Set<String>

  /// The view of `document`, whose tokens, sentences and blocks are there.
  ///
  /// - Parameter comparesCase: whether ``smallWords`` and ``innerCapitals`` are filled.
  init(_ document: Document, lexicon: NameLexicon, comparesCase: Bool = true) {
    self.document = document
    words = document.tokens.map(\.folded)
    let shapes = document.tokens.map { TokenShape($0.form) }
    let words = self.words
    self.shapes = shapes
    classes = words.map { $0.isEmpty ? [] : lexicon.wordClass($0) }
    styles = document.sentences.map { sentence in
      let isText =
        document.blocks.indices.contains(sentence.block)
        && document.blocks[sentence.block].kind == .paragraph
      let last = document.tokens[sentence.tokens.upperBound - 1].form
      // A dateline is short and has no small words, but is written as running text.
      if ["-", "–", "—", "--"].contains(last) { return .running }
      return Self.style(
        of: sentence.tokens, words: words, shapes: shapes, isText: isText && last == ".")
    }
    var small: Set<String> = []
    var inner: Set<String> = []
    for (position, sentence) in document.sentences.enumerated()
    where comparesCase && styles[position] == .running {
      for token in sentence.tokens {
        switch shapes[token] {
        case .lower: small.insert(words[token])
        case .capital, .capitals:
          if token > sentence.tokens.lowerBound, shapes[token - 1] != .mark {
            inner.insert(words[token])
          }
        default: break
        }
      }
    }
    smallWords = small
    innerCapitals = inner
  }

  private static func style(
    of tokens: Range<Int>, words: [String], shapes: [TokenShape], isText: Bool
  ) -> LetterStyle {
    var (long, capital, upper, small) = (0, 0, 0, 0)
    for token in tokens where words[token].utf8.count >= 4 {
      switch shapes[token] {
      case .capital: capital += 1
      case .capitals: upper += 1
      case .lower, .mixed: small += 1
      default: continue
      }
      long += 1
    }
    if upper >= 2, upper * 10 >= long * 7 { return .capitals }
    if isText { return .running }
    if small == 0, long >= 4 { return .title }
    if capital + upper >= 4, (capital + upper) * 10 >= long * 8 { return .title }
    return .running
  }

  /// The tag of a token; nil where the layer is missing.
  func tag(_ token: Int) -> UniversalTag? {
    token < document.tags.count ? document.tags[token].universal : nil
  }

  /// The form of a token.
  func form(_ token: Int) -> String { document.tokens[token].form }

  /// The tokens of the sentence of `token`.
  func sentence(of token: Int) -> Range<Int> {
    document.sentences[document.tokens[token].sentence].tokens
  }

  /// Whether the token is the clitic of a possessive.
  func isPossessive(_ token: Int) -> Bool {
    switch document.tokens[token].form {
    case "'s", "’s", "'S", "’S", "'", "’": true
    default: false
    }
  }

  /// Whether nothing but opening marks stands before the token in its sentence, or what stands
  /// before lets any word begin with a capital.
  func isSentenceStart(_ token: Int) -> Bool {
    let start = sentence(of: token).lowerBound
    if token == start { return true }
    switch document.tokens[token - 1].form {
    case "\"", "“", "‘", "«", "'", "``", ":", "•", "*", "—", "–", "-", "--", "|", "/", ">", "…",
      "...", "!", "?", ";", "(", "[", "·":
      return true
    default: return false
    }
  }

  /// The folded text of a run of tokens, words between single spaces.
  func folds(_ run: Range<Int>) -> String {
    if run.count == 1 { return words[run.lowerBound] }
    var text = ""
    for token in run where !words[token].isEmpty {
      if !text.isEmpty { text += " " }
      text += words[token]
    }
    return text
  }
}
