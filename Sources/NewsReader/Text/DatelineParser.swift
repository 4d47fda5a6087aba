internal import NewsModel

/// Recognises the place line that opens a report: `OSLO, May 3, 2019 (Reuters) -`, `Bergen:`.
struct DatelineParser: Sendable {
  /// How many paragraphs from the start may have one.
  static let paragraphs = 4
  /// How far into a paragraph it may reach, in bytes.
  private static let reach = 140

  private let agencies: AgencyList
  private let dates: PageDates
  private let notPlaces: Set<String>

  /// A parser that knows `agencies`, and words that stand before a colon without being places.
  init(agencies: AgencyList, dates: PageDates, notPlaces: Set<String>) {
    self.agencies = agencies
    self.dates = dates
    self.notPlaces = notPlaces
  }

  /// What a place line says.
  struct Dateline: Equatable, Sendable {
    /// The place, capitals written as a name's: `Oslo`.
    var place: String?
    /// The agency in brackets.
    var agency: String?
    /// The date.
    var date: NewsDate?
    /// Where the line ends, the dash included, in bytes of the article's text.
    var end: Int
  }

  /// The place line at the start of `block`, or nil.
  func dateline(of document: Document, _ block: TextBlock) -> Dateline? {
    let lower = block.range.lower
    var upper = min(block.range.upper, lower + Self.reach)
    while upper > lower, upper < block.range.upper, document.bytes[upper] & 0xc0 == 0x80 {
      upper -= 1
    }
    guard upper > lower else { return nil }
    let text = String(decoding: document.bytes[lower..<upper], as: UTF8.self)
    guard var found = dateline(in: text) else { return nil }
    found.end += lower
    return found
  }

  /// The place line at the start of `text`; `end` counts from its start.
  func dateline(in text: String) -> Dateline? {
    if let found = bracketed(in: text) { return found }
    guard let cut = separator(in: text) else { return nil }
    var head = text[..<cut.start].trimmingSpaces()
    let rest = text[cut.end...].trimmingSpaces()
    guard let first = rest.first, first.isUppercase || first.isNumber || "\"“‘'«[(".contains(first),
      rest.contains(where: \.isLowercase)
    else { return nil }
    let end = text.utf8.distance(from: text.startIndex, to: cut.end)
    var found = Dateline(end: end)
    var hasBracket = false
    if head.last == ")", let open = head.lastIndex(of: "(") {
      let inner = head[head.index(after: open)..<head.index(before: head.endIndex)]
      hasBracket = true
      found.agency = agencies.agency(named: inner)
      head = head[..<open].trimmingSpaces()
      guard found.agency != nil || looksLikeAgency(inner) || isAgency(inner, behind: head) else {
        return nil
      }
      if found.agency == nil { found.agency = String(inner.trimmingSpaces()) }
      if head.isEmpty { return found.agency == nil ? nil : found }
    } else if let agency = agencies.agency(named: head), agencies.isKnown(String(head)) {
      // `AFP - The minister ...`
      found.agency = agency
      return cut.isColon ? nil : found
    }
    if let date = dates.date(in: String(head)) {
      found.date = date.date.precision == .day ? date.date : nil
      head = Substring(date.before.trimmingSpaces())
      guard !date.after.contains(where: \.isLetter) else { return nil }
    } else if let partial = withoutDay(head) {
      head = partial
    }
    while let last = head.last, ",;/ ".contains(last) { head = head.dropLast() }
    let isSure = hasBracket || found.date != nil
    guard let place = place(head, isSure: isSure, isColon: cut.isColon) else { return nil }
    found.place = place
    return found
  }

