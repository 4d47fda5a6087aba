import NewsModel
import Testing

@Suite struct EpithetGoldTests {
  private static let roleFloor = 0.77
  private static let epithetFloor = 0.88

  @Test func rolesAndEpithets() throws {
    var roles = GoldScore()
    var epithets = GoldScore()
    var misses: [String] = []
    for gold in try GoldCase.read("epithets-and-roles.txt") {
      let found = try ShippedReader.read(gold.text).entities
      for fields in gold.expected { try #require(fields.count == 3, "\(fields)") }
      let expectedRoles = Set(
        gold.expected.flatMap { fields in goldList(fields[1]).map { "\(fields[0]): \(folded($0))" }
        })
      let expectedEpithets = Set(
        gold.expected.flatMap { fields in goldList(fields[2]).map { "\(fields[0]): \(folded($0))" }
        })
      let foundRoles = Set(
        found.flatMap { entity in entity.roles.map { "\(entity.name): \(folded($0))" } })
      let foundEpithets = Set(
        found.flatMap { entity in entity.epithets.map { "\(entity.name): \(folded($0))" } })
      roles += GoldScore(
        right: expectedRoles.intersection(foundRoles).count, found: foundRoles.count,
        gold: expectedRoles.count)
      epithets += GoldScore(
        right: expectedEpithets.intersection(foundEpithets).count, found: foundEpithets.count,
        gold: expectedEpithets.count)
      let expected = expectedRoles.union(expectedEpithets)
      let all = foundRoles.union(foundEpithets)
      misses += expected.subtracting(all).sorted().map { "missed \($0)" }
      misses += all.subtracting(expected).sorted().map { "extra \($0)" }
    }
    expect(roles, atLeast: Self.roleFloor, "roles", misses: misses)
    expect(epithets, atLeast: Self.epithetFloor, "epithets", misses: misses)
  }
}
