internal import QueryLanguage

extension NewsSession {
  /// A few queries to begin with, about what occurs most in what is loaded; each is a whole line.
  ///
  /// Without events they ask for what there is.
  public var firstQueries: [String] {
    func most(_ query: String) -> String? {
      completions(in: query, at: query.utf8.count).items.first { !$0.insertion.hasPrefix("$") }
        .map { query + $0.insertion }
    }
    let queries = [
      most("events where actor = "), most("events where place = ").map { $0 + " | sort by date" },
      "entities where kind = person | top 10 by mentions",
    ]
    return queries.compactMap { $0 }
  }

  /// The topics that ``help(on:)`` knows, besides tables, fields, stages, operators and codes.
  public var helpTopics: [String] { LanguageHelp.topics }

  /// Help on a topic, a table, a field, a stage, an operator or an error code.
  ///
  /// Nil for anything else.
  public func help(on topic: String) -> String? { LanguageHelp.text(on: topic) }
}
