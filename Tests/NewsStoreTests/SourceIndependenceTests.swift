import NewsModel
import Testing

@testable import NewsStore

@Suite struct SourceIndependenceTests {
  struct Print: Sendable {
    var source: String?
    var agency: String?
    var text: String
  }

  static let long = "Dredgers reached the inner basin before dawn while clerks counted every barge"
  static let rewrite =
    "By all accounts dredgers reached the inner basin before dawn while nobody looked on at all"
  static let other =
    "Nobody at the lighthouse had seen the two pilots since the storm of last autumn"

  static let cases: [([Print], Int64)] = [
    ([Print(source: "Echo", text: long), Print(source: "Tide", text: other)], 2),
    ([Print(source: "Echo", text: long), Print(source: "Tide", text: long)], 1),
    ([Print(source: "Echo", text: long), Print(source: "Tide", text: rewrite)], 1),
    ([Print(source: "Echo", text: long), Print(source: "ECHO", text: other)], 1),
    (
      [
        Print(source: "Echo", agency: "Wire", text: long),
        Print(source: "Tide", agency: "Wire", text: other),
      ], 1
    ),
    (
      [Print(source: "Wire", text: long), Print(source: "Tide", agency: "Wire", text: other)], 1
    ),
    ([Print(text: long), Print(text: other)], 2),
    ([Print(text: long), Print(text: long)], 1),
    (
      [
        Print(source: "Echo", text: long), Print(source: "Tide", text: other),
        Print(source: "Post", text: rewrite),
      ], 2
    ),
  ]

  @Test(arguments: cases) func independentSources(_ prints: [Print], _ wanted: Int64) {
    let store = NewsStore()
    for (number, print) in prints.enumerated() {
      var telling = Telling("a\(number)", source: print.source, agency: print.agency)
      telling.write(print.text)
      telling.tell(.consult, ["Ada Brook", "Carl Dorn"], on: "2024-03-05")
      store.append([telling.article])
    }
    #expect(store.snapshot.texts(.events, "sources") == [String(wanted)])
    #expect(store.snapshot.texts(.events, "reports") == [String(prints.count)])
  }

  /// Two long texts that share a run of twenty words, quoted or not.
  static func pair(isQuoted: Bool) -> [AnnotatedArticle] {
    let run = (0..<20).map { "shared\($0)" }.joined(separator: " ")
    return (0..<2).map { number in
      var telling = Telling("a\(number)", source: "Outlet \(number)")
      telling.write((0..<150).map { "own\(number)x\($0)" }.joined(separator: " "))
      telling.write(run)
      telling.tell(.request, ["Ada Brook"], mode: "yield", action: "word\(number)")
      var article = telling.article
      if isQuoted { article.quotes = [Quote(range: article.blocks[1].range, sentence: 1)] }
      return article
    }
  }

  @Test func aCopiedParagraphMakesTwoArticlesOneSource() {
    let store = NewsStore()
    store.append(Self.pair(isQuoted: false))
    #expect(store.snapshot.texts(.events, "sources") == ["1"])
    #expect(store.snapshot.texts(.events, "reports") == ["2"])
  }

  @Test func aQuotationMayBeHeardByTwo() {
    let store = NewsStore()
    store.append(Self.pair(isQuoted: true))
    #expect(store.snapshot.texts(.events, "reports") == ["1", "1"])
  }

  @Test func manyReprintsAreOneFamily() {
    let store = NewsStore()
    for number in 0..<40 {
      var telling = Telling("a\(number)", source: "Outlet \(number)")
      telling.write(Self.long)
      telling.tell(.consult, ["Ada Brook", "Carl Dorn"], on: "2024-03-05")
      store.append([telling.article])
    }
    #expect(store.snapshot.texts(.events, "sources") == ["1"])
  }
}
