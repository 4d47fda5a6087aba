internal import Diagnostics

extension Binder {
  /// The stage with every `$name` replaced by its value; one that is not known is reported.
  mutating func substituted(_ stage: Stage) -> Stage {
    var stage = stage
    switch stage.kind {
    case .filter(let condition): stage.kind = .filter(substituted(condition))
    case .dates(let clause): stage.kind = .dates(substituted(clause))
    case .search(let terms): stage.kind = .search(terms.map { substituted($0) })
    case .take(let count): stage.kind = .take(substituted(count))
    case .skip(let count): stage.kind = .skip(substituted(count))
    case .top(let count, let path): stage.kind = .top(substituted(count), by: path)
    default: break
    }
    return stage
  }

  private mutating func substituted(_ condition: Condition) -> Condition {
    var condition = condition
    switch condition.kind {
    case .and(let operands): condition.kind = .and(operands.map { substituted($0) })
    case .or(let operands): condition.kind = .or(operands.map { substituted($0) })
    case .not(let operand): condition.kind = .not(substituted(operand))
    case .comparison(let path, let comparison, let value):
      condition.kind = .comparison(path, comparison, substituted(value))
    case .membership(let path, let values, let isNegated):
      condition.kind = .membership(path, values.map { substituted($0) }, isNegated: isNegated)
    case .between(let path, let lower, let upper, let isNegated):
      condition.kind = .between(
        path, substituted(lower), substituted(upper), isNegated: isNegated)
    case .date(let path, let clause): condition.kind = .date(path, substituted(clause))
    case .known, .invalid, .among, .absent, .quantified: break
    }
    return condition
  }

  private mutating func substituted(_ clause: DateClause) -> DateClause {
    var clause = clause
    switch clause.kind {
    case .relation(let relation, let value):
      clause.kind = .relation(relation, substituted(value))
    case .between(let lower, let upper):
      clause.kind = .between(substituted(lower), substituted(upper))
    case .within(let count, let unit, let value):
      clause.kind = .within(substituted(count), unit, of: substituted(value))
    case .last(let count, let unit): clause.kind = .last(substituted(count), unit)
    }
    return clause
  }

  private mutating func substituted(_ value: ValueSyntax) -> ValueSyntax {
    guard case .parameter(let name) = value.kind else { return value }
    if let text = options.parameters[name] {
      return ValueSyntax(parameterText: text, range: value.range)
    }
    let names = options.parameters.keys.sorted()
    let near = nearest(to: name, among: names, count: 1)
    var hints = didYouMean(near.map { "$" + $0 })
    if !names.isEmpty {
      hints.append("names: " + names.prefix(12).map { "$" + $0 }.joined(separator: ", "))
    }
    hints.append("next: let \(name) = value, or --param \(name)=value")
    report(
      .unknownParameter, "nothing is called '$\(name)'", at: value.range, hints: hints,
      fixIts: near.map { fixIt("$" + $0, at: value.range) })
    return ValueSyntax(kind: .missing, range: value.range)
  }
}
