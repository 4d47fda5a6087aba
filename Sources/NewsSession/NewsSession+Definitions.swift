internal import QueryLanguage

extension NewsSession {
  /// A definition as a list shows it.
  public struct DefinitionSummary: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// How it is called: `visits(who: entity, to: entity = Moscow)`.
    public var signature: String
    /// The words of the `##` comments above it; may be empty.
    public var help: String
    /// The statement that makes it, comments included.
    public var text: String
  }

  /// The definitions that queries may begin with, in order of their names.
  public var definitions: [DefinitionSummary] {
    definitionsByName.values.sorted { $0.definition.name < $1.definition.name }.map { checked in
      DefinitionSummary(
        name: checked.definition.name, signature: checked.signature,
        help: checked.definition.help, text: checked.source.text)
    }
  }

  /// The text of a script with definitions put into it.
  ///
  /// Where the script has a definition of the same name, the new one takes its place; the others stand at
  /// the end. All else stays as it is.
  ///
  /// - Parameter names: the names of the definitions; unknown ones are passed over.
  /// - Complexity: O(*n* *d*) for *d* definitions in a script of *n* bytes.
  public func script(_ script: String, keeping names: [String]) -> String {
    var text = script
    for name in names {
      guard let checked = definitionsByName[name.lowercased()] else { continue }
      let place = StatementSplitter.statements(in: text).last { range in
        guard case .definition(let other) = Parser.statement(text, range: range).tree else {
          return false
        }
        return other.name == checked.definition.name
      }
      if let place {
        let range = place.withComments(in: text)
        text = FixIt(message: "", range: range, replacement: checked.source.text).applied(to: text)
      } else {
        if !text.isEmpty { text += text.hasSuffix("\n") ? "\n" : "\n\n" }
        text += checked.source.text + "\n"
      }
    }
    return text
  }

  /// Keeps a definition for queries to come.
  func define(_ definition: Definition, range: SourceRange?, _ answer: inout Answer) {
    let (checked, diagnostics) = Binder.check(
      definition, in: answer.source, catalog: loaded.catalog, options: binderOptions)
    answer.diagnostics += diagnostics
    guard let checked else { return }
    // Kept in a text of its own, so that later errors point at the definition and not at a script.
    let text = Self.text(of: definition, answer.source)
    var kept = checked
    kept.source = SourceText(name: definition.name, text: text)
    if case .definition(let own) = Parser.statement(text).tree { kept.definition = own }
    definitionsByName[definition.name] = kept
    answer.canonical = Statement.definition(definition).canonical
    answer.definition = kept.signature
  }

  private static func text(of definition: Definition, _ source: SourceText) -> String {
    let help = definition.help.isEmpty ? [] : definition.help.lines.map { "## \($0)" }
    return (help + [source.slice(definition.range)]).joined(separator: "\n")
  }
}

extension SourceRange {
  /// The range with the `##` comments right above it.
  fileprivate func withComments(in text: String) -> SourceRange {
    let bytes = Array(text.utf8)
    var start = lower
    while start > 0 {
      let before = bytes[..<(start - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      guard bytes[before..<start].starts(with: Array("##".utf8)) else { break }
      start = before
    }
    return SourceRange(start, upper)
  }
}
