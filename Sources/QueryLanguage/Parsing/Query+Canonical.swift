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
    for (index, stage) in stages.enumerated() {
      let followsBare: Bool
      if case .filter = stage.kind, case .filter = last?.kind {
        followsBare = false
      } else {
        followsBare = stage.kind.standsBare && (last?.kind.isClause ?? source.kind.allowsClauses)
      }
      text += (text.isEmpty ? "| " : followsBare ? " " : " | ")
      text += stage.canonical(before: stages.dropFirst(index + 1).first)
      last = stage
    }
    return text.isEmpty ? "|" : text
  }
}

extension Stage.Kind {
  /// Whether it is a clause that is told from a part of the value before it.
  fileprivate var standsBare: Bool {
    if case .dates(let clause) = self { return clause.hasDate }
    return isClause
  }
}

extension DateClause {
  /// Whether what stands after the keyword looks like a date, so that the keyword is taken for one.
  fileprivate var hasDate: Bool {
    switch kind {
    case .relation(_, let value), .between(let value, _):
      guard case .words(let text) = value.kind else { return true }
      let words = text.lowercased().split(separator: " ").map { String($0) }
      guard let first = words.first else { return false }
      return DateLiteral.canBegin(with: first) || DateLiteral.resembles(first)
        || DateLiteral.canBegin(with: first, then: words.count > 1 ? words[1] : "")
    case .within, .last: return true
    }
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
    case .definition(let definition): return definition.canonical
    }
  }
}

extension Source {
  /// The source in canonical form; empty for the query before.
  var canonical: String {
    switch kind {
    case .table(let table): table.name
    case .previous: ""
    case .query(let query): "(\(query.canonical))"
    case .call(let call): call.canonical
    case .graph(let graph): graph.canonical
    case .missing: "?"
    }
  }
}

extension Source.Kind {
  /// Whether it is a definition's name alone, which could be a value in a list.
  fileprivate var isBareCall: Bool {
    if case .call(let call) = self { return call.arguments.isEmpty }
    return false
  }

  /// Whether a clause may follow it without `|` and is no part of it.
  fileprivate var allowsClauses: Bool {
    switch self {
    case .previous, .graph: false
    default: true
    }
  }
}

extension Definition {
  /// The definition in canonical form, without its help.
  public var canonical: String {
    let list = parameters.map { parameter in
      parameter.name + (parameter.defaultValue.map { " = " + $0.canonical } ?? "")
    }
    let brackets = list.isEmpty ? "" : "(\(list.joined(separator: ", ")))"
    return "define \(name)\(brackets) = \(body.canonical)"
  }
}

extension Call {
  /// The call in canonical form.
  public var canonical: String {
    let list = arguments.map { argument in
      (argument.name.map { $0 + " = " } ?? "") + argument.value.canonical
    }
    // A name that reads like a slip of a table's name is only a call with brackets.
    let isBare = list.isEmpty && Parser.tableMeant(by: name) == nil && name.isDefinitionName
    return isBare ? name : "\(name)(\(list.joined(separator: ", ")))"
  }
}

extension GraphSyntax {
  /// The source in canonical form, with the clauses that say what ties.
  public var canonical: String {
    let head =
      switch kind {
      case .paths(let from, let to, let steps):
        "paths from \(from.canonical) to \(to.canonical) within \(steps.canonical) steps"
      case .neighbours(let entity): "neighbours of \(entity.canonical)"
      }
    let clauses = ties.indices.map { ties[$0].canonical(before: ties.dropFirst($0 + 1).first) }
    return ([head] + clauses).joined(separator: " ")
  }
}

extension FollowedSyntax {
  /// The stage in canonical form.
  public var canonical: String {
    var text = "\(isNegated ? "not " : "")followed by (\(query.canonical))"
    if let span { text += " within \(span.count.canonical) \(span.unit.rawValue)" }
    return text + (shared.isEmpty ? "" : " sharing " + shared.canonical)
  }
}

extension Stage {
  /// The stage in canonical form, where `next` follows it, perhaps without `|`.
  ///
  /// `no date` stands in brackets where a clause about dates would be taken for a part of it.
  fileprivate func canonical(before next: Stage?) -> String {
    if case .filter(let condition) = kind, case .dates? = next?.kind, condition.endsInAbsence {
      return "where (\(condition.canonical))"
    }
    return canonical
  }

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
    case .add(let columns): return "add " + columns.map(\.canonical).joined(separator: ", ")
    case .group(let keys, let aggregates):
      let head = keys.isEmpty ? "group" : "group by " + keys.canonical
      return "\(head): \(aggregates.map(\.canonical).joined(separator: ", "))"
    case .crosstab(let rows, let columns): return "crosstab \(rows.text) by \(columns.text)"
    case .sample(let count, let seed):
      return "sample " + count.canonical + (seed.map { " seed " + $0.canonical } ?? "")
    case .subset(let query, let isNegated):
      return "\(isNegated ? "except" : "only") (\(query.canonical))"
    case .followed(let sequence): return sequence.canonical
    case .timeline: return "timeline"
    case .chart(let style, let keys):
      let head = "chart" + (style.map { " " + $0.rawValue } ?? "")
      return keys.isEmpty ? head : "\(head) by \(keys.canonical)"
    case .save(let file): return "save " + file.canonical
    case .invalid: return "?"
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
      guard let path else { return clause.canonical }
      return "\(path.text) \(clause.relative ?? clause.behindField)"
    case .among(let path, let query, let isNegated):
      let isBareCall = query.stages.isEmpty && query.source.kind.isBareCall
      let brackets = isBareCall ? "()" : ""
      return "\(path.text) \(isNegated ? "not in" : "in") (\(query.canonical)\(brackets))"
    case .absent(let path): return "no " + path.text
    case .quantified(let quantifier, let test):
      return "\(quantifier.rawValue) \(test.canonical)"
    case .invalid: return "?"
    }
  }

  /// Whether its last part is a `no` without an operator.
  fileprivate var endsInAbsence: Bool {
    switch kind {
    case .absent: true
    case .and(let operands), .or(let operands): operands.last?.endsInAbsence ?? false
    case .not(let operand): operand.endsInAbsence
    default: false
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
  /// `last Monday` without `in`, as it may stand behind a field; nil for other clauses.
  fileprivate var relative: String? {
    guard !isCertain, case .relation(.in, let value) = kind, case .words(let text) = value.kind
    else { return nil }
    let words = text.lowercased().split(separator: " ").map { String($0) }
    guard words.count > 1, words[0] == Keyword.last.rawValue, Unit(named: words[1]) == nil,
      words[1] != "quarter", DateLiteral.number(spelled: words[1]) == nil,
      words[1].utf8.contains(where: { !(0x30...0x39).contains($0) })
    else { return nil }
    return text
  }

  /// The clause behind a field, where `in` is only taken for a date before what looks like one:
  /// `possibly in` is taken for it always.
  fileprivate var behindField: String {
    guard !isCertain, case .relation(.in, let value) = kind, case .words(let text) = value.kind,
      !Parser.looksLikeDate(text)
    else { return canonical }
    return "possibly " + canonical
  }

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
