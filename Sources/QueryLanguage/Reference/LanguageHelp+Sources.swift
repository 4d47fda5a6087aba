extension LanguageHelp {
  /// Where rows come from, beside the tables.
  public static let sources: [Entry] = [
    Entry(
      "(QUERY)", "(QUERY)", "the rows of a query in brackets",
      examples: "(events where actor = Haftar) | count by type"),
    Entry(
      "NAME(...)", "NAME(VALUE, NAME = VALUE)", "the rows of a definition",
      details: "See `.help define`. What is left out has its default; `.defs` lists what there is.",
      examples: "define of(who) = events where actor = $who"),
    Entry(
      "paths", "paths from NAME to NAME [within N steps] [where CONDITION]",
      "how two are connected: chains of events, shortest first",
      details: """
        Two are tied by an event in which both are parties. A condition or a date that follows at once \
        is about these events; behind `|` come stages about the rows, which are events, one a step, \
        with `path`, `step`, `from` and `to`. Without a number it is 3 steps.
        """,
      examples: "paths from Yevkurov to Shoigu within 3 steps",
      "paths from Wagner to Putin where status = happened"),
    Entry(
      "neighbours", "neighbours of NAME [where CONDITION]",
      "who is tied to a name by an event, and by how many", synonyms: ["neighbors"],
      details: """
        The rows are entities, with `ties`, the number of events, and `event`, the last of them.
        """,
      examples: "neighbours of Haftar", "neighbours of Wagner since 2020 | where kind = person"),
  ]

  /// The statements that are no queries.
  public static let statements: [Entry] = [
    Entry(
      "define", "define NAME(PARAMETER, PARAMETER = DEFAULT) = QUERY",
      "gives a query a name, under which other queries can begin with it",
      details: """
        A parameter stands in the query as `$NAME`. Comments that begin with `##` right above are its help. It is \
        checked when it is defined and again when it is used; it cannot use itself. `.defs` lists \
        definitions, `.save-def FILE` keeps them.
        """,
      examples:
        "define visits(who, to = Moscow) = events where mode = visit and actor = $who and place = $to"
    ),
    Entry(
      "let", "let NAME = VALUE", "gives a value a name: $NAME",
      examples: "let home = Moscow"),
    Entry(
      "param", "param NAME = VALUE", "a value that '--param NAME=VALUE' can replace",
      examples: "param who = Haftar"),
  ]
}
