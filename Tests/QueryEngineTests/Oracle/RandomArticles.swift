import NewsModel
import TestSupport

/// Makes up annotated articles: few names, words and dates, so that things coincide.
struct RandomArticles {
  /// How much is told, and of how many.
  enum Scale {
    /// A report in every other sentence, about the same few names.
    case small
    /// Several reports a sentence, about many people over many years, so that few coincide.
    case large
  }

  var random: SplitMix
  var scale = Scale.small

  private static let words = [
    "harbour", "Éclair", "budget", "straße", "talks", "on", "the", "of", "ferry", "tariff",
    "Ζάκυνθος", "water", "well-kept", "naïve", "7", "1,200", "re-opened",
  ]
  private static let people: [(name: String, kind: EntityKind, country: String?)] = [
    ("Ana Kovač", .person, "Norland"), ("Bengt Østby", .person, nil),
    ("Мария Лесная", .person, "Norland"), ("Tariff Board", .organization, "Sudland"),
    ("Çelik Lines", .organization, nil), ("Q-7 Group", .organization, "Östland"),
    ("Port Alvor", .place, "Sudland"), ("Norland", .place, "Norland"),
    ("São Telmo", .place, nil), ("Ulla Kovač", .person, "Sudland"),
  ]
  /// People of many different names.
  private static let many: [(name: String, kind: EntityKind, country: String?)] = {
    let starts = ["Bel", "Dor", "Fan", "Gri", "Hul", "Jos", "Kar", "Lem", "Mur", "Nov"]
    let middles = ["a", "ede", "i", "olo", "u", "yta"]
    let ends = ["sk", "rin", "dal"]
    let countries = ["Norland", "Sudland", nil]
    let given = ["Ada", "Ciro", "Elin", "Olaf", "Pia", "Rune"]
    var people: [(name: String, kind: EntityKind, country: String?)] = []
    for start in starts {
      for middle in middles {
        for end in ends {
          let number = people.count
          people.append(
            (
              "\(given[number % given.count]) \(start)\(middle)\(end)",
              number % 9 == 0 ? .place : .person, countries[number % 3]
            ))
        }
      }
    }
    return people
  }()
  private static let sources = [
    "The Ferry Post", "Écho du Port", "the ferry post", "Östland Radio",
  ]

  /// `count` articles of up to `size` sentences.
  mutating func articles(_ count: Int, size: Int) -> [AnnotatedArticle] {
    (0..<count).map { article($0, size: size) }
  }

  private mutating func article(_ number: Int, size: Int) -> AnnotatedArticle {
    var draft = ArticleDraft()
    let people = scale == .small ? Self.people : Self.many
    let cast =
      random.some(
        scale == .small ? people : Array(people.shuffled(using: &random).prefix(10)), atMost: 5)
      + [random.pick(people)]
    var seen: Set<String> = []
    let entities = cast.filter { seen.insert($0.name).inserted }
    let title = random.maybe([phrase(3), phrase(2)])
    if let title { draft.add(title, kind: .headline) }
    if random.oneIn(4) { draft.add(phrase(4) + " subscribe", kind: .furniture) }
    var result = AnnotatedArticle(article: Article(id: "a\(number)", text: ""))
    result.entities = entities.map { entity($0) }
    for _ in 0...random.below(size) { sentence(&draft, &result, entities.map(\.name)) }
    var article = Article(id: "a\(number)", text: draft.text)
    article.title = title
    article.source = random.maybe(Self.sources)
    article.agency = random.maybe(["AFP", "Reuters", "TASS"])
    article.author = random.maybe(["J. Doe", "ANA M."])
    article.published = random.oneIn(5) ? nil : date(coarse: false)
    article.place = random.maybe(entities.filter { $0.kind == .place }.map(\.name) + ["Nowhere"])
    article.url = random.maybe(["https://example.org/\(number)"])
    article.language = random.maybe(["en", "fr"])
    result.article = article
    result.blocks = draft.blocks
    result.sentences = draft.sentences
    result.wordCount = draft.text.split(separator: " ").count
    return result
  }

  private mutating func entity(
    _ template: (name: String, kind: EntityKind, country: String?)
  ) -> Entity {
    var entity = Entity(name: template.name, kind: template.kind)
    if random.oneIn(2) { entity.aliases.append("Gen. \(template.name)") }
    entity.roles = random.some(["captain", "head of the board", "Élu"], atMost: 2)
    entity.epithets = random.some(["strongman", "embattled", "naïve"], atMost: 2)
    entity.country = random.oneIn(4) ? nil : template.country
    return entity
  }

