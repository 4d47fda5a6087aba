internal import NewsModel

/// Finds what the page says about the article itself: title, outlet, agency, author, date, place,
/// language.
///
/// What the article's record gave is never changed. The date is the article's own: that of a
/// publication line, of a masthead or of a dateline, in this order; a date alone in front of
/// breadcrumbs is the day on which the page was saved, and is none.
struct ArticleHead: Component {
  static let requires: Set<Layer> = [.blocks]
  static let provides: Set<Layer> = [.metadata]
  static let readsEveryLanguage = true

  private let lexicon: PageLexicon
  private let outlets: OutletNames
  private let agencies: AgencyList
  private let dates: PageDates
  private let datelines: DatelineParser
  private let languages: LanguageGuess

  /// A component with these words.
  init(
    lexicon: PageLexicon, outlets: OutletNames, agencies: AgencyList, dates: PageDates,
    datelines: DatelineParser, languages: LanguageGuess
  ) {
    self.lexicon = lexicon
    self.outlets = outlets
    self.agencies = agencies
    self.dates = dates
    self.datelines = datelines
    self.languages = languages
  }

  func annotate(_ document: inout Document) {
    var found = Findings()
    readBlocks(document, &found)
    readDatelines(document, &found)
    readSignature(document, &found)
    settleAgency(document, &found)
    var article = document.article
    article.title = article.title ?? title(of: document)
    article.source = article.source ?? found.source
    article.agency = article.agency ?? found.agency
    article.author = article.author ?? found.author
    article.published = article.published ?? found.published
    article.place = article.place ?? found.place
    article.language = article.language ?? languages.language(of: document.bytes)
    document.article = article
  }

  /// What was found so far, and how good each is: the least rank wins.
  private struct Findings {
    private(set) var source: String?
    private var sourceRank = Int.max
    var agency: String?
    var author: String?
    private(set) var published: NewsDate?
    private var publishedRank = Int.max
    private(set) var place: String?
    private var placeRank = Int.max

    mutating func offer(source name: String, rank: Int) {
      if rank < sourceRank { (source, sourceRank) = (name, rank) }
    }

    mutating func offer(published date: NewsDate, rank: Int) {
      if rank < publishedRank { (published, publishedRank) = (date, rank) }
    }

    mutating func offer(place name: String, rank: Int) {
      if rank < placeRank { (place, placeRank) = (name, rank) }
    }
  }

  // MARK: Title

  /// The headline as it is written, without the word `Subject:` in front.
  private func title(of document: Document) -> String? {
    guard let block = document.blocks.first(where: { $0.kind == .headline }) else { return nil }
    let text = document.text(block.range)
    let words = foldedWords(text)
    if lexicon.titles.begins(words), let colon = text.prefix(10).firstIndex(of: ":") {
      return String(text[text.index(after: colon)...].trimmingSpaces())
    }
    let line = Self.oneLine(text)
    return outletAtEnd(of: line).map { String($0.title) } ?? line
  }

