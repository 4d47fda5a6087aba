import NewsModel
import TestSupport
import Testing

@testable import NewsReader

/// The whole reader on short texts, and on texts that are none.
@Suite struct NewsReaderTests {
  private static let reader = Result { try NewsReader() }

  private func read(_ text: String, published: String? = nil) throws -> AnnotatedArticle {
    var article = Article(id: "test", text: text)
    article.published = published.flatMap { NewsDate(iso: $0) }
    return try Self.reader.get().read(article)
  }

  private func names(_ entities: [EntityIndex], in annotated: AnnotatedArticle) -> [String] {
    entities.map { annotated.entities[$0.position].name }
  }

  @Test func readsAVisit() throws {
    let annotated = try read(
      "ACCRA (Reuters) - Kenyan President Amina Odhiambo arrived in Ghana on Monday.",
      published: "2021-06-02")
    let report = try #require(annotated.reports.first)
    #expect(report.type == .consult)
    #expect(report.mode == "visit")
    #expect(names(report.actors, in: annotated) == ["Amina Odhiambo"])
    #expect(names(report.targets, in: annotated) == ["Ghana"])
    #expect(report.date?.description == "2021-05-31")
    #expect(annotated.article.agency == "Reuters")
  }

  @Test func aTextInAnotherLanguageHasWordsAndNoEvents() throws {
    let text =
      "Lomé (AFP) - Le ministre kényan Daniel Odhiambo a rencontré lundi la présidente du Ghana, et "
      + "ils ont signé un accord pour les deux pays.\n\n« Nous sommes très heureux de cet accord », "
      + "a dit le ministre devant 200 journalistes."
    let annotated = try read(text, published: "2021-06-02")
    #expect(annotated.article.language == "fr")
    #expect(annotated.wordCount > 20)
    #expect(annotated.sentences.count >= 2)
    #expect(annotated.entities.isEmpty && annotated.mentions.isEmpty)
    #expect(annotated.reports.isEmpty && annotated.quotes.isEmpty && annotated.figures.isEmpty)
  }

  @Test func aRecordsLanguageIsBelieved() throws {
    for (code, isRead) in [("en-GB", true), ("English", true), ("de", false)] {
      var article = Article(id: "test", text: "Kari Berg visited Ghana on Monday.")
      article.language = code
      #expect(try Self.reader.get().read(article).entities.isEmpty != isRead)
    }
  }

  /// The wrong party here would be a false accusation.
  @Test(
    arguments: [
      (
        "Ali Okoro left in 1990. He returned to Chad after Deby was killed in 2011 and raised a militia.",
        ["Deby"]
      ),
      (
        "Ali Okoro met Ana Ruiz days after the flood which swept away Dakar, killing thousands of people.",
        []
      ),
    ] as [(String, [String])])
  func nobodyIsBlamedForAnothersDeath(_ text: String, _ parties: [String]) throws {
    let annotated = try read(text)
    let found = annotated.reports.filter { $0.type == .assault }
      .flatMap { names($0.actors + $0.targets, in: annotated) }
    #expect(found == parties)
  }

  @Test func everyRangeLiesInTheText() throws {
    let texts = [
      "The minister \"will not yield\", Petra Holm said. Zürich’s mayor, Jürg Näf, met her on 3 May 2020.",
      "BREAKING | Home\n\nLeaders Meet In Oslo\n\nOslo (AP) - Kari Berg met Ana Ruiz.\n\nShare this",
      "李明 met Ерванд in Αθήνα. 2,000 people fled.\u{202e} \u{0} \u{feff}",
    ]
    for text in texts {
      let annotated = try read(text)
      let whole = TextRange(0, text.utf8.count)
      let ranges =
        annotated.blocks.map(\.range) + annotated.sentences + annotated.mentions.map(\.range)
        + annotated.reports.map(\.evidence) + annotated.quotes.map(\.range)
        + annotated.figures.map(\.range)
      for range in ranges { #expect(whole.contains(range)) }
      for report in annotated.reports {
        #expect(annotated.sentences.indices.contains(report.sentence))
        #expect(Set(report.actors).isDisjoint(with: report.targets))
        #expect(!(report.actors + report.targets).isEmpty)
      }
    }
  }

  @Test(arguments: [
    "", " ", "\n\n\n", ".", "\0\0", String(repeating: "a", count: 200_000),
    String(repeating: "A ", count: 50_000), String(repeating: "(", count: 20_000),
    String(repeating: "\"", count: 20_000), String(repeating: "\n-\n", count: 10_000),
    String(repeating: "Mr. ", count: 20_000), String(repeating: "said that he ", count: 5_000),
    "<html><body><p>Ana Ruiz met Kari Berg.</p></body></html>",
  ])
  func survives(_ text: String) throws {
    let annotated = try read(text)
    #expect(annotated.article.text == text)
  }

  @Test func survivesRandomText() throws {
    var random = SplitMix(seed: 5)
    let pieces = [
      "Ana Ruiz", "said", "met", "\"", "“", "on Monday", "2,000", "troops", ",", ".", "\n\n",
      "(AP) -",
      "who", "whose", "of", "Gen.", "the", "'s", "—", "é", "\u{301}", "李", "and", "was", "arrested",
    ]
    for _ in 0..<100 {
      let count = Int.random(in: 1...60, using: &random)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      #expect(try read(text).article.text == text)
    }
  }
}
