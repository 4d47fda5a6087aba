import NewsSession

/// The articles that come with the program, loaded once for all tests of a suite.
enum SampleCorpus {
  /// The folder of the package's sample articles.
  static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/seeds"

  /// A session that has them loaded, for tests that change nothing.
  @MainActor static let shared = Result { try session() }

  /// A session that has them loaded, on the last day of 2023.
  static func session() throws -> NewsSession {
    let today = Day(year: 2023, month: 12, day: 31) ?? Day(number: 0)
    let session = NewsSession(options: .init(today: today))
    let report = session.load([folder])
    if report.articleCount != 5 { throw Missing(report: report) }
    return session
  }

  /// The sample is not what it should be.
  struct Missing: Error {
    var report: LoadReport
  }
}

extension NewsSession {
  /// The answer to a query that must have no errors.
  func answer(_ query: String) throws -> Answer {
    let answer = run(SourceText(name: "query", text: query))
    if answer.hasErrors { throw Refused(diagnostics: answer.diagnostics) }
    return answer
  }

  /// The rows of a query that must have no errors, cells as plain texts.
  func rows(_ query: String) throws -> [[String]] {
    guard let result = try answer(query).result else { return [] }
    return (0..<result.rowCount).map { row in
      result.values(ofRow: row).map(\.plain)
    }
  }

  /// A query was refused.
  struct Refused: Error {
    var diagnostics: [Diagnostic]
  }
}

extension Value {
  /// The value as a short text; nothing for an unknown one.
  var plain: String {
    switch self {
    case .unknown: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .date(let date): date.description
    case .list(let values): values.map(\.plain).sorted().joined(separator: ", ")
    }
  }
}
