extension LanguageHelp {
  /// What expressions are made of, beside functions.
  public static let expressions: [Entry] = [
    Entry(
      "if", "if CONDITION then A else B", "the one value or the other, as a condition holds",
      details: "Both values are of one type. Further choices may follow else.",
      examples:
        "articles | add size = if words > 300 then \"long\" else \"short\" | show title, size"),
    Entry(
      "+", "A + B, A - B, A * B, A / B", "reckons with numbers; '+' also joins texts",
      details: """
        Blanks are not needed, and brackets group. What is unknown makes the whole unknown, and so does a \
        division by 0. A text stands in quotes.
        """,
      examples: "articles | add pages = words / 250 | show title, pages",
      "events | add label = type + \" \" + action | show date, label"),
    Entry(
      "today", "today", "the day on which the query runs, or that '--today' gives",
      examples: "events since 2023 | add age = days between date and today | show date, age"),
  ]

  /// Words that stand within a construct, by the entry that tells of them.
  static let wordsWithin: [String: String] = [
    "then": "if", "else": "if", "-": "+", "/": "+", "or": "and", "not": "and", "(": "(query)",
    "sharing": "followed by", "next": "followed by", "gap": "followed by", "seed": "sample",
    "steps": "paths", "step": "paths", "path": "paths", "from": "paths", "to": "paths",
    "of": "neighbours", "ties": "neighbours", "bar": "chart", "line": "chart", "by": "count",
    "asc": "sort by", "desc": "sort by", "ascending": "sort by", "descending": "sort by",
    "known": "is known", "unknown": "is known", "is": "is known",
  ]
}
