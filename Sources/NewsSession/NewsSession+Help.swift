internal import QueryLanguage

extension NewsSession {
  /// The topics that ``help(on:)`` knows, besides tables, fields, stages, operators and codes.
  public var helpTopics: [String] { LanguageHelp.topics }

  /// Help on a topic, a table, a field, a stage, an operator or an error code.
  ///
  /// Nil for anything else.
  public func help(on topic: String) -> String? { LanguageHelp.text(on: topic) }
}
