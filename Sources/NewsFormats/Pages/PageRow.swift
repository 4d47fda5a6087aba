public import NewsModel

/// What is known of a row of a page beside its cells.
public struct PageRow: Sendable, Hashable {
  /// The row in a few words, for the drawings: `CONSULT visit: Ada Brook, Carl Dorn`.
  public var label: String
  /// When it was; nil where that is not known.
  public var date: NewsDate?
  /// The lanes of the timeline that it belongs to.
  public var lanes: [String] = []
  /// What it is counted under; nil where it has no such value, or has a ``measure``.
  public var category: String?
  /// A number of its own, drawn as a bar under its label.
  public var measure: Double?
  /// Whether it is cooperation or conflict; nil where it is neither.
  public var tone: PageTone?
  /// Whether it is only planned, alleged or denied.
  public var isDoubtful = false
  /// The outlets that tell it.
  public var sources: [String] = []
  /// Where it stands, as much of it as a page shows.
  public var evidence: [PageEvidence] = []
  /// Pieces of evidence that there are in all.
  public var evidenceCount = 0

  /// A row of which no more is known than its label.
  public init(label: String) { self.label = label }
}

/// Whether people help or hurt each other in what they do.
public enum PageTone: String, Sendable, Hashable, CaseIterable {
  /// They meet, agree, give, yield.
  case cooperative
  /// They accuse, threaten, punish, fight.
  case conflictual
}

/// Some who took part in one thing.
public struct PageMeeting: Sendable, Hashable {
  /// Their names; one alone meets nobody.
  public var parties: [String]
  /// How they met; nil where that is not known.
  public var tone: PageTone?

  /// A meeting.
  public init(parties: [String], tone: PageTone? = nil) {
    self.parties = parties
    self.tone = tone
  }
}

/// A place in an article that a row comes from.
public struct PageEvidence: Sendable, Hashable {
  /// Words with marks in them.
  public struct Passage: Sendable, Hashable {
    /// Marked words.
    public struct Mark: Sendable, Hashable {
      /// What they tell: `actor`; several where the same words tell several things.
      public var labels: [String]
      /// The words, in UTF-8 bytes of the passage's text.
      public var range: TextRange

      /// A mark.
      public init(labels: [String], range: TextRange) {
        self.labels = labels
        self.range = range
      }
    }

    /// The words.
    public var text: String
    /// The marked words in order, of those that begin together the longest first; what lies outside
    /// the text or crosses a mark before it is not marked.
    public var marks: [Mark]

    /// A passage.
    public init(text: String, marks: [Mark] = []) {
      self.text = text
      self.marks = marks
    }
  }

  /// The words that say it.
  public var passages: [Passage] = []
  /// The outlet.
  public var source: String?
  /// The headline of the article.
  public var title: String?
  /// The article's id.
  public var article: String
  /// The article's own date.
  public var published: NewsDate?
  /// Where the article can be read; shown as a link only where it is one of the web.
  public var url: String?
  /// The news agency whose text it is.
  public var agency: String?
  /// `happened`, `planned`, `alleged` or `denied`.
  public var status: String?
  /// Whose word it is.
  public var attribution: String?

  /// Evidence in the article of that id.
  public init(article: String) { self.article = article }
}
