/// What loading did.
public struct LoadReport: Sendable, Hashable {
  /// A file that was not loaded.
  public struct Failure: Sendable, Hashable {
    /// The file.
    public var path: String
    /// Why, in a few words without a full stop.
    public var reason: String

    /// A failure.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Articles in a language that is not English, which can be searched but give no events.
  public struct OtherLanguage: Sendable, Hashable {
    /// Its English name, or what the articles' record calls it.
    public var name: String
    /// How many articles are written in it.
    public var articleCount: Int

    /// So many articles in the language `name`.
    public init(name: String, articleCount: Int) {
      self.name = name
      self.articleCount = articleCount
    }
  }

  /// Number of articles that were loaded.
  public var articleCount = 0
  /// The files that were not, in the order in which they were met.
  public var failures: [Failure] = []
  /// The languages other than English among them, the most frequent first.
  public var otherLanguages: [OtherLanguage] = []
  /// The files whose text is so long that its end was not read, in the order in which they were met.
  public var cutPaths: [String] = []
  /// Number of files in folders that were passed over for their ending.
  public var otherCount = 0
  /// Whether the user stopped it, so that nothing was loaded.
  public var isCancelled = false

  /// A report that nothing was loaded.
  public init() {}
}
