public import Diagnostics
internal import NewsModel

extension Binder {
  /// How often definitions may be called by one query, those that definitions call included.
  static let callLimit = 500
  /// How deep calls of definitions may nest.
  static let callDepthLimit = 32

  /// Checks a definition before it is kept: its query is bound with parameters that fit anything,
  /// then with the default values.
  ///
  /// - Returns: The checked definition, nil where there are errors; and all diagnostics in order of
  ///   place.
  public static func check(
    _ definition: Definition, in source: SourceText, catalog: any Catalog, options: Options
  ) -> (definition: CheckedDefinition?, diagnostics: [Diagnostic]) {
    var binder = Binder(catalog: catalog, options: options)
    binder.checkNames(of: definition)
    let bound = binder.bindBody(of: definition, in: source, withDefaults: false)
    if !binder.hasErrors, definition.parameters.contains(where: { $0.defaultValue != nil }) {
      var other = Binder(catalog: catalog, options: options)
      _ = other.bindBody(of: definition, in: source, withDefaults: true)
      for diagnostic in other.diagnostics { binder.take(diagnostic) }
    }
    let checked = CheckedDefinition(
      definition: definition, source: source, parameterTypes: binder.parameterTypes,
      table: bound?.shape.table)
    return (binder.hasErrors ? nil : checked, binder.sortedDiagnostics)
  }

  /// Binds the query of a definition, with its default values or with parameters that fit anything.
  mutating func bindBody(
    of definition: Definition, in source: SourceText, withDefaults: Bool
  ) -> BoundQuery? {
    var scope = DefinitionScope(name: definition.name, source: source, call: nil, arguments: [:])
    for parameter in definition.parameters {
      let value = withDefaults ? parameter.defaultValue : nil
      scope.arguments[parameter.name] = DefinitionScope.Argument(
        value: value.map { substituted($0) }, place: value?.range)
    }
    scopes = [scope]
    queryDepth = 1
    let body = substituted(definition.body)
    return bindWhole(body)
  }

  /// Reports names of a definition that are taken.
  mutating func checkNames(of definition: Definition) {
    let name = definition.name
    let owner: String?
    if Table(named: name) != nil {
      owner = "a table"
    } else if Keyword.allCases.contains(where: { $0.rawValue == name }) {
      owner = "a word of the language"
    } else if FunctionEntry(named: name) != nil || AggregateEntry(named: name) != nil {
      owner = "a function"
    } else {
      owner = nil
    }
    if let owner {
      report(
        .nameTaken, "'\(name)' is \(owner) already", at: definition.nameRange,
        hints: ["next: choose another name: define my_\(name) = ..."],
        fixIts: [fixIt("my_\(name)", at: definition.nameRange)])
    }
    var seen: Set<String> = []
    for parameter in definition.parameters where !seen.insert(parameter.name).inserted {
      report(
        .nameTaken, "there are two parameters '\(parameter.name)'", at: parameter.range,
        hints: ["next: give each a name of its own"])
    }
  }

  // MARK: Calls

  /// The rows of a definition, with its query in place of the call.
  mutating func bindCall(
    _ call: Call, at range: SourceRange
  ) -> (source: BoundSource, stages: [BoundStage])? {
    guard let checked = options.definitions[call.name] else {
      // A definition that calls itself is not yet among those that are known.
      if scopes.contains(where: { $0.name == call.name }) {
        reportRecursion(call)
      } else {
        reportUnknownDefinition(call)
      }
      return nil
    }
    if scopes.contains(where: { $0.name == call.name }) {
      reportRecursion(call)
      return nil
    }
    callCount += 1
    if callCount > Binder.callLimit || scopes.count >= Binder.callDepthLimit {
      report(
        .nestingTooDeep, "definitions call one another too often", at: call.nameRange,
        hints: ["next: write out the query of one of them"])
      return nil
    }
    var arguments = arguments(of: call, for: checked, at: range)
    scopes.append(
      DefinitionScope(name: call.name, source: checked.source, call: range, arguments: [:]))
    queryDepth += 1
    defer {
      scopes.removeLast()
      queryDepth -= 1
    }
    for parameter in checked.definition.parameters where arguments[parameter.name] == nil {
      arguments[parameter.name] = DefinitionScope.Argument(
        value: parameter.defaultValue.map { substituted($0) }, place: nil)
    }
    scopes[scopes.count - 1].arguments = arguments
    let body = substituted(checked.definition.body)
    return flattened(body)
  }

