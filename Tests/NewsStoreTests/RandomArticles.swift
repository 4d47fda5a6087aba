import NewsModel
import TestSupport

/// Makes annotated articles about invented people and places, the same for the same seed.
///
/// The texts hold the names that the annotations point at, so that every range is right. Some
/// articles are reprints of others; names come in several spellings; dates in several precisions.
struct RandomArticles {
  private var random: SplitMix
  private let people: [(full: String, last: String)]
  private let places: [(name: String, country: String?)]
  private let organizations: [String]
  private var made: [AnnotatedArticle] = []

  /// A generator with a number of people, and half as many places and organizations.
  init(seed: UInt64, people count: Int = 40) {
    random = SplitMix(seed: seed)
    let first = ["Amara", "Bruno", "Celia", "Dario", "Edda", "Farid", "Greta", "Hovan"]
    let starts = ["Bel", "Cor", "Dun", "Far", "Gol", "Hal", "Jor", "Kel", "Mor", "Nar", "Pel"]
    let ends = ["ani", "berg", "dez", "imov", "kar", "lund", "mann", "osso", "rath", "ski"]
    func invented(_ number: Int) -> String {
      let mark = number / (starts.count * ends.count)
      let middle = mark == 0 ? "" : String(repeating: "o", count: mark)
      return starts[number % starts.count] + middle
        + ends[number / starts.count % ends.count]
    }
    people = (0..<max(2, count)).map { number in
      let last = invented(number * 7 / 8)
      return ("\(first[number % first.count]) \(last)", last)
    }
    let countries = (0..<max(2, count / 8)).map { invented($0 + 3) + "ia" }
    places =
      countries.map { ($0, $0) }
      + (0..<max(2, count / 2)).map { (invented($0 + 11) + "ton", countries[$0 % countries.count]) }
    organizations = (0..<max(2, count / 4)).map { "\(invented($0 + 5)) Council" }
  }

  /// The next `count` articles.
  mutating func next(_ count: Int) -> [AnnotatedArticle] {
    let start = made.count
    for _ in 0..<count { made.append(article(number: made.count)) }
    return Array(made[start...])
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// Small numbers are more likely, as with names in the news.
  private mutating func skewed(_ bound: Int) -> Int { min(below(bound), below(bound)) }

  private mutating func article(number: Int) -> AnnotatedArticle {
    if chance(10), let original = made.last {
      var reprint = original
      reprint.article.id = "article-\(number)"
      reprint.article.source = "Outlet \(below(12))"
      return reprint
    }
    var draft = Draft(id: "article-\(number)")
    let day = Day(number: 19_000 + Int32(below(400)))
    if !chance(5) { draft.annotated.article.published = NewsDate(day) }
    if !chance(8) { draft.annotated.article.source = "Outlet \(skewed(12))" }
    if chance(25) { draft.annotated.article.agency = "Wire \(below(2))" }
    if chance(30) { draft.annotated.article.place = places[below(places.count)].name }
    draft.block(.headline) { draft in
      draft.write("Report \(number) from the region")
    }
    for _ in 0..<(2 + below(6)) {
      draft.block(chance(8) ? .furniture : .paragraph) { draft in sentence(&draft, day) }
    }
    return draft.finished
  }

  private mutating func sentence(_ draft: inout Draft, _ day: Day) {
    let start = draft.length
    let actor = person(&draft)
    let types = EventType.allCases
    let type = types[skewed(types.count)]
    let word = ["meets", "warns", "joins", "leaves", "praises"][below(5)]
    draft.write(" \(word) ")
    var report = Report(
      type: type, action: word, evidence: TextRange(start, start), sentence: 0, frame: "random")
    report.actors = [actor]
    let other = chance(70) ? person(&draft) : organization(&draft)
    if other != actor {
      if type == .consult { report.actors.append(other) } else { report.targets = [other] }
    }
    if chance(60) {
      draft.write(" in ")
      report.place = place(&draft)
    }
    if chance(40) { report.mode = type.modes.first?.name }
    switch below(5) {
    case 0: break
    case 1:
      let (year, month, _) = day.civil
      report.date = NewsDate(year: year, month: month)
    default: report.date = NewsDate(day.advanced(by: -below(4)))
    }
    report.status = EventStatus.allCases[chance(80) ? 0 : below(4)]
    report.contexts = chance(20) ? ["military"] : []
    let filler = (0..<below(12)).map { _ in "w\(skewed(300))" }.joined(separator: " ")
    draft.write(" \(filler).")
    report.evidence = TextRange(start, draft.length)
    draft.add(report, from: start)
    if chance(20) { draft.quote(from: start, speaker: actor) }
    if chance(15) { draft.figure(from: start, value: Double(below(1000)), about: actor) }
  }

  private mutating func person(_ draft: inout Draft) -> EntityIndex {
    let who = people[skewed(people.count)]
    let spelling = chance(30) ? who.last : chance(20) ? "Gen. \(who.full)" : who.full
    let index = draft.entity(who.full, .person, country: nil)
    draft.mention(index, spelling, epithet: chance(10) ? "veteran" : nil)
    return index
  }

  private mutating func organization(_ draft: inout Draft) -> EntityIndex {
    let name = organizations[skewed(organizations.count)]
    let index = draft.entity(name, .organization, country: nil)
    draft.mention(index, name, epithet: nil)
    return index
  }

  private mutating func place(_ draft: inout Draft) -> EntityIndex {
    let place = places[skewed(places.count)]
    let index = draft.entity(place.name, .place, country: place.country)
    draft.mention(index, place.name, epithet: nil)
    return index
  }
}

/// An article that is being written together with its annotations.
struct Draft {
  /// The article so far; its text comes with ``finished``.
  var annotated: AnnotatedArticle
  private var text = ""

