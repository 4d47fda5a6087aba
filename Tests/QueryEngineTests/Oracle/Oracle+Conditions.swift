import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// Judges rows by Kleene's logic, with nil for unknown.
  func judge(_ condition: BoundCondition) -> (Row) -> Bool? {
    switch condition {
    case .and(let parts):
      let judges = parts.map { judge($0) }
      return { row in
        let truths = judges.map { $0(row) }
        return truths.contains(false) ? false : truths.contains(nil) ? nil : true
      }
    case .or(let parts):
      let judges = parts.map { judge($0) }
      return { row in
        let truths = judges.map { $0(row) }
        return truths.contains(true) ? true : truths.contains(nil) ? nil : false
      }
    case .not(let part):
      let judge = judge(part)
      return { judge($0).map { !$0 } }
    case .isKnown(let path):
      let read = reader(path)
      return { !read($0).isEmpty }
    case .test(let path, let test): return judge(path, test, isEvery: false)
    case .every(let path, let test): return judge(path, test, isEvery: true)
    case .among(let path, let given):
      return judge(path, matcher(given), isEvery: given.isEvery)
    }
  }

  private func judge(_ path: BoundPath, _ test: ValueTest, isEvery: Bool) -> (Row) -> Bool? {
    guard let articles = articles(path) else {
      return judge(path, matcher(test), isEvery: isEvery)
    }
    let read = reader(path)
    let matches = articleMatcher(test)
    return { row in
      if read(row).isEmpty { return nil }
      let rows = articles(row)
      return isEvery ? rows.allSatisfy(matches) : rows.contains(where: matches)
    }
  }

  private func judge(
    _ path: BoundPath, _ matches: @escaping (Atom) -> Bool, isEvery: Bool
  ) -> (Row) -> Bool? {
    let read = reader(path)
    return { row in
      let atoms = read(row)
      if atoms.isEmpty { return nil }
      return isEvery ? atoms.allSatisfy(matches) : atoms.contains(where: matches)
    }
  }

  /// The articles whose text a path leads to; nil where it leads to anything else.
  private func articles(_ path: BoundPath) -> ((Row) -> [UInt32])? {
    var start = path
    switch path.root {
    case .fields(let fields):
      guard let last = fields.last, last.isArticleText else { return nil }
      if fields.count == 1 { return { [$0.number] } }
      start.root = .fields(Array(fields.dropLast()))
    case .column(let column, let fields):
      guard let last = fields.last, last.isArticleText else { return nil }
      start.root = .column(column, then: Array(fields.dropLast()))
    }
    let read = reader(start)
    return { row in
      read(row).compactMap { if case .row(_, let number) = $0 { number } else { nil } }
    }
  }

  /// A test of the text of an article: a phrase must stand in a part of it that is searched.
  private func articleMatcher(_ test: ValueTest) -> (UInt32) -> Bool {
    if case .text(.contains(let phrase)) = test {
      let values = values
      return { values.searched($0, phrase) }
    }
    if case .any(let tests) = test {
      let matchers = tests.map { articleMatcher($0) }
      return { row in matchers.contains { $0(row) } }
    }
    let matches = matcher(test)
    let snapshot = snapshot
    return { matches(.text(snapshot.text(ofArticle: $0))) }
  }

  // MARK: Tests

  /// A test of one value.
  private func matcher(_ test: ValueTest) -> (Atom) -> Bool {
    switch test {
    case .references(let rows):
      let wanted = Set(rows)
      return { if case .row(_, let row) = $0 { wanted.contains(row) } else { false } }
    case .text(let test):
      let matches = textMatcher(test)
      let values = values
      return { atom in
        switch atom {
        case .row(let table, let row): values.names(table, row).contains(where: matches)
        case .text(let text), .part(_, let text, _, _, _): matches(text)
        case .integer, .number, .date: false
        }
      }
    case .number(let test):
      return { atom in
        if case .part(_, _, let number, _, _) = atom { return Self.matches(test, Double(number)) }
        return atom.number.map { Self.matches(test, $0) } ?? false
      }
    case .date(let test): return { $0.days.map { Self.matches(test, $0) } ?? false }
    case .any(let tests):
      let matchers = tests.map { matcher($0) }
      return { atom in matchers.contains { $0(atom) } }
    }
  }

  /// A test for the values that a query gives.
  private func matcher(_ given: BoundValues) -> (Atom) -> Bool {
    let answer = answer(given.query)
    guard let path = given.path else {
      let wanted = Set(answer.rows.map(\.number))
      return { if case .row(_, let row) = $0 { wanted.contains(row) } else { false } }
    }
    let atoms = Set(answer.rows.flatMap(reader(path)))
    let texts = Set(atoms.compactMap { $0.text(snapshot) }.map { values.folded($0) })
    let numbers = Set(atoms.compactMap(\.number))
    let dates = Set(atoms.compactMap(\.days))
    return { atom in
      switch atom {
      case .row: atoms.contains(atom)
      case .text(let text): texts.contains(values.folded(text))
      case .integer, .number: atom.number.map { numbers.contains($0) } ?? false
      case .date, .part: atom.days.map { days in dates.contains { $0.overlaps(days) } } ?? false
      }
    }
  }

  private static func matches(_ test: NumberTest, _ number: Double) -> Bool {
    switch test {
    case .equals(let numbers): numbers.contains(number)
    case .between(let low, let high): low <= number && number <= high
    case .ordered(let comparison, let bound): holds(comparison, number, bound)
    }
  }

  private static func matches(_ test: DateTest, _ date: NewsDate) -> Bool {
    switch test {
    case .overlaps(let dates): dates.contains { date.overlaps($0) }
    case .within(let interval): interval.contains(date)
    case .exactly(let other): date == other
    }
  }

  private static func holds<Value: Comparable>(
    _ comparison: Comparison, _ a: Value, _ b: Value
  ) -> Bool {
    switch comparison {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  // MARK: Texts

  /// A test of a text, which remembers what it found of each.
  func textMatcher(_ test: TextTest) -> (String) -> Bool {
    var known: [String: Bool] = [:]
    let matches = literalMatcher(test)
    return { text in
      if let truth = known[text] { return truth }
      let truth = matches(text)
      known[text] = truth
      return truth
    }
  }

  private func literalMatcher(_ test: TextTest) -> (String) -> Bool {
    let values = values
    switch test {
    case .equals(let texts): return { texts.contains(values.folded($0)) }
    case .exactly(let other): return { Array($0.utf8) == Array(other.utf8) }
    case .contains(let phrase):
      return { values.words($0).hasRun(phrase) }
    case .glob(let pieces):
      let pattern = Array(pieces.joined(separator: "*").utf8)
      return { Self.glob(Array(values.folded($0).utf8), pattern) }
    case .pattern(let pattern):
      guard let regex = try? Regex(pattern) else { return { _ in false } }
      let adjusted = regex.ignoresCase().anchorsMatchLineEndings()
      return { ((try? adjusted.firstMatch(in: $0)) ?? nil) != nil }
    case .ordered(let comparison, let bound):
      let bound = values.folded(bound)
      return { Self.holds(comparison, values.folded($0), bound) }
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
}

extension FieldID {
  fileprivate var isArticleText: Bool { table == .articles && schema.name == "text" }
}