  /// The values that a call gives, by the names of the parameters.
  private mutating func arguments(
    of call: Call, for checked: CheckedDefinition, at range: SourceRange
  ) -> [String: DefinitionScope.Argument] {
    let parameters = checked.definition.parameters
    let hint = "'\(call.name)' is called so: \(checked.signature)"
    var arguments: [String: DefinitionScope.Argument] = [:]
    var place = 0
    var isMisnamed = false
    for argument in call.arguments {
      let name: String
      if let given = argument.name {
        guard parameters.contains(where: { $0.name == given }) else {
          let near = nearest(to: given, among: parameters.map(\.name), count: 1)
          report(
            .wrongArguments, "'\(call.name)' has no parameter '\(shortened(given))'",
            at: argument.nameRange ?? argument.value.range, hints: didYouMean(near) + [hint],
            fixIts: near.compactMap { near in argument.nameRange.map { fixIt(near, at: $0) } })
          isMisnamed = true
          continue
        }
        name = given
      } else {
        guard place < parameters.count else {
          report(
            .wrongArguments,
            "'\(call.name)' takes \(counted(parameters.count, "value")), and this is one more",
            at: argument.value.range, hints: [hint])
          continue
        }
        name = parameters[place].name
        place += 1
      }
      if arguments[name] != nil {
        report(
          .wrongArguments, "'\(name)' has a value already", at: argument.value.range, hints: [hint])
        continue
      }
      arguments[name] = DefinitionScope.Argument(
        value: argument.value, place: argument.value.range)
    }
    let missing = parameters.filter { arguments[$0.name] == nil && $0.defaultValue == nil }
    // A value under a name that there is not is most likely meant for one that is missing.
    if !missing.isEmpty, !isMisnamed {
      let names = missing.map { "'\($0.name)'" }.joined(separator: " and ")
      report(
        .wrongArguments, "'\(call.name)' needs a value for \(names)", at: range,
        hints: [hint, "next: \(checked.example)"])
    }
    return arguments
  }

  // MARK: Problems

  private mutating func reportUnknownDefinition(_ call: Call) {
    let names = options.definitions.keys.sorted()
    let near = nearest(to: call.name, among: names + Table.allCases.map(\.name))
    var hints = didYouMean(near)
    hints.append(
      names.isEmpty
        ? "nothing is defined yet" : "definitions: " + names.prefix(12).joined(separator: ", "))
    let parameters = call.arguments.isEmpty ? "" : "(x)"
    let isCommand = ["help", "quit", "exit", "load", "tables", "fields", "history"].contains(
      call.name)
    hints.append(
      isCommand && call.arguments.isEmpty
        ? "next: .\(["tables", "fields"].contains(call.name) ? "help " : "")\(call.name)"
        : "next: define \(call.name)\(parameters) = events where ...")
    report(
      .unknownDefinition, "there is no table and no definition '\(shortened(call.name))'",
      at: call.nameRange, hints: hints, fixIts: near.prefix(1).map { fixIt($0, at: call.nameRange) }
    )
  }

  private mutating func reportRecursion(_ call: Call) {
    let names = scopes.map(\.name).drop { $0 != call.name } + [call.name]
    let way = zip(names, names.dropFirst()).map { "\($0) uses \($1)" }.joined(separator: ", ")
    report(
      .recursiveDefinition, "a definition cannot use itself: \(way)", at: call.nameRange,
      hints: ["next: begin with a table, or with another definition"])
  }

  /// Takes over what another binder had to tell of the same text.
  private mutating func take(_ diagnostic: Diagnostic) {
    let code = DiagnosticCode(rawValue: diagnostic.code)
    guard let code, !diagnostics.contains(diagnostic) else { return }
    let outer = scopes
    scopes = []
    defer { scopes = outer }
    report(
      code, diagnostic.message, at: diagnostic.range, severity: diagnostic.severity,
      hints: diagnostic.hints, fixIts: diagnostic.fixIts)
    if let last = diagnostics.indices.last { diagnostics[last].notes = diagnostic.notes }
  }
}
