/// The tables and fields that the language knows, the store fills and the formats write.
///
/// This is the only list of them; help, completion, binder and store are made from it.
public enum Schema {
  /// All tables, in the order of ``Table``.
  public static let tables: [TableSchema] = Table.allCases.map(\.schema)

  fileprivate static let articles = TableSchema(
    .articles, "one text", mainDate: "published",
    [
      FieldSchema("id", .text, "name of the article, unique"),
      FieldSchema("published", .date, "the article's own date"),
      FieldSchema("source", .reference(.sources), "outlet that published it"),
      FieldSchema("title", .text, "headline"),
      FieldSchema("agency", .text, "news agency whose text it is"),
      FieldSchema("author", .text, shown: false, "who wrote it"),
      FieldSchema("place", .reference(.entities), "place of the dateline"),
      FieldSchema("url", .text, shown: false, "where it can be read"),
      FieldSchema("language", .text, shown: false, "ISO 639-1 code of its language"),
      FieldSchema("words", .integer, "number of words that were read"),
      FieldSchema("text", .text, shown: false, "the whole text"),
    ])

  fileprivate static let entities = TableSchema(
    .entities, "one person, organization or place, under all its names", mainDate: "first",
    [
      FieldSchema("id", .text, "@slug that names this entity for sure"),
      FieldSchema("name", .text, "fullest form of the name"),
      FieldSchema("kind", .category, "person, organization or place"),
      FieldSchema("aliases", .text, list: true, "every spelling and form of the name"),
      FieldSchema("roles", .text, list: true, "titles and offices that the articles give"),
      FieldSchema("country", .text, "country that it is, lies in or acts for"),
      FieldSchema("epithets", .text, list: true, "loaded words that the articles use for it"),
      FieldSchema("mentions", .integer, "how often it is named"),
      FieldSchema("articles", .integer, "how many articles name it"),
      FieldSchema("first", .date, shown: false, "earliest publication that names it"),
      FieldSchema("last", .date, shown: false, "latest publication that names it"),
    ])

  fileprivate static let events = TableSchema(
    .events, "one thing that happened, however many articles tell it", mainDate: "date",
    [
      FieldSchema("id", .text, shown: false, "name of the event"),
      FieldSchema("date", .date, "when it happened"),
      FieldSchema("type", .category, "PLOVER type: CONSULT, ASSAULT, ..."),
      FieldSchema("mode", .category, "PLOVER mode of the type: visit, arrest, ..."),
      FieldSchema("action", .text, "lemma of the word that told it: visit, arrive, invade"),
      FieldSchema("actor", .reference(.entities), list: true, "who did it"),
      FieldSchema("target", .reference(.entities), list: true, "to whom"),
      FieldSchema(
        "who", .reference(.entities), list: true, shown: false, "every actor and target"),
      FieldSchema("place", .reference(.entities), "where it happened"),
      FieldSchema("status", .category, "happened, planned, alleged or denied"),
      FieldSchema("context", .category, list: true, shown: false, "PLOVER contexts"),
      FieldSchema("quad", .integer, shown: false, "1 and 2 cooperation, 3 and 4 conflict"),
      FieldSchema("score", .number, shown: false, "-10 conflict to 10 cooperation"),
      FieldSchema("cameo", .text, shown: false, "root code in CAMEO"),
      FieldSchema(
        "source", .reference(.sources), list: true, shown: false, "outlets that report it"),
      FieldSchema("sources", .integer, "number of independent sources"),
      FieldSchema("reports", .integer, "number of reports"),
    ])

