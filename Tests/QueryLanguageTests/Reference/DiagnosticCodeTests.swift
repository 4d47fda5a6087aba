import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct DiagnosticCodeTests {
  /// What there is to say of a statement.
  private func diagnostics(of trigger: DiagnosticCode.Trigger) throws -> [Diagnostic] {
    let parsed = Parser.statement(trigger.text)
    if parsed.hasErrors { return parsed.diagnostics }
    var options = testOptions(isStrict: trigger.isStrict)
    if let text = trigger.definition {
      let definition = try #require(define(text, options: options))
      options.definitions[definition.definition.name] = definition
    }
    switch parsed.tree {
    case .assignment: return parsed.diagnostics
    case .query(let query):
      return parsed.diagnostics
        + Binder.bind(query, catalog: TownCatalog(), options: options).diagnostics
    case .definition(let definition):
      return parsed.diagnostics
        + Binder.check(
          definition, in: SourceText(name: "test", text: trigger.text), catalog: TownCatalog(),
          options: options
        ).diagnostics
    }
  }

  @Test(arguments: DiagnosticCode.allCases)
  func triggerGivesItsCode(_ code: DiagnosticCode) throws {
    let diagnostics = try diagnostics(of: code.trigger)
    #expect(diagnostics.contains { $0.code == code.rawValue }, "\(diagnostics)")
    if code != .tooManyProblems { #expect(diagnostics.count == 1, "\(diagnostics)") }
    checkInvariants(diagnostics, of: code.trigger.text)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func everyPageExplainsAndSaysWhatToWrite(_ code: DiagnosticCode) throws {
    let page = code.page
    #expect(page.explanation.count > 20 && page.explanation.hasSuffix("."), "\(code)")
    #expect(page.explanation != code.title)
    #expect(LanguageHelp.text(on: code.rawValue.lowercased())?.contains(code.title) == true)
    guard let remedy = page.remedy else {
      // Only what is too long to be shown has nothing to be written instead.
      #expect(code == .tooManyProblems)
      return
    }
    var mended = code.trigger
    mended.text = remedy
    let codes = try diagnostics(of: mended).map(\.code)
    let isMended = codes.allSatisfy { !$0.hasPrefix("E") && $0 != code.rawValue }
    #expect(isMended, "\(code.rawValue): \(remedy): \(codes)")
  }

  @Test func codesTellTheSeverity() {
    for code in DiagnosticCode.allCases {
      #expect("EWN".contains(code.rawValue.prefix(1)) && code.rawValue.count == 4)
      #expect(!code.title.isEmpty)
    }
  }

  @Test(arguments: DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix("E") })
  func everyErrorHelps(_ code: DiagnosticCode) throws {
    let trigger = code.trigger
    for diagnostic in try diagnostics(of: trigger) where diagnostic.code == code.rawValue {
      #expect(!diagnostic.hints.isEmpty || !diagnostic.fixIts.isEmpty)
      for fixIt in diagnostic.fixIts {
        var fixed = trigger
        fixed.text = fixIt.applied(to: trigger.text)
        let codes = try diagnostics(of: fixed).map(\.code)
        #expect(!codes.contains(code.rawValue), "\(fixed.text): \(codes)")
      }
    }
  }
}
