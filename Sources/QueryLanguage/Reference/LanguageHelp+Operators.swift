extension LanguageHelp {
  /// The operators.
  public static let operators: [Entry] = [
    Entry(
      "=", "FIELD = VALUE", "is; a name means every spelling, a date every day it shares",
      synonyms: [":"],
      details: """
        On a list such as `actor` a comparison holds if it holds for any value. A name means the \
        entities that it can be the name of, in any spelling.
        """,
      examples: "events where actor = Haftar", "events where date = 2023-09"),
    Entry(
      "!=", "FIELD != VALUE", "is not",
      details: "On a list: none of the values is. What is not known never matches, not even this.",
      examples: "events where type != CONSULT and actor != Wagner"),
    Entry(
      "==", "FIELD == VALUE", "is spelled exactly so",
      examples: "mentions where text == \"Khalifa Haftar\""),
    Entry("<", "FIELD < VALUE", "is less, or before", examples: "articles where words < 300"),
    Entry(
      "<=", "FIELD <= VALUE", "is at most, or not after", examples: "articles where words <= 300"),
    Entry(
      ">", "FIELD > VALUE", "is more, or after", examples: "events where date > 2020"),
    Entry(
      ">=", "FIELD >= VALUE", "is at least, or not before",
      examples: "entities where mentions >= 10"),
    Entry(
      "~", "FIELD ~ WORDS", "has these words, or fits /a pattern/",
      examples: "articles where title ~ Moscow", "articles where title ~ /fl(y|ies)/"),
    Entry("!~", "FIELD !~ WORDS", "has them not", examples: "articles where title !~ Moscow"),
    Entry(
      "in", "FIELD in (A, B)", "is one of them", examples: "events where type in (CONSULT, AID)",
      "events where type not in (CONSULT, AID)"),
    Entry(
      "in (QUERY)", "FIELD in (QUERY)", "is among the rows or values that a query gives",
      details: """
        For a field that names rows, the query gives rows of that table; for another field it shows one \
        field, as with `| distinct type`.
        """,
      examples: "events where actor in (entities where kind = person and mentions > 10)",
      "events where place not in (events where type = ASSAULT | distinct place)"),
    Entry(
      "between", "FIELD between A and B", "lies from the one to the other, both included",
      examples: "articles where words between 200 and 300"),
    Entry(
      "is known", "FIELD is known", "has a value; the other way round: is unknown",
      examples: "events where place is known", "events where place is unknown"),
    Entry(
      "no", "no FIELD [= VALUE]", "has no value; with a comparison: none of its values is so",
      details: "Unlike `!=` it also holds where nothing is known.",
      examples: "events where no target", "events where no actor = Haftar"),
    Entry(
      "only", "only FIELD = VALUE", "every value that is known is so, and there is one",
      examples: "events where only actor.country = Russia"),
    Entry(
      "and", "A and B, A or B, not A", "joins conditions; brackets group them",
      examples: "events where (type = AID or type = CONSULT) and not place = Moscow"),
    Entry(
      "*", "FIELD = ab*", "stands for any letters in a value",
      examples: "entities where name = Vladimir*"),
    Entry(
      "@", "FIELD = @SLUG", "means one entity for sure",
      examples: "events where actor = @khalifa-haftar"),
    Entry(
      "certainly", "FIELD certainly before DATE", "every day of an uncertain date fits",
      examples: "events where date certainly before 2019"),
    Entry(
      "possibly", "FIELD possibly before DATE", "a day of an uncertain date fits, as without it",
      examples: "events where date possibly before 2020"),
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
      "H1 2023", "H1|H2 YEAR", "half a year", synonyms: ["first half of 2023"],
      examples: "events in H1 2020", "events in the first half of 2020"),
    Entry(
      "early May 2023", "early|mid|late MONTH YEAR", "a third of a month",
      synonyms: ["beginning of May 2023"], examples: "events in late September 2023"),
    Entry(
      "late 2023", "early|mid|late YEAR", "a third of a year", synonyms: ["end of 2023"],
      examples: "events in late 2023", "events until end of March 2020"),
    Entry(
      "winter 2023", "SEASON YEAR", "three months; the winter of a year begins in December",
      examples: "events in autumn 2023", "events since spring 2023"),
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
}
