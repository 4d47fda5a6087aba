/// What there is to know about the language, as data: sources, stages, operators, dates, functions,
/// errors.
///
/// Parser, binder, help, completion, the hints of diagnostics and the pages of the reference are made
/// from it; tests read and run every example.
public enum LanguageHelp {
  /// One entry: a stage, an operator, a form of date.
  public struct Entry: Sendable, Hashable {
    /// What it is called: `take`.
    public let name: String
    /// How it is written: `take N`.
    public let syntax: String
    /// What it does, in one line.
    public let help: String
    /// What else there is to know, in whole sentences; may be empty.
    public let details: String
    /// Other words for it.
    public let synonyms: [String]
    /// Whole statements that use it; never empty.
    public let examples: [String]

    init(
      name: String, syntax: String, help: String, details: String = "", synonyms: [String] = [],
      examples: [String]
    ) {
      self.name = name
      self.syntax = syntax
      self.help = help
      self.details = details
      self.synonyms = synonyms
      self.examples = examples
    }

    init(
      _ name: String, _ syntax: String, _ help: String, synonyms: [String] = [],
      details: String = "", examples: String...
    ) {
      self.init(
        name: name, syntax: syntax, help: help, details: details, synonyms: synonyms,
        examples: examples)
    }
  }
}
