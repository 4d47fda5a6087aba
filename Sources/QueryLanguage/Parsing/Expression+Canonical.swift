extension Expression {
  /// The expression in canonical form, with the brackets that it needs.
  public var canonical: String {
    switch kind {
    case .path(let path): return path.text
    case .value(let value): return value.canonical
    case .call(let name, let arguments)
    where name == Function.daysBetween.rawValue
      && arguments.count == 2:
      let ends = arguments.map { $0.canonical(inBrackets: $0.strength < 3) }
      return "\(name) \(ends[0]) and \(ends[1])"
    case .call(let name, let arguments):
      return "\(name)(\(arguments.map(\.canonical).joined(separator: ", ")))"
    case .arithmetic(let sign, let left, let right):
      let leftText = left.canonical(inBrackets: left.strength < strength)
      let rightText = right.canonical(inBrackets: right.strength <= strength)
      return "\(leftText) \(sign.rawValue) \(rightText)"
    case .negative(let value): return "-" + value.canonical(inBrackets: value.strength < 4)
    case .conditional(let condition, let then, let otherwise):
      return "if \(condition.canonical) then \(then.canonical) else \(otherwise.canonical)"
    case .invalid: return "?"
    }
  }

  /// How firmly it holds together: the weaker of two stands in brackets inside the other.
  private var strength: Int {
    switch kind {
    case .conditional: 0
    case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _): 1
    case .arithmetic: 2
    case .negative: 3
    case .call(let name, _) where name == Function.daysBetween.rawValue: 3
    case .path, .value, .call, .invalid: 4
    }
  }

  private func canonical(inBrackets: Bool) -> String {
    inBrackets ? "(\(canonical))" : canonical
  }
}

extension NamedExpression {
  /// The column and its value in canonical form.
  var canonical: String { "\(name.text) = \(value.canonical)" }
}

extension AggregateSyntax {
  /// The aggregate in canonical form.
  public var canonical: String {
    var words = [function.rawValue]
    if isDistinct { words.append("distinct") }
    if let argument {
      // A field that is called like a keyword would begin a stage without brackets.
      words.append(
        argument.leadingKeyword != nil ? "(\(argument.canonical))" : argument.canonical)
    }
    return (name.map { $0.text + " = " } ?? "") + words.joined(separator: " ")
  }
}

extension Expression {
  /// The keyword, of those that no field is called, that it begins with as with the name of a field.
  var leadingKeyword: Keyword? {
    switch kind {
    case .path(let path):
      path.names.count == 1 && !FieldNames.all.contains(path.text)
        ? Keyword(rawValue: path.text) : nil
    case .arithmetic(_, let left, _): left.leadingKeyword
    case .value, .call, .negative, .conditional, .invalid: nil
    }
  }
}
