internal import QueryLanguage

/// A part of the language as its help and its reference describe it: the stages, the operators.
public struct ReferenceSection: Sendable, Hashable {
  /// The topic under which `.help` lists it: `stages`.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// What belongs to it, in the order in which it is described.
  public var entries: [ReferenceEntry]

  /// All sections but tables and errors.
  public static let all = LanguageHelp.sections.map { section in
    ReferenceSection(
      name: section.name, title: section.title,
      entries: section.entries.map { ReferenceEntry($0) })
  }

  /// The errors, warnings and notes of the language, one an entry, called by its code; its examples are
  /// a query that triggers it and, where there is one, the query without the fault.
  public static let diagnostics = ReferenceSection(
    name: "errors", title: "errors, warnings and notes",
    entries: DiagnosticCode.allCases.map { ReferenceEntry($0) })
}

/// One stage, operator, function, form of date or error.
public struct ReferenceEntry: Sendable, Hashable {
  /// What it is called: `take`.
  public var name: String
  /// How it is written: `take N`.
  public var syntax: String
  /// What it does, in one line without a full stop.
  public var help: String
  /// What else there is to know, in whole sentences; may be empty.
  public var details: String
  /// Other words for it.
  public var synonyms: [String]
  /// Whole statements that use it.
  public var examples: [String]

  init(_ entry: LanguageHelp.Entry) {
    name = entry.name
    syntax = entry.syntax
    help = entry.help
    details = entry.details
    synonyms = entry.synonyms
    examples = entry.examples
  }

  init(_ code: DiagnosticCode) {
    name = code.rawValue
    syntax = ""
    help = code.title
    details = code.page.explanation
    synonyms = []
    examples = [code.trigger.text] + (code.page.remedy.map { [$0] } ?? [])
  }
}
