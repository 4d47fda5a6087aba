internal import NewsModel

/// What there is to know about the language, as data: stages, operators, dates, tables, errors.
///
/// Help, completion and the hints of diagnostics are made from it; tests read every example.
public enum LanguageHelp {
  /// One entry: a stage, an operator, a form of date.
  public struct Entry: Sendable, Hashable {
    /// What it is called: `take`.
    public let name: String
    /// How it is written: `take N`.
    public let syntax: String
    /// What it does, in one line.
    public let help: String
    /// Other words for it.
    public let synonyms: [String]
    /// Whole queries that use it; never empty.
    public let examples: [String]

    init(
      _ name: String, _ syntax: String, _ help: String, synonyms: [String] = [],
      examples: String...
    ) {
      self.name = name
      self.syntax = syntax
      self.help = help
      self.synonyms = synonyms
      self.examples = examples
    }
  }

  /// The stages, most used first; also the words that a clause begins with.
  public static let stages: [Entry] = [
    Entry(
      "where", "where CONDITION", "keeps the rows for which the condition holds",
      examples: "events where actor = Ada Lovelace and place is known"),
    Entry(
      "search", "search WORD \"PHRASE\"",
      "keeps rows whose text has every word and phrase, best first",
      examples: "articles search \"oil port\" strike | take 5"),
    Entry(
      "since", "since DATE", "from the first day of the date on",
      examples: "events where actor = Ada Lovelace since 2023-09"),
    Entry(
      "until", "until DATE", "up to the last day of the date", examples: "articles until Q3 2023"),
    Entry(
      "before", "before DATE", "before the first day of the date",
      examples: "events where date certainly before 2023-09"),
    Entry(
      "after", "after DATE", "after the last day of the date",
      examples: "articles after 26 Sept 2023"),
    Entry(
      "in", "in DATE", "shares a day with the date", synonyms: ["on", "during"],
      examples: "events in September 2023", "events on 2023-09-28"),
    Entry(
      "around", "around DATE", "the date and as long again on both sides, a week at least",
      examples: "events around 2023-09-28"),
    Entry(
      "between", "between DATE and DATE", "from the first day of the one to the last of the other",
      examples: "events between 2022 and June 2023"),
    Entry(
      "within", "within N days of DATE", "not further from the date than that",
      examples: "events within 3 days of 2023-09-28"),
    Entry(
      "last", "last N days", "from so long ago until today", examples: "articles last 7 days",
      "articles last 2 weeks"),
    Entry(
      "sort by", "sort by FIELD [desc], ...",
      "orders the rows, least first; unknown ones come last",
      examples: "events | sort by date desc, type"),
    Entry(
      "newest", "newest", "orders by the main date, latest first", examples: "articles | newest"),
    Entry(
      "oldest", "oldest", "orders by the main date, earliest first", examples: "articles | oldest"),
    Entry(
      "take", "take N", "keeps the first rows", synonyms: ["limit", "first"],
      examples: "articles | newest | take 5"),
    Entry("skip", "skip N", "leaves out the first rows", examples: "articles | skip 10 | take 10"),
    Entry(
      "top", "top N by FIELD", "keeps the rows with the greatest values",
      examples: "entities where kind = person | top 10 by mentions"),
    Entry(
      "show", "show FIELD, ...", "chooses what is shown; * is every field",
      examples: "events | show date, type, who, actor.country", "articles | show *"),
    Entry(
      "hide", "hide FIELD, ...", "leaves fields out of what is shown",
      examples: "events | hide mode"),
    Entry(
      "count", "count [distinct FIELD] [by FIELD, ...]",
      "counts the rows, or the values of a field; by groups where asked",
      examples: "events | count", "events | count by month", "events | count distinct actor by type"
    ),
    Entry(
      "distinct", "distinct FIELD, ...", "keeps each combination of values once",
      examples: "events | distinct type, mode"),
    Entry(
      "explain", "explain",
      "runs the query and says how: the way in, and rows and time of each step",
      examples: "events where actor = Ada Lovelace | explain"),
  ]

