internal import Diagnostics

extension Parser {
  /// Whether what follows the `no` or `only` here can be a test, or is not written yet.
  var hasTestAfterQuantifier: Bool {
    switch peek().kind {
    case .word, .backQuoted, .end: true
    default: false
    }
  }

  /// `no actor`, `no actor = Ada`, `only actor.country = Norway`.
  ///
  /// A clause about dates belongs to the field where the field is a date: `no date since 2023`.
  /// After any other, `no place since 2023`, it is a clause of its own.
  mutating func parseQuantified(_ quantifier: Quantifier) -> Condition {
    let start = index
    advance()
    guard let path = parsePath(after: quantifier.rawValue) else {
      skipCondition()
      return Condition(kind: .invalid, range: range(from: start))
    }
    expect(.comparison(path))
    let isDated = keyword == .between || path.names.last.map { FieldNames.isDate($0.text) } == true
    if quantifier == .no, endsTest(index), !isDated || !beginsDateClause(index) {
      return Condition(kind: .absent(path), range: range(from: start))
    }
    let kind = parseTestKind(path)
    let whole = range(from: start)
    if kind == .invalid { return Condition(kind: .invalid, range: whole) }
    let test = Condition(kind: kind, range: range(from: start + 1))
    checkQuantifier(quantifier, test, whole)
    return Condition(kind: .quantified(quantifier, test), range: whole)
  }

  private mutating func checkQuantifier(
    _ quantifier: Quantifier, _ test: Condition, _ range: SourceRange
  ) {
    let meant: String
    let message: String
    if case .known(let path, let isKnown) = test.kind {
      message = "'\(quantifier.rawValue)' does not go with 'is known'"
      let isMeantKnown = isKnown != (quantifier == .no)
      meant = Condition(kind: .known(path, isKnown: isMeantKnown), range: range).canonical
    } else if quantifier == .no, let plain = test.kind.withoutNegation {
      message = "'no' and a test that denies are two denials"
      meant = "only " + Condition(kind: plain, range: range).canonical
    } else {
      return
    }
    report(
      .misplacedQuantifier, message, at: range, hints: ["next: \(shortened(meant))"],
      fixIts: [replacement(meant, at: range)])
  }
}

extension Condition.Kind {
  /// The test that this one denies: `a = b` of `a != b`; nil for one that denies nothing.
  fileprivate var withoutNegation: Condition.Kind? {
    switch self {
    case .comparison(let path, .notEqual, let value): .comparison(path, .equal, value)
    case .comparison(let path, .notContains, let value): .comparison(path, .contains, value)
    case .membership(let path, let values, true): .membership(path, values, isNegated: false)
    case .among(let path, let query, true): .among(path, query, isNegated: false)
    case .between(let path, let lower, let upper, true):
      .between(path, lower, upper, isNegated: false)
    default: nil
    }
  }
}
