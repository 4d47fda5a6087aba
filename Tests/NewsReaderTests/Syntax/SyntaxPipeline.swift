import NewsModel

@testable import NewsReader

/// Runs the shipped tagger, lemmatizer and parser over sentences that are cut into words already.
struct SyntaxPipeline {
  let tagger: Tagger
  let lemmatizer: Lemmatizer
  let parser: DependencyParser

  init() throws {
    tagger = try Tagger()
    lemmatizer = try Lemmatizer()
    parser = try DependencyParser()
  }

  /// A document of `sentences`, each of words with spaces between, with all layers of syntax.
  func document(_ sentences: [String]) -> Document {
    let text = sentences.joined(separator: "\n")
    var document = Document(article: Article(id: "test", text: text))
    var offset = 0
    for (number, sentence) in sentences.enumerated() {
      let start = document.tokens.count
      for word in sentence.split(separator: " ") {
        let length = word.utf8.count
        document.tokens.append(
          Token(
            range: TextRange(offset, offset + length), form: String(word), sentence: number))
        offset += length + 1
      }
      document.sentences.append(Sentence(tokens: start..<document.tokens.count, block: 0))
    }
    tagger.annotate(&document)
    lemmatizer.annotate(&document)
    parser.annotate(&document)
    return document
  }
}
