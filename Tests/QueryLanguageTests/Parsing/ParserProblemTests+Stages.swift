extension ParserProblemTests {
  /// Problems of form in sources, stages and conditions that hold queries or columns.
  static let stageProblems: [Problem] = [
    Problem("(events | take 5", "E110", at: "("),
    Problem("events | only (events | take 5", "E110", at: "("),
    Problem("events where actor in (entities | take 5", "E110", at: "("),
    Problem("events | only ()", "E101", at: ")"),
    Problem("events | only (| take 5)", "E101", at: "|"),
    Problem(
      "events | only events where type = AID | take 5", "E105", at: "events where type = AID",
      fixed: "events | only (events where type = AID) | take 5"),
    Problem(
      "events where actor in entities where kind = person", "E105",
      at: "entities where kind = person",
      fixed: "events where actor in (entities where kind = person)"),
    Problem("events | except", "E105", at: ""),
    Problem("events | except nothing", "E105", at: "nothing"),
    Problem(
      "events | only (events | sotr by date) | take 5", "E102", at: "sotr",
      fixed: "events | only (events | sort by date) | take 5"),
    Problem("events | only (events))", "E111", at: ")", fixed: "events | only (events)"),
    Problem("visits(Ada", "E110", at: ""),
    Problem("visits(Ada | take 5", "E110", at: "|"),
    Problem("visits(Ada,)", "E105", at: ")"),
    Problem("paths Ada to Anne", "E105", at: "Ada"),
    Problem("paths from Ada", "E105", at: ""),
    Problem("paths from Ada to", "E105", at: ""),
    Problem("neighbours Ada", "E105", at: "Ada"),
    Problem(
      "paths from Ada to Anne within 3", "E120", at: "",
      fixed: "paths from Ada to Anne within 3 steps"),
    Problem("paths from Ada to Anne within 3 leaps", "E120", at: "leaps"),
    Problem("articles | add", "E123", at: ""),
    Problem(
      "articles | add words / 2", "E106", at: "words", fixed: "articles | add value = words / 2"),
    Problem(
      "articles | add words / 2 as half", "E113", at: "as", fixed: "articles | add half = words / 2"
    ),
    Problem(
      "articles | add half = words / 2 as other", "E113", at: "as",
      fixed: "articles | add half = words / 2"),
    Problem("articles | add half =", "E126", at: ""),
    Problem("articles | add half = words /", "E126", at: ""),
    Problem("articles | add half = * 2", "E126", at: "*"),
    Problem("articles | add half = (words", "E110", at: "("),
    Problem("articles | add half = lower(title", "E110", at: "("),
    Problem("articles | add half = words title", "E117", at: "title"),
    Problem("articles | add half = 7d", "E126", at: "7d"),
    Problem("articles | add a = 1, = 2", "E123", at: "="),
    Problem("articles | add x = if words > 5 1 else 2", "E126", at: "else"),
    Problem(
      "articles | add x = if words > 5 thn 1 else 2", "E109", at: "thn",
      fixed: "articles | add x = if words > 5 then 1 else 2"),
    Problem("articles | add x = if words > 5 then 1", "E126", at: ""),
    Problem("events | tiemline", "E102", at: "tiemline", fixed: "events | timeline"),
    Problem(
      "events | crostab type by year", "E102", at: "crostab",
      fixed: "events | crosstab type by year"),
    Problem("events group: count", "E103", at: "group", fixed: "events | group: count"),
    Problem(
      "events where actor = Ada sample 5", "E103", at: "sample",
      fixed: "events where actor = Ada | sample 5"),
    Problem("articles | add x = if words > 5 then else 2", "E126", at: "else"),
    Problem("articles | add x = days between first", "E105", at: ""),
    Problem(
      "events | group type: count", "E124", at: "type", fixed: "events | group by type: count"),
    Problem(
      "events | group by type count", "E127", at: "count", fixed: "events | group by type: count"),
    Problem("events | group by type", "E127", at: "", fixed: "events | group by type: count"),
    Problem("events | group by : count", "E116", at: "by", fixed: "events | group  : count"),
    Problem("events | group by type:", "E127", at: ""),
    Problem(
      "events | group by type: cuont", "E127", at: "cuont", fixed: "events | group by type: count"),
    Problem("events | group by type: many", "E127", at: "many"),
    Problem("events | group by type: average", "E116", at: ""),
    Problem(
      "events | group by type: count()", "E113", at: "()", fixed: "events | group by type: count"),
    Problem(
      "events | group by type: count(*)", "E113", at: "(*)", fixed: "events | group by type: count"),
    Problem(
      "events | group by type: count(distinct actor)", "E113", at: "(",
      fixed: "events | group by type: count distinct actor"),
    Problem(
      "events | group by type: dcount(actor)", "E113", at: "dcount",
      fixed: "events | group by type: count distinct (actor)"),
    Problem(
      "events | group by type: average score as mean_score", "E113", at: "as",
      fixed: "events | group by type: mean_score = average score"),
    Problem(
      "events | crosstab type, year", "E124", at: ",", fixed: "events | crosstab type by year"),
    Problem(
      "events | crosstab type year", "E124", at: "year", fixed: "events | crosstab type by year"),
    Problem("events | crosstab", "E116", at: ""),
    Problem("events | sample", "E115", at: ""),
    Problem("events | sample 5 seed", "E115", at: ""),
    Problem(
      "events | followed (events)", "E124", at: "(", fixed: "events | followed by (events)"),
    Problem("events | followed by", "E105", at: ""),
    Problem(
      "events | followed by events where type = AID within 30 days of 2023", "E105",
      at: "events where type = AID within 30 days of 2023"),
    Problem("events | followed by (events) within 30", "E120", at: ""),
    Problem(
      "events | followed by (events) within 30 dais", "E120", at: "dais",
      fixed: "events | followed by (events) within 30 days"),
    Problem("events | followed by (events) sharing", "E116", at: ""),
    Problem(
      "events where actor = Ada not followed by (events)", "E103", at: "not",
      fixed: "events where actor = Ada | not followed by (events)"),
    Problem("events | timeline | take 5", "E129", at: "timeline"),
    Problem("events | save \"a.csv\" | newest", "E129", at: "save \"a.csv\""),
    Problem("events | save a.csv", "E105", at: "a.csv", fixed: "events | save \"a.csv\""),
    Problem("events | save", "E105", at: ""),
    Problem("events | chart type", "E124", at: "type", fixed: "events | chart by type"),
    Problem(
      "events where no actor != Ada", "E130", at: "no actor != Ada",
      fixed: "events where only actor = Ada"),
    Problem(
      "events where no actor not in (Ada, Anne)", "E130", at: "no actor not in (Ada, Anne)",
      fixed: "events where only actor in (Ada, Anne)"),
    Problem(
      "events where no place is known", "E130", at: "no place is known",
      fixed: "events where place is unknown"),
    Problem("events where only actor", "E106", at: ""),
    Problem("events where no", "E116", at: ""),
  ]
}