  /// `Lagos (AFP) The governor ...`, `Lagos (XYZ)The governor ...`: no dash behind the bracket.
  private func bracketed(in text: String) -> Dateline? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: ")")),
      let next = text[text.index(after: close)...].first
    else { return nil }
    let after = text[text.index(after: close)...].trimmingSpaces()
    guard after.first?.isUppercase ?? false else { return nil }
    let name = text[text.index(after: open)..<close]
    let known = agencies.agency(named: name).flatMap { agencies.isKnown(String(name)) ? $0 : nil }
    guard let agency = known ?? (next.isUppercase && looksLikeAgency(name) ? String(name) : nil),
      let place = place(text[..<open].trimmingSpaces(), isSure: true, isColon: false),
      !place.hasPrefix("The ")
    else { return nil }
    let end = text.utf8.distance(from: text.startIndex, to: text.index(after: close))
    return Dateline(place: place, agency: agency, end: end)
  }

  private typealias Cut = (start: String.Index, end: String.Index, isColon: Bool)

  /// The first dash or colon that could close a place line, outside brackets.
  private func separator(in text: String) -> Cut? {
    let scalars = text.unicodeScalars
    var depth = 0
    var at = scalars.startIndex
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      switch scalars[at] {
      case "(": depth += 1
      case ")": depth -= 1
      case "–", "—":
        if depth == 0, at > text.startIndex { return (at, next, false) }
      case "-":
        if depth == 0, at > text.startIndex, next < text.endIndex {
          let before = scalars[scalars.index(before: at)]
          if scalars[next] == "-" { return (at, scalars.index(after: next), false) }
          if scalars[next].properties.isWhitespace,
            before == ")" || before.properties.isWhitespace
          {
            return (at, next, false)
          }
        }
      case ":":
        guard depth == 0, next < text.endIndex, scalars[next].properties.isWhitespace else { break }
        return (at, next, true)
      case "\"", "“", "?", "!", ";", "\n": return nil
      default: break
      }
      at = next
    }
    return nil
  }

  /// `OSLO, May 3` or `OSLO. May 3` without the day; nil where no day and month end it.
  private func withoutDay(_ head: Substring) -> Substring? {
    for at in head.indices where head[at] == "," || head[at] == "." {
      let day = head[head.index(after: at)...]
      guard day.utf8.count <= 16, day.contains(where: \.isNumber),
        let found = dates.date(in: "\(day), 2000"),
        !(found.before + found.after).contains(where: { $0.isLetter || $0.isNumber })
      else { continue }
      return head[..<at]
    }
    return nil
  }

  private func looksLikeAgency(_ text: some StringProtocol) -> Bool {
    let bare = text.trimmingSpaces()
    let words = bare.split(separator: " ")
    return words.count == 1 && (2...8).contains(bare.count) && bare.allSatisfy(\.isLetter)
      && bare.allSatisfy(\.isUppercase)
  }

  /// Whether the bracket can name nothing but an agency: behind a place in capitals with a date.
  private func isAgency(_ text: some StringProtocol, behind head: Substring) -> Bool {
    let words = text.split(separator: " ")
    let place = head.prefix { $0 != "," }
    return (1...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false }
      && place.count > 2 && !place.contains(where: \.isLowercase)
      && head.contains(where: \.isNumber)
  }

  /// The place that `head` is, its first part where a country follows; nil where it is none.
  private func place(_ head: Substring, isSure: Bool, isColon: Bool) -> String? {
    let first = head.split(separator: ",").first?.trimmingSpaces() ?? ""
    let words = first.split(whereSeparator: \.isWhitespace)
    let all = head.split(whereSeparator: \.isWhitespace)
    guard (1...4).contains(words.count), all.count <= 7, let letter = first.first,
      letter.isUppercase, !first.contains(where: \.isNumber)
    else { return nil }
    let isCapitals = !first.contains(where: \.isLowercase)
    let fold = folded(first)
    if notPlaces.contains(fold) || notPlaces.contains(String(fold.prefix { $0 != " " })) {
      return nil
    }
    guard isSure || isCapitals && words.count <= 4 || words.count <= (isColon ? 2 : 3) else {
      return nil
    }
    if !isCapitals {
      let isName = words.allSatisfy { word in
        word.first?.isUppercase ?? false
          || ["de", "del", "la", "al", "da", "do", "of", "the", "el", "sur", "on"].contains(word)
      }
      guard isName else { return nil }
      return String(first)
    }
    if isCapitals, first.count < 3 { return nil }
    let small: Set<String> = ["de", "del", "da", "do", "of", "the", "sur", "on", "en"]
    return words.enumerated().map { index, word in
      let lower = word.lowercased()
      return index > 0 && small.contains(lower) ? lower : OutletNames.capitalized(word)
    }.joined(separator: " ")
  }
}
