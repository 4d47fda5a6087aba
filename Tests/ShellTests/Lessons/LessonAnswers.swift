/// What learners may type at a step of a lesson.
struct LessonAnswers: Sendable {
  var lesson: Int
  /// The step, from 1.
  var step: Int
  /// Answers that lead on.
  var right: [String]
  /// Answers that do not, errors and other questions among them.
  var wrong: [String]

  static let all: [LessonAnswers] = [
    // First questions.
    .init(
      lesson: 1, step: 1, right: ["article", "ARTICLES", "articles | sort by words", "articles;"],
      wrong: ["events", "articles | take 3", "articel", ".help"]),
    .init(
      lesson: 1, step: 3,
      right: [
        "events where place=moscow", "event where place : Moscow", "events | where place = Moscow",
      ],
      wrong: [
        "events where place = Benghazi", "events where actor = Haftar",
        "reports where place = Moscow",
      ]),
    .init(
      lesson: 1, step: 4,
      right: ["events where actor = Khalifa Haftar", "events where actor = @khalifa-haftar"],
      wrong: [
        "events where target = Haftar", "events where who = Haftar", "events where actor = Putin",
      ]),
    .init(
      lesson: 1, step: 5,
      right: [
        "events where place = Moscow and actor = Haftar",
        "events where actor = Haftar | where place = Moscow",
      ],
      wrong: ["events where actor = Haftar or place = Moscow", "events where actor = Haftar"]),
    .init(
      lesson: 1, step: 7,
      right: [
        "| sort by date", "events since 2023-09 | oldest",
        "events where date >= 2023-09 | sort by date",
      ],
      wrong: ["events since 2023-09 | sort by date desc", "events | sort by date", "| newest"]),
    .init(
      lesson: 1, step: 8, right: ["| show place, date, who"],
      wrong: ["| show date, who", "| show date, who, place, type", "| hide type"]),
    .init(
      lesson: 1, step: 9,
      right: ["events | group by type: count", "| count by type\nevents | count by type"],
      wrong: ["events | count", "events | count by place", "reports | count by type"]),
    .init(
      lesson: 1, step: 10,
      right: [
        "events where place = Moscow and actor = Haftar | sort by date\n.why",
        "events where sources = 3\n.WHY 1",
      ],
      wrong: [
        "events where actor = Haftar and place = Moscow\n.why 2", "events\n.why 1",
        "events where actor = Haftar and place = Moscow", ".hint",
      ]),
    // Who says so.
    .init(
      lesson: 2, step: 1,
      right: ["reports | group by article: count", "report | count by article | sort by article"],
      wrong: [
        "events | count by source", "reports | count by source", "reports | count", "articles",
      ]),
    .init(
      lesson: 2, step: 2, right: ["events where reports >= 2", "events where not reports < 2"],
      wrong: ["events where reports > 2", "events where sources > 1", "events"]),
    .init(
      lesson: 2, step: 3,
      right: ["events where sources >= 2 | show reports, sources, who, type, date"],
      wrong: [
        "events where sources > 1",
        "events where reports > 1 | show date, type, who, sources, reports",
      ]),
    .init(
      lesson: 2, step: 4, right: ["events where place = Moscow and actor = Putin | report"],
      wrong: [
        "events where actor = Putin and place = Moscow", "reports",
        "events where actor = Putin | reports",
      ]),
    .init(
      lesson: 2, step: 6,
      right: ["articles where agency = AFP", "articles where not agency is unknown"],
      wrong: ["articles where agency is unknown", "articles | show agency", "sources"]),
    .init(
      lesson: 2, step: 8, right: ["quotes | show text, speaker"],
      wrong: [
        "quotes", "quotes where speaker = Peskov | show speaker, text", "quotes | show speaker",
      ]),
    // Strongman, warlord, general.
    .init(
      lesson: 3, step: 1, right: ["entities where kind = PERSON", "entity where kind in (person)"],
      wrong: ["entities", "entities where kind = place", "entities where kind = persn"]),
    .init(
      lesson: 3, step: 2,
      right: [
        "| top 5 by mentions", "entities where kind = person | sort by mentions desc | take 5",
      ],
      wrong: ["| top 3 by mentions", "entities | top 5 by mentions", "| take 5 | skip 1"]),
    .init(
      lesson: 3, step: 3, right: ["entities where name = Khalifa Haftar | show aliases, name"],
      wrong: ["entities where name = Putin | show name, aliases", "entities where name = Haftar"]),
    .init(
      lesson: 3, step: 4, right: ["mentions where entity = @khalifa-haftar | count by article"],
      wrong: [
        "mentions | count by article", "mentions where entity = Haftar | count",
        "mentions where entity = Haftar",
      ]),
    .init(
      lesson: 3, step: 6,
      right: [
        "| count by epithet",
        "mentions where epithet is known and entity = Haftar | group by epithet: count",
      ],
      wrong: [
        "mentions where epithet is known | count by epithet",
        "mentions where entity = Haftar | count by source",
      ]),
    .init(
      lesson: 3, step: 8, right: ["mentions | where epithet is known | count by entity"],
      wrong: ["mentions | count by entity", "mentions where epithet is known"]),
    // How many fighters.
    .init(
      lesson: 4, step: 1, right: ["figure", "figures | sort by low"],
      wrong: ["figures where low > 1000", "quotes", "figures | count"]),
    .init(
      lesson: 4, step: 3, right: ["figures where about = wagner"],
      wrong: [
        "figures where about = Libya", "figures where text ~ Wagner and high = 1200",
        "entities where name = Wagner",
      ]),
    .init(
      lesson: 4, step: 4, right: ["figures where text ~ HUNDREDS", "figures where low = 200"],
      wrong: [
        "figures where text = hundreds of", "figures where text ~ thousands",
        "figures where about = Wagner",
      ]),
    .init(
      lesson: 4, step: 5,
      right: ["figures where about = Wagner | sort by high desc | show text, high"],
      wrong: ["figures where about = Wagner | sort by high", "figures | sort by high desc"]),
    .init(
      lesson: 4, step: 6,
      right: [
        "figures where high < 2000 and about = Wagner",
        "figures where about = Wagner and high is known",
      ],
      wrong: [
        "figures where high < 2000", "figures where about = Wagner and high < 1000",
        "figures where about = Wagner and low < 2000",
      ]),
    .init(
      lesson: 4, step: 8, right: ["figures | group by unit: count"],
      wrong: ["figures | count by about", "figures | count distinct unit"]),
    // What came after what.
    .init(
      lesson: 5, step: 1, right: ["events where who = Haftar | oldest | show who, date, type"],
      wrong: [
        "events where who = Haftar | sort by date desc | show date, type, who",
        "events where actor = Haftar | sort by date | show date, type, who",
        "events where who = Haftar | sort by date",
      ]),
    .init(
      lesson: 5, step: 2, right: ["events where date = 2020", "events | in 2020"],
      wrong: ["events since 2020", "events in 2019", "events where date certainly before 2021"]),
    .init(
      lesson: 5, step: 3, right: ["events | where date certainly before 2019-06-01"],
      wrong: [
        "events before 2019-06", "events where date certainly before 2011",
        "events where date certainly before 2020",
      ]),
    .init(
      lesson: 5, step: 5,
      right: [
        "events where actor = Haftar | followed by (events where type = consult) within 1 month sharing actor"
      ],
      wrong: [
        "events where actor = Haftar | followed by (events where type = CONSULT) within 3 days sharing actor",
        "events where actor = Haftar", "events where type = CONSULT",
      ]),
    .init(
      lesson: 5, step: 7, right: ["events since 2019 | where who = Haftar | timeline"],
      wrong: ["events where who = Haftar since 2019", "events where who = Haftar | timeline"]),
    // How a query becomes an answer.
    .init(
      lesson: 6, step: 1, right: ["events where place=Moscow and actor=Haftar since 2023-09"],
      wrong: ["events where actor = Haftar since 2023-09", "events where place = Moscow"]),
    .init(
      lesson: 6, step: 2,
      right: [".tok events where actor=Haftar and place=Moscow since 2023-09", ".tokens"],
      wrong: [
        ".tokens events", ".ast events where actor = Haftar and place = Moscow since 2023-09",
        "tokens",
      ]),
    .init(
      lesson: 6, step: 3, right: [".ast"],
      wrong: [".ast events where actor = Putin", ".plan"]),
    .init(
      lesson: 6, step: 5, right: ["articles | limit 2", "articles | first 2"],
      wrong: ["articles | take 3", "articles", "articles | skip 3"]),
    .init(
      lesson: 6, step: 7, right: [".plan events|count by type"],
      wrong: [".plan events", ".plan events | count by place"]),
    .init(
      lesson: 6, step: 8,
      right: [
        "events where place = Moscow and actor = Haftar since 2023-09\n"
          + "events where actor = haftar and place = moscow since 2023-09 | explain"
      ],
      wrong: ["events where actor = Haftar and place = Moscow since 2023-09", "events | explain"]),
  ]
}
