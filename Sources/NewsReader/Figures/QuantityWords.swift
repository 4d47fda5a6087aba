internal import NewsModel

/// The words of ``FigureReader``, from `quantities.txt`.
struct QuantityWords: Sendable {
  /// Which side of a number a word in front or behind leaves open.
  enum Bound: Sendable {
    case upper, lower, exact
  }

  /// Values of number words.
  let numbers: [String: Double]
  /// Values of words that multiply.
  let multipliers: [String: Double]
  /// Least and greatest value of plural words: dozens.
  let vague: [String: (low: Double, high: Double)]
  /// Units that are no quantity.
  let excluded: Set<String>
  /// Units that 'of' completes.
  let measures: Set<String>
  /// What became of the people counted, by the verb's lemma.
  let fates: [String: String]
  /// Code of each currency sign and word.
  let currencies: [String: String]
  private let prefixes: [[String]: Bound]
  private let suffixes: [[String]: Bound]
  private let longestPrefix: Int
  /// Words with which a number may begin.
  private let openers: Set<String>

  /// Reads the sections of `list`.
  ///
  /// Throws the entry of a section that is not written as that section wants it.
  init(_ list: SectionedWordList, resource: String = "quantities.txt") throws(EntryError) {
    numbers = try Self.values(list, "numbers")
    multipliers = try Self.values(list, "multipliers")
    var vague: [String: (low: Double, high: Double)] = [:]
    for entry in list.entries(under: "vague") {
      let parts = entry.split(separator: " ")
      guard parts.count == 3, let low = Double(parts[1]), let high = Double(parts[2]) else {
        throw EntryError(section: "vague", entry: entry)
      }
      vague[String(parts[0])] = (low, high)
    }
    self.vague = vague
    excluded = Set(list.entries(under: "excluded"))
    measures = Set(list.entries(under: "measures"))
    fates = try Self.pairs(list, "fates")
    currencies = try Self.pairs(list, "currencies")
    var prefixes: [[String]: Bound] = [:]
    for (section, bound) in [("upper", Bound.upper), ("lower", .lower), ("about", .exact)] {
      for entry in list.entries(under: section) {
        prefixes[entry.split(separator: " ").map(String.init)] = bound
      }
    }
    self.prefixes = prefixes
    longestPrefix = prefixes.keys.reduce(0) { max($0, $1.count) }
    var suffixes: [[String]: Bound] = [:]
    for (section, bound) in [("open", Bound.lower), ("closed", .upper)] {
      for entry in list.entries(under: section) {
        suffixes[entry.split(separator: " ").map(String.init)] = bound
      }
    }
    self.suffixes = suffixes
    openers = Set(["a", "an", "one", "half", "several", "few"])
      .union(numbers.keys).union(multipliers.keys).union(vague.keys).union(currencies.keys)
  }

  /// Whether a number may begin with `word`, in lower case: most words need no further look.
  func mayOpenNumber(_ word: String) -> Bool {
    let isPlain = word.utf8.count == 1 || word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
    guard isPlain, let first = word.utf8.first else { return true }
    return (0x30...0x39).contains(first) || openers.contains(word)
  }

  /// An entry that is not written as its section wants it.
  struct EntryError: Error, Hashable, CustomStringConvertible {
    let section: String
    let entry: String

    var description: String { "quantities.txt: [\(section)] cannot hold '\(entry)'" }
  }

  private static func values(
    _ list: SectionedWordList, _ section: String
  ) throws(EntryError) -> [String: Double] {
    var result: [String: Double] = [:]
    for (word, value) in try pairs(list, section) {
      guard let number = Double(value) else {
        throw EntryError(section: section, entry: "\(word) \(value)")
      }
      result[word] = number
    }
    return result
  }

  private static func pairs(
    _ list: SectionedWordList, _ section: String
  ) throws(EntryError) -> [String: String] {
    var result: [String: String] = [:]
    for entry in list.entries(under: section) {
      let parts = entry.split(separator: " ")
      guard parts.count == 2 else { throw EntryError(section: section, entry: entry) }
      result[String(parts[0])] = String(parts[1])
    }
    return result
  }

  /// The longest phrase that ends before `end` and bounds a number: its length and bound.
  func prefix(before end: Int, from start: Int, _ word: (Int) -> String) -> (Int, Bound)? {
    for length in stride(from: min(longestPrefix, end - start), to: 0, by: -1) {
      if let bound = prefixes[(end - length..<end).map(word)] { return (length, bound) }
    }
    return nil
  }

  /// The phrase that begins at `start` and bounds the number before it: its length and bound.
  func suffix(at start: Int, to end: Int, _ word: (Int) -> String) -> (Int, Bound)? {
    for length in stride(from: min(2, end - start), to: 0, by: -1) {
      if let bound = suffixes[(start..<start + length).map(word)] { return (length, bound) }
    }
    return nil
  }
}
