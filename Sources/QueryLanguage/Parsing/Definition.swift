public import Diagnostics

/// A query under a name: `define visits(who, to = Moscow) = events where ...`.
public struct Definition: Sendable, Hashable {
  /// A name that stands for a value in the query.
  public struct Parameter: Sendable, Hashable {
    /// The name, without `$`, in small letters.
    public var name: String
    /// What it stands for where a call gives nothing; nil where a call must.
    public var defaultValue: ValueSyntax?
    /// Where it stands.
    @Ignored public var range: SourceRange

    /// A parameter.
    public init(name: String, defaultValue: ValueSyntax?, range: SourceRange) {
      self.name = name
      self.defaultValue = defaultValue
      self.range = range
    }
  }

  /// The name, in small letters.
  public var name: String
  /// Its parameters, in order.
  public var parameters: [Parameter]
  /// The query; `$name` stands in it for a parameter.
  public var body: Query
  /// The words of the `##` comments right above; empty where there are none.
  @Ignored public var help: String
  /// Where the name stands.
  @Ignored public var nameRange: SourceRange
  /// Where the statement stands.
  @Ignored public var range: SourceRange

  /// A definition.
  public init(
    name: String, parameters: [Parameter], body: Query, help: String, nameRange: SourceRange,
    range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.help = help
    self.nameRange = nameRange
    self.range = range
  }
}

/// A definition as the source of a query: `visits(Haftar, to = Moscow)`.
public struct Call: Sendable, Hashable {
  /// A value for a parameter.
  public struct Argument: Sendable, Hashable {
    /// The parameter, in small letters; nil where the place tells it.
    public var name: String?
    /// The value.
    public var value: ValueSyntax
    /// Where the parameter is named; nil where the place tells it.
    @Ignored public var nameRange: SourceRange?

    /// An argument.
    public init(name: String?, value: ValueSyntax, nameRange: SourceRange? = nil) {
      self.name = name
      self.value = value
      self.nameRange = nameRange
    }
  }

  /// The name of the definition, in small letters.
  public var name: String
  /// Where the name stands.
  @Ignored public var nameRange: SourceRange
  /// The values, in order.
  public var arguments: [Argument]
  /// Where the call stands.
  @Ignored public var range: SourceRange

  /// A call.
  public init(name: String, nameRange: SourceRange, arguments: [Argument], range: SourceRange) {
    self.name = name
    self.nameRange = nameRange
    self.arguments = arguments
    self.range = range
  }
}
