internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Compiles expressions for some rows.
struct ExpressionCompiler {
  let rows: Rows
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The values of an expression for all rows.
  func column(_ expression: BoundExpression) throws -> ComputedColumn {
    try compile(expression).column(of: rows, cancellation: cancellation)
  }

  /// The kernel of an expression.
  func compile(_ expression: BoundExpression) throws -> ExpressionKernel {
    switch expression {
    case .path(let path): return .path(PathKernel(path, of: rows, snapshot: snapshot))
    case .value(let value): return constant(value)
    case .call(let function, let arguments):
      return try call(function, arguments.map { try compile($0) })
    case .arithmetic(let operation, let a, let b):
      return .arithmetic(operation, try compile(a), try compile(b))
    case .conditional(let condition, let then, let otherwise):
      let compiler = ConditionCompiler(
        snapshot: snapshot, cancellation: cancellation, rowCount: rows.count)
      let (first, second) = (try compile(then), try compile(otherwise))
      let merger = BranchMerger(try kind(first), try kind(second), snapshot)
      return .conditional(
        try compiler.compile(condition, over: rows), then: first, otherwise: second, merger)
    }
  }

  /// What an expression gives, as a batch without rows tells.
  private func kind(_ kernel: ExpressionKernel) throws -> ColumnKind {
    try kernel.values(.run(0..<0)).kind
  }

  private func constant(_ value: Value) -> ExpressionKernel {
    switch value {
    case .text(let text): return .constant(.texts([1], .own(["", text])))
    case .integer(let number): return .constant(.integers([Int64(number)]))
    case .number(let number): return .constant(.numbers([number]))
    case .date(let date):
      return .constant(.dates(first: [date.ends.first], last: [date.ends.last]))
    case .list(let values): return values.first.map { constant($0) } ?? .unknown
    case .unknown: return .unknown
    }
  }

  private func call(
    _ function: Function, _ arguments: [ExpressionKernel]
  ) throws -> ExpressionKernel {
    guard let first = arguments.first else { return .unknown }
    switch function {
    case .year, .quarter, .month, .week, .day, .weekday:
      guard let part = BoundPath.DatePart(rawValue: function.rawValue) else { return .unknown }
      return .period(part, first)
    case .daysBetween:
      return arguments.count == 2 ? .daysBetween(first, arguments[1]) : .unknown
    case .lower: return .spelled(first, TextSpeller(snapshot) { $0.lowercased() })
    case .upper: return .spelled(first, TextSpeller(snapshot) { $0.uppercased() })
    case .length:
      if case .list = try kind(first) { return .length(first) }
      return measured(first) { $0.count }
    case .words: return measured(first) { foldedWords($0).count }
    case .first: return .first(first)
    case .last: return .last(first)
    case .absolute: return .absolute(first)
    case .round: return .round(first)
    case .join:
      return arguments.dropFirst().reduce(first) { .joined($0, $1, TextJoiner(snapshot)) }
    }
  }

  private func measured(
    _ text: ExpressionKernel, _ measure: @escaping (String) -> Int
  ) -> ExpressionKernel {
    let measure = TextMeasure(snapshot, cancellation: cancellation, measure)
    if case .path(let path) = text, let (selection, column) = path.slices {
      return .slicesMeasured(selection, column, measure)
    }
    return .measured(text, measure)
  }
}
