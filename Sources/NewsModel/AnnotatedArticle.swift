/// Position of an entity in ``AnnotatedArticle/entities``.
public struct EntityIndex: Hashable, Comparable, Sendable {
  /// The position, from 0.
  public let position: Int
  /// The entity at `position`.
  public init(_ position: Int) { self.position = position }
  /// Orders by position.
  public static func < (a: EntityIndex, b: EntityIndex) -> Bool { a.position < b.position }
}

/// What a reader takes from one article, and hands to a store.
///
/// All ranges count UTF-8 bytes of `article.text`; all indices point into this value's own arrays.
public struct AnnotatedArticle: Sendable {
  /// The article, with what the reader found out about it filled in.
  public var article: Article
  /// The text's parts in order; they do not overlap.
  ///
  /// Bytes outside every block are white space.
  public var blocks: [TextBlock]
  /// Sentences of all blocks that are read, in order.
  public var sentences: [TextRange]
  /// Number of words in the blocks that are read.
  public var wordCount: Int
  /// Whether the text is so long that its end was not read: it can be searched but gives no rows.
  public var isCut: Bool
  /// The weekday that the article tells its news by, where no date fixes it: the first such word.
  ///
  /// It is taken for the day of publication or the day before, so that the article's other
  /// weekdays are those of the week that ends with it.
  public var leadWeekday: Int?
  /// The people, organizations and places that this article names, each once.
  public var entities: [Entity]
  /// Where they are named.
  public var mentions: [Mention]
  /// What they did.
  public var reports: [Report]
  /// What they said.
  public var quotes: [Quote]
  /// Quantities.
  public var figures: [Figure]

  /// An article in which nothing has been found yet.
  public init(article: Article) {
    self.article = article
    blocks = []
    sentences = []
    wordCount = 0
    isCut = false
    leadWeekday = nil
    entities = []
    mentions = []
    reports = []
    quotes = []
    figures = []
  }
}

/// A part of a text: a headline, a paragraph, page furniture.
public struct TextBlock: Sendable, Hashable {
  /// What a block is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The article's title, or a repetition of it.
    case headline
    /// Running text.
    case paragraph
    /// The line under a picture.
    case caption
    /// An item of a list that belongs to the article.
    case listItem
    /// By-line, dateline of a magazine, publication line.
    case byline
    /// Breadcrumbs, share boxes, appeals, teasers, credits: kept, but neither read nor searched.
    case furniture
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands, without surrounding white space.
  public var range: TextRange
  /// Whether the same text stood in an earlier block: it is then searched but not read again.
  public var isRepeated: Bool

  /// A block.
  public init(kind: Kind, range: TextRange, isRepeated: Bool = false) {
    self.kind = kind
    self.range = range
    self.isRepeated = isRepeated
  }
}

/// What kind of thing an entity is.
public enum EntityKind: String, CaseIterable, Sendable, Hashable {
  case person
  case organization
  case place
}

/// A person, organization or place under all the names that one article gives it.
public struct Entity: Sendable, Hashable {
  /// Fullest form of its name in the article, without titles: `Khalifa Haftar`.
  public var name: String
  /// What kind of thing it is.
  public var kind: EntityKind
  /// Every distinct surface form of its name, `name` included; titles may stand in front.
  public var aliases: [String]
  /// Titles and offices that the text gives it: `commander of the LNA`.
  public var roles: [String]
  /// Loaded or characterising words for it, in lower case: `strongman`.
  public var epithets: [String]
  /// English short name of the country that it is, lies in or acts for, where known: `Russia`.
  public var country: String?

  /// An entity known by one name.
  public init(name: String, kind: EntityKind) {
    self.name = name
    self.kind = kind
    aliases = [name]
    roles = []
    epithets = []
    country = nil
  }
}

/// The part that a mention plays in its sentence.
public enum MentionRole: String, CaseIterable, Sendable, Hashable {
  case actor
  case target
  case speaker
  case place
  case other
}

/// One naming of an entity in a text.
public struct Mention: Sendable, Hashable {
  /// How an entity may be referred to.
  public enum Form: String, Sendable, CaseIterable {
    /// By name: `Gen. Haftar`.
    case name
    /// By description: `the general`.
    case nominal
    /// By pronoun: `he`.
    case pronoun
  }

