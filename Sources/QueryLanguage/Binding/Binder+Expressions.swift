internal import Diagnostics
internal import NewsModel

/// Values that are worked out for each row.
extension Binder {
  /// The expression with its fields and functions found; nil, and errors, where that cannot be.
  ///
  /// All parts are bound, so that one run shows all errors.
  mutating func bind(_ expression: Expression) -> TypedExpression? {
    deeper(at: expression.range) { $0.bindDeeper(expression) }
  }

  private mutating func bindDeeper(_ expression: Expression) -> TypedExpression? {
    switch expression.kind {
    case .path(let path):
      let hint = path.names.count == 1 ? "a text stands in quotes: \(quoted(path.text))" : nil
      return bind(path, hint: hint).map { TypedExpression(.path($0), type(of: $0)) }
    case .value(let value): return bindLiteral(value)
    case .call(let name, let arguments):
      return bindFunction(name, arguments, at: expression.range)
    case .arithmetic(let operation, let left, let right):
      return bindArithmetic(operation, left, right, at: expression.range)
    case .negative(let operand): return bindNegative(operand)
    case .conditional(let condition, let first, let second):
      return bindConditional(condition, first, second, at: expression.range)
    case .invalid: return nil
    }
  }

  /// Notes what an expression is used as, where it is a parameter without a value.
  mutating func noteUse(of expression: TypedExpression, as type: ParameterType) {
    if let parameter = expression.parameter { noteUse(of: parameter, as: type) }
  }

  // MARK: Literals

  private mutating func bindLiteral(_ value: ValueSyntax) -> TypedExpression? {
    switch value.kind {
    case .missing: return nil
    case .parameter: return TypedExpression(parameter: value)
    case .quoted(let text): return TypedExpression(.value(.text(text)), ColumnType(.text))
    case .pattern:
      report(
        .wrongArgument, "a pattern is no value", at: value.range,
        hints: ["next: if title ~ \(value.canonical) then \"yes\" else \"no\""])
      return nil
    case .words(let text):
      if let number = decimal(text) {
        guard number.isFinite else {
          report(
            .notANumber, "'\(shortened(text))' is too great a number", at: value.range,
            hints: ["next: a number of at most 300 digits"])
          return nil
        }
        note(.number, at: value.range)
        if !text.contains("."), let whole = Int(exactly: number) {
          return TypedExpression(.value(.integer(whole)), ColumnType(.integer))
        }
        return TypedExpression(.value(.number(number)), ColumnType(.number))
      }
      if let date = try? DateLiteral.read(text, today: options.today) {
        note(.date(date), at: value.range)
        return TypedExpression(.value(.date(date)), ColumnType(.date))
      }
      return TypedExpression(.value(.text(text)), ColumnType(.text))
    }
  }

  // MARK: Arithmetic

  private mutating func bindNegative(_ operand: Expression) -> TypedExpression? {
    guard let bound = bind(operand).flatMap({ number($0, operand, of: "-") }) else { return nil }
    switch bound.expression {
    case .value(.integer(let number)):
      return TypedExpression(.value(.integer(-number)), bound.type)
    case .value(.number(let number)): return TypedExpression(.value(.number(-number)), bound.type)
    default:
      return TypedExpression(
        .arithmetic(.minus, .value(.integer(0)), bound.expression), ColumnType(bound.type.value))
    }
  }

  /// An operand, which must be a number; nil, and an error, where it is none.
  private mutating func number(
    _ bound: TypedExpression, _ operand: Expression, of sign: String
  ) -> TypedExpression? {
    if reportsList(bound, operand) { return nil }
    if bound.isOpen {
      noteUse(of: bound, as: ParameterType(.number))
      return TypedExpression(.value(.number(0)), ColumnType(.number))
    }
    if bound.type.isNumber { return bound }
    reportMismatch(bound.type, sign, at: operand.range)
    return nil
  }

  private mutating func bindArithmetic(
    _ operation: Arithmetic, _ left: Expression, _ right: Expression, at range: SourceRange
  ) -> TypedExpression? {
    let leftBound = bind(left)
    guard let rightBound = bind(right), let leftBound else { return nil }
    let isJoin = [leftBound, rightBound].contains { $0.type.isTextual && !$0.isOpen }
    if operation == .plus, isJoin { return bindJoin((leftBound, left), (rightBound, right)) }
    let first = number(leftBound, left, of: operation.rawValue)
    guard let second = number(rightBound, right, of: operation.rawValue), let first else {
      return nil
    }
    let isWhole =
      operation != .divided && first.type.value == .integer && second.type.value == .integer
    return TypedExpression(
      .arithmetic(operation, first.expression, second.expression),
      ColumnType(isWhole ? .integer : .number))
  }

