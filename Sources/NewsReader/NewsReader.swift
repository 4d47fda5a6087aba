public import NewsModel

/// Reads articles: text in, people, places, events, quotations and figures out.
///
/// A reader is immutable and may be used from several threads at once.
public struct NewsReader: Sendable {
  private let pipeline: Pipeline

  /// The most of a text that is read, in bytes.
  public static let longestText = SentenceSplitter.longestText

  init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// What `article` says.
  ///
  /// Never fails: a text in which nothing can be read gives an annotated article without rows.
  public func read(_ article: Article) -> AnnotatedArticle {
    AnnotatedArticle(pipeline.annotate(article))
  }

  /// What `article` says, read under observation.
  ///
  /// - Parameter step: is called with the name of each component after its turn.
  package func read(_ article: Article, after step: (String) -> Void) -> AnnotatedArticle {
    AnnotatedArticle(pipeline.annotate(article, after: step))
  }
}

extension AnnotatedArticle {
  /// What is left of a document when tokens and trees are dropped.
  init(_ document: Document) {
    self.init(article: document.article)
    blocks = document.blocks
    sentences = document.sentences.map { document.range(ofTokens: $0.tokens) }
    wordCount = document.tokens.count { !$0.folded.isEmpty && $0.form.contains(where: \.isLetter) }
    isCut = document.blocks.contains { $0.isRead && $0.range.upper > SentenceSplitter.longestText }
    leadWeekday = document.times.lazy.compactMap { $0.partialDate?.weekday }.first
    entities = document.entities
    mentions = document.mentions.map { mention in
      Mention(
        entity: mention.entity, range: document.range(ofTokens: mention.tokens),
        sentence: document.tokens[mention.head].sentence, form: mention.form,
        epithet: mention.epithet)
    }
    reports = document.reports
    quotes = document.quotes
    figures = document.figures
  }
}
