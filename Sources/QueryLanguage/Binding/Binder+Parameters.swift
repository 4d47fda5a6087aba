internal import Diagnostics

extension Binder {
  /// The query with every `$name` replaced by its value, in queries in brackets too; one that is
  /// not known is reported.
  ///
  /// What remains of parameters stands for any value: see ``noteUse(of:as:)``.
  mutating func substituted(_ query: Query) -> Query {
    var query = query
    switch query.source.kind {
    case .table, .previous, .missing: break
    case .query(let inner): query.source.kind = .query(substituted(inner))
    case .call(var call):
      for index in call.arguments.indices {
        call.arguments[index].value = substituted(call.arguments[index].value)
      }
      query.source.kind = .call(call)
    case .graph(var graph):
      switch graph.kind {
      case .paths(let from, let to, let steps):
        graph.kind = .paths(
          from: substituted(from), to: substituted(to), steps: substituted(steps))
      case .neighbours(let name): graph.kind = .neighbours(of: substituted(name))
      }
      graph.ties = graph.ties.map { substituted($0) }
      query.source.kind = .graph(graph)
    }
    query.stages = query.stages.map { substituted($0) }
    return query
  }

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
    case .add(let columns):
      stage.kind = .add(
        columns.map { NamedExpression(name: $0.name, value: substituted($0.value)) })
    case .group(let keys, var aggregates):
      for index in aggregates.indices {
        aggregates[index].argument = aggregates[index].argument.map { substituted($0) }
      }
      stage.kind = .group(by: keys, aggregates)
    case .sample(let count, let seed):
      stage.kind = .sample(substituted(count), seed: seed.map { substituted($0) })
    case .subset(let query, let isNegated):
      stage.kind = .subset(substituted(query), isNegated: isNegated)
    case .followed(var followed):
      followed.query = substituted(followed.query)
      if let span = followed.span { followed.span?.count = substituted(span.count) }
      stage.kind = .followed(followed)
    case .save(let name): stage.kind = .save(substituted(name))
    case .sort, .byMainDate, .show, .hide, .count, .distinct, .follow, .crosstab, .timeline,
      .chart, .explain, .invalid:
      break
    }
    return stage
  }

  private mutating func substituted(_ condition: Condition) -> Condition {
    var condition = condition
    switch condition.kind {
    case .and(let operands): condition.kind = .and(operands.map { substituted($0) })
    case .or(let operands): condition.kind = .or(operands.map { substituted($0) })
    case .not(let operand): condition.kind = .not(substituted(operand))
    case .quantified(let quantifier, let test):
      condition.kind = .quantified(quantifier, substituted(test))
    case .comparison(let path, let comparison, let value):
      condition.kind = .comparison(path, comparison, substituted(value))
    case .membership(let path, let values, let isNegated):
      condition.kind = .membership(path, values.map { substituted($0) }, isNegated: isNegated)
    case .among(let path, let query, let isNegated):
      condition.kind = .among(path, substituted(query), isNegated: isNegated)
    case .between(let path, let lower, let upper, let isNegated):
      condition.kind = .between(
        path, substituted(lower), substituted(upper), isNegated: isNegated)
    case .date(let path, let clause): condition.kind = .date(path, substituted(clause))
    case .known, .absent, .invalid: break
    }
    return condition
  }

  private mutating func substituted(_ expression: Expression) -> Expression {
    var expression = expression
    switch expression.kind {
    case .value(let value): expression.kind = .value(substituted(value))
    case .call(let name, let arguments):
      expression.kind = .call(name, arguments.map { substituted($0) })
    case .arithmetic(let operation, let left, let right):
      expression.kind = .arithmetic(operation, substituted(left), substituted(right))
    case .negative(let operand): expression.kind = .negative(substituted(operand))
    case .conditional(let condition, let first, let second):
      expression.kind = .conditional(
        substituted(condition), then: substituted(first), otherwise: substituted(second))
    case .path, .invalid: break
    }
    return expression
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

  /// The value that a parameter stands for; other values are returned as they are.
  mutating func substituted(_ value: ValueSyntax) -> ValueSyntax {
    guard case .parameter(let name) = value.kind else { return value }
    if let scope = scopes.last, let argument = scope.arguments[name] {
      if let place = argument.place { scopes[scopes.count - 1].uses[value.range] = place }
      return ValueSyntax(kind: argument.value?.kind ?? value.kind, range: value.range)
    }
    if let text = options.parameters[name] {
      return ValueSyntax(parameterText: text, range: value.range)
    }
    let names = ((scopes.last?.arguments.keys).map { Array($0) } ?? []) + options.parameters.keys
    let near = nearest(to: name, among: names, count: 1)
    var hints = didYouMean(near.map { "$" + $0 })
    if !names.isEmpty {
      hints.append("names: " + names.sorted().prefix(12).map { "$" + $0 }.joined(separator: ", "))
    }
    hints.append("next: let \(name) = value, or --param \(name)=value")
    report(
      .unknownParameter, "nothing is called '$\(name)'", at: value.range, hints: hints,
      fixIts: near.map { fixIt("$" + $0, at: value.range) })
    return ValueSyntax(kind: .missing, range: value.range)
  }

  // MARK: Parameters that stand for any value

  /// Notes that a parameter without a value is used as a value of `type`; other values are passed
  /// over.
  mutating func noteUse(of value: ValueSyntax, as type: ParameterType) {
    guard case .parameter(let name) = value.kind else { return }
    if parameterTypes[name] == nil { parameterTypes[name] = type }
  }
}

extension ValueSyntax {
  /// Whether the value may be any: a parameter of a definition that is being checked.
  var isOpen: Bool {
    if case .parameter = kind { return true }
    return false
  }
}
