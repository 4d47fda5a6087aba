import NewsModel

@testable import NewsReader

/// The names and entities of texts that tests make up.
enum ReadDocument {
  private static let pipeline: Result<Pipeline, any Error> = Result {
    let text = try TextLayer()
    let lexicon = try NameLexicon.load()
    return try Pipeline([
      text.cleaner, text.head, text.splitter, Tagger(), Lemmatizer(), text.times,
      try NameRecognizer(lexicon: lexicon), DependencyParser(),
      try EntityLinker(lexicon: lexicon),
    ])
  }

  /// The document of `text`.
  static func of(_ text: String) throws -> Document {
    try pipeline.get().annotate(Article(id: "test", text: text))
  }

  /// The names in order, each with the first letter of its kind: `Ana Lima/p`.
  static func names(_ text: String) throws -> [String] {
    let document = try of(text)
    return document.names.map { name in
      document.text(document.range(ofTokens: name.tokens)) + "/" + name.kind.rawValue.prefix(1)
    }
  }

  /// The entity of each mention that is no name, in order: `he -> Ana Lima`.
  static func references(_ text: String) throws -> [String] {
    let document = try of(text)
    return document.mentions.filter { $0.form != .name }.map { mention in
      document.text(document.range(ofTokens: mention.tokens)) + " -> "
        + document.entities[mention.entity.position].name
    }
  }
}
