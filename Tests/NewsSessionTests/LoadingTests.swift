import Foundation
import Testing

@testable import NewsSession

@Suite struct LoadingTests {
  private static let towns = ["Oslo", "Accra", "Lima", "Nairobi", "Quito", "Hanoi", "Riga"]
  private static let people = ["Kari Berg", "Ama Owusu", "Rosa Quispe", "Wanjiru Kamau"]

  /// A folder of short articles and one that cannot be read, away when the closure is done.
  private func withFolder<Result>(
    articles: Int, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/loading-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for number in 0..<articles {
      let town = Self.towns[number % Self.towns.count]
      let person = Self.people[number * 5 % Self.people.count]
      let other = Self.people[(number * 3 + 1) % Self.people.count]
      // Long and short ones alternate, so that threads overtake each other.
      let text =
        "---\nsource: Paper \(number % 3)\n---\n\(town) (AP) - \(person) met \(other) in \(town) on \(1 + number % 28) March 2021.\n\n"
        + String(
          repeating: "\"We saw \(number) trucks leave,\" \(person) said.\n\n", count: number % 9)
      try text.write(toFile: "\(folder)/a\(number).txt", atomically: true, encoding: .utf8)
    }
    try Data([0, 1, 2, 0]).write(to: URL(filePath: "\(folder)/a3-broken.txt"))
    return try body(folder)
  }

  /// All rows of all tables.
  private func rows(_ session: NewsSession) throws -> [[[String]]] {
    try Table.allCases.map { try session.rows($0.name) }
  }

  @Test func anyNumberOfThreadsGivesTheSameRows() throws {
    try withFolder(articles: 60) { folder in
      let one = NewsSession()
      let report = one.load([folder], workerCount: 1)
      #expect(report.articleCount == 60)
      #expect(report.failures.map(\.path) == ["\(folder)/a3-broken.txt"])
      let expected = try rows(one)
      let empty = zip(Table.allCases, expected).filter { $0.1.isEmpty }.map(\.0.name)
      #expect(empty == [])
      for workers in [2, 3, 16, 100] {
        let session = NewsSession()
        #expect(session.load([folder], workerCount: workers) == report)
        #expect(try rows(session) == expected)
      }
    }
  }

  @Test func progressRunsFromNothingToAll() throws {
    try withFolder(articles: 20) { folder in
      var seen: [WorkProgress] = []
      _ = NewsSession().load([folder], progress: { seen.append($0) })
      #expect(seen == (0...21).map { WorkProgress($0, of: 21, .articles) })
    }
  }

  @Test func whatIsCancelledLeavesNothingBehind() throws {
    try withFolder(articles: 30) { folder in
      let session = NewsSession()
      _ = session.load([SampleCorpus.folder])
      let before = try rows(session)
      for limit in [0, 1, 17, 30] {
        var done = 0
        let report = session.load(
          [folder], workerCount: 3, progress: { done = $0.done }, isCancelled: { done >= limit })
        #expect(report.isCancelled)
        #expect(report.articleCount == 0)
        #expect(try rows(session) == before)
      }
      let report = session.load([folder])
      #expect(report.articleCount == 30)
      #expect(session.rowCount(of: .articles) == 35)
    }
  }
}
