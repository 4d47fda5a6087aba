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
    for function in Function.allCases where function != .join {
      propose(function.rawValue + (function == .daysBetween ? "" : "("), "a function", .keyword)
    }
    propose("if", "if CONDITION then A else B", .keyword)
    addParameters()
  }

  /// What can be worked out for a group.
  mutating func addAggregates() {
    for function in Aggregate.allCases {
      propose(function.rawValue, "of the rows of a group", .keyword)
    }
  }

  /// What may stand among the values of a call of the definition `name`: names that have a value.
  mutating func addArguments(of name: String) {
    addParameters()
  }
}
