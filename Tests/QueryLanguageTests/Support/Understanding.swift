import Diagnostics
import NewsModel
import QueryLanguage
import Testing

/// What lexer, parser and binder make of a text.
struct Understanding {
  var text: String
  var tree: Query
  var bound: BoundQuery?
  var diagnostics: [Diagnostic]

  var codes: [String] { diagnostics.map(\.code) }
}

/// Reads a query and, where it has no errors, binds it.
func understand(
  _ text: String, options: Binder.Options = testOptions()
) -> Understanding {
  let parsed = Parser.query(text)
  if parsed.hasErrors {
    return Understanding(text: text, tree: parsed.tree, diagnostics: parsed.diagnostics)
  }
  let (bound, diagnostics) = Binder.bind(parsed.tree, catalog: TownCatalog(), options: options)
  return Understanding(
    text: text, tree: parsed.tree, bound: bound, diagnostics: parsed.diagnostics + diagnostics)
}

/// The operations of a query that must have no errors.
func operations(
  _ text: String, options: Binder.Options = testOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> [BoundOperation] {
  let result = understand(text, options: options)
  #expect(
    !result.diagnostics.contains { $0.severity == .error }, "\(text): \(result.diagnostics)",
    sourceLocation: sourceLocation)
  return result.bound?.stages.map(\.operation) ?? []
}

/// Checks what must hold for the diagnostics of any text.
func checkInvariants(
  _ diagnostics: [Diagnostic], of text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(text.utf8)
  func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || offset >= 0 && offset < bytes.count && bytes[offset] & 0xc0 != 0x80
  }
  func isInside(_ range: SourceRange) -> Bool {
    range.lower >= 0 && range.upper <= bytes.count && isBoundary(range.lower)
      && isBoundary(range.upper)
  }
  for diagnostic in diagnostics {
    let ranges =
      [diagnostic.range] + diagnostic.notes.map(\.range) + diagnostic.fixIts.map(\.range)
    for range in ranges where !isInside(range) {
      Issue.record("\(diagnostic.code) at \(range) of \(text)", sourceLocation: sourceLocation)
    }
    for fixIt in diagnostic.fixIts where fixIt.applied(to: text) == text {
      Issue.record(
        "\(diagnostic.code) suggests what is there: \(text)", sourceLocation: sourceLocation)
    }
    if diagnostic.message.isEmpty || diagnostic.message.hasSuffix(".") {
      Issue.record("\(diagnostic.code): \(diagnostic.message)", sourceLocation: sourceLocation)
    }
  }
}

/// The definition that a statement makes; nil where it has errors or defines nothing.
func define(_ text: String, options: Binder.Options = testOptions()) -> CheckedDefinition? {
  let parsed = Parser.statement(text)
  guard !parsed.hasErrors, case .definition(let definition) = parsed.tree else { return nil }
  let source = SourceText(name: definition.name, text: text)
  return Binder.check(definition, in: source, catalog: TownCatalog(), options: options).definition
}
