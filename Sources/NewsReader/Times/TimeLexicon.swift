internal import NewsModel

/// The words of time expressions.
final class TimeLexicon: Sendable {
  let months: [String: Int]
  let weekdays: [String: Int]
  let units: [String: TimeUnit]
  let numbers: [String: Int]
  let ordinals: [String: Int]
  let seasons: [String: Int]
  let decades: [String: Int]
  let whiches: [String: Which]
  let parts: [String: Part]
  let dayParts: Set<String>
  let offsets: [String: Int]
  let holidays: [String: Holiday]
  /// Words after which a number of four digits is a year.
  let yearContext: Set<String>
  /// Words after which a number of four digits is an amount.
  let amountBefore: Set<String>
  /// Words before which it is.
  let amountAfter: Set<String>

  /// Words with which an expression may begin.
  let openers: Set<String>
  /// Words with which an expression may go on behind 'the'.
  let articleFollowers: Set<String>

  /// Reads the sections `month`, `weekday`, `unit` and so on; entries that make no sense are left out.
  init(_ list: SectionedWordList) {
    func table<Value>(_ section: String, _ read: (String) -> Value?) -> [String: Value] {
      var table: [String: Value] = [:]
      for (key, value) in list.pairs(under: section) { table[key] = read(value) }
      return table
    }
    months = table("month") { Int($0) }
    weekdays = table("weekday") { Int($0) }
    units = table("unit", TimeUnit.init(rawValue:))
    numbers = table("number") { Int($0) }
    ordinals = table("ordinal") { Int($0) }
    seasons = table("season") { Int($0) }
    decades = table("decade") { Int($0) }
    whiches = table("which", Which.init(rawValue:))
    parts = table("part", Part.init(rawValue:))
    offsets = table("offset") { Int($0) }
    holidays = table("holiday", Self.holiday)
    dayParts = list.foldedEntries(under: "daypart")
    let sections = [
      "month", "weekday", "number", "ordinal", "season", "which", "part", "offset",
    ]
    var openers: Set<String> = ["the", "that", "these", "same", "later", "earlier", "following"]
    openers.formUnion(["hours", "minutes", "moments", "weekend", "within"])
    openers.formUnion(list.foldedEntries(under: "daypart"))
    for section in sections { openers.formUnion(list.pairs(under: section).map(\.key)) }
    for (key, _) in list.pairs(under: "holiday") {
      if let word = key.split(separator: " ").first { openers.insert(String(word)) }
    }
    self.openers = openers
    articleFollowers = Set(["same", "weekend", "following", "preceding"]).union(units.keys).union(
      whiches.keys
    )
    .union(parts.keys).union(ordinals.keys).union(seasons.keys).union(decades.keys)
    .union(dayParts)
    yearContext = list.foldedEntries(under: "year-before")
    amountBefore = list.foldedEntries(under: "amount-before")
    amountAfter = list.foldedEntries(under: "amount-after")
  }

  private static func holiday(_ text: String) -> Holiday? {
    if text.hasPrefix("easter") { return Int(text.dropFirst(6)).map(Holiday.easter) }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? .fixed(month: parts[0], day: parts[1]) : nil
  }
}
