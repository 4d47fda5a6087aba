internal import NewsModel

/// What several articles say about one entity.
struct EntitySummary {
  /// Code of the fullest name; of those as full, the one that most articles use.
  ///
  /// All names of a person that have two words are as full: few write middle names.
  let name: UInt32
  let kind: EntityKind
  /// Code of the country that most articles give.
  let country: UInt32
  /// Codes of every form of the name, the fullest first, then by number of articles.
  let aliases: [UInt32]
  let roles: [UInt32]
  let epithets: [UInt32]
  let articleCount: Int
  /// Earliest publication that names it.
  let first: DayInterval
  /// Latest publication that names it.
  let last: DayInterval

  /// The summary of some locals, of which there must be one at least.
  ///
  /// Name, kind and country are those of the locals that the user did not add.
  ///
  /// - Parameters:
  ///   - isAdded: whether the user made a local part of its entity, by arrival number.
  ///   - given: codes of names that the user gives it; the first goes in front where `isNamed`.
  init(
    locals: ArraySlice<UInt32>, isAdded: [Bool], given: [UInt32], isNamed: Bool, journal: Journal
  ) {
    let own = locals.filter { !isAdded[Int($0)] }
    let deciding = Set(own.isEmpty ? Array(locals) : own)
    let log = journal.locals
    let strings = journal.strings
    var names = CodeTally()
    var aliases = CodeTally()
    var roles = CodeTally()
    var epithets = CodeTally()
    var countries = CodeTally()
    var articles: Set<UInt32> = []
    var first = DayInterval.unknown
    var last = DayInterval.unknown
    for local in locals.map({ Int($0) }) {
      let decides = deciding.contains(UInt32(local))
      if decides { names.add(log.name[local]) }
      for code in log.aliases[local] { aliases.add(code) }
      for code in log.roles[local] { roles.add(code) }
      for code in log.epithets[local] { epithets.add(code) }
      if decides, log.country[local] != StringPool.unknown { countries.add(log.country[local]) }
      articles.insert(log.article[local])
      let published = journal.articles.published[Int(log.article[local])]
      guard published.isKnown else { continue }
      if !first.isKnown || (published.first, published.last) < (first.first, first.last) {
        first = published
      }
      if !last.isKnown || (published.last, published.first) > (last.last, last.first) {
        last = published
      }
    }
    kind = deciding.min().map { log.kind[Int($0)] } ?? .organization
    let ranked = names.ranked(strings)
    let mostWords = kind == .person ? 2 : Int.max
    let words = ranked.map { min(mostWords, wordCount($0, strings)) }
    let found = zip(ranked, words).first { $0.1 == words.max() }?.0
    let name = isNamed ? given.first ?? found : found
    self.name = name ?? StringPool.unknown
    let others = aliases.ranked(strings)
    self.aliases = ((name.map { [$0] } ?? []) + others + given).uniqued()
    self.roles = roles.rankedByFold(strings)
    self.epithets = epithets.rankedByFold(strings)
    country = countries.ranked(strings).first ?? StringPool.unknown
    articleCount = articles.count
    self.first = first
    self.last = last
  }
}

/// Number of words of a name that are more than an initial.
private func wordCount(_ code: UInt32, _ strings: StringPool) -> Int {
  strings.foldedText(code).split(separator: " ").count { $0.unicodeScalars.count > 1 }
}

/// How often codes were met.
struct CodeTally {
  private var counts: [UInt32: Int] = [:]

  /// Counts a code once more.
  mutating func add(_ code: UInt32) { counts[code, default: 0] += 1 }

  /// The codes, most frequent first, then by their texts.
  func ranked(_ strings: StringPool) -> [UInt32] {
    if counts.count < 2 { return Array(counts.keys) }
    return counts.map { (code: $0.key, count: $0.value, text: strings[$0.key]) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.text < $1.text }
      .map(\.code)
  }

  /// The codes as ``ranked(_:)`` has them, but only one of those with the same folded form.
  func rankedByFold(_ strings: StringPool) -> [UInt32] {
    var seen: Set<UInt32> = []
    return ranked(strings).filter { seen.insert(strings.foldedID($0)).inserted }
  }
}

extension [UInt32] {
  /// The codes, each once, in the order of their first occurrence.
  fileprivate func uniqued() -> [UInt32] {
    var seen: Set<UInt32> = []
    return filter { seen.insert($0).inserted }
  }
}
