internal import NewsModel

/// A tree as it is shown to somebody who wants to know how a query is read.
public struct SyntaxTree: Sendable, Hashable {
  /// What the node is, and what it says.
  public var label: String
  /// What it is made of, in order.
  public var children: [SyntaxTree]

  /// A node.
  public init(_ label: String, _ children: [SyntaxTree] = []) {
    self.label = label
    self.children = children
  }

  /// The tree, a node a line, what a node is made of indented below it.
  ///
  /// - Complexity: O(*n* *d*) for *n* nodes *d* deep.
  public var lines: [String] {
    var lines: [String] = []
    draw(first: "", rest: "", into: &lines)
    return lines
  }

  private func draw(first: String, rest: String, into lines: inout [String]) {
    lines.append(first + label)
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      child.draw(
        first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "), into: &lines)
    }
  }
}

extension Statement {
  /// The statement's tree.
  public var tree: SyntaxTree {
    switch self {
    case .query(let query): return query.tree
    case .assignment(let assignment):
      let word = assignment.isParameter ? "param" : "let"
      return SyntaxTree("\(word) \(assignment.name)", [assignment.value.tree])
    case .definition(let definition):
      let parameters = definition.parameters.map { parameter in
        SyntaxTree(
          "parameter $\(parameter.name)", parameter.defaultValue.map { [$0.tree] } ?? [])
      }
      return SyntaxTree("define \(definition.name)", parameters + [definition.body.tree])
    }
  }
}

extension Query {
  /// The query's tree.
  public var tree: SyntaxTree { SyntaxTree("query", [source.tree] + stages.map(\.tree)) }
}

extension Source {
  fileprivate var tree: SyntaxTree {
    switch kind {
    case .table(let table): return SyntaxTree("table \(table.name)")
    case .previous: return SyntaxTree("the query before")
    case .query(let query): return query.tree
    case .call(let call):
      let arguments = call.arguments.map { argument in
        argument.name.map { SyntaxTree("$\($0)", [argument.value.tree]) } ?? argument.value.tree
      }
      return SyntaxTree("definition \(call.name)", arguments)
    case .graph(let graph): return graph.tree
    case .missing: return SyntaxTree("nothing")
    }
  }
}

extension GraphSyntax {
  fileprivate var tree: SyntaxTree {
    let parts: [SyntaxTree]
    let name: String
    switch kind {
    case .paths(let start, let goal, let steps):
      name = "paths"
      parts = [
        SyntaxTree("from", [start.tree]), SyntaxTree("to", [goal.tree]),
        SyntaxTree("steps", [steps.tree]),
      ]
    case .neighbours(let center):
      name = "neighbours"
      parts = [SyntaxTree("of", [center.tree])]
    }
    return SyntaxTree(name, parts + (ties.isEmpty ? [] : [SyntaxTree("ties", ties.map(\.tree))]))
  }
}

extension Stage {
  /// The stage's tree.
  fileprivate var tree: SyntaxTree {
    switch kind {
    case .filter(let condition): return SyntaxTree("where", [condition.tree])
    case .dates(let clause): return clause.tree
    case .search(let terms): return SyntaxTree("search", terms.map(\.tree))
    case .sort(let keys):
      return SyntaxTree(
        "sort", keys.map { SyntaxTree($0.path.label + ($0.isDescending ? ", greatest first" : "")) }
      )
    case .byMainDate(let isDescending): return SyntaxTree(isDescending ? "newest" : "oldest")
    case .take(let count): return SyntaxTree("take", [count.tree])
    case .skip(let count): return SyntaxTree("skip", [count.tree])
    case .top(let count, let path): return SyntaxTree("top", [count.tree, path.tree])
    case .show(let paths): return SyntaxTree("show", paths.map(\.tree))
    case .hide(let paths): return SyntaxTree("hide", paths.map(\.tree))
    case .count(let distinct, let keys):
      let counted = distinct.map { [SyntaxTree("distinct", [$0.tree])] } ?? []
      return SyntaxTree("count", counted + Self.keys(keys))
    case .distinct(let paths): return SyntaxTree("distinct", paths.map(\.tree))
    case .follow(let table): return SyntaxTree("go to \(table.name)")
    case .add(let columns):
      return SyntaxTree("add", columns.map { SyntaxTree($0.name.text, [$0.value.tree]) })
    case .group(let keys, let aggregates):
      return SyntaxTree("group", Self.keys(keys) + aggregates.map(\.tree))
    case .crosstab(let rows, let columns):
      return SyntaxTree(
        "crosstab", [SyntaxTree("down", [rows.tree]), SyntaxTree("across", [columns.tree])])
    case .sample(let count, let seed):
      return SyntaxTree(
        "sample", [count.tree] + (seed.map { [SyntaxTree("seed", [$0.tree])] } ?? []))
    case .subset(let query, let isNegated):
      return SyntaxTree(isNegated ? "except" : "only", [query.tree])
    case .followed(let sequence): return sequence.tree
    case .timeline: return SyntaxTree("timeline")
    case .chart(let style, let keys):
      return SyntaxTree("chart" + (style.map { " \($0.rawValue)" } ?? ""), Self.keys(keys))
    case .save(let path): return SyntaxTree("save", [path.tree])
    case .explain: return SyntaxTree("explain")
    case .invalid: return SyntaxTree("nothing")
    }
  }

  private static func keys(_ paths: [PathSyntax]) -> [SyntaxTree] {
    paths.isEmpty ? [] : [SyntaxTree("by", paths.map(\.tree))]
  }
}

extension FollowedSyntax {
  fileprivate var tree: SyntaxTree {
    var parts = [query.tree]
    if let span {
      parts.append(SyntaxTree("within", [span.count.tree, SyntaxTree(span.unit.rawValue)]))
    }
    if !shared.isEmpty { parts.append(SyntaxTree("sharing", shared.map(\.tree))) }
    return SyntaxTree(isNegated ? "not followed by" : "followed by", parts)
  }
}

extension PathSyntax {
  /// `field type`, `path actor.country`.
  fileprivate var label: String { (names.count > 1 ? "path " : "field ") + text }
  /// The path's tree.
  var tree: SyntaxTree { SyntaxTree(label) }
}

extension ValueSyntax {
  /// The value's tree.
  var tree: SyntaxTree {
    switch kind {
    case .words(let text): SyntaxTree("value \(text)")
    case .quoted(let text): SyntaxTree("text \(quoted(text))")
    case .pattern(let text): SyntaxTree("pattern /\(text)/")
    case .parameter(let name): SyntaxTree("parameter $\(name)")
    case .missing: SyntaxTree("nothing")
    }
  }
}
