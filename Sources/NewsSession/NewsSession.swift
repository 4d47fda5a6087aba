internal import NewsReader
internal import NewsStore
internal import QueryEngine
internal import QueryLanguage

/// Articles, and questions about them: what the shell, scripts and other programs talk to.
///
/// A session is used from one thread at a time.
public final class NewsSession {
  /// How queries are understood.
  public struct Options: Sendable {
    /// The day that `today` and `last week` count from.
    public var today: Day
    /// Whether a name with several meanings, or with none, is an error rather than a note.
    public var isStrict: Bool
    /// Values that take the place of those that a script gives its parameters.
    public var parameters: [String: String]

    /// Options; without arguments those of a session on 1 January 1970.
    public init(
      today: Day = Day(number: 0), isStrict: Bool = false, parameters: [String: String] = [:]
    ) {
      self.today = today
      self.isStrict = isStrict
      self.parameters = parameters
    }
  }

  /// How queries are understood; may be changed between queries.
  public var options: Options

  let store: NewsStore
  /// Made when the first article is read, since its models take time to load.
  var reader: NewsReader?
  /// What queries run on: the articles that are loaded, and what is known of them.
  var loaded: Loaded {
    didSet {
      (lastLive, lastCompletion) = (nil, nil)
      if preparesCompletions { prepareCompletions() }
    }
  }
  /// Whether somebody types, who should not have to wait for the first completion of a name.
  var preparesCompletions = false
  /// The last query that ran, on which a line that begins with `|` goes on.
  var lastQuery: Query?
  /// What `$name` stands for, by names in small letters.
  var variables: [String: String] = [:]
  /// The definitions, by their names.
  var definitionsByName: [String: CheckedDefinition] = [:]

  /// The text that was looked at last while it was typed, with what was found.
  var lastLive: (surroundings: LiveSurroundings, text: LiveText)?
  /// What might have stood at the cursor when that was asked last; ghost and menu ask alike.
  var lastCompletion: (surroundings: LiveSurroundings, list: CompletionList)?

  /// The files that articles were read from, by the articles' ids.
  var articleFiles: [String: String] = [:]
  /// What the last result was made of.
  var lastRows: LastRows?
  /// The last result that a query gave; nil before the first.
  public internal(set) var lastResult: ResultTable?

  /// A session without articles.
  public init(options: Options = Options()) {
    self.options = options
    store = NewsStore()
    loaded = Loaded(store.snapshot)
  }

  /// A session on what `other` has loaded at this moment, without its last query, its definitions and
  /// its values.
  ///
  /// It is for asking: articles that it loads go into a store of its own, without those of `other`.
  public init(asking other: NewsSession) {
    options = other.options
    store = NewsStore()
    loaded = other.loaded
  }

  /// Number of rows of a table.
  public func rowCount(of table: Table) -> Int { loaded.snapshot.rowCount(of: table) }

  /// A snapshot with what is made of it once.
  struct Loaded {
    let snapshot: Snapshot
    let catalog: StoreCatalog
    let statistics: SnapshotStatistics
    let planner: Planner

    init(_ snapshot: Snapshot) {
      self.snapshot = snapshot
      statistics = SnapshotStatistics(snapshot)
      planner = Planner(statistics: statistics)
      catalog = StoreCatalog(snapshot, planner: planner)
    }
  }

  var binderOptions: Binder.Options {
    Binder.Options(
      today: options.today, isStrict: options.isStrict, parameters: variables,
      definitions: definitionsByName)
  }
}
