internal import NewsModel

/// Makes up annotated articles without texts that are read: reports, and the entities in them.
///
/// Actors are drawn so that a few occur often and most seldom (Zipf's law), days evenly over ten
/// years; some articles are late, and some reports know no date or place.
struct SyntheticArticles {
  private var random: Generator
  /// The names, those that occur most often first.
  let names: [String]
  private let weights: [Double]

  /// A maker of articles about `entityCount` people.
  init(entityCount: Int, seed: UInt64) {
    var random = Generator(seed: seed)
    names = (0..<entityCount).map { Self.name($0, &random) }
    var total = 0.0
    weights = (0..<entityCount).map { rank in
      total += 1 / Double(rank + 1)
      return total
    }
    self.random = random
  }

  /// Article `number` with `reportCount` reports.
  mutating func article(_ number: Int, reportCount: Int) -> AnnotatedArticle {
    let day = Day(number: 16_000 + Int32(random.below(3650)))
    var article = Article(id: "n\(number)", text: "")
    article.source = "Outlet \(random.below(40))"
    article.published = NewsDate(day)
    var annotated = AnnotatedArticle(article: article)
    var positions: [Int: Int] = [:]
    func index(_ entity: Int) -> EntityIndex {
      if let position = positions[entity] { return EntityIndex(position) }
      let position = annotated.entities.count
      positions[entity] = position
      var new = Entity(name: names[entity], kind: .person)
      new.country = entity % 5 == 0 ? nil : "Country \(entity % 60)"
      annotated.entities.append(new)
      return EntityIndex(position)
    }
    var text = ""
    for _ in 0..<reportCount {
      let start = text.utf8.count
      let type = random.pick(EventType.allCases)
      let (actor, target, place) = (entity(), entity(), entity())
      text += "\(names[actor]) \(type.rawValue.lowercased()) \(names[target])."
      let range = TextRange(start, text.utf8.count)
      annotated.sentences.append(range)
      annotated.blocks.append(TextBlock(kind: .paragraph, range: range))
      text += "\n\n"
      var report = Report(
        type: type, action: "do", evidence: range, sentence: annotated.sentences.count - 1,
        frame: "synthetic")
      report.mode = type.modes.isEmpty ? nil : random.pick(type.modes).name
      report.actors = [index(actor)]
      if target != actor { report.targets = [index(target)] }
      if random.below(5) > 0 { report.place = index(place) }
      if random.below(20) > 0 { report.date = NewsDate(day.advanced(by: -random.below(60))) }
      report.status = random.below(4) == 0 ? .planned : .happened
      annotated.reports.append(report)
    }
    annotated.article.text = text
    return annotated
  }

  private mutating func entity() -> Int {
    let wanted = Double(random.next() >> 11) / 9_007_199_254_740_992 * (weights.last ?? 1)
    var (low, high) = (0, weights.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if weights[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let onsets = [
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "sh",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "ai", "ou"]

  private static func syllable(_ random: inout Generator) -> String {
    random.pick(onsets) + random.pick(vowels)
  }

  /// A name of two made-up words that no other number gets.
  private static func name(_ number: Int, _ random: inout Generator) -> String {
    let first = (syllable(&random) + syllable(&random)).capitalized
    return first + " " + lastName(number, &random)
  }

  /// A made-up word that no other number gets.
  static func lastName(_ number: Int, _ random: inout Generator) -> String {
    var rest = number
    var last = ""
    repeat {
      last += onsets[rest % onsets.count] + vowels[rest / onsets.count % vowels.count]
      rest /= onsets.count * vowels.count
    } while rest > 0
    return (last + syllable(&random) + "x").capitalized
  }
}

/// The random numbers of a splitmix64 counter.
struct Generator {
  private var numbers: SplitMix64

  /// The numbers that follow from `seed`.
  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  fileprivate mutating func next() -> UInt64 { numbers.next() }

  /// A number from 0 up to `count`.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// One of the elements.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
