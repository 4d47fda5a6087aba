import NewsModel
import Testing

@testable import NewsReader

struct ChainedDocumentTests {
  /// A line of a treebank: its number, form, tag, head, relation and last column.
  private static func row(
    _ number: Int, _ form: String, _ tag: String, _ head: Int, _ relation: String,
    _ marks: String = "_"
  ) -> String {
    "\(number)\t\(form)\t\(form)\t\(tag)\t_\t_\t\(head)\t\(relation)\t_\t\(marks)"
  }

  private static let text = [
    "# newdoc id = GUM_news_harbour", "# meta::genre = news", "# newpar",
    "# text = James Holm and Mary Lund met.",
    row(1, "James", "PROPN", 6, "nsubj", "Entity=(3-person-new(1-person-new"),
    row(2, "Holm", "PROPN", 1, "flat", "Entity=1)"),
    row(3, "and", "CCONJ", 4, "cc"),
    row(4, "Mary", "PROPN", 1, "conj", "Entity=(2-person-new"),
    row(5, "Lund", "PROPN", 4, "flat", "Entity=2)3)"),
    row(6, "met", "VERB", 0, "root", "SpaceAfter=No"),
    row(7, ".", "PUNCT", 6, "punct"), "",
    "# newpar", "# text = She slept.",
    row(1, "She", "PRON", 2, "nsubj", "Entity=(2-person-giv)"),
    row(2, "slept", "VERB", 0, "root", "SpaceAfter=No"),
    row(3, ".", "PUNCT", 2, "punct"), "",
  ].joined(separator: "\n")

  @Test func readsTextAndChains() throws {
    let document = try #require(ChainedDocument.documents(conllu: Self.text).first)
    #expect(document.genre == "news")
    #expect(document.text == "James Holm and Mary Lund met.\n\nShe slept.")
    #expect(document.mentions.map(\.chain) == ["1", "2", "3", "2"])
    #expect(document.mentions.last?.range == TextRange(31, 34))
    #expect(document.parts["3"] == ["1", "2"])
  }

  @Test func countsLinks() throws {
    let corpus = try ChainedCorpus(ChainedDocument.documents(conllu: Self.text))
    let score = try CoreferenceScore(of: corpus, genres: ["news"])
    #expect(score.lines == ["she: right 1, wrong 0, unlinked 0, stray 0; P 1000 R 1000"])
  }

  @Test func givesTheSameWeightsTwice() throws {
    let corpus = try ChainedCorpus(ChainedDocument.documents(conllu: Self.text))
    var (first, second) = (PronounTrainer(corpus), PronounTrainer(corpus))
    #expect(first.train { _ in } == second.train { _ in })
  }
}
