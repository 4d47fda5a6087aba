import Testing

@testable import NewsReader

struct ClusterIndexTests {
  @Test func findsWhatSharesAKey() {
    var index = ClusterIndex()
    index.add(0, under: ["a", "b"])
    index.add(1, under: ["b"])
    index.add(1, under: ["b", "c"])
    #expect(index.clusters(under: ["b"]) == [0, 1])
    #expect(index.clusters(under: ["a", "c"]) == [0, 1])
    #expect(index.clusters(under: ["d"]) == [])
  }

  @Test func keepsTheLastUnderOneKey() {
    var index = ClusterIndex()
    for position in 0..<1000 { index.add(position, under: ["x"]) }
    let found = index.clusters(under: ["x"])
    #expect(found.count < 100)
    #expect(found.last == 999)
  }
}
