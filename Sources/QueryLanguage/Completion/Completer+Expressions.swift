internal import Diagnostics
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
      propose(entry.name + opening, entry.help, .function)
    }
    propose("if", "if CONDITION then A else B", .keyword)
    addParameters()
  }

  /// What can be worked out for a group.
  mutating func addAggregates() {
    for entry in AggregateEntry.all { propose(entry.name, entry.help, .function) }
  }

  /// What may stand among the values of a call of the definition `name`: its parameters, and values
  /// of what the parameter at `place`, or the one that is named, is compared with.
  mutating func addArguments(
    of name: String, _ parameter: String?, _ place: Int, from start: Int
  ) {
    guard let checked = options.definitions[name] else { return addParameters() }
    let parameters = checked.definition.parameters.map(\.name)
    let given = parameter ?? (parameters.indices.contains(place) ? parameters[place] : nil)
    if parameter == nil, !cursor.isQuoted, start >= cursor.word.lower {
      for name in parameters {
        propose("\(name) = ", checked.parameterTypes[name]?.word ?? "", .keyword)
      }
    }
    if let type = given.flatMap({ checked.parameterTypes[$0] }) {
      switch type.value {
      case .date: addDates(from: start)
      default:
        if let field = type.field ?? type.value.nameField {
          addValues(of: field, field.categories, among: nil, from: start)
        }
      }
    }
    if cursor.typed(from: start).isEmpty { addParameters() }
  }
}

extension FieldID {
  /// The closed list of words that the field holds; nil where there is none.
  fileprivate var categories: Categories? {
    schema.type == .category ? Categories.all[schema.name] : nil
  }
}

extension ValueType {
  /// The field that holds the names of the rows which a reference leads to; nil for other types.
  fileprivate var nameField: FieldID? {
    guard case .reference(let table) = self else { return nil }
    return table.schema.field(named: table == .entities || table == .sources ? "name" : "id")
  }
}
