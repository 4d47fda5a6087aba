public import NewsModel

extension BoundCondition {
  /// The condition in the language's own words, for plans and for the counts after each filter.
  ///
  /// - Parameters:
  ///   - shape: what the rows are, for the names of their columns.
  ///   - name: the name of a row of a table.
  public func text(in shape: RowShape? = nil, name: (UInt32, Table) -> String) -> String {
    switch self {
    case .and(let parts):
      parts.isEmpty ? "true" : parts.map { $0.nested(shape, name) }.joined(separator: " and ")
    case .or(let parts):
      parts.isEmpty ? "false" : parts.map { $0.nested(shape, name) }.joined(separator: " or ")
    case .not(.isKnown(let path)): "\(path.text(in: shape)) is unknown"
    case .not(let part): "not " + part.nested(shape, name)
    case .isKnown(let path): "\(path.text(in: shape)) is known"
    case .test(let path, let test): path.text(in: shape) + " " + test.text(of: path, name: name)
    case .every(let path, let test):
      "only \(path.text(in: shape)) " + test.text(of: path, name: name)
    case .among(let path, let values):
      "\(values.isEvery ? "only " : "")\(path.text(in: shape)) in (\(values.query.canonical))"
    }
  }

  private func nested(_ shape: RowShape?, _ name: (UInt32, Table) -> String) -> String {
    switch self {
    case .and(let parts) where parts.count > 1: "(\(text(in: shape, name: name)))"
    case .or(let parts) where parts.count > 1: "(\(text(in: shape, name: name)))"
    default: text(in: shape, name: name)
    }
  }

  /// The parts that must all hold, those of nested `and`s included; the condition itself where it
  /// is no `and`.
  public var conjuncts: [BoundCondition] {
    guard case .and(let parts) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }
}

extension ValueTest {
  fileprivate func text(of path: BoundPath, name: (UInt32, Table) -> String) -> String {
    switch self {
    case .references(let rows):
      guard case .reference(let table) = path.type else { return "in ()" }
      if rows.isEmpty { return "= a name that nobody has" }
      return oneOf(rows.count, rows.prefix(shownLimit).map { name($0, table) })
    case .text(let test):
      let words = path.lastField.flatMap { Categories.all[$0.schema.name] }
      return test.text { words?.word(for: $0) ?? $0 }
    case .number(let test): return test.text
    case .date(let test): return test.text
    case .any(let tests):
      return tests.map { $0.text(of: path, name: name) }.joined(separator: " or ")
    }
  }
}

extension TextTest {
  /// The test in words; `spelled` gives a folded text its own spelling.
  fileprivate func text(_ spelled: (String) -> String) -> String {
    switch self {
    case .equals(let texts): oneOf(texts.count, texts.prefix(shownLimit).map(spelled))
    case .exactly(let text): "== \"\(text)\""
    case .contains(let phrase): "~ \"\(phrase.joined(separator: " "))\""
    case .glob(let pieces): "= \(pieces.joined(separator: "*"))"
    case .pattern(let pattern): "~ /\(pattern)/"
    case .ordered(let comparison, let text): "\(comparison.rawValue) \(text)"
    }
  }
}

extension NumberTest {
  fileprivate var text: String {
    switch self {
    case .equals(let numbers): oneOf(numbers.count, numbers.prefix(shownLimit).map(shown))
    case .ordered(let comparison, let number): "\(comparison.rawValue) \(shown(number))"
    case .between(let low, let high): "between \(shown(low)) and \(shown(high))"
    }
  }
}

extension DateTest {
  fileprivate var text: String {
    switch self {
    case .overlaps(let dates): "= \(dates.map(\.description).joined(separator: " or "))"
    case .within(let date): "certainly in \(date)"
    case .exactly(let date): "== \(date)"
    }
  }
}

/// How many of several values are named.
private let shownLimit = 5

/// `= A`, `in (A, B)`, or `in (A, B, C, D, E, and 20 more)`.
private func oneOf(_ count: Int, _ values: some Sequence<String>) -> String {
  let shown = Array(values.prefix(shownLimit))
  if count == 1 { return "= \(shown.joined())" }
  let rest = count > shown.count ? ", and \(count - shown.count) more" : ""
  return "in (\(shown.joined(separator: ", "))\(rest))"
}

/// A number without `.0` where it is whole.
private func shown(_ number: Double) -> String {
  Int(exactly: number).map { String($0) } ?? String(number)
}
