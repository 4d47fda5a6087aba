import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

/// Queries that are deeper, wider or longer than anybody means them are refused, and soon.
@Suite struct HostileQueryTests {
  private func codes(
    _ text: String, options: Binder.Options = testOptions()
  ) -> (codes: Set<String>, time: Duration) {
    let clock = ContinuousClock()
    var codes: Set<String> = []
    let time = clock.measure { codes = Set(understand(text, options: options).codes) }
    return (codes, time)
  }

  @Test func queriesNestAsDeepAsTheyAreRead() {
    var text = "events"
    for _ in 0..<150 {
      text = "events where actor in (entities | only (entities)) | only (\(text))"
    }
    #expect(codes(text).codes.isEmpty)
  }

  @Test func definitionsDoNotMultiplyTheDepth() throws {
    var options = testOptions()
    var below = "events"
    for level in 0..<20 {
      var body = below
      for _ in 0..<150 { body = "events | only (\(body))" }
      let text = "define deep\(level) = \(body)"
      guard case .definition(let definition) = Parser.statement(text).tree else { continue }
      below = definition.name
      options.definitions[below] = CheckedDefinition(
        definition: definition, source: SourceText(name: below, text: text))
    }
    #expect(codes(below, options: options).codes == ["E112"])
  }

  @Test func chainsDoNotMultiplyTheDepth() {
    var text = "words"
    for _ in 0..<190 { text = "(\(text)\(String(repeating: "+1", count: 199)))" }
    #expect(codes("articles | add n = \(text)").codes == ["E112"])
    let flat = "words" + String(repeating: "+1", count: 190)
    #expect(codes("articles | add n = \(flat), m = \(flat)").codes.isEmpty)
  }

  @Test func columnsAreNotWithoutEnd() {
    let many = (0..<20_000).map { "c\($0) = 1" }.joined(separator: ", ")
    let added = codes("events | add \(many)")
    #expect(added.codes == ["E125"] && added.time < .seconds(10))
    let counts = Array(repeating: "count", count: 950).joined(separator: ", ")
    let grouped = codes("events | group by type: \(counts) | sort by count_900")
    #expect(grouped.codes.isEmpty && grouped.time < .seconds(10))
    let keys = Array(repeating: "type", count: 20_000).joined(separator: ", ")
    let wide = codes("events | distinct \(keys) | sort by \(keys)")
    #expect(wide.codes.isEmpty && wide.time < .seconds(10))
  }

  @Test func manyMistakesCostNoMoreThanFew() {
    let counts = Array(repeating: "count", count: 900).joined(separator: ", ")
    let wrong = (0..<10_000).map { "wrong\($0)" }.joined(separator: ", ")
    let result = codes("events | group by type: \(counts) | show \(wrong)")
    #expect(result.codes == ["E201"] && result.time < .seconds(10))
  }
}
