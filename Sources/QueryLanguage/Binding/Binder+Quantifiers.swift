internal import Diagnostics

/// `no PATH op V` and `only PATH op V`: comparisons of every value of a path.
extension Binder {
  mutating func bindQuantified(
    _ quantifier: Quantifier, _ condition: Condition, at range: SourceRange
  ) -> BoundCondition? {
    switch quantifier {
    case .no: bindNone(condition, at: range)
    case .only: bindEvery(condition, at: range)
    }
  }

  private mutating func bindNone(
    _ condition: Condition, at range: SourceRange
  ) -> BoundCondition? {
    // The parser refuses two denials; a tree that was made otherwise may still hold them.
    guard let path = condition.comparedPath, !condition.isNegatedComparison else {
      reportMisplaced(.no, condition, at: range)
      return nil
    }
    guard let test = bind(condition),
      let bound = path.isMain ? mainDate(for: "no", at: range) : bind(path.syntax)
    else { return nil }
    return .or([.not(.isKnown(bound)), .not(test)])
  }

  private mutating func bindEvery(
    _ condition: Condition, at range: SourceRange
  ) -> BoundCondition? {
    guard let path = condition.comparedPath else {
      reportMisplaced(.only, condition, at: range)
      return nil
    }
    // That no value is X is the same of every value and of the list.
    if condition.isNegatedComparison { return bind(condition) }
    if case .among(let path, let query, _) = condition.kind {
      guard let condition = bindAmong(path, query, at: condition.range, isEvery: true) else {
        return nil
      }
      return condition.ofEveryValue
    }
    var condition = condition
    if !path.isMain, let bound = quietPath(path.syntax), bound.isList,
      test(bound, path.syntax).isEntityName, path.syntax.names.count > 1
    {
      // Every name that goes by another spelling is judged as the entity that has it.
      condition = condition.withPath(path.syntax.parent)
    }
    return bind(condition)?.ofEveryValue
  }

  private func quietPath(_ path: PathSyntax) -> BoundPath? {
    var copy = self
    copy.diagnostics = []
    return copy.bind(path)
  }

  private mutating func reportMisplaced(
    _ quantifier: Quantifier, _ condition: Condition, at range: SourceRange
  ) {
    report(
      .misplacedQuantifier,
      "'\(quantifier.rawValue)' needs a field and what its values are compared with", at: range,
      hints: ["next: no actor, no actor = X, only actor.country = X"])
  }
}

extension PathSyntax {
  /// The path without its last name.
  fileprivate var parent: PathSyntax { PathSyntax(names: Array(names.dropLast()), range: range) }
}

extension Condition {
  /// The path that the condition compares; nil where it is no comparison.
  fileprivate var comparedPath: (syntax: PathSyntax, isMain: Bool)? {
    switch kind {
    case .comparison(let path, _, _), .membership(let path, _, _), .among(let path, _, _),
      .between(let path, _, _, _):
      (path, false)
    case .date(let path, _): (path ?? PathSyntax(names: [], range: range), path == nil)
    case .and, .or, .not, .absent, .quantified, .known, .invalid: nil
    }
  }

  /// Whether the comparison says what a value is not.
  fileprivate var isNegatedComparison: Bool {
    switch kind {
    case .comparison(_, .notEqual, _), .comparison(_, .notContains, _), .membership(_, _, true),
      .among(_, _, true), .between(_, _, _, true):
      true
    default: false
    }
  }

  /// The comparison of another path.
  fileprivate func withPath(_ path: PathSyntax) -> Condition {
    var condition = self
    switch kind {
    case .comparison(_, let comparison, let value):
      condition.kind = .comparison(path, comparison, value)
    case .membership(_, let values, let isNegated):
      condition.kind = .membership(path, values, isNegated: isNegated)
    default: break
    }
    return condition
  }
}

extension BoundCondition {
  /// The condition that a path's every value satisfies what this asks of any.
  fileprivate var ofEveryValue: BoundCondition {
    switch self {
    case .test(let path, let test): return path.isList ? .every(path, test) : self
    // Every value lies between two where every one is above the one and below the other.
    case .and(let parts): return .and(parts.map(\.ofEveryValue))
    case .or(let parts):
      var tests: [ValueTest] = []
      var path: BoundPath?
      for case .test(let other, let test) in parts {
        path = other
        tests.append(test)
      }
      guard let path, path.isList, tests.count == parts.count else { return self }
      return .every(path, .any(tests))
    case .among(let path, var values):
      values.isEvery = path.isList
      return .among(path, values)
    case .not, .isKnown, .every: return self
    }
  }
}
