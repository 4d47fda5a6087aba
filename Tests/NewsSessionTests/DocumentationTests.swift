import FoundationEssentials
import NewsSession
import Testing

/// Every query in the documentation and in the examples is understood and runs.
@MainActor @Suite struct DocumentationTests {
  private let session: NewsSession
  private static let package =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  init() throws { session = try SampleCorpus.shared.get() }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(package)/\(path)")), as: UTF8.self)
  }

  /// The fenced blocks of a page that are marked with `kind`.
  private static func blocks(_ kind: String, in page: String) -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```\(kind)" {
        current = []
      } else if line == "```", let block = current {
        blocks.append(block.joined(separator: "\n"))
        current = nil
      } else {
        current?.append(line)
      }
    }
    return blocks
  }

  @Test func queriesOfTheLanguagePageRun() throws {
    let page = try Self.text("Sources/NewsSession/NewsSession.docc/Language.md")
    let queries = Self.blocks("query", in: page).flatMap { $0.split(separator: "\n") }
    #expect(queries.count > 30)
    for query in queries {
      let answer = session.run(SourceText(name: "query", text: String(query)))
      #expect(!answer.hasErrors, "\(query): \(answer.diagnostics.map(\.message))")
    }
  }

  @Test func scriptsOfTheLanguagePageRun() throws {
    let page = try Self.text("Sources/NewsSession/NewsSession.docc/Language.md")
    for script in Self.blocks("script", in: page) { try run(script, named: "script") }
  }

  @Test func queriesOfTheReadMeRun() throws {
    let blocks = Self.blocks("query", in: try Self.text("README.md"))
    let queries = blocks.joined(separator: "\n").split(separator: "\n")
    #expect(queries.count > 5)
    for query in queries {
      let answer = session.run(SourceText(name: "query", text: String(query)))
      #expect(!answer.hasErrors, "\(query): \(answer.diagnostics.map(\.message))")
    }
  }

  @Test func examplesRunAndSayWhatTheyDo() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.package + "/examples")
      .filter { $0.hasSuffix(".dql") }
    #expect(names.count >= 8)
    for name in names {
      let script = try Self.text("examples/" + name)
      #expect(script.hasPrefix("#!/usr/bin/env -S dateline -f\n## "))
      try run(script, named: name)
    }
  }

  private func run(_ script: String, named name: String) throws {
    let source = SourceText(name: name, text: script)
    var rows = 0
    for range in session.statements(of: source) {
      let answer = session.run(source, range: range)
      #expect(!answer.hasErrors, "\(name): \(answer.diagnostics.map(\.message))")
      rows += answer.result?.rowCount ?? 0
    }
    #expect(rows > 0, "\(name) finds nothing in the sample")
  }
}
