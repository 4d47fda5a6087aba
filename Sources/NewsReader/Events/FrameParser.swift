internal import NewsModel

/// Reads a frame lexicon.
///
/// A line is empty, a comment (`# ...`) or one entry:
///
///     class NAME = LEMMA ...
///     operator KIND = LEMMA ...
///     alias FORM = LEMMA
///     verb|noun|adjective LEMMA CONDITION... = TYPE[/MODE] ROLES [; OPTION ...]
///     idiom verb|noun|adjective LEMMA CONDITION...
///
/// An idiom tells no event, whatever frames the word has. A condition is a word (`for`, `@talks`) or a test in parentheses: `(in place)`, `(obj @weapon)`,
/// `(obj none)`. Roles are `ACTORS > TARGETS`, or `PARTIES & PARTIES` for a mutual act; each side is
/// a list of argument paths. Lines of one class or operator add up.
struct FrameParser {
  private let resource: String
  private var frames: [Frame] = []
  private var idioms: [Idiom] = []
  private var classes: [String: Set<String>] = [:]
  private var operators: [String: FrameLexicon.Operator] = [:]
  private var aliases: [String: String] = [:]
  private var usedClasses: [(name: String, line: Int)] = []

  private init(resource: String) { self.resource = resource }

  /// The lexicon that `text` holds.
  ///
  /// Throws the first line that cannot be read, names a type or mode that is not in the ontology,
  /// or uses a class that no line defines.
  static func lexicon(
    _ text: String, resource: String = "frames.txt"
  ) throws(LexiconError) -> FrameLexicon {
    var parser = FrameParser(resource: resource)
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let uncommented = content.prefix { $0 != "#" }
      let words = uncommented.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { continue }
      do {
        switch first {
        case "class": try parser.readClass(words)
        case "operator": try parser.readOperator(words)
        case "alias": try parser.readAlias(words)
        case "idiom": try parser.readIdiom(uncommented, line)
        default: try parser.readFrame(uncommented, line)
        }
      } catch {
        throw LexiconError(resource: resource, line: line, reason: error.reason)
      }
    }
    for use in parser.usedClasses where parser.classes[use.name] == nil {
      throw LexiconError(resource: resource, line: use.line, reason: "no class '\(use.name)'")
    }
    return FrameLexicon(
      frames: parser.frames, idioms: parser.idioms, classes: parser.classes,
      operators: parser.operators,
      aliases: parser.aliases)
  }

  private struct Failure: Error {
    let reason: String
  }

  private mutating func readClass(_ words: [String]) throws(Failure) {
    guard words.count > 3, words[2] == "=" else {
      throw Failure(reason: "a class is written 'class NAME = LEMMA ...'")
    }
    classes[words[1], default: []].formUnion(words[3...])
  }

  private mutating func readOperator(_ words: [String]) throws(Failure) {
    guard words.count > 3, words[2] == "=" else {
      throw Failure(reason: "an operator is written 'operator KIND = LEMMA ...'")
    }
    guard let kind = FrameLexicon.Operator(rawValue: words[1]) else {
      throw Failure(reason: "no operator '\(words[1])'")
    }
    for lemma in words[3...] {
      guard operators.updateValue(kind, forKey: lemma) == nil else {
        throw Failure(reason: "'\(lemma)' is an operator twice")
      }
    }
  }

  private mutating func readAlias(_ words: [String]) throws(Failure) {
    guard words.count == 4, words[2] == "=" else {
      throw Failure(reason: "an alias is written 'alias FORM = LEMMA'")
    }
    aliases[words[1]] = words[3]
  }

  private mutating func readIdiom(_ line: Substring, _ number: Int) throws(Failure) {
    let (kind, lemma, conditions) = try head(Array(try Self.items(line).dropFirst()), number)
    guard !conditions.isEmpty else { throw Failure(reason: "an idiom needs a condition") }
    idioms.append(Idiom(kind: kind, lemma: lemma, conditions: conditions))
  }

  /// Part of speech, lemma and conditions of an entry.
  private mutating func head(
    _ items: [String], _ number: Int
  ) throws(Failure) -> (Frame.Kind, String, [Frame.Condition]) {
    guard let kind = items.first.flatMap(Frame.Kind.init(rawValue:)) else {
      throw Failure(
        reason: "an entry begins with class, operator, alias, idiom, verb, noun or adjective")
    }
    guard let lemma = items.dropFirst().first, !lemma.hasPrefix("("), !lemma.hasPrefix("@") else {
      throw Failure(reason: "the lemma is missing")
    }
    var conditions: [Frame.Condition] = []
    for item in items.dropFirst(2) { conditions.append(try condition(item, number)) }
    return (kind, lemma, conditions)
  }

  private mutating func readFrame(_ line: Substring, _ number: Int) throws(Failure) {
    let sides = line.split(separator: "=", omittingEmptySubsequences: false)
    let items = try Self.items(sides[0])
    guard items.first.flatMap(Frame.Kind.init(rawValue:)) == nil || sides.count == 2 else {
      throw Failure(reason: "an entry has one '='")
    }
    let (kind, lemma, conditions) = try head(items, number)
    let parts = sides[1].split(separator: ";", omittingEmptySubsequences: false)
    var body = parts[0].split(whereSeparator: \.isWhitespace).map(String.init)
    guard !body.isEmpty else { throw Failure(reason: "the type is missing") }
    let (type, mode) = try Self.type(body.removeFirst())
    let (actors, targets, isMutual) = try Self.roles(body)
    var options: Set<Frame.Option> = []
    for word in parts.dropFirst().joined(separator: " ").split(whereSeparator: \.isWhitespace) {
      guard let option = Frame.Option(rawValue: String(word)) else {
        throw Failure(reason: "no option '\(word)'")
      }
      options.insert(option)
    }
    frames.append(
      Frame(
        name: items.joined(separator: " "), kind: kind, lemma: lemma, conditions: conditions,
        type: type, mode: mode, actors: actors, targets: targets,
        isMutual: isMutual, options: options))
  }

  /// Words and parenthesised groups.
  private static func items(_ text: Substring) throws(Failure) -> [String] {
    var result: [String] = []
    var rest = text.drop(while: \.isWhitespace)
    while let first = rest.first {
      if first == "(" {
        guard let end = rest.firstIndex(of: ")") else { throw Failure(reason: "')' is missing") }
        result.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { !$0.isWhitespace && $0 != "(" }
        result.append(String(word))
        rest = rest[word.endIndex...]
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return result
  }

  private mutating func condition(
    _ item: String, _ line: Int
  ) throws(Failure) -> Frame.Condition {
    guard item.hasPrefix("(") else { return .word(test(item[...], line)) }
    let words = item.dropFirst().dropLast().split(whereSeparator: \.isWhitespace)
    guard words.count == 2 else { throw Failure(reason: "a test is written '(FUNCTION FILLER)'") }
    let path = try Self.path(words[0])
    switch words[1] {
    case "none": return .absent(path)
    case "any": return .argument(path, .any)
    case "named": return .argument(path, .named)
    case "country": return .argument(path, .country)
    case "person": return .argument(path, .entity(.person))
    case "organization": return .argument(path, .entity(.organization))
    case "place": return .argument(path, .entity(.place))
    default:
      return .argument(path, .words(words[1].split(separator: "|").map { test($0, line) }))
    }
  }

  private mutating func test(_ word: Substring, _ line: Int) -> Frame.WordTest {
    guard word.hasPrefix("@") else { return .lemma(String(word)) }
    let name = String(word.dropFirst())
    usedClasses.append((name, line))
    return .wordClass(name)
  }

  private static func type(_ word: String) throws(Failure) -> (EventType, String?) {
    let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
    guard let type = parts.first.flatMap(EventType.init(rawValue:)) else {
      throw Failure(reason: "no event type '\(word)'")
    }
    guard parts.count == 2 else { return (type, nil) }
    guard type.modes.contains(where: { $0.name == parts[1] }) else {
      throw Failure(reason: "\(type.rawValue) has no mode '\(parts[1])'")
    }
    return (type, parts[1])
  }

  private static func roles(
    _ words: [String]
  ) throws(Failure) -> ([ArgumentPath], [ArgumentPath], Bool) {
    let signs = words.indices.filter { words[$0] == ">" || words[$0] == "&" }
    guard signs.count == 1, let sign = signs.first else {
      throw Failure(reason: "roles are written 'ACTORS > TARGETS' or 'PARTIES & PARTIES'")
    }
    var actors: [ArgumentPath] = []
    var targets: [ArgumentPath] = []
    for word in words[..<sign] { actors.append(try path(word[...])) }
    for word in words[(sign + 1)...] { targets.append(try path(word[...])) }
    guard !actors.isEmpty || !targets.isEmpty else { throw Failure(reason: "nobody takes part") }
    return (actors, targets, words[sign] == "&")
  }

  private static func path(_ text: Substring) throws(Failure) -> ArgumentPath {
    let functions = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard functions.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0 == "-" } }) else {
      throw Failure(reason: "no path '\(text)'")
    }
    return ArgumentPath(functions: functions)
  }
}