  fileprivate static let reports = TableSchema(
    .reports, "one article's telling of one event", mainDate: "date",
    [
      FieldSchema("id", .text, shown: false, "name of the report"),
      FieldSchema("event", .reference(.events), shown: false, "the event that it tells"),
      FieldSchema("article", .reference(.articles), "the article that it stands in"),
      FieldSchema("source", .reference(.sources), "outlet of the article"),
      FieldSchema("date", .date, "when it happened; another article's word where `inferred`"),
      FieldSchema("type", .category, "PLOVER type"),
      FieldSchema("mode", .category, "PLOVER mode of the type"),
      FieldSchema("action", .text, shown: false, "lemma of the word that told it"),
      FieldSchema("actor", .reference(.entities), list: true, "who did it"),
      FieldSchema("target", .reference(.entities), list: true, "to whom"),
      FieldSchema(
        "who", .reference(.entities), list: true, shown: false, "every actor and target"),
      FieldSchema("place", .reference(.entities), "where it happened"),
      FieldSchema("status", .category, "happened, planned, alleged or denied"),
      FieldSchema(
        "inferred", .category, list: true, shown: false,
        "what this article leaves open and another one gives: date, place"),
      FieldSchema("attribution", .text, shown: false, "whose word it is"),
      FieldSchema("evidence", .text, "the clause that says it"),
      FieldSchema("sentence", .text, shown: false, "the sentence that it stands in"),
    ])

  fileprivate static let mentions = TableSchema(
    .mentions, "one naming of an entity", mainDate: "published",
    [
      FieldSchema("entity", .reference(.entities), "who or what is named"),
      FieldSchema("article", .reference(.articles), "the article that it stands in"),
      FieldSchema("source", .reference(.sources), "outlet of the article"),
      FieldSchema("published", .date, "date of the article"),
      FieldSchema("text", .text, "the words that name it"),
      FieldSchema("epithet", .text, "the loaded word beside it"),
      FieldSchema("role", .category, "actor, target, speaker, place or other"),
      FieldSchema("sentence", .text, "the sentence that it stands in"),
    ])

  fileprivate static let quotes = TableSchema(
    .quotes, "one quotation", mainDate: "published",
    [
      FieldSchema("speaker", .reference(.entities), "who said it, by name where there is one"),
      FieldSchema("text", .text, "what was said"),
      FieldSchema("verb", .text, "the verb of saying"),
      FieldSchema("article", .reference(.articles), "the article that it stands in"),
      FieldSchema("source", .reference(.sources), "outlet of the article"),
      FieldSchema("published", .date, "date of the article"),
      FieldSchema("about", .reference(.entities), list: true, "who or what is named in it"),
      FieldSchema("sentence", .text, shown: false, "the sentence that it stands in"),
    ])

  fileprivate static let figures = TableSchema(
    .figures, "one quantity that articles could disagree on", mainDate: "date",
    [
      FieldSchema("text", .text, "the words of the quantity"),
      FieldSchema("low", .number, "least value"),
      FieldSchema("high", .number, "greatest value"),
      FieldSchema("unit", .text, "what is counted"),
      FieldSchema("about", .reference(.entities), list: true, "who or what it is about"),
      FieldSchema("article", .reference(.articles), "the article that it stands in"),
      FieldSchema("source", .reference(.sources), "outlet of the article"),
      FieldSchema("date", .date, shown: false, "when it held"),
      FieldSchema("sentence", .text, shown: false, "the sentence that it stands in"),
    ])

  fileprivate static let sources = TableSchema(
    .sources, "one outlet", mainDate: "first",
    [
      FieldSchema("name", .text, "name of the outlet"),
      FieldSchema("articles", .integer, "number of its articles"),
      FieldSchema("agencies", .text, list: true, "agencies whose texts it prints"),
      FieldSchema("first", .date, "its earliest article"),
      FieldSchema("last", .date, "its latest article"),
    ])
}

extension Table {
  /// The table's fields.
  public var schema: TableSchema {
    switch self {
    case .articles: Schema.articles
    case .entities: Schema.entities
    case .events: Schema.events
    case .reports: Schema.reports
    case .mentions: Schema.mentions
    case .quotes: Schema.quotes
    case .figures: Schema.figures
    case .sources: Schema.sources
    }
  }
}