  private mutating func bindJoin(
    _ left: (bound: TypedExpression, syntax: Expression),
    _ right: (bound: TypedExpression, syntax: Expression)
  ) -> TypedExpression? {
    // A list is told alone: what it is joined with depends on what takes its place.
    let hasList = [left, right].count { reportsList($0.bound, $0.syntax) } > 0
    if hasList { return nil }
    var isValid = true
    for (bound, syntax) in [left, right] {
      if bound.isOpen {
        noteUse(of: bound, as: ParameterType(.text))
      } else if !bound.type.isTextual {
        report(
          .typeMismatch, "a text and \(bound.type.words) cannot be joined", at: syntax.range,
          hints: ["'+' adds two numbers, or joins two texts", "next: put texts in quotes"])
        isValid = false
      }
    }
    guard isValid else { return nil }
    return TypedExpression(
      .call(.join, [left.bound.expression, right.bound.expression]), ColumnType(.text))
  }

  private mutating func reportMismatch(_ type: ColumnType, _ sign: String, at range: SourceRange) {
    let hint: String
    switch type.value {
    case .date: hint = "next: days between A and B gives the days from one date to another"
    case .integer, .number: hint = "next: first(...) takes one of several values"
    default: hint = "next: words(...) and length(...) make numbers of texts; '+' joins two texts"
    }
    report(
      .typeMismatch, "'\(sign)' needs numbers, and this is \(type.words)", at: range,
      hints: [hint])
  }

  /// Whether an expression gives several values where one is needed, which is an error.
  private mutating func reportsList(_ bound: TypedExpression, _ syntax: Expression) -> Bool {
    guard bound.type.isList else { return false }
    guard case .path(let path) = syntax.kind else {
      report(
        .listInExpression, "this may be several values, and one is needed", at: syntax.range,
        hints: ["next: first(...) takes the first, length(...) counts them"])
      return true
    }
    let text = "first(\(path.text))"
    report(
      .listInExpression, "'\(path.text)' may have several values, and one is needed",
      at: syntax.range,
      hints: ["next: \(text) takes the first, length(\(path.text)) counts them"],
      fixIts: [fixIt(text, at: syntax.range)])
    return true
  }

  // MARK: Choices

  private mutating func bindConditional(
    _ condition: Condition, _ first: Expression, _ second: Expression, at range: SourceRange
  ) -> TypedExpression? {
    let test = bind(condition)
    let then = bind(first)
    let otherwise = bind(second)
    guard let test, let then, let otherwise else { return nil }
    let type: ColumnType
    if then.isOpen || otherwise.isOpen {
      let known = then.isOpen ? otherwise : then
      for branch in [then, otherwise] {
        noteUse(of: branch, as: ParameterType(known.type.value, field: known.type.origin))
      }
      type = known.type
    } else if let joined = then.type.joined(with: otherwise.type) {
      type = joined
    } else {
      report(
        .typeMismatch,
        "'then' gives \(then.type.words), and 'else' \(otherwise.type.words)", at: range,
        hints: ["next: two numbers, two texts or two dates; a text stands in quotes"])
      return nil
    }
    return TypedExpression(
      .conditional(test, then: then.expression, otherwise: otherwise.expression), type)
  }

  // MARK: Functions

  private mutating func bindFunction(
    _ name: String, _ arguments: [Expression], at range: SourceRange
  ) -> TypedExpression? {
    guard let entry = FunctionEntry(named: name) else {
      for argument in arguments { _ = bind(argument) }
      reportUnknownFunction(name, at: range)
      return nil
    }
    var bound: [TypedExpression] = []
    for (index, argument) in arguments.enumerated() {
      let parameter = index < entry.parameters.count ? entry.parameters[index] : nil
      if let value = bind(argument, as: parameter, of: entry) { bound.append(value) }
    }
    if arguments.count != entry.parameters.count {
      report(
        .wrongArgument,
        "'\(entry.name)' takes \(counted(entry.parameters.count, "value")), and here \(arguments.count == 1 ? "is" : "are") \(arguments.count)",
        at: range, hints: ["next: \(entry.syntax)"])
      return nil
    }
    guard bound.count == arguments.count else { return nil }
    return TypedExpression(
      .call(entry.function, bound.map(\.expression)), type(of: entry, bound.map(\.type)))
  }

