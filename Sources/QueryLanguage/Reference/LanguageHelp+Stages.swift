extension LanguageHelp {
  /// The clauses and stages that choose rows; also the words that a clause begins with.
  static let filters: [Entry] = [
    Entry(
      "where", "where CONDITION", "keeps the rows for which the condition holds",
      details: """
        A condition is a comparison, or comparisons joined by `and`, `or`, `not` and brackets. There is \
        never an `and` that is not written. A row whose value is not known is left out, and the footer \
        counts it.
        """,
      examples: "events where actor = Haftar and place is known",
      "events where (type = AID or type = CONSULT) and not place = Moscow"),
    Entry(
      "search", "search WORD \"PHRASE\"",
      "keeps rows whose text has every word and phrase, best first",
      details: """
        Of articles the whole text is searched and the best come first (BM25); of other rows the \
        sentences and names that they show. Case and accents do not count.
        """,
      examples: "articles search \"Wagner fighters\" | take 3", "reports search Moscow visit"),
    Entry(
      "since", "since DATE", "from the first day of the date on",
      details: "A clause about dates asks the main date of the rows: `date` or `published`.",
      examples: "events where actor = Haftar since 2023-09"),
    Entry(
      "until", "until DATE", "up to the last day of the date", examples: "events until 2019"),
    Entry(
      "before", "before DATE", "before the first day of the date",
      examples: "events before 2019", "events where date certainly before 2019"),
    Entry(
      "after", "after DATE", "after the last day of the date", examples: "events after 26 Sept 2023"
    ),
    Entry(
      "in", "in DATE", "shares a day with the date", synonyms: ["on", "during"],
      examples: "events in September 2023", "events on 2023-09-28"),
    Entry(
      "around", "around DATE", "the date and as long again on both sides, a week at least",
      examples: "events around 2023-09-28"),
    Entry(
      "between", "between DATE and DATE", "from the first day of the one to the last of the other",
      examples: "events between 2019 and June 2020"),
    Entry(
      "within", "within N days of DATE", "not further from the date than that",
      details: "Lengths are counted in days, weeks, months, quarters or years.",
      examples: "events within 3 days of 2023-09-28"),
    Entry(
      "last", "last N days", "from so long ago until today",
      details: "Today can be set with `--today`, so that a script does not age.",
      examples: "events last 3 years", "articles last 2 weeks"),
  ]

  /// The stages that order rows, choose how many, and which fields are shown.
  static let arrangements: [Entry] = [
    Entry(
      "sort by", "sort by FIELD [desc], ...",
      "orders the rows, least first; unknown ones come last",
      details: """
        Rows that are equal keep their order. A list is ordered by its first value, a date by its \
        first day.
        """,
      examples: "events | sort by date desc, type | take 5"),
    Entry(
      "newest", "newest", "orders by the main date, latest first",
      examples: "events | newest | take 3"),
    Entry(
      "oldest", "oldest", "orders by the main date, earliest first",
      examples: "events | oldest | take 3"),
    Entry(
      "take", "take N", "keeps the first rows", synonyms: ["limit", "first"],
      examples: "articles | newest | take 2"),
    Entry(
      "skip", "skip N", "leaves out the first rows", examples: "entities | skip 10 | take 5"),
    Entry(
      "top", "top N by FIELD", "keeps the rows with the greatest values",
      examples: "entities where kind = person | top 5 by mentions | show name, mentions"),
    Entry(
      "sample", "sample N [seed S]", "keeps some rows, chosen at random but the same each time",
      details: """
        The seed, 0 where it is not given, alone decides which rows are kept; they keep their order. \
        Another seed gives another sample.
        """,
      examples: "events | sample 4 seed 42 | show date, type, who"),
    Entry(
      "show", "show FIELD, ...", "chooses what is shown; * is every field",
      details: "Rows stay what they are: what is not shown can still be asked about.",
      examples: "events | show date, type, who, actor.country | take 4", "sources | show *"),
    Entry(
      "hide", "hide FIELD, ...", "leaves fields out of what is shown",
      examples: "events since 2023 | hide mode, status"),
    Entry(
      "add", "add NAME = EXPRESSION, ...", "gives each row a column that is worked out",
      details: """
        The column is there for every later stage, beside the fields. Expressions are numbers, texts \
        in quotes, dates, fields, `+ - * /`, brackets, functions (`.help functions`) and \
        `if CONDITION then A else B`. What is worked out from an unknown value is unknown.
        """,
      examples: "figures where high is known | add span = high - low | show text, low, high, span",
      "events | add when = if date is known then \"dated\" else \"undated\" | count by when"),
  ]

  /// The stages that put rows together.
  static let groupings: [Entry] = [
    Entry(
      "count", "count [distinct FIELD] [by FIELD, ...]",
      "counts the rows, or the values of a field; by groups where asked",
      details: """
        Groups come with the greatest count first. By `day`, `week`, `month`, `quarter` or `year` \
        they come in order of time, and periods without rows are there with 0. A row with several \
        values of a field, such as an event with two actors, counts once for each of them; a row \
        without any is left out, and the footer counts it.
        """,
      examples: "events | count", "events | count by type | take 3",
      "events since 2019 | count by year", "events | count distinct actor by type | take 3"),
    Entry(
      "group by", "group by FIELD, ...: AGGREGATE, ...",
      "works out totals, means and other aggregates for each group",
      details: """
        An aggregate is `count`, `count distinct FIELD`, `sum`, `average`, `median`, `min`, `max`, \
        `first`, `last`, `share` or `list` (`.help aggregates`). Its column is called \
        `average_words`, or as `NAME = AGGREGATE` says. Without keys, `group: count, share` puts all \
        rows together.
        """,
      examples: "reports | group by source: count, share, first date",
      "events where actor is known | group by actor: n = count, list type, min date | top 4 by n",
      "articles | group: count, average words, median words"),
    Entry(
      "distinct", "distinct FIELD, ...", "keeps each combination of values once",
      details: """
        Of a list each value stands by itself. Without fields, what is shown is compared.
        """,
      examples: "events | distinct type, mode | take 5", "events | distinct actor"),
    Entry(
      "crosstab", "crosstab FIELD by FIELD", "counts in a table: one field down, one across",
      details: """
        At most 40 columns have values of their own; the rest is added up in a column `others`. \
        It is the last stage but for `take`, `skip`, `chart`, `save` and `explain`, since only the rows \
        tell what columns there are.
        """,
      examples: "events | crosstab type by status", "reports | crosstab source by year"),
  ]

  /// The stages that compare rows with those of another query, and what came after what.
  static let comparisons: [Entry] = [
    Entry(
      "only", "only (QUERY)", "keeps the rows that are also in another query",
      details: "Both must give rows of the same table, or the same columns.",
      examples:
        "events where actor = Haftar | only (events where place = Moscow) | show date, type, who"),
    Entry(
      "except", "except (QUERY)", "leaves out the rows that are in another query",
      examples: "events where actor = Haftar | except (events where type = CONSULT) | count by type"
    ),
    Entry(
      "followed by", "followed by (QUERY) [within N days] [sharing FIELD, ...]",
      "keeps the rows that a row of another query came after",
      details: """
        A row came after another where its first day is later than the other's last, by no more than the \
        length of time, and where the two share a value of each field behind `sharing`. Of several the \
        earliest counts: `next` is that row, so that `next.type` or `next.actor` can be asked about, \
        and `gap` the days between.
        """,
      examples:
        "events where actor = Haftar | followed by (events where type = CONSULT) within 30 days sharing actor",
      "events | followed by (events) sharing place | show date, place, type, next.type, gap"),
    Entry(
      "not followed by", "not followed by (QUERY) [within N days] [sharing FIELD, ...]",
      "keeps the rows that no row of another query came after",
      examples: "events since 2019 | not followed by (events) within 2 years | show date, type, who"
    ),
  ]

  /// The stages that say what becomes of the answer.
  static let outcomes: [Entry] = [
    Entry(
      "timeline", "timeline", "draws the rows in order of time",
      examples: "events where actor = Haftar since 2019 | timeline"),
    Entry(
      "chart", "chart [bar|line] [by FIELD, ...]", "draws counts",
      details: "`chart by FIELD` counts first; without it the last column of numbers is drawn.",
      examples: "events since 2019 | chart by year", "events | count by type | chart bar"),
    Entry(
      "save", "save \"FILE\"", "writes the rows to a file",
      details: """
        The ending chooses the format: csv, tsv, json, jsonl, md, html. HTML is a page for readers: a table \
        that sorts and filters, behind each row the sentences that it comes from, and, where the rows have \
        what it takes, a timeline, bars and a network of who did something with whom. It needs no other \
        file and no connection; the address keeps what is sorted, filtered and open.
        """,
      examples: "events where actor = Haftar | save \"haftar.csv\"",
      "events | count by type | save \"types.html\""),
    Entry(
      "explain", "explain",
      "runs the query and says how: the way in, and rows and time of each step",
      details: """
        Each line is a step, the last at the top; behind it stand the rows that were expected, those that \
        came, and the time.
        """,
      examples: "events where actor = Haftar | sort by date | take 3 | explain"),
  ]

  /// All clauses and stages, most used first.
  public static let stages: [Entry] =
    filters + arrangements + groupings + comparisons + outcomes
}
