extension Condition {
  /// The condition's tree.
  var tree: SyntaxTree {
    switch kind {
    case .and(let operands): return SyntaxTree("and", operands.map(\.tree))
    case .or(let operands): return SyntaxTree("or", operands.map(\.tree))
    case .not(let operand): return SyntaxTree("not", [operand.tree])
    case .comparison(let path, let comparison, let value):
      return SyntaxTree(comparison.rawValue, [path.tree, value.tree])
    case .membership(let path, let values, let isNegated):
      return SyntaxTree(isNegated ? "not in" : "in", [path.tree] + values.map(\.tree))
    case .among(let path, let query, let isNegated):
      return SyntaxTree(isNegated ? "not in" : "in", [path.tree, query.tree])
    case .absent(let path): return SyntaxTree("no", [path.tree])
    case .quantified(let quantifier, let condition):
      return SyntaxTree(quantifier.rawValue, [condition.tree])
    case .between(let path, let lower, let upper, let isNegated):
      return SyntaxTree(
        isNegated ? "not between" : "between", [path.tree, lower.tree, upper.tree])
    case .known(let path, let isKnown):
      return SyntaxTree(isKnown ? "is known" : "is unknown", [path.tree])
    case .date(let path, let clause):
      guard let path else { return clause.tree }
      return SyntaxTree(clause.tree.label, [path.tree] + clause.tree.children)
    case .invalid: return SyntaxTree("nothing")
    }
  }
}

extension DateClause {
  /// The clause's tree.
  var tree: SyntaxTree {
    let certainly = isCertain ? "certainly " : ""
    switch kind {
    case .relation(let relation, let value):
      return SyntaxTree(certainly + relation.rawValue, [value.tree])
    case .between(let lower, let upper):
      return SyntaxTree(certainly + "between", [lower.tree, upper.tree])
    case .within(let count, let unit, let value):
      return SyntaxTree(
        certainly + "within",
        [count.tree, SyntaxTree(unit.rawValue), SyntaxTree("of", [value.tree])])
    case .last(let count, let unit):
      return SyntaxTree(certainly + "last", [count.tree, SyntaxTree(unit.rawValue)])
    }
  }
}

extension Expression {
  /// The expression's tree.
  var tree: SyntaxTree {
    switch kind {
    case .path(let path): SyntaxTree(path.text)
    case .value(let value): value.tree
    case .call(let name, let arguments): SyntaxTree(name, arguments.map(\.tree))
    case .arithmetic(let operation, let a, let b):
      SyntaxTree(operation.rawValue, [a.tree, b.tree])
    case .negative(let operand): SyntaxTree("-", [operand.tree])
    case .conditional(let condition, let then, let otherwise):
      SyntaxTree(
        "if",
        [condition.tree, SyntaxTree("then", [then.tree]), SyntaxTree("else", [otherwise.tree])])
    case .invalid: SyntaxTree("nothing")
    }
  }
}

extension AggregateSyntax {
  /// The aggregate's tree.
  var tree: SyntaxTree {
    let word = function.rawValue + (isDistinct ? " distinct" : "")
    let node = SyntaxTree(word, argument.map { [$0.tree] } ?? [])
    return name.map { SyntaxTree($0.text, [node]) } ?? node
  }
}
