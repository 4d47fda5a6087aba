internal import NewsModel

/// The figures of one document.
struct FigureReading {
  let document: Document
  let words: QuantityWords
  let mentions: MentionIndex
  let tree: DependencyTree?
  let timeAt: [Int]
  let forms: [String]

  /// Most tokens of a unit.
  static let unitLimit = 6

  init(_ document: Document, _ words: QuantityWords) {
    self.document = document
    self.words = words
    mentions = MentionIndex(document)
    tree = document.arcs.count == document.tokens.count ? DependencyTree(document.arcs) : nil
    var timeAt = [Int](repeating: -1, count: document.tokens.count)
    for (position, time) in document.times.enumerated() {
      for token in time.tokens where timeAt.indices.contains(token) { timeAt[token] = position }
    }
    self.timeAt = timeAt
    forms = document.tokens.map(\.lower)
  }

  /// The figures of a sentence in order.
  func figures(inSentence position: Int) -> [Figure] {
    let sentence = document.sentences[position].tokens
    let scanner = NumberScanner(Array(forms[sentence]), words)
    var result: [Figure] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard var number = scanner.number(at: at - sentence.lowerBound) else {
        at += 1
        continue
      }
      number.tokens =
        number.tokens.lowerBound + sentence.lowerBound..<number.tokens.upperBound
        + sentence.lowerBound
      let (joined, bound) = range(number, scanner, sentence)
      if let figure = figure(joined, bound, sentence) { result.append(figure) }
      at = max(joined.tokens.upperBound, at + 1)
    }
    return result
  }

  /// 'between 200 and 300', '200 to 300', '200-300': two numbers that are one range.
  func range(
    _ first: NumberScanner.Number, _ scanner: NumberScanner, _ sentence: Range<Int>
  ) -> (NumberScanner.Number, start: Int) {
    let end = first.tokens.upperBound
    let start = first.tokens.lowerBound
    let isBetween = start > sentence.lowerBound && forms[start - 1] == "between"
    guard end < sentence.upperBound,
      isBetween && forms[end] == "and" || ["to", "-", "–"].contains(forms[end]),
      var second = scanner.number(at: end + 1 - sentence.lowerBound), !second.isVague,
      start == sentence.lowerBound || forms[start - 1] != "from"
    else { return (first, start) }
    second.tokens =
      second.tokens.lowerBound + sentence.lowerBound..<second.tokens.upperBound
      + sentence.lowerBound
    var low = first.low
    // '2 to 3 million'
    if low < second.low, second.low >= 1000, low < 1000, second.tokens.count > 1 {
      low *= words.multipliers[forms[second.tokens.upperBound - 1]] ?? 1
    }
    guard low <= second.low else { return (first, start) }
    let joined = NumberScanner.Number(
      tokens: start..<second.tokens.upperBound, low: low, high: second.high,
      currency: first.currency ?? second.currency)
    return (joined, isBetween ? start - 1 : start)
  }

  func figure(
    _ number: NumberScanner.Number, _ start: Int, _ sentence: Range<Int>
  ) -> Figure? {
    var low: Double? = number.low
    var high: Double? = number.high
    var lower = start
    while let (length, bound) = words.prefix(
      before: lower, from: sentence.lowerBound, { forms[$0] })
    {
      if length == 1, isPreposition(lower - 1) { break }
      if bound == .upper { low = nil }
      if bound == .lower, low != nil { high = nil }
      lower -= length
    }
    var upper = number.tokens.upperBound
    let unit = unit(from: &upper, sentence)
    if let (length, bound) = words.suffix(at: upper, to: sentence.upperBound, { forms[$0] }) {
      if bound == .lower { high = nil } else { low = nil }
      upper += length
    }
    guard isQuantity(number, unit, sentence, before: lower) else { return nil }
    let head = unit.head ?? number.tokens.upperBound - 1
    let name = number.currency ?? unit.text ?? fate(of: head)
    var figure = Figure(
      range: document.range(ofTokens: lower..<upper), low: low, high: high,
      unit: name.map { described($0, head, isMoney: number.currency != nil) },
      sentence: document.tokens[number.tokens.lowerBound].sentence)
    let clause = clause(around: head)
    figure.about = entities(in: clause)
    figure.date = date(in: clause)
    return figure
  }

  /// Whether the word is a preposition of the noun phrase: 'a quarrel over 30 boats'.
  func isPreposition(_ token: Int) -> Bool {
    guard ["over", "above", "below", "beyond"].contains(forms[token]), token > 0 else {
      return false
    }
    return tree?.isRelation(token, "case") ?? false && document.tags[token - 1].universal == .noun
  }

  // MARK: The clause

  /// The tokens of the clause that holds `token`.
  func clause(around token: Int) -> [Int] {
    guard let tree else { return [] }
    let top = ([token] + tree.ancestors(of: token)).first {
      document.tags[$0].universal == .verb || tree.head($0) == nil
    }
    return tree.subtree(top ?? token) { child in
      ["advcl", "parataxis", "ccomp", "acl"].contains { tree.isRelation(child, $0) }
        || (tree.isRelation(child, "conj") && document.tags[child].universal == .verb)
    }
  }

  func entities(in clause: [Int]) -> [EntityIndex] {
    var result: [EntityIndex] = []
    for token in clause.sorted() {
      if let entity = mentions.entity(at: token), !result.contains(entity) { result.append(entity) }
    }
    return result
  }

  func date(in clause: [Int]) -> NewsDate? {
    clause.lazy.compactMap { timeAt[$0] >= 0 ? document.times[timeAt[$0]].date : nil }.first
  }
}
