public import Diagnostics
public import NewsModel

/// A definition whose query was found to be right, with the text that it stands in.
public struct CheckedDefinition: Sendable, Hashable {
  /// The definition.
  public var definition: Definition
  /// The text that its ranges point into.
  public var source: SourceText
  /// What its parameters are used as, by their names; those that may be anything are missing.
  public var parameterTypes: [String: ParameterType]
  /// The table that its rows are of; nil where they were made by a stage that groups.
  public var table: Table?

  /// A definition that was checked before.
  public init(
    definition: Definition, source: SourceText, parameterTypes: [String: ParameterType] = [:],
    table: Table? = nil
  ) {
    self.definition = definition
    self.source = source
    self.parameterTypes = parameterTypes
    self.table = table
  }

  /// How it is called, with the types and defaults of its parameters:
  /// `visits(who: entity, to: entity = Moscow)`; the bare name where there are none.
  public var signature: String {
    let parameters = definition.parameters.map { parameter in
      let type = parameterTypes[parameter.name].map { ": \($0.word)" } ?? ""
      let value = parameter.defaultValue.map { " = \($0.canonical)" } ?? ""
      return parameter.name + type + value
    }
    return parameters.isEmpty
      ? definition.name : "\(definition.name)(\(parameters.joined(separator: ", ")))"
  }

  /// A call with the names of the parameters that need a value: `visits(who)`.
  var example: String {
    let needed = definition.parameters.filter { $0.defaultValue == nil }.map(\.name)
    return needed.isEmpty
      ? definition.name : "\(definition.name)(\(needed.joined(separator: ", ")))"
  }
}

/// What the parameter of a definition is used as.
public struct ParameterType: Sendable, Hashable {
  /// The type of its value.
  public var value: ValueType
  /// The field that it is compared with; nil where there is none.
  public var field: FieldID?

  /// A type.
  public init(_ value: ValueType, field: FieldID? = nil) {
    self.value = value
    self.field = field
  }

  /// The word for it: `entity`, `date`; for a word of a closed list the name of its field.
  public var word: String {
    if value == .category, let field { return field.schema.name }
    return value.word
  }
}
