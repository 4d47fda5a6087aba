import NewsModel
import Testing

@Suite struct OntologyTests {
  @Test func hasTheTypesAndModesOfPLOVER() {
    #expect(EventType.allCases.count == 16)
    #expect(EventType.allCases.flatMap(\.modes).count == 67)
    #expect(EventType.allCases.filter { !$0.modes.isEmpty }.count == 11)
  }

  @Test(arguments: EventType.allCases)
  func modesHaveNamesAndScores(_ type: EventType) {
    #expect(Set(type.modes.map(\.name)).count == type.modes.count)
    for mode in type.modes { #expect(type.score(mode: mode.name) == mode.score) }
    #expect(type.score(mode: nil) == type.score)
    #expect(type.score(mode: "no such mode") == type.score)
    #expect((-10...10).contains(type.score))
  }
}
