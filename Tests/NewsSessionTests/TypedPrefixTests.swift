import FoundationEssentials
import NewsSession
import Testing

/// Good queries typed letter by letter: nothing in them is wrong at any time.
@MainActor @Suite struct TypedPrefixTests {
  private let session: NewsSession
  private static let package =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  init() throws { session = try SampleCorpus.shared.get() }

  /// The queries of the reference and of a page of questions which the program has nothing to say
  /// about.
  private func examples() throws -> [String] {
    let pages = try ["Language", "ThirtyQuestions"].flatMap { name in
      let path = "\(Self.package)/Sources/NewsSession/NewsSession.docc/\(name).md"
      let page = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      return page.split(separator: "```query\n").dropFirst().flatMap { block in
        block.prefix { $0 != "`" }.split(separator: "\n").map { String($0) }
      }
    }
    let all = ReferenceSection.all.flatMap(\.entries).flatMap(\.examples) + pages
    return Set(all).sorted().filter { text in
      session.run(SourceText(name: "query", text: text)).diagnostics.isEmpty
    }
  }

  /// What is drawn as wrong, or as a name that does not occur, once the text is typed.
  private func faults(_ text: String, at cursor: Int) -> Set<SourceRange> {
    let parts = session.highlights(in: text, at: cursor)
    return Set(parts.filter { $0.isWrong || $0.kind == .unknownName }.map(\.range))
  }

  @Test func nothingIsWrongInTheBeginningsOfExamples() throws {
    let examples = try examples()
    #expect(examples.count > 100)
    // A slip of a name is mended once it is there, and so its beginning is no name.
    for example in examples where !example.hasSuffix("= Hafter") {
      let known = Set(faults(example, at: 0).map(\.lower))
      for index in example.indices {
        let text = String(example[...index])
        let found = faults(text, at: text.utf8.count).filter { !known.contains($0.lower) }
        #expect(found.isEmpty, "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      ("events where aktor", "aktor"), ("events where aktor ", "aktor"),
      ("events | foo ", "foo"), ("evnts ", "evnts"), ("events where type = NOTHING ", "NOTHING"),
      ("events where aktor = x and place", "aktor"), ("events foo ", "foo"),
      ("events since soon | ne", "soon"), ("events where actor = Zzyzx Nobody ", "Zzyzx Nobody"),
      ("articles where words > many | take", "many"),
    ])
  func whatNothingCanMendIsWrong(_ text: String, _ part: String) {
    let source = SourceText(name: "query", text: text)
    #expect(faults(text, at: text.utf8.count).map { String(source.slice($0)) } == [part])
  }

  @Test(
    arguments: [
      ("events where actor ", "next: =, !=, ==, ~, !~, in, is known"),
      ("events where date ", "next: =, !=, ==, <"),
      ("events where actor = ", "actor: person, organization or place, who did it"),
      ("events where actor = Zzyzx", "no entity is called so"),
      ("events where actor = Khali", "actor: person, organization or place, who did it"),
      ("events where actor in ", "FIELD in (A, B): is one of them"),
      ("events where actor = Haftar ", "next: and, or, |"),
      ("events where actor = Haftar and place ", "next: =, !="),
      ("events where aktor = x and place = Tripoli ", "there is no field 'aktor' in events"),
      ("events ", "next: where, since"), ("events | ", "next: a stage"),
      ("events | sort by ", "sort by"), ("articles | group by source: average ", "average"),
      ("articles where published = 2023-0", "published: date"),
    ])
  func theHintTellsWhatComesNext(_ text: String, _ start: String) throws {
    let hint = try #require(session.hint(in: text, at: text.utf8.count))
    #expect(hint.hasPrefix(start), "\(hint)")
  }
}