  /// The operators.
  public static let operators: [Entry] = [
    Entry(
      "=", "FIELD = VALUE", "is; a name means every spelling, a date every day it shares",
      synonyms: [":"], examples: "events where actor = Ada Lovelace", "events where date = 2023-09"),
    Entry("!=", "FIELD != VALUE", "is not", examples: "events where type != CONSULT"),
    Entry(
      "==", "FIELD == VALUE", "is spelled exactly so",
      examples: "mentions where entity == \"Lovelace\""),
    Entry("<", "FIELD < VALUE", "is less, or before", examples: "articles where words < 300"),
    Entry(
      "<=", "FIELD <= VALUE", "is at most, or not after", examples: "articles where words <= 300"),
    Entry(
      ">", "FIELD > VALUE", "is more, or after", examples: "articles where published > 2023-09"),
    Entry(
      ">=", "FIELD >= VALUE", "is at least, or not before",
      examples: "entities where mentions >= 10"),
    Entry(
      "~", "FIELD ~ WORDS", "has these words, or fits /a pattern/",
      examples: "articles where title ~ oil port", "articles where title ~ /elect(ion|oral)/"),
    Entry("!~", "FIELD !~ WORDS", "has them not", examples: "articles where title !~ price"),
    Entry(
      "in", "FIELD in (A, B)", "is one of them", examples: "events where type in (CONSULT, AID)",
      "events where type not in (CONSULT, AID)"),
    Entry(
      "between", "FIELD between A and B", "lies from the one to the other, both included",
      examples: "articles where words between 100 and 200"),
    Entry(
      "is known", "FIELD is known", "has a value; the other way round: is unknown",
      examples: "events where place is known", "events where place is unknown"),
    Entry(
      "and", "A and B, A or B, not A", "joins conditions; brackets group them",
      examples: "events where (type = AID or type = CONSULT) and not place = Oslo"),
    Entry(
      "*", "FIELD = ab*", "stands for any letters in a value",
      examples: "articles where title = port*"),
    Entry(
      "@", "FIELD = @SLUG", "means one entity for sure",
      examples: "events where actor = @ada-lovelace"),
    Entry(
      "certainly", "FIELD certainly before DATE", "every day of an uncertain date fits",
      examples: "events where date certainly before 2023-09"),
    Entry(
      "$", "FIELD = $NAME", "stands for a parameter or a value of 'let'", examples: "let n = 5"),
  ]

  /// The forms in which a date can be written.
  public static let dates: [Entry] = [
    Entry("2023", "YEAR", "a year", examples: "events in 2023"),
    Entry(
      "2023-09", "YEAR-MONTH", "a month", synonyms: ["September 2023"],
      examples: "events in 2023-09", "events in September 2023"),
    Entry(
      "2023-09-28", "YEAR-MONTH-DAY", "a day", synonyms: ["28 Sept 2023", "Sept 28 2023"],
      examples: "events on 2023-09-28", "events on 28 Sept 2023", "events on Sept 28, 2023"),
    Entry("Q3 2023", "QN YEAR", "a quarter", examples: "events in Q3 2023"),
    Entry(
      "early May 2023", "early|mid|late MONTH YEAR", "a third of a month",
      examples: "events in early May 2023"),
    Entry(
      "late 2023", "early|mid|late YEAR", "a third of a year", synonyms: ["end of 2023"],
      examples: "events in late 2023", "events until end of March 2023"),
    Entry(
      "winter 2023", "SEASON YEAR", "three months; the winter of a year begins in December",
      examples: "events in winter 2023", "events since spring 2023"),
    Entry(
      "H1 2023", "H1|H2 YEAR", "half a year", synonyms: ["first half of 2023"],
      examples: "events in H1 2023", "events in the first half of 2023"),
    Entry(
      "week of 2023-09-28", "week of DAY", "the week from Monday that has the day",
      examples: "events in the week of 2023-09-28"),
    Entry("2010s", "YEARs", "a decade", examples: "events in 2010s"),
    Entry(
      "yesterday", "today, yesterday, tomorrow", "a day by today",
      examples: "articles since yesterday"),
    Entry(
      "last week", "last|this|next week|month|quarter|year", "a period by today, weeks from Monday",
      examples: "articles in last week", "articles last month"),
    Entry(
      "3 days ago", "N days|weeks|months|years ago", "a day by today",
      examples: "articles since 3 days ago"),
    Entry(
      "2019..2020", "A..B, A.., ..B", "from one date to another, or open at an end",
      examples: "events in 2019-04..2020-06", "events where date = 2019.."),
  ]

