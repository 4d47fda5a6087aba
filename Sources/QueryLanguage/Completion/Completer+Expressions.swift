internal import NewsModel

extension Completer {
  /// The stages by the words that they begin with.
  static let stageNames: [String] =
    Keyword.allCases.filter { $0.role == .stage }.map { keyword in
      switch keyword {
      case .sort, .group, .followed: keyword.rawValue + " by"
      default: keyword.rawValue
      }
    } + ["not followed by"]

  /// What an expression can begin with: a field, a function, `if`.
  mutating func addExpressions(_ shape: RowShape?) {
    addFields(shape, takesPeriods: false)
    guard !cursor.typed.contains(".") else { return }
    for entry in FunctionEntry.all {
      let opening = entry.function == .daysBetween ? "" : "("
      propose(entry.name + opening, entry.help, .keyword)
    }
    propose("if", "if CONDITION then A else B", .keyword)
    addParameters()
  }

  /// What can be worked out for a group.
  mutating func addAggregates() {
    for entry in AggregateEntry.all { propose(entry.name, entry.help, .keyword) }
  }

  /// What may stand among the values of a call of the definition `name`: its parameters, and names
  /// that have a value.
  mutating func addArguments(of name: String) {
    if let checked = options.definitions[name] {
      for parameter in checked.definition.parameters {
        let type = checked.parameterTypes[parameter.name]?.word ?? ""
        propose("\(parameter.name) = ", type, .keyword)
      }
    }
    addParameters()
  }
}
