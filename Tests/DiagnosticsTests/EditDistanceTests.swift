import Diagnostics
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("aktor", "actor", 1), ("sicne", "since", 1),
    ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ])
  func counts(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(a, b) == distance)
    #expect(editDistance(b, a) == distance)
    #expect(editDistance(a, b, limit: distance) == distance)
  }

  @Test func stopsAtTheLimit() {
    #expect(editDistance("completely", "different", limit: 2) == 3)
  }

  @Test func suggestsNearWordsButNeverTheWordItself() {
    #expect(nearest(to: "aktor", among: ["actor", "target", "article"]) == ["actor"])
    #expect(nearest(to: "actor", among: ["actor"]).isEmpty)
    #expect(nearest(to: "Taype", among: ["type", "place"]) == ["type"])
  }
}
