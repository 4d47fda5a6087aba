/// A command of the shell, as against a statement of the language.
struct DotCommand: Sendable {
  /// What a word after a command may be.
  enum Argument: Sendable {
    case none
    case file
    case format
    case onOff
    case theme
    /// What `.config` can do.
    case config
    case topic
    /// Names of entities, each one word or in quotes.
    case entities
    /// Names of entities without quotes, apart by a sign or 'from'.
    case entityPhrases
    /// The name of a definition.
    case definition
    /// A lesson, or what to do with the one that runs.
    case lesson
    /// The rest of the line, as it is: a query.
    case query
  }

  /// What commands of one kind are for; help lists each kind under its title.
  enum Group: String, CaseIterable, Sendable {
    case answers = "look closer at an answer"
    case views = "see how a query is answered"
    case learning = "learn"
    case files = "read and write files"
    case names = "say which names are one"
    case settings = "settings"
    case session = "the dialogue"
  }

  /// What a command sets.
  struct Setting: Sendable {
    /// What it is where nothing was said, as it is written behind the command.
    var standard: String
    /// What it is now, written so.
    var current: @Sendable (Shell) -> String
  }

  /// How a command ended.
  enum Outcome: Sendable {
    case done
    case failed
    case quit
  }

  /// Its name without the dot, and other names for it.
  var names: [String]
  /// What may follow, as help shows it: `PATH...`.
  var usage: String = ""
  /// One line of help.
  var summary: String
  /// Further lines of help; may be empty.
  var help: String = ""
  /// Where help lists it.
  var group: Group
  /// What it sets; nil for a command that does something else.
  var setting: Setting?
  /// What completion offers after it.
  var argument: Argument = .none
  /// The least and the greatest number of words that follow.
  var arity: ClosedRange<Int>
  /// Carries it out with the words that follow.
  var run: @Sendable (Shell, [String]) -> Outcome

  /// Its first name, with the dot.
  var name: String { "." + names[0] }

  /// All commands, in the order in which help lists them.
  static let all: [DotCommand] = [
    .help, .load, .read, .why, .fix, .tokens, .ast, .types, .plan, .explain, .definitions,
    .last, .once, .output, .saveDefinitions, .alias, .merge, .split, .aliases, .format, .pager,
    .wrap, .links, .timer, .theme, .config, .learn, .hint, .demo, .history, .quit,
  ]

  /// Every name with its dot.
  static var allNames: [String] { all.flatMap(\.names).map { "." + $0 } }

  /// What a typed name stands for.
  enum Lookup {
    case command(DotCommand)
    case ambiguous([String])
    case unknown
  }

  /// The command of a name that is typed in full or as far as it is clear, without the dot.
  static func named(_ typed: String) -> Lookup {
    let name = typed.lowercased()
    if let command = all.first(where: { $0.names.contains(name) }) { return .command(command) }
    guard !name.isEmpty else { return .unknown }
    let candidates = all.filter { $0.names.contains { $0.hasPrefix(name) } }
    switch candidates.count {
    case 0: return .unknown
    case 1: return .command(candidates[0])
    default: return .ambiguous(candidates.map(\.name))
    }
  }
}