  /// `Headline | The Fjord Post`: the headline and the outlet that pages put behind it.
  private func outletAtEnd(of text: String) -> (title: Substring, outlet: Substring)? {
    for (index, mark) in zip(text.indices, text).reversed() where "|-–—".contains(mark) {
      let title = text[..<index]
      let outlet = text[text.index(after: index)...].trimmingSpaces()
      guard title.last?.isWhitespace ?? false else { continue }
      let isLong = title.split(separator: " ").count >= 3
      return isLong && outlets.isOutlet(outlet) ? (title.trimmingSpaces(), outlet) : nil
    }
    return nil
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Lines of the page

  private func readBlocks(_ document: Document, _ found: inout Findings) {
    let body = document.blocks.firstIndex { $0.kind == .paragraph } ?? document.blocks.endIndex
    for (index, block) in document.blocks.enumerated() {
      guard block.range.upper - block.range.lower <= TextLine.longestExamined else { continue }
      switch block.kind {
      case .headline:
        if let (_, outlet) = outletAtEnd(of: document.text(block.range)) {
          found.offer(source: outlets.written(outlet), rank: 2)
        }
      case .byline:
        readByline(document, index, isHead: index < body, &found)
      case .furniture:
        let text = document.text(block.range)
        if let owner = outlets.copyrightOwner(in: text) {
          found.offer(source: outlets.written(owner), rank: 4)
        }
        if let name = outlets.selfName(in: text) {
          found.offer(source: outlets.written(name), rank: 3)
        }
        if found.agency == nil { found.agency = creditedAgency(text) }
      default: break
      }
    }
  }

  /// The lines over the text: mastheads, publication lines, by-lines.
  private func readByline(
    _ document: Document, _ index: Int, isHead: Bool, _ found: inout Findings
  ) {
    let text = document.text(document.blocks[index].range)
    let words = foldedWords(text)
    if words.first == "by" || words.first == "from" { readAuthor(text, &found) }
    let date = dates.date(in: text)
    guard date != nil || isHead else { return }
    let line = TextLine(range: 0..<text.utf8.count, in: Array(text.utf8), followsGap: true)
    let parts = (line.segments.count > 1 ? line.segments : [text[...]])
      .flatMap { $0.split(separator: ",") }.flatMap { $0.split(separator: " - ") }
      .flatMap { Self.split($0, at: " – ") }.map { String($0.trimmingSpaces()) }
    let isMasthead = isHead && index <= 1 && names(parts, isMasthead: true) != nil
    if let date {
      let labelled = foldedWords(date.before)
      let isLabelled =
        lexicon.dateWords.begins(labelled) || lexicon.dumps.begins(labelled)
        || ["issue", "edition"].contains { labelled.contains($0) }
      let isPageHeader = line.segments.count > 2 && isMasthead
      found.offer(published: date.date, rank: isLabelled ? 0 : isPageHeader ? 3 : 1)
      if let place = placeBefore(date.before) { found.offer(place: place, rank: 2) }
    }
    if let name = names(parts.map(withoutLabel), isMasthead: isHead && date == nil && index == 0) {
      found.offer(source: outlets.written(name), rank: date == nil && index > 2 ? 2 : 1)
    }
  }

  /// `Published in Fjord Post` without the words in front of the name.
  private func withoutLabel(_ part: String) -> String {
    let words = part.split(separator: " ")
    let name = words.drop { word in
      folded(word) == "in" || folded(word) == "by"
        || lexicon.dumps.covers([Substring(folded(word))])
    }
    return name.joined(separator: " ")
  }

  private static func split(_ text: Substring, at mark: String) -> [Substring] {
    guard mark.count == 3, let dash = mark.dropFirst().first else { return [text] }
    return text.split(separator: dash, omittingEmptySubsequences: true)
  }

  /// The part of a line that names an outlet; the first part of a masthead is one by its place.
  private func names(_ parts: [String], isMasthead: Bool) -> String? {
    if let named = parts.first(where: { outlets.isOutlet($0) && !isLabel($0) }) { return named }
    guard isMasthead, let first = parts.first, !isLabel(first),
      !first.contains(where: \.isNumber), first.split(separator: " ").count <= 5,
      !first.contains(where: \.isLowercase)
    else { return nil }
    return first
  }

  private func isLabel(_ text: String) -> Bool {
    let words = foldedWords(text)
    return lexicon.buttons.covers(words) || lexicon.openers.begins(words)
      || lexicon.labels.covers(words) || words.first == "by" || dates.date(in: text) != nil
      || words.contains { lexicon.dumps.covers([$0]) }
  }

  /// `Bergen, ` in front of a date.
  private func placeBefore(_ text: String) -> String? {
    let name = text.trimmingSpaces()
    guard name.last == ",", let line = datelines.dateline(in: name.dropLast() + ": X x") else {
      return nil
    }
    guard let place = line.place, !outlets.isOutlet(place) else { return nil }
    return place
  }

  /// `By Jane Berg in Oslo`, `By Jane Berg, Associated Press`, `From our correspondent in Oslo`.
  private func readAuthor(_ text: String, _ found: inout Findings) {
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    let words = line.split(separator: " ").dropFirst()
    let isOurs = words.first.map { folded($0) == "our" || folded($0) == "a" } ?? false
    if let at = words.firstIndex(where: { $0 == "in" }) {
      let rest = words[(at + 1)...].joined(separator: " ")
      let place = rest.prefix { $0 != "," && $0 != "|" }
      if let dateline = datelines.dateline(in: "\(place): X x"), let name = dateline.place {
        found.offer(place: name, rank: 1)
      }
    }
    guard !isOurs else { return }
    let name = words.prefix { $0 != "in" && $0 != "|" && $0 != "for" }.joined(separator: " ")
    let parts = name.split(separator: ",")
    if let first = parts.first, first.split(separator: " ").count >= 2 {
      let words = first.split(separator: " ").map { word in
        word.contains(where: \.isLowercase) || word.count < 3
          ? String(word) : OutletNames.capitalized(word)
      }
      found.author = found.author ?? words.joined(separator: " ")
    }
    for part in parts.dropFirst() {
      if let agency = agencies.agency(named: part) { found.agency = found.agency ?? agency }
    }
  }

  /// `Source: Reuters`, `With inputs from PTI`.
  private func creditedAgency(_ text: String) -> String? {
    let words = foldedWords(text)
    guard words.count <= 10,
      words.first == "source" || words.contains("inputs") || words.contains("input")
    else { return nil }
    let names = text.split { !$0.isLetter && $0 != "-" && $0 != " " }
    return names.lazy.compactMap { agencies.agency(named: $0) }.first
      ?? text.split(separator: " ").lazy.compactMap { agencies.agency(named: $0) }.first
  }

  // MARK: Datelines and agencies

  private func readDatelines(_ document: Document, _ found: inout Findings) {
    let paragraphs = document.blocks.lazy.filter { $0.kind == .paragraph }
    for block in paragraphs.prefix(DatelineParser.paragraphs) {
      guard let line = datelines.dateline(of: document, block) else { continue }
      if let place = line.place { found.offer(place: place, rank: 0) }
      if let agency = line.agency { found.agency = found.agency ?? agency }
      if let date = line.date { found.offer(published: date, rank: 2) }
      // An agency's report tells the day of its news with the weekday: that day it was sent.
      if line.agency != nil, line.date == nil, let day = leadDay(document, block) {
        found.offer(published: NewsDate(day), rank: 5)
      }
      return
    }
  }

  /// The full date with its weekday that stands in the first paragraph of a report.
  private func leadDay(_ document: Document, _ block: TextBlock) -> Day? {
    guard block.range.upper - block.range.lower <= TextLine.longestExamined else { return nil }
    return dates.weekdayDate(in: document.text(block.range))
  }

  /// An agency in brackets or after a dash at the end of the last paragraph.
  private func readSignature(_ document: Document, _ found: inout Findings) {
    guard found.agency == nil, let last = document.blocks.last(where: { $0.kind == .paragraph })
    else {
      return
    }
    var lower = max(last.range.lower, last.range.upper - 60)
    while lower < last.range.upper, document.bytes[lower] & 0xc0 == 0x80 { lower += 1 }
    let tail = document.text(TextRange(lower, last.range.upper)).trimmingSpaces()
    if tail.last == ")", let open = tail.lastIndex(of: "(") {
      let inner = tail[tail.index(after: open)...].dropLast()
      if let agency = agencies.agency(named: inner), agencies.isKnown(agency) {
        found.agency = agency
      }
    } else if let dash = tail.lastIndex(where: { "–—-".contains($0) }), dash > tail.startIndex,
      tail[tail.index(before: dash)].isWhitespace
    {
      let name = String(tail[tail.index(after: dash)...].trimmingSpaces())
      if let agency = agencies.agency(named: name), agencies.isKnown(agency) {
        found.agency = agency
      }
    }
  }

  /// An agency that the page also calls its own is the outlet and no agency.
  private func settleAgency(_ document: Document, _ found: inout Findings) {
    guard let agency = found.agency, !agencies.isKnown(agency), found.source == nil,
      let name = foldedWords(agency).first
    else { return }
    let isOwn = document.blocks.contains { block in
      guard block.kind == .furniture, block.range.upper - block.range.lower <= 600 else {
        return false
      }
      return foldedWords(document.text(block.range)).contains(name)
    }
    if isOwn {
      found.offer(source: agency, rank: 2)
      found.agency = nil
    }
  }
}
