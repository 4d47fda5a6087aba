import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// Kleene's logic, with nil for unknown.
  func truth(_ condition: BoundCondition, _ atoms: (BoundPath) -> [Atom], _ row: UInt32?) -> Bool? {
    switch condition {
    case .and(let parts):
      let truths = parts.map { truth($0, atoms, row) }
      if truths.contains(false) { return false }
      return truths.contains(nil) ? nil : true
    case .or(let parts):
      let truths = parts.map { truth($0, atoms, row) }
      if truths.contains(true) { return true }
      return truths.contains(nil) ? nil : false
    case .not(let part): return truth(part, atoms, row).map { !$0 }
    case .isKnown(let path): return !atoms(path).isEmpty
    case .every, .among: return nil
    case .test(let path, let test):
      let values = atoms(path)
      if values.isEmpty { return nil }
      if case .text(.contains(let phrase)) = test, case .fields(let fields) = path.root,
        let last = fields.last, last.table == .articles, last.schema.name == "text"
      {
        let rows = fields.count == 1 ? [row ?? 0] : self.rows(fields.dropLast(), row ?? 0)
        return rows.contains { searched($0, phrase) }
      }
      return values.contains { matches(test, $0) }
    }
  }

  private func matches(_ test: ValueTest, _ atom: Atom) -> Bool {
    switch (test, atom) {
    case (.references(let rows), .row(_, let row)): return rows.contains(row)
    case (.text(let test), .row(let table, let row)):
      return names(table, row).contains { matches(test, $0) }
    case (.text(let test), .text(let text)), (.text(let test), .part(_, let text, _, _, _)):
      return matches(test, text)
    case (.number(let test), .number(let number, _)): return matches(test, number)
    case (.number(let test), .part(_, _, let number, _, _)): return matches(test, Double(number))
    case (.date(let test), .date(let date)): return matches(test, date)
    case (.date(let test), .part(_, _, _, _, let days)):
      return days.map { matches(test, $0) } ?? false
    case (.any(let tests), _): return tests.contains { matches($0, atom) }
    default: return false
    }
  }

  private func names(_ table: Table, _ row: UInt32) -> [String] {
    var texts = [Atom.row(table, row).text(snapshot)].compactMap { $0 }
    if table == .entities, let aliases = table.schema.field(named: "aliases"),
      case .list(let values) = snapshot.value(aliases, row: row)
    {
      texts += values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    return texts
  }

  private func matches(_ test: NumberTest, _ number: Double) -> Bool {
    switch test {
    case .equals(let numbers): numbers.contains(number)
    case .between(let low, let high): low <= number && number <= high
    case .ordered(let comparison, let bound): holds(comparison, number, bound)
    }
  }

  private func holds<Value: Comparable>(_ comparison: Comparison, _ a: Value, _ b: Value) -> Bool {
    switch comparison {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  private func matches(_ test: DateTest, _ date: NewsDate) -> Bool {
    switch test {
    case .overlaps(let dates): dates.contains { date.overlaps($0) }
    case .within(let interval): interval.contains(date)
    case .exactly(let other): date == other
    }
  }

  func matches(_ test: TextTest, _ text: String) -> Bool {
    switch test {
    case .equals(let texts): return texts.contains(folded(text))
    case .exactly(let other): return Array(text.utf8) == Array(other.utf8)
    case .contains(let phrase):
      return Self.contains(folded(text).split(separator: " ").map { String($0) }, phrase)
    case .glob(let pieces):
      return Self.glob(Array(folded(text).utf8), Array(pieces.joined(separator: "*").utf8))
    case .pattern(let pattern):
      guard let regex = try? Regex(pattern) else { return false }
      let adjusted = regex.ignoresCase().anchorsMatchLineEndings()
      return ((try? adjusted.firstMatch(in: text)) ?? nil) != nil
    case .ordered(let comparison, let bound): return holds(comparison, folded(text), folded(bound))
    }
  }

  static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    if phrase.isEmpty || phrase.count > words.count { return false }
    return (0...(words.count - phrase.count)).contains {
      Array(words[$0..<($0 + phrase.count)]) == phrase
    }
  }

  /// Whether the pattern, in which `*` stands for any run of bytes, matches the whole text.
  private static func glob(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    // Which lengths of a beginning of the text the pattern so far matches.
    var lengths = [Bool](repeating: false, count: text.count + 1)
    lengths[0] = true
    for byte in pattern {
      if byte == UInt8(ascii: "*") {
        if let first = lengths.firstIndex(of: true) {
          for length in first...text.count { lengths[length] = true }
        }
      } else {
        var longer = [Bool](repeating: false, count: text.count + 1)
        for length in text.indices where lengths[length] && text[length] == byte {
          longer[length + 1] = true
        }
        lengths = longer
      }
    }
    return lengths[text.count]
  }

  /// Whether a phrase stands in a block of an article that is searched.
  func searched(_ row: UInt32, _ phrase: [String]) -> Bool {
    guard case .text(let id) = snapshot.name(ofRow: row, in: .articles),
      let article = articles[id]
    else { return false }
    let bytes = Array(article.article.text.utf8)
    return article.blocks.filter { $0.kind != .furniture }.contains { block in
      let text = String(decoding: bytes[block.range.lower..<block.range.upper], as: UTF8.self)
      return Self.contains(folded(text).split(separator: " ").map { String($0) }, phrase)
    }
  }
}
