extension NewsReader {
  /// A reader of English news, with the word lists and models that ship with it.
  ///
  /// Throws an error that names the file where one is missing or damaged.
  ///
  /// - Complexity: opening the lists and models takes some tens of milliseconds; make one reader
  ///   and keep it.
  public init() throws {
    self.init(pipeline: try Pipeline(NewsReader.standardComponents()))
  }

  /// The components, in the order in which they run.
  static func standardComponents() throws -> [any Component] {
    let text = try TextLayer()
    let names = try NameLexicon.load()
    let events = try EventLayer(names: names)
    return [
      text.cleaner, text.head, text.splitter,
      try Tagger(), try Lemmatizer(), text.times, try NameRecognizer(lexicon: names),
      try DependencyParser(), try EntityLinker(lexicon: names),
    ] + events.components
  }
}