  /// Which entity.
  public var entity: EntityIndex
  /// The words that name it.
  public var range: TextRange
  /// Position of its sentence in ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// How it is referred to.
  public var form: Form
  /// The loaded word that stands with this mention, in lower case.
  public var epithet: String?
  /// The part that it plays.
  public var role: MentionRole

  /// A mention.
  public init(
    entity: EntityIndex, range: TextRange, sentence: Int, form: Form = .name,
    epithet: String? = nil, role: MentionRole = .other
  ) {
    self.entity = entity
    self.range = range
    self.sentence = sentence
    self.form = form
    self.epithet = epithet
    self.role = role
  }
}

/// One article's telling of one event.
public struct Report: Sendable, Hashable {
  /// PLOVER type.
  public var type: EventType
  /// PLOVER mode of that type, or nil.
  public var mode: String?
  /// Lemma of the word that told it: `arrive`.
  public var action: String
  /// Who did it; all parties of a mutual act.
  ///
  /// Sorted by first mention, each once.
  public var actors: [EntityIndex]
  /// To whom; never shares an entity with `actors`.
  public var targets: [EntityIndex]
  /// Where it happened.
  public var place: EntityIndex?
  /// When it happened.
  public var date: NewsDate?
  /// What the text gives of the date where it does not fix it; nil where `date` is known.
  public var partialDate: PartialDate?
  /// How real it is.
  public var status: EventStatus
  /// Whose word it is, where the text says so: an entity, or words such as `Libyan media`.
  public var attribution: String?
  /// PLOVER contexts.
  public var contexts: [String]
  /// The shortest clause that says it.
  public var evidence: TextRange
  /// Position of its sentence in ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// Name of the frame or rule that found it, for `.why`.
  public var frame: String
  /// How the date was found, in a few words for `.why`: `'Tuesday' before 2023-09-28`.
  public var dateBasis: String?
  /// The words that tell its parts; parties that are understood from elsewhere have none.
  public var marks: [RoleMark]

  /// A report of which only the type, the word and the place in the text are known.
  public init(type: EventType, action: String, evidence: TextRange, sentence: Int, frame: String) {
    self.type = type
    self.action = action
    self.evidence = evidence
    self.sentence = sentence
    self.frame = frame
    mode = nil
    actors = []
    targets = []
    place = nil
    date = nil
    partialDate = nil
    status = .happened
    attribution = nil
    contexts = []
    dateBasis = nil
    marks = []
  }
}

/// One quotation.
public struct Quote: Sendable, Hashable {
  /// Who said it, where the text names somebody.
  public var speaker: EntityIndex?
  /// The words for an unnamed speaker: `a customs officer`.
  public var speakerText: String?
  /// Lemma of the verb of saying, where there is one.
  public var verb: String?
  /// What was said, without the quotation marks.
  public var range: TextRange
  /// Position of its sentence in ``AnnotatedArticle/sentences``.
  public var sentence: Int
  /// Entities named inside the quotation.
  public var about: [EntityIndex]

  /// A quotation without a speaker.
  public init(range: TextRange, sentence: Int) {
    self.range = range
    self.sentence = sentence
    speaker = nil
    speakerText = nil
    verb = nil
    about = []
  }
}

/// One quantity that articles could disagree on.
public struct Figure: Sendable, Hashable {
  /// The words: `up to 1,200 Wagner fighters`.
  public var range: TextRange
  /// Least value, or nil where open.
  public var low: Double?
  /// Greatest value, or nil where open.
  public var high: Double?
  /// What is counted: `Wagner fighters`, `USD`.
  public var unit: String?
  /// Entities that it is about.
  public var about: [EntityIndex]
  /// When it held.
  public var date: NewsDate?
  /// Position of its sentence in ``AnnotatedArticle/sentences``.
  public var sentence: Int

  /// A quantity.
  public init(range: TextRange, low: Double?, high: Double?, unit: String?, sentence: Int) {
    self.range = range
    self.low = low
    self.high = high
    self.unit = unit
    self.sentence = sentence
    about = []
    date = nil
  }
}
