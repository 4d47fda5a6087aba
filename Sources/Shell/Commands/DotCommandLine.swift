/// A dot command as it was typed: `.load "my articles" more`.
struct DotCommandLine: Hashable, Sendable {
  /// The name without its dot; `help` for a line that begins with `?`.
  var name: String
  /// The words after it.
  var words: [Word]

  /// A word of a command line.
  struct Word: Hashable, Sendable {
    /// Its text, without quotes and backslashes.
    var text: String
    /// Byte offset at which it begins in the line.
    var start: Int
  }

  /// What stands behind the name, as it was typed, without white space round it.
  var rest: String

  /// The words' texts.
  var arguments: [String] { words.map(\.text) }

  /// Whether a line is a dot command: a dot and a letter, or a question mark, come first.
  static func isCommand(_ line: some StringProtocol) -> Bool {
    let start = line.unicodeScalars.prefix(2)
    guard let first = start.first else { return false }
    if first == "?" { return true }
    guard first == ".", let second = start.dropFirst().first else { return false }
    return second.properties.isAlphabetic
  }

  /// The parts of a line for which ``isCommand(_:)`` holds; nil for another.
  ///
  /// Words are apart by white space. Quotes of either kind, and a backslash before a character,
  /// keep white space in a word; a quote that is not closed reaches to the end.
  init?(_ line: String) {
    guard DotCommandLine.isCommand(line) else { return nil }
    var words = DotCommandLine.split(Array(line.dropFirst().unicodeScalars), offset: 1)
    if line.first == "?" {
      self.init(name: "help", words: words, line: line)
    } else {
      guard !words.isEmpty else { return nil }
      self.init(name: words.removeFirst().text, words: words, line: line)
    }
  }

  /// A command of which only the name is known.
  init(name: String) {
    self.name = name
    words = []
    rest = ""
  }

  private init(name: String, words: [Word], line: String) {
    self.name = name
    self.words = words
    var rest = line.utf8.dropFirst(words.first?.start ?? line.utf8.count)
    while let last = rest.last, last == 0x20 || (0x09...0x0d).contains(last) { rest.removeLast() }
    self.rest = String(decoding: rest, as: UTF8.self)
  }

  private static func split(_ scalars: [Unicode.Scalar], offset: Int) -> [Word] {
    var words: [Word] = []
    var word = Word(text: "", start: offset)
    var isInWord = false
    var quote: Unicode.Scalar?
    var isEscaped = false
    var position = offset
    for scalar in scalars {
      defer { position += UTF8.width(scalar) }
      if quote == nil, !isEscaped, scalar.properties.isWhitespace {
        if isInWord { words.append(word) }
        isInWord = false
        continue
      }
      if !isInWord { word = Word(text: "", start: position) }
      isInWord = true
      if isEscaped {
        word.text.unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == quote {
        quote = nil
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if quote == nil, scalar == "\"" || scalar == "'", word.text.isEmpty {
        quote = scalar
      } else {
        word.text.unicodeScalars.append(scalar)
      }
    }
    return isInWord ? words + [word] : words
  }
}
