internal import Diagnostics
internal import NewsModel

extension Query {
  /// The query in canonical form: small keywords, single blanks, quotes where they are needed.
  ///
  /// Reading it gives a query that is equal to this one, where this one has no `missing` or
  /// `invalid` part.
  public var canonical: String {
    var text = source.canonical
    var last: Stage?
    for stage in stages {
      let followsBare: Bool
      if case .filter = stage.kind, case .filter = last?.kind {
        followsBare = false
      } else {
        followsBare = stage.kind.isClause && (last?.kind.isClause ?? (source.kind != .previous))
      }
      text += (text.isEmpty ? "| " : followsBare ? " " : " | ") + stage.canonical
      last = stage
    }
    return text.isEmpty ? "|" : text
  }
}

extension Statement {
  /// The statement in canonical form.
  public var canonical: String {
    switch self {
    case .query(let query): return query.canonical
    case .assignment(let assignment):
      let word = assignment.isParameter ? "param" : "let"
      return "\(word) \(assignment.name) = \(assignment.value.canonical)"
    case .definition: return "?"
    }
  }
}

extension Source {
  /// The source in canonical form; empty for the query before.
  var canonical: String {
    switch kind {
    case .table(let table): table.name
    case .previous: ""
    case .query, .call, .graph, .missing: "?"
    }
  }
}

extension Stage {
  /// The stage in canonical form, without `|`.
  public var canonical: String {
    switch kind {
    case .filter(let condition): return "where " + condition.canonical
    case .dates(let clause): return clause.canonical
    case .search(let terms): return "search " + terms.map(\.canonical).joined(separator: " ")
    case .sort(let keys):
      let texts = keys.map { $0.path.text + ($0.isDescending ? " desc" : "") }
      return "sort by " + texts.joined(separator: ", ")
    case .byMainDate(let isDescending): return isDescending ? "newest" : "oldest"
    case .take(let count): return "take " + count.canonical
    case .skip(let count): return "skip " + count.canonical
    case .top(let count, let path): return "top \(count.canonical) by \(path.text)"
    case .show(let paths): return "show " + paths.canonical
    case .hide(let paths): return "hide " + paths.canonical
    case .count(let distinct, let keys):
      let what = distinct.map { " distinct " + $0.text } ?? ""
      return "count" + what + (keys.isEmpty ? "" : " by " + keys.canonical)
    case .distinct(let paths): return paths.isEmpty ? "distinct" : "distinct " + paths.canonical
    case .follow(let table): return table.name
    case .explain: return "explain"
    case .add, .group, .crosstab, .sample, .subset, .followed, .timeline, .chart, .save, .invalid:
      return "?"
    }
  }
}

extension [PathSyntax] {
  fileprivate var canonical: String { map(\.text).joined(separator: ", ") }
}

extension Condition {
  /// The condition in canonical form, with the brackets that it needs.
  public var canonical: String {
    switch kind {
    case .and(let operands):
      return operands.map { $0.canonical(inBrackets: $0.isJoined) }.joined(separator: " and ")
    case .or(let operands):
      return operands.map { $0.canonical(inBrackets: $0.isDisjunction) }.joined(separator: " or ")
    case .not(let operand): return "not " + operand.canonical(inBrackets: operand.isJoined)
    case .comparison(let path, let comparison, let value):
      return "\(path.text) \(comparison.rawValue) \(value.canonical)"
    case .membership(let path, let values, let isNegated):
      let list = values.map(\.canonical).joined(separator: ", ")
      return "\(path.text) \(isNegated ? "not in" : "in") (\(list))"
    case .between(let path, let lower, let upper, let isNegated):
      let word = isNegated ? "not between" : "between"
      return "\(path.text) \(word) \(lower.canonical) and \(upper.canonical)"
    case .known(let path, let isKnown): return "\(path.text) is \(isKnown ? "known" : "unknown")"
    case .date(let path, let clause):
      return (path.map { $0.text + " " } ?? "") + clause.canonical
    case .among, .absent, .quantified, .invalid: return "?"
    }
  }

  private var isDisjunction: Bool {
    if case .or = kind { return true }
    return false
  }

  private var isJoined: Bool {
    if case .and = kind { return true }
    return isDisjunction
  }

  private func canonical(inBrackets: Bool) -> String {
    inBrackets ? "(\(canonical))" : canonical
  }
}

extension ValueSyntax {
  /// The value in canonical form.
  public var canonical: String {
    switch kind {
    case .words(let text): text
    case .quoted(let text): quoted(text)
    case .pattern(let text): "/\(text)/"
    case .parameter(let name): "$" + name
    case .missing: "?"
    }
  }
}

extension DateClause {
  /// The clause in canonical form.
  public var canonical: String {
    let certainly = isCertain ? "certainly " : ""
    switch kind {
    case .relation(let relation, let value):
      return "\(certainly)\(relation.rawValue) \(value.canonical)"
    case .between(let lower, let upper):
      return "\(certainly)between \(lower.canonical) and \(upper.canonical)"
    case .within(let count, let unit, let value):
      return "\(certainly)within \(count.canonical) \(unit.rawValue) of \(value.canonical)"
    case .last(let count, let unit):
      return "\(certainly)last \(count.canonical) \(unit.rawValue)"
    }
  }
}
