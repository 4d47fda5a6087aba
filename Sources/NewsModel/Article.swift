/// An article: its text and what its record says about it.
public struct Article: Sendable, Hashable {
  /// Id that is unique in a store: the file's name without its ending, or what its record says.
  public var id: String
  /// Headline.
  public var title: String?
  /// Outlet that published it.
  public var source: String?
  /// News agency whose text it is: `AFP`.
  public var agency: String?
  /// Who wrote it.
  public var author: String?
  /// The article's own date of publication.
  public var published: NewsDate?
  /// Place of the dateline.
  public var place: String?
  /// Where it can be read.
  public var url: String?
  /// ISO 639-1 code of the language, where recognised.
  public var language: String?
  /// The whole text as loaded, page furniture included, without the `---` head and HTML.
  ///
  /// Every range of an ``AnnotatedArticle`` counts UTF-8 bytes of this text.
  public var text: String

  /// An article of which only id and text are known.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

extension Article {
  /// Whether it is in English, or in a language that is not recognised.
  ///
  /// A record may say `en`, `en-GB` or `English`.
  public var isEnglish: Bool {
    guard let language = language?.lowercased() else { return true }
    let primary = language.prefix { $0 != "-" && $0 != "_" }
    return ["en", "eng", "english"].contains(primary)
  }
}
