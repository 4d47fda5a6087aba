extension LessonAnswers {
  /// Further spellings of right answers, and wrong ones that come near.
  static let spellings: [LessonAnswers] = [
    .init(
      lesson: 1, step: 1,
      right: [
        "  articles  ", "articles | show title, id", "articles where words > 0",
      ],
      wrong: ["articles | count", "articles where words > 300", "reports", "articles | skip 1"]),
    .init(
      lesson: 1, step: 2, right: ["EVENTS", "events | sort by reports desc", "events;"],
      wrong: ["events | take 30", "reports", "events where date is known"]),
    .init(
      lesson: 1, step: 3,
      right: [
        "events where place = \"Moscow\"", "events where place = MOSCOW | sort by date",
        "events where place in (Moscow)", "events where place = @moscow",
      ],
      wrong: [
        "events where place != Moscow", "events where place is known",
        "events where place = Moscow | take 4", "events where target = Moscow",
      ]),
    .init(
      lesson: 1, step: 6,
      right: [
        "events | since 2023-09", "events SINCE 2023-09-01", "events where date >= 2023-09",
        "events since 2023-09 | show who",
      ],
      wrong: ["events since 2023-10", "events before 2023-09", "events where date = 2023-09-26"]),
    .init(
      lesson: 1, step: 9,
      right: ["events | COUNT BY type | sort by type", "events | group by type : count"],
      wrong: ["events | count by type | take 3", "events since 2023-09 | count by type"]),
    .init(
      lesson: 2, step: 2,
      right: ["events where reports>1", "events | where reports != 1"],
      wrong: ["events where reports = 2", "events where reports >= 1", "reports"]),
    .init(
      lesson: 2, step: 4,
      right: [
        "events where actor = putin and place = moscow | reports | sort by article",
        "events where actor = Vladimir Putin | where place = Moscow | reports",
      ],
      wrong: [
        "reports where actor = Putin and place = Moscow | take 1",
        "events where actor = Putin and place = Moscow | articles",
        "events where actor = Haftar and place = Moscow | reports",
      ]),
    .init(
      lesson: 2, step: 6, right: ["articles where agency = \"AFP\"", "article where agency : afp"],
      wrong: ["articles where agency = Reuters", "articles where source is known", "articles"]),
    .init(
      lesson: 2, step: 8, right: ["quote | show speaker,text", "quotes | show Speaker, Text"],
      wrong: ["quotes | show text", "quotes | show speaker, text, article"]),
    .init(
      lesson: 3, step: 1,
      right: ["entities where kind:person", "entities | where kind = \"person\""],
      wrong: ["entities where kind != person", "entities where name = person", "mentions"]),
    .init(
      lesson: 3, step: 2,
      right: ["entities where kind = person | sort by mentions desc | limit 5"],
      wrong: [
        "entities where kind = person | top 6 by mentions",
        "entities where kind = person | bottom 5 by mentions",
      ]),
    .init(
      lesson: 3, step: 5,
      right: [
        "mentions where epithet is known and entity = Haftar",
        "mentions where entity = \"Khalifa Haftar\" | where epithet is known",
        "mention where entity = haftar and not epithet is unknown",
      ],
      wrong: [
        "mentions where epithet is known", "mentions where entity = Haftar or epithet is known",
        "mentions where entity = Haftar and epithet = strongman",
      ]),
    .init(
      lesson: 3, step: 7,
      right: ["mentions where epithet is known and entity = haftar | crosstab article by epithet"],
      wrong: [
        "| crosstab epithet by article", "| count by article",
        "mentions | crosstab article by epithet",
      ]),
    .init(
      lesson: 4, step: 2,
      right: ["| show text, low, high", "figures | show high, low, text"],
      wrong: [
        "figures | show text, low", "figures | show low, high, text, unit", "figures | show text",
      ]),
    .init(
      lesson: 4, step: 3,
      right: ["figures where about = \"Wagner\"", "figures | where about : WAGNER"],
      wrong: [
        "figures where about is known", "figures where about != Wagner",
      ]),
    .init(
      lesson: 4, step: 5,
      right: ["figures | where about = Wagner | sort by high DESC"],
      wrong: ["figures where about = Wagner | sort by low desc", "figures where about = Wagner"]),
    .init(
      lesson: 4, step: 7,
      right: ["figures where about = wagner | show sentence, article"],
      wrong: ["figures | show article, sentence", "figures where about = Wagner | show sentence"]),
    .init(
      lesson: 5, step: 1,
      right: ["events where who = @khalifa-haftar | sort by date | show type, who, date"],
      wrong: [
        "events where who = Haftar | show date, type, who",
        "events | sort by date | show date, type, who",
      ]),
    .init(
      lesson: 5, step: 2,
      right: ["events in 2020 | sort by date", "event in 2020"],
      wrong: ["events in 2021", "events where date certainly in 2020"]),
    .init(
      lesson: 5, step: 4,
      right: ["reports where inferred = date | show evidence, date, article"],
      wrong: [
        "reports where inferred = date",
        "reports where inferred = place | show article, date, evidence",
      ]),
    .init(
      lesson: 5, step: 6,
      right: [
        "events where type = assault | followed by (events where type = consult) sharing actor"
      ],
      wrong: [
        "events where type = ASSAULT | followed by (events where type = CONSULT)",
        "events where type = CONSULT | followed by (events where type = ASSAULT) sharing actor",
      ]),
    .init(
      lesson: 5, step: 7,
      right: ["events where who = Haftar and date >= 2019 | timeline"],
      wrong: [
        "events since 2019 | timeline", "events where who = Haftar since 2019 | chart by year",
      ]),
    .init(
      lesson: 6, step: 1,
      right: [
        "events since 2023-09 where actor = Haftar and place = Moscow",
        "events where actor = Haftar | where place = Moscow | since 2023-09",
      ],
      wrong: ["events", "events where actor = Haftar and place = Moscow since 2023-10-15"]),
    .init(
      lesson: 6, step: 3,
      right: [".AST", ".ast events where actor = Haftar and place = Moscow since 2023-09"],
      wrong: [".ast events", ".types", ".tokens"]),
    .init(
      lesson: 6, step: 5,
      right: ["article | take 2"],
      wrong: ["articles | take 1", "events | take 2", "articles | take 2 | take 2"]),
    .init(
      lesson: 6, step: 6,
      right: [".plan events where place = Moscow and actor = Haftar since 2023-09"],
      wrong: [".plan articles", ".plan", "events where place = Moscow"]),
  ]
}
