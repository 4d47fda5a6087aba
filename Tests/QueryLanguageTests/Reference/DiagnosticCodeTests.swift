import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct DiagnosticCodeTests {
  @Test(arguments: DiagnosticCode.allCases)
  func triggerGivesItsCode(_ code: DiagnosticCode) {
    let trigger = code.trigger
    let parsed = Parser.statement(trigger.text)
    var diagnostics = parsed.diagnostics
    if case .query(let query) = parsed.tree, !parsed.hasErrors {
      diagnostics +=
        Binder.bind(
          query, catalog: TownCatalog(), options: testOptions(isStrict: trigger.isStrict)
        ).diagnostics
    }
    #expect(diagnostics.contains { $0.code == code.rawValue }, "\(diagnostics)")
    if code != .tooManyProblems { #expect(diagnostics.count == 1, "\(diagnostics)") }
    checkInvariants(diagnostics, of: trigger.text)
  }

  @Test func codesTellTheSeverity() {
    for code in DiagnosticCode.allCases {
      #expect("EWN".contains(code.rawValue.prefix(1)) && code.rawValue.count == 4)
      #expect(!code.title.isEmpty)
    }
  }

  @Test(arguments: DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix("E") })
  func everyErrorHelps(_ code: DiagnosticCode) {
    let trigger = code.trigger
    let parsed = Parser.statement(trigger.text)
    var diagnostics = parsed.diagnostics
    if case .query(let query) = parsed.tree, !parsed.hasErrors {
      diagnostics +=
        Binder.bind(
          query, catalog: TownCatalog(), options: testOptions(isStrict: trigger.isStrict)
        ).diagnostics
    }
    for diagnostic in diagnostics where diagnostic.code == code.rawValue {
      #expect(!diagnostic.hints.isEmpty || !diagnostic.fixIts.isEmpty)
      for fixIt in diagnostic.fixIts {
        let fixed = Parser.statement(fixIt.applied(to: trigger.text))
        let codes = fixed.diagnostics.map(\.code)
        #expect(!codes.contains(code.rawValue), "\(fixIt.applied(to: trigger.text)): \(codes)")
      }
    }
  }
}
