import TestSupport

/// Makes sentences of a grammar at random.
struct SentenceMaker {
  /// What rules that are said in words are replaced by.
  static let examples: [String: [String]] = [
    "path": [
      "date", "type", "actor", "place", "title", "words", "actor.country", "published", "first",
    ],
    "name": ["visits", "who", "to", "p2", "near_by", "since-then"],
    "column name": ["half", "n", "mean_words", "größe"],
    "parameter name": ["$who", "$n"],
    "number": ["3", "12", "1,200", "$n"],
    "decimal": ["3", "2.5", "12"], "date path": ["date", "published", "first"],
    "day": ["2023-09-28", "2023-09"],
    "date": [
      "2023", "2023-09", "Q3 2023", "26 Sept 2023", "last week", "2019..2020", "yesterday",
      "mid-March 2023", "the first half of 2023", "$who", "\"2023\"", "3 days ago", "winter 2022",
    ],
    "string": ["\"oil port\"", "“Ada”", "\"a \\\" b\"", "\"| take 5\""],
    "pattern": ["/elect(ion|oral)/", "/a/"],
    "words": [
      "Ada Lovelace", "AID", "Bab al-Azizia", "@ada-lovelace", "port*", "Harbour Workers Group",
      "No Doubt", "5", "O'Neill & Sons",
    ],
    "blank line": ["\n\n"], "end": [""],
  ]

  private let grammar: Grammar
  private var generator: SplitMix
  private let costs: [String: Int]
  /// The rules that the sentences so far used.
  private(set) var used: Set<String> = []

  /// Sentences of `grammar`; the same ones for the same seed.
  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    generator = SplitMix(seed: seed)
    var costs: [String: Int] = [:]
    for _ in grammar.rules {
      for (name, part) in grammar.rules {
        if let cost = SentenceMaker.cost(of: part, costs) { costs[name] = cost + 1 }
      }
    }
    self.costs = costs
  }

  /// A sentence of the rule `name`, its tokens between blanks.
  mutating func sentence(of name: String) -> String {
    var words: [String] = []
    append(.rule(name), budget: 17, &words)
    return words.joined(separator: " ").replacing(" \u{8}(", with: "(")
  }

  private mutating func append(_ part: Grammar.Part, budget: Int, _ words: inout [String]) {
    switch part {
    case .terminal(let text):
      words.append(Int.random(in: 0..<8, using: &generator) == 0 ? text.uppercased() : text)
    case .rule(let name):
      used.insert(name)
      if let examples = SentenceMaker.examples[name] {
        words.append(examples.randomElement(using: &generator) ?? "")
      } else if let part = grammar.rules[name] {
        append(part, budget: budget - 1, &words)
      }
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        let isList = index > 0 && parts[index - 1].isName
        let start = words.count
        append(part, budget: budget, &words)
        if isList, start < words.count, words[start] == "(" { words[start] = "\u{8}(" }
      }
    case .choice(let parts):
      let fitting = parts.filter { (SentenceMaker.cost(of: $0, costs) ?? .max) <= budget }
      let least = parts.min {
        (SentenceMaker.cost(of: $0, costs) ?? .max) < (SentenceMaker.cost(of: $1, costs) ?? .max)
      }
      if let part = fitting.randomElement(using: &generator) ?? least {
        append(part, budget: budget, &words)
      }
    case .optional(let inner):
      if fits(inner, budget), Bool.random(using: &generator) {
        append(inner, budget: budget, &words)
      }
    case .repeated(let inner):
      while fits(inner, budget), Int.random(in: 0..<3, using: &generator) == 0 {
        append(inner, budget: budget, &words)
      }
    case .words: break
    }
  }

  private func fits(_ part: Grammar.Part, _ budget: Int) -> Bool {
    (SentenceMaker.cost(of: part, costs) ?? .max) <= budget
  }

  /// How deep the shallowest sentence of `part` nests; nil while that is not known.
  private static func cost(of part: Grammar.Part, _ costs: [String: Int]) -> Int? {
    switch part {
    case .terminal, .words, .optional, .repeated: return 0
    case .rule(let name): return examples[name] != nil ? 1 : costs[name]
    case .sequence(let parts):
      var most = 0
      for part in parts {
        guard let cost = cost(of: part, costs) else { return nil }
        most = max(most, cost)
      }
      return most
    case .choice(let parts): return parts.compactMap { cost(of: $0, costs) }.min()
    }
  }
}

extension Grammar.Part {
  /// Whether it is a name, which a bracket follows without a blank.
  fileprivate var isName: Bool {
    if case .rule("name") = self { return true }
    return false
  }
}
