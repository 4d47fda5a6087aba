internal import NewsModel

/// An expression with the type of its values.
struct TypedExpression {
  /// The expression.
  var expression: BoundExpression
  /// What it gives.
  var type: ColumnType
  /// The parameter without a value that it is; nil for anything else.
  var parameter: ValueSyntax?

  /// An expression of a type.
  init(_ expression: BoundExpression, _ type: ColumnType) {
    self.expression = expression
    self.type = type
  }

  /// A parameter of a definition that is being checked: any type fits.
  init(parameter: ValueSyntax) {
    expression = .value(.text(""))
    type = ColumnType(.text)
    self.parameter = parameter
  }

  /// Whether any type fits.
  var isOpen: Bool { parameter != nil }
}

extension ColumnType {
  /// Whether values are single numbers.
  var isNumber: Bool { !isList && (value == .integer || value == .number) }

  /// Whether values are texts, or names that can be written as one; lists of them too.
  var isTextual: Bool {
    switch value {
    case .text, .category, .reference: true
    case .integer, .number, .date: false
    }
  }

  /// What values are, for messages: `a date`, `several texts`.
  var words: String {
    if isList { return "several \(value.plural)" }
    if let part { return part == .weekday ? "a day of the week" : "a \(part.rawValue)" }
    let word = value.word
    return ("aeiou".contains(word.prefix(1)) ? "an " : "a ") + word
  }

  /// The type of values of which some are of this type and some of another; nil where the two do
  /// not go together.
  func joined(with other: ColumnType) -> ColumnType? {
    let isList = isList || other.isList
    if value == other.value {
      var type = ColumnType(value, isList: isList, part: part == other.part ? part : nil)
      type.origin = origin == other.origin ? origin : nil
      if value == .category, type.origin == nil { type.value = .text }
      return type
    }
    if isTextual, other.isTextual { return ColumnType(.text, isList: isList) }
    switch (value, other.value) {
    case (.integer, .number), (.number, .integer): return ColumnType(.number, isList: isList)
    default: return nil
    }
  }
}