  /// A sentence, with what it says.
  private mutating func sentence(
    _ draft: inout ArticleDraft, _ result: inout AnnotatedArticle, _ names: [String]
  ) {
    let first = random.below(names.count)
    let second = random.below(names.count)
    let parts = [names[first], phrase(2), names[second], phrase(3)]
    let ranges = draft.addSentence(parts)
    let number = draft.sentences.count - 1
    for (name, range) in [(first, ranges[0]), (second, ranges[2])] where !random.oneIn(4) {
      result.mentions.append(
        Mention(
          entity: EntityIndex(name), range: range, sentence: number,
          epithet: random.maybe(["strongman", "naïve", "long-time"]),
          role: random.pick(MentionRole.allCases)))
    }
    let reports = scale == .large ? 3 : random.oneIn(2) ? 1 : 0
    for _ in 0..<reports { result.reports.append(report(ranges, number, names.count)) }
    if random.oneIn(4) {
      var quote = Quote(range: ranges[1], sentence: number)
      quote.speaker = random.oneIn(3) ? nil : EntityIndex(first)
      quote.verb = random.maybe(["say", "warn"])
      quote.about = random.some(Array(0..<names.count), atMost: 2).map { EntityIndex($0) }
      result.quotes.append(quote)
    }
    if random.oneIn(4) {
      let low = Double(random.below(5)) * 100
      var figure = Figure(
        range: ranges[3], low: random.oneIn(4) ? nil : low,
        high: random.oneIn(4) ? nil : low + 50.5, unit: random.maybe(["EUR", "ferries"]),
        sentence: number)
      figure.about = random.some(Array(0..<names.count), atMost: 2).map { EntityIndex($0) }
      figure.date = random.oneIn(3) ? nil : date(coarse: true)
      result.figures.append(figure)
    }
  }

  private mutating func report(_ ranges: [TextRange], _ sentence: Int, _ count: Int) -> Report {
    let type = random.pick([EventType.consult, .aid, .assault, .accuse])
    var report = Report(
      type: type, action: random.pick(["meet", "visit", "strike", "blame"]),
      evidence: ranges[0].union(ranges[2]), sentence: sentence, frame: "test")
    report.mode = random.maybe(type.modes.map(\.name) + ["visit"])
    if let mode = report.mode, !type.modes.contains(where: { $0.name == mode }) {
      report.mode = nil
    }
    let parties = Array(0..<count).shuffled(using: &random)
    let actors = random.below(3)
    report.actors = parties.prefix(actors).sorted().map { EntityIndex($0) }
    report.targets = parties.dropFirst(actors).prefix(random.below(3)).sorted()
      .map { EntityIndex($0) }
    report.place = random.maybe(parties.map { EntityIndex($0) })
    report.date = random.oneIn(4) ? nil : date(coarse: true)
    report.status = random.pick(EventStatus.allCases)
    report.attribution = random.maybe(["port officials"])
    report.contexts = random.some(["military", "economic", "legal"], atMost: 2)
    return report
  }

  /// A date: days for the most part, else months, years and intervals, also open ones.
  mutating func date(coarse: Bool) -> NewsDate? {
    let early = random.oneIn(40) ? 1995 : 2021
    let year = early + random.below(scale == .small ? 3 : 12)
    let month = 1 + random.below(12)
    let day = Day(year: year, month: month, day: 1 + random.below(28))
    switch coarse ? random.below(9) : 0 {
    case 1: return NewsDate(year: year)
    case 2: return NewsDate(year: year, month: month)
    case 3: return NewsDate(first: day, last: day?.advanced(by: random.below(400)))
    case 4:
      return random.oneIn(2) ? NewsDate(first: day, last: nil) : NewsDate(first: nil, last: day)
    default: return day.map { NewsDate($0) }
    }
  }

  mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in random.pick(Self.words) }.joined(separator: " ")
  }
}

/// A text that grows by blocks and sentences.
private struct ArticleDraft {
  private(set) var text = ""
  private(set) var blocks: [TextBlock] = []
  private(set) var sentences: [TextRange] = []

  mutating func add(_ block: String, kind: TextBlock.Kind) {
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += block
    blocks.append(TextBlock(kind: kind, range: TextRange(start, text.utf8.count)))
  }

  /// Adds a paragraph of one sentence; the ranges of its parts.
  mutating func addSentence(_ parts: [String]) -> [TextRange] {
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    var ranges: [TextRange] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { text += " " }
      let lower = text.utf8.count
      text += part
      ranges.append(TextRange(lower, text.utf8.count))
    }
    text += "."
    let range = TextRange(start, text.utf8.count)
    blocks.append(TextBlock(kind: .paragraph, range: range))
    sentences.append(range)
    return ranges
  }
}