  private func type(of entry: FunctionEntry, _ arguments: [ColumnType]) -> ColumnType {
    let first = arguments.first ?? ColumnType(.text)
    switch entry.result {
    case .part(let part): return ColumnType(part.type, part: part)
    case .text: return ColumnType(.text)
    case .integer: return ColumnType(.integer)
    case .argument: return ColumnType(first.value)
    case .element:
      var type = first
      type.isList = false
      return type
    }
  }

  /// An argument that must fit a parameter; without one it is only looked through for errors.
  private mutating func bind(
    _ argument: Expression, as parameter: FunctionEntry.Parameter?, of entry: FunctionEntry
  ) -> TypedExpression? {
    if parameter == .date, case .value(let value) = argument.kind, !value.isOpen {
      return date(value).map { TypedExpression(.value(.date($0)), ColumnType(.date)) }
    }
    guard let bound = bind(argument), let parameter else { return nil }
    let type = bound.type
    let isFitting: Bool
    switch parameter {
    case .date: isFitting = type.value == .date
    case .text: isFitting = type.isTextual
    case .number: isFitting = type.value == .integer || type.value == .number
    case .list: isFitting = type.isList
    case .textOrList: isFitting = type.isTextual || type.isList
    }
    if bound.isOpen {
      noteUse(of: bound, as: ParameterType(parameter.type))
      var open = TypedExpression(bound.expression, ColumnType(parameter.type))
      open.type.isList = parameter == .list
      return open
    }
    guard isFitting else {
      report(
        .wrongArgument, "'\(entry.name)' needs \(parameter.word), and this is \(type.words)",
        at: argument.range, hints: hints(for: parameter, type, entry))
      return nil
    }
    let takesList = parameter == .list || parameter == .textOrList
    if !takesList, reportsList(bound, argument) { return nil }
    return bound
  }

  private func hints(
    for parameter: FunctionEntry.Parameter, _ type: ColumnType, _ entry: FunctionEntry
  ) -> [String] {
    if parameter == .list { return ["next: leave '\(entry.name)' out, there is one value already"] }
    let fields = shape?.names { field in
      switch parameter {
      case .date: field == .date
      case .number: field == .integer || field == .number
      case .text, .textOrList, .list: field == .text
      }
    }
    var hints = ["next: \(entry.syntax)"]
    if let fields, !fields.isEmpty {
      hints.append("that fit here: " + fields.joined(separator: ", "))
    }
    return hints
  }

  private mutating func reportUnknownFunction(_ name: String, at range: SourceRange) {
    let place = SourceRange(range.lower, range.lower + name.utf8.count)
    let names = FunctionEntry.all.map(\.name)
    if let aggregate = AggregateEntry(named: name) {
      report(
        .unknownFunction, "'\(name)' is worked out for groups, not for a row", at: place,
        hints: ["next: \(aggregate.examples[0])"])
      return
    }
    let near = FunctionSynonyms.functions[name].map { [$0] } ?? nearest(to: name, among: names)
    if let form = FunctionSynonyms.forms[name] {
      report(
        .unknownFunction, "there is no function '\(shortened(name))', but another way", at: place,
        hints: ["next: \(form)"])
      return
    }
    report(
      .unknownFunction, "there is no function '\(shortened(name))'", at: place,
      hints: didYouMean(near) + ["functions: " + names.joined(separator: ", ")],
      fixIts: near.prefix(1).map { fixIt($0, at: place) })
  }
}

extension FunctionEntry.Parameter {
  /// The type of a value that fits.
  fileprivate var type: ValueType {
    switch self {
    case .date: .date
    case .number: .number
    case .text, .list, .textOrList: .text
    }
  }
}

extension RowShape {
  /// Names of fields and columns that hold single values of some types.
  fileprivate func names(where fits: (ValueType) -> Bool) -> [String] {
    let fields = table?.schema.fields.filter { !$0.isList && fits($0.type) }.map(\.name) ?? []
    return fields + columns.filter { !$0.type.isList && fits($0.type.value) }.map(\.name)
  }
}
