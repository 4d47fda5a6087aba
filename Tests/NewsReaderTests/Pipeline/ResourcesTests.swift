import Testing

@testable import NewsReader

@Suite struct ResourcesTests {
  @Test func findsAResourceByName() throws {
    #expect(!(try Resources.bytes(named: "README.txt")).isEmpty)
    let lines = try Resources.lines(named: "README.txt")
    #expect(lines.allSatisfy { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasSuffix(" ") })
  }

  @Test func saysWhereItLookedForAMissingOne() {
    let missing = Resources.ResourceError.missing("absent.txt", searched: Resources.folders)
    #expect(throws: missing) {
      try Resources.bytes(named: "absent.txt")
    }
    // A folder is not a resource.
    #expect(throws: Resources.ResourceError.self) { try Resources.bytes(named: "../Resources") }
  }

  @Test func looksBesideTheProgramFirst() throws {
    let program = try #require(FileContents.programFolder())
    #expect(Resources.folders.first == "\(program)/dateline_NewsReader.resources/Resources")
    #expect(FileContents.bytes(atPath: program) == nil)
  }
}
