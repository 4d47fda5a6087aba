internal import NewsModel

/// Makes up news from the sentences of other news, so that there is as much of it as is wanted.
///
/// An article has the headline of one text, paragraphs of sentences drawn from all, and now and then
/// the page furniture of one. Names are changed, the same in the whole of an article, to ones drawn
/// by Zipf's law, and digits are drawn anew, so that no two articles are alike. The same seed gives
/// the same articles.
struct NewsTexts {
  private let sentences: [[Piece]]
  private let headlines: [[Piece]]
  private let furniture: [String]
  private let newNames: [String]
  private var random: Generator

  /// A part of a sentence.
  private enum Piece {
    case text(String)
    case name(String)
  }

  /// A maker of articles out of `texts`, which must hold sentences.
  init(_ texts: [String], seed: UInt64) {
    let lines = texts.map { $0.split(whereSeparator: \.isNewline).map { $0.trimmedSpaces } }
    let prose = lines.joined().filter { $0.endsSentence && $0.utf8.count > 40 }
    let names = Self.names(in: prose)
    let cut = prose.flatMap { Self.sentences(of: $0) }
    sentences = cut.map { Self.pieces(of: $0, names) }
    headlines = lines.compactMap { page in
      page.first { !$0.endsSentence && $0.split(separator: " ").count >= 4 }
    }.map { Self.pieces(of: $0, names) }
    furniture = lines.map { page in
      page.filter { !$0.endsSentence || $0.utf8.count <= 40 }.suffix(12).joined(separator: "\n")
    }
    var random = Generator(seed: seed)
    newNames = (0..<4_000).map { SyntheticArticles.lastName($0, &random) }
    self.random = random
    precondition(!sentences.isEmpty, "the texts hold no sentences")
  }

  /// The next article.
  mutating func next() -> String {
    var changes: [String: String] = [:]
    var text =
      random.below(8) == 0 ? "" : random.pick(headlines).map { written($0, &changes) }.joined()
    for _ in 0..<(5 + random.below(10)) {
      text += text.isEmpty ? "" : "\n\n"
      for position in 0..<(1 + random.below(3)) {
        text += position == 0 ? "" : " "
        for piece in random.pick(sentences) { text += written(piece, &changes) }
      }
    }
    if random.below(3) == 0 { text += "\n\n" + random.pick(furniture) }
    return text + "\n"
  }

  private mutating func written(_ piece: Piece, _ changes: inout [String: String]) -> String {
    switch piece {
    case .text(let text):
      guard text.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return text }
      let bytes = text.utf8.map { byte in
        (0x32...0x38).contains(byte) ? 0x32 + UInt8(random.below(7)) : byte
      }
      return String(decoding: bytes, as: UTF8.self)
    case .name(let name):
      if let known = changes[name] { return known }
      // Half of the names stay, since readers know many.
      let new = random.below(2) == 0 ? name : newNames[zipf(newNames.count)]
      changes[name] = new
      return new
    }
  }

  /// A number below `count`, small ones oftener.
  private mutating func zipf(_ count: Int) -> Int {
    var bound = 1
    while bound < count, random.below(6) > 0 { bound *= 2 }
    return random.below(min(bound, count))
  }

  // MARK: Sentences

  /// Words that are written with a capital behind a small word, months and days left out.
  private static func names(in lines: [String]) -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      var isInside = false
      for word in line.split(separator: " ") {
        let bare = word.prefix { $0.isLetter || $0 == "-" }
        if isInside, bare.utf8.count == word.utf8.count, bare.utf8.count > 3,
          bare.first?.isUppercase ?? false, !calendar.contains(String(bare))
        {
          names.insert(String(bare))
        }
        isInside = word.first?.isLowercase ?? false
      }
    }
    return names
  }

  private static let calendar: Set<String> = [
    "January", "February", "March", "April", "June", "July", "August", "September", "October",
    "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday",
  ]

  private static func sentences(of paragraph: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in paragraph.split(separator: " ") {
      let isShort = word.utf8.count <= 4
      if let last = words.last, last.endsSentence, last.utf8.count > 4 || !isShort, words.count > 4,
        word.first?.isUppercase ?? false
      {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }

  private static func pieces(of sentence: String, _ names: Set<String>) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    for (position, word) in sentence.split(separator: " ").enumerated() {
      if position > 0 { plain += " " }
      let name = String(word.prefix { $0.isLetter || $0 == "-" })
      if names.contains(name) {
        pieces += [.text(plain), .name(name)]
        plain = String(word.dropFirst(name.count))
      } else {
        plain += word
      }
    }
    return pieces + [.text(plain)]
  }
}

extension StringProtocol {
  fileprivate var endsSentence: Bool {
    hasSuffix(".") || hasSuffix(".\"") || hasSuffix(".”") || hasSuffix("?") || hasSuffix("!")
  }

  fileprivate var trimmedSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
