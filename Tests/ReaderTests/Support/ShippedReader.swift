import NewsModel
import Testing

@testable import NewsReader

/// The reader as it ships, opened once for all tests.
enum ShippedReader {
  private static let pipeline = Result { try Pipeline(NewsReader.standardComponents()) }
  private static let textLayer = Result { try TextLayer() }

  /// `text` with all layers, as if published on the day `published`.
  static func document(_ text: String, published: String? = nil) throws -> Document {
    var article = Article(id: "gold", text: text)
    article.published = published.flatMap { NewsDate(iso: $0) }
    return try pipeline.get().annotate(article)
  }

  /// What the reader takes from `text`.
  static func read(_ text: String, published: String? = nil) throws -> AnnotatedArticle {
    AnnotatedArticle(try document(text, published: published))
  }

  /// The components that find blocks, sentences, tokens and times.
  static func text() throws -> TextLayer { try textLayer.get() }
}

/// Fails, with the misses, where `score` is below `floor`.
///
/// A floor is about .03 below what was reached when it was last set: raise it with the reader, and
/// lower it only together with the reason.
func expect(
  _ score: GoldScore, atLeast floor: Double, _ what: String = "F1", misses: [String],
  location: SourceLocation = #_sourceLocation
) {
  #expect(score.gold > 0, "the gold file is empty", sourceLocation: location)
  #expect(
    score.f1 >= floor, "\(what) \(score)\n\(misses.joined(separator: "\n"))",
    sourceLocation: location)
}
