import NewsModel

@testable import NewsReader

/// The text layer, opened once for all tests.
enum TextLayerFixture {
  static let layer = Result { try TextLayer() }

  /// `text` after blocks, head, tokens and times were found.
  static func read(_ text: String, _ change: (inout Article) -> Void = { _ in }) throws -> Document
  {
    var article = Article(id: "test", text: text)
    change(&article)
    return try Pipeline(try layer.get().components).annotate(article)
  }

  /// Kind and first words of each block: `headline Storm hits`, with `*` where it is repeated.
  static func blocks(_ text: String, words: Int = 2) throws -> [String] {
    let document = try read(text)
    return document.blocks.map { block in
      let start = document.text(block.range).split(whereSeparator: \.isWhitespace).prefix(words)
      return "\(block.kind.rawValue)\(block.isRepeated ? "*" : "") \(start.joined(separator: " "))"
    }
  }

  /// The sentences of `text` as one block, tokens joined by spaces.
  static func sentences(_ text: String) throws -> [String] {
    var document = Document(article: Article(id: "test", text: text))
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    try layer.get().splitter.annotate(&document)
    return document.sentences.map { sentence in
      document.tokens[sentence.tokens].map(\.form).joined(separator: " ")
    }
  }
}