  /// An empty article.
  init(id: String) { annotated = AnnotatedArticle(article: Article(id: id, text: "")) }

  /// Number of bytes so far.
  var length: Int { text.utf8.count }

  /// The article with its text.
  var finished: AnnotatedArticle {
    var annotated = annotated
    annotated.article.text = text
    annotated.wordCount = text.split { !$0.isLetter && !$0.isNumber }.count
    return annotated
  }

  /// Adds words.
  mutating func write(_ words: String) { text += words }

  /// Adds a block, which is one sentence.
  mutating func block(_ kind: TextBlock.Kind, _ body: (inout Draft) -> Void) {
    if !text.isEmpty { text += "\n\n" }
    let start = length
    let sentence = annotated.sentences.count
    annotated.sentences.append(TextRange(start, start))
    body(&self)
    annotated.sentences[sentence] = TextRange(start, length)
    annotated.blocks.append(TextBlock(kind: kind, range: TextRange(start, length)))
  }

  /// The entity with a full name, which is added where the article does not have it.
  mutating func entity(_ name: String, _ kind: EntityKind, country: String?) -> EntityIndex {
    if let known = annotated.entities.firstIndex(where: { $0.name == name && $0.kind == kind }) {
      return EntityIndex(known)
    }
    var entity = Entity(name: name, kind: kind)
    entity.country = country
    annotated.entities.append(entity)
    return EntityIndex(annotated.entities.count - 1)
  }

  /// Writes a name.
  mutating func mention(_ index: EntityIndex, _ spelling: String, epithet: String?) {
    let start = length
    write(spelling)
    var entity = annotated.entities[index.position]
    if !entity.aliases.contains(spelling) { entity.aliases.append(spelling) }
    if let epithet, !entity.epithets.contains(epithet) { entity.epithets.append(epithet) }
    annotated.entities[index.position] = entity
    annotated.mentions.append(
      Mention(
        entity: index, range: TextRange(start, length), sentence: annotated.sentences.count - 1,
        epithet: epithet))
  }

  /// Adds a report of the sentence that is being written.
  mutating func add(_ report: Report, from start: Int) {
    var report = report
    report.sentence = annotated.sentences.count - 1
    annotated.reports.append(report)
  }

  /// Adds a quotation of what was written from `start` on.
  mutating func quote(from start: Int, speaker: EntityIndex) {
    var quote = Quote(
      range: TextRange(start, length), sentence: annotated.sentences.count - 1)
    quote.speaker = speaker
    quote.verb = "say"
    annotated.quotes.append(quote)
  }

  /// Adds a quantity in what was written from `start` on.
  mutating func figure(from start: Int, value: Double, about: EntityIndex) {
    var figure = Figure(
      range: TextRange(start, length), low: value, high: value, unit: "people",
      sentence: annotated.sentences.count - 1)
    figure.about = [about]
    annotated.figures.append(figure)
  }
}
