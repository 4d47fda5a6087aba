import Diagnostics
import NewsModel

@testable import QueryLanguage

/// Where trees that no text was read for stand.
let nowhere = SourceRange(at: 0)

/// A query, with what stands behind it.
func tree(_ text: String, _ stages: Stage.Kind...) -> Query {
  var query = Parser.query(text).tree
  query.stages += stages.map { Stage(kind: $0, range: nowhere) }
  return query
}

/// A query from another source than a table.
func tree(_ source: Source.Kind, _ stages: Stage.Kind...) -> Query {
  Query(
    source: Source(kind: source, range: nowhere),
    stages: stages.map { Stage(kind: $0, range: nowhere) }, range: nowhere)
}

/// The condition of `events where ...`.
func condition(_ text: String) -> Condition {
  guard case .filter(let condition)? = Parser.query("events where \(text)").tree.stages.first?.kind
  else { return Condition(kind: .invalid, range: nowhere) }
  return condition
}

/// A condition that stands nowhere.
func condition(_ kind: Condition.Kind) -> Condition { Condition(kind: kind, range: nowhere) }

/// A path, its names joined by dots.
func names(_ text: String) -> PathSyntax {
  PathSyntax(
    names: text.split(separator: ".").map { .init(text: String($0), range: nowhere) },
    range: nowhere)
}

/// A bare value, or `$name`.
func bare(_ text: String) -> ValueSyntax {
  text.hasPrefix("$")
    ? ValueSyntax(kind: .parameter(String(text.dropFirst())), range: nowhere)
    : ValueSyntax(kind: .words(text), range: nowhere)
}

/// An expression that stands nowhere.
func worked(_ kind: Expression.Kind) -> Expression { Expression(kind: kind, range: nowhere) }

/// A field or column as an expression.
func field(_ text: String) -> Expression { worked(.path(names(text))) }

/// A number, a date or `$name` as an expression.
func literal(_ text: String) -> Expression { worked(.value(bare(text))) }

/// A text in quotes as an expression.
func text(_ text: String) -> Expression {
  worked(.value(ValueSyntax(kind: .quoted(text), range: nowhere)))
}

/// A function of expressions.
func function(_ name: String, _ arguments: Expression...) -> Expression {
  worked(.call(name, arguments))
}

/// Two expressions put together.
func put(_ left: Expression, _ sign: Arithmetic, _ right: Expression) -> Expression {
  worked(.arithmetic(sign, left, right))
}

/// A column of `add`.
func column(_ name: String, _ value: Expression) -> NamedExpression {
  NamedExpression(name: .init(text: name, range: nowhere), value: value)
}

/// An aggregate of `group by`.
func aggregate(
  _ function: Aggregate, _ argument: Expression? = nil, named name: String? = nil,
  isDistinct: Bool = false
) -> AggregateSyntax {
  AggregateSyntax(
    name: name.map { .init(text: $0, range: nowhere) }, function: function,
    isDistinct: isDistinct, argument: argument, range: nowhere)
}

/// What the binder makes of a tree.
func understand(_ tree: Query, options: Binder.Options = testOptions()) -> Understanding {
  let (bound, diagnostics) = Binder.bind(tree, catalog: TownCatalog(), options: options)
  return Understanding(text: "", tree: tree, bound: bound, diagnostics: diagnostics)
}