  /// The stages in one line, for hints.
  static let stageHint =
    "stages: " + Parser.stageWords.joined(separator: ", ") + ", and every table's name"

  /// The operators that compare, in one line, for hints.
  static let operatorHint =
    "operators: "
    + operators.map(\.name).filter { !["and", "*", "@", "$", "certainly"].contains($0) }
    .joined(separator: "  ")

  /// The topics that ``text(on:)`` knows, beside names of tables, stages, operators and codes.
  public static let topics = ["tables", "fields", "stages", "operators", "dates", "errors"]

  /// Help on a topic, a table, a stage, an operator, a form of date or an error code; nil for
  /// anything else.
  public static func text(on topic: String) -> String? {
    let name = topic.lowercased()
    switch name {
    case "tables":
      return Table.allCases.map { row($0.name, $0.schema.help) }.joined(separator: "\n")
        + "\n\nthe word for one row will do: event, entity"
    case "fields": return Table.allCases.map { fieldText($0) }.joined(separator: "\n\n")
    case "stages": return list(stages)
    case "operators": return list(operators)
    case "dates": return list(dates)
    case "errors":
      return DiagnosticCode.allCases.map { row($0.rawValue, $0.title) }.joined(separator: "\n")
    default: break
    }
    if let table = Table(named: name) { return fieldText(table) }
    let entries = stages + operators + dates
    let fits = entries.filter { entry in
      entry.name.lowercased() == name || entry.synonyms.contains(name)
        || entry.name.lowercased().split(separator: " ").first.map { String($0) } == name
    }
    if !fits.isEmpty { return fits.map { details($0) }.joined(separator: "\n\n") }
    if let code = DiagnosticCode(rawValue: topic.uppercased()) {
      return "\(code.rawValue)  \(code.title)\n\nfor example: \(code.trigger.text)"
    }
    let fields = Table.allCases.compactMap { table in
      table.schema.field(named: name).map { row("\(table.name).\($0.schema.name)", $0.schema.help) }
    }
    return fields.isEmpty ? nil : fields.joined(separator: "\n")
  }

  private static func list(_ entries: [Entry]) -> String {
    entries.map { row($0.syntax, $0.help) }.joined(separator: "\n")
  }

  private static func details(_ entry: Entry) -> String {
    var lines = [entry.syntax, "  " + entry.help]
    if !entry.synonyms.isEmpty {
      lines.append("  also written: " + entry.synonyms.joined(separator: ", "))
    }
    return (lines + entry.examples.map { "  for example: " + $0 }).joined(separator: "\n")
  }

  private static func fieldText(_ table: Table) -> String {
    let head = "\(table.name): \(table.schema.help)"
    let rows = table.schema.fields.map { field in
      let type = field.isList ? field.type.plural : field.type.word
      return "  " + row(field.name, "\(type): \(field.help)", width: 12)
    }
    return ([head] + rows).joined(separator: "\n")
  }

  private static func row(_ name: String, _ help: String, width: Int = 28) -> String {
    name + String(repeating: " ", count: max(2, width - name.count)) + help
  }
}

extension ValueType {
  /// The word for the type: `date`; for a reference the word for a row: `entity`.
  var word: String {
    switch self {
    case .text: "text"
    case .category: "word"
    case .integer, .number: "number"
    case .date: "date"
    case .reference(let table): table.singular
    }
  }

  /// The word for several values of the type: `entities`.
  var plural: String {
    if case .reference(let table) = self { return table.name }
    return word + "s"
  }
}
