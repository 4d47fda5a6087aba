internal import NewsModel

/// What a line is by where it stands.
extension PageCleaner {
  // MARK: Appeals

  /// Marks appeals to readers, which may run over many paragraphs.
  ///
  /// An appeal begins with a block that holds two of its words, or with a label that does; it goes
  /// on as long as somebody speaks to readers outside quotation marks, or buttons follow.
  func markAppeals(_ page: inout Page) {
    var isAppeal = false
    var isInside = false
    for index in page.lines.indices {
      let line = page.lines[index]
      if line.isLong {
        isAppeal = false
        continue
      }
      // Most lines hold no word of an appeal at all.
      let isPlain = !isAppeal && !lexicon.appeals.occurs(in: line.words)
      if isPlain && page.kinds[index] != .furniture {
        isInside = isInside || page.kinds[index] == nil && line.isProse
        continue
      }
      let words = Self.unquoted(line)
      let strength = lexicon.appeals.count(in: words)
      let speaks = lexicon.us.occurs(in: words)
      let isShort = !line.isProse && line.words.count <= 12
      let opens = isShort && opensAppeal(page.kinds[index], line)
      if strength >= 2 && (speaks || strength >= 3) || opens {
        if !line.isProse || speaks || strength >= 3 { page.kinds[index] = .furniture }
        isAppeal = page.kinds[index] == .furniture
      } else if isAppeal, speaks && (strength >= 1 || !Self.tellsNews(line)) {
        page.kinds[index] = .furniture
      } else if isAppeal, isShort, page.kinds[index] != .caption, page.kinds[index] != .headline {
        page.kinds[index] = .furniture
      } else {
        isAppeal = false
      }
      // In front of the text nothing but the block itself is taken: the headline comes after it.
      isInside = isInside || page.kinds[index] == nil && line.isProse
      isAppeal = isAppeal && isInside
    }
  }

  /// Whether a short line, already known for furniture, is the head of an appeal.
  private func opensAppeal(_ kind: TextBlock.Kind?, _ line: TextLine) -> Bool {
    guard kind == .furniture else { return false }
    let isLetter = ["dear", "a", "message"].contains(line.words.first ?? "")
    return lexicon.appeals.count(in: line.words) >= 1 && line.segments.count < 2
      && !lexicon.teasers.covers(line.words) || isLetter && lexicon.openers.begins(line.words)
  }

  /// Whether a paragraph that holds `we` or `you` still reads as news: it attributes or dates.
  private static func tellsNews(_ line: TextLine) -> Bool {
    let sayings: Set<Substring> = ["said", "told", "reported", "added", "announced", "spokesman"]
    let days: Set<Substring> = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    return line.words.contains { sayings.contains($0) || days.contains($0) }
  }

  /// The words of a line outside double quotation marks.
  private static func unquoted(_ line: TextLine) -> [Substring] {
    let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
    guard line.text.utf8.contains(where: { $0 == 0x22 || $0 == 0xe2 || $0 == 0xc2 }) else {
      return line.words
    }
    var text = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in line.text.unicodeScalars {
      guard marks.contains(scalar) else {
        if !isQuoted { text.append(scalar) }
        continue
      }
      isQuoted = scalar == "\"" ? !isQuoted : scalar != "”" && scalar != "»"
      text.append(" ")
    }
    return foldedWords(String(text))
  }

  // MARK: Teasers

  /// Marks the lines after `Read more` that are titles of other articles or cut off.
  func markTeasers(_ page: inout Page) {
    var isList = false
    var isInside = false
    for index in page.lines.indices {
      let line = page.lines[index]
      let isHead = !line.isLong && lexicon.teasers.covers(line.words)
      isInside = isInside || page.kinds[index] == nil && line.isProse
      if isHead {
        isList = isInside
        page.kinds[index] = .furniture
      } else if isList {
        let isTeaser =
          !line.isLong && line.words.count <= 30
          && (!line.endsSentence || line.trailsOff
            || line.text.hasSuffix("?") && line.words.count <= 14)
        if isTeaser, page.kinds[index] == nil || page.kinds[index] == .listItem {
          page.kinds[index] = .furniture
        } else if page.kinds[index] != .furniture {
          isList = false
        }
      }
    }
  }

  // MARK: Body, headline, head, tail

  /// Finds the first and the last line that are surely running text.
  func markBody(_ page: inout Page) {
    let isText = { (index: Int) in
      (page.kinds[index] == nil || page.kinds[index] == .listItem) && page.lines[index].isProse
    }
    guard let first = page.lines.indices.first(where: isText),
      let last = page.lines.indices.last(where: isText)
    else {
      page.body = page.lines.endIndex..<page.lines.endIndex
      return
    }
    page.body = first..<last + 1
  }

  /// Finds the headline and marks mastheads before it.
  func markHeadline(_ page: inout Page) {
    if let title = page.title,
      let known = page.lines.indices.first(where: {
        page.lines[$0].folds == title
      })
    {
      page.kinds[known] = .headline
      return
    }
    let head = page.lines.indices.prefix { $0 < page.body.lowerBound }
    // `Subject: ...` names the title itself.
    if let named = head.first(where: { isNamedTitle(page.lines[$0]) }) {
      page.kinds[named] = .headline
      for index in head where index < named && page.kinds[index] == nil {
        page.kinds[index] = index == head.first ? .byline : .furniture
      }
      return
    }
    let candidates = head.filter { page.kinds[$0] == nil && isHeadlineLike(page.lines[$0]) }
    var counts: [String: Int] = [:]
    for index in candidates { counts[page.lines[index].folds, default: 0] += 1 }
    let repeated = candidates.first { counts[page.lines[$0].folds] ?? 0 > 1 }
    let plain = candidates.first { index in
      !isMasthead(index, in: page, candidates: candidates)
    }
    guard let headline = repeated ?? plain ?? firstSentenceHeadline(page) else { return }
    page.kinds[headline] = .headline
    for index in candidates where index < headline && page.kinds[index] == nil {
      page.kinds[index] = .byline
    }
  }

  /// Cuts `UPDATE 2-` and the like, with which wire services open headlines, off.
  func splitHeadlines(_ page: inout Page) {
    for index in page.lines.indices where page.kinds[index] == .headline {
      let line = page.lines[index]
      guard let hyphen = line.text.prefix(24).utf8.firstIndex(of: UInt8(ascii: "-")) else {
        continue
      }
      let label = line.text[..<hyphen]
      let next = line.text.utf8.index(after: hyphen)
      let words = label.split(separator: " ")
      guard (1...2).contains(words.count), words[0].count > 2, words[0].allSatisfy(\.isUppercase),
        words.count == 2
          ? words[1].allSatisfy(\.isNumber)
          : lexicon.wireLabels.covers([Substring(folded(words[0]))]),
        next < line.text.endIndex, line.text[next].isUppercase || line.text[next].isNumber
      else { continue }
      page.heads[index] =
        line.range.lowerBound + line.text.utf8.distance(from: line.text.startIndex, to: next)
    }
  }

  private func isNamedTitle(_ line: TextLine) -> Bool {
    let length = lexicon.titles.matchLength(in: line.words, at: 0)
    guard length > 0, line.words.count >= length + 2 else { return false }
    return line.text.prefix(10).contains(":")
  }

  private func isHeadlineLike(_ line: TextLine) -> Bool {
    (2...30).contains(line.words.count) && !(line.endsSentence && line.text.hasSuffix("."))
      && line.text.utf8.count <= 250
  }

  /// A short first line that ends as a sentence does and is followed by a longer one is a headline
  /// only if it asks or calls out; such lines are candidates already.
  private func firstSentenceHeadline(_ page: Page) -> Int? {
    guard let first = page.lines.indices.first(where: { page.kinds[$0] == nil }),
      page.lines.count > first + 1, page.lines[first].isProse, !page.lines[first].isLong,
      page.lines[first].words.count <= 20, page.lines.count > 2
    else { return nil }
    // The same sentence again as the second block, word for word.
    return page.lines[first].words == page.lines[first + 1].words ? first : nil
  }

  /// Whether a line in front of other candidates names the outlet and not the news.
  private func isMasthead(_ index: Int, in page: Page, candidates: [Int]) -> Bool {
    let line = page.lines[index]
    guard let last = candidates.last, last > index else { return false }
    if line.words.count <= 1 { return true }
    let name = line.text.split(separator: " - ").first.map { String($0) } ?? line.text
    let next = index + 1 < page.lines.count ? page.kinds[index + 1] : nil
    let isDated = next == .byline
    let isNamed = outlets.isOutlet(name) && line.words.count <= 9
    if isNamed, isDated || index == 0 || line.isCapitals { return true }
    if index <= 1, isDated, line.words.count <= 8,
      !line.text.contains(where: { ",;:".contains($0) })
    {
      return true
    }
    return line.words.count <= 2 && index == 0
  }

  /// Marks what is left in front of the text: labels are furniture, a second line is a paragraph.
  func markHead(_ page: inout Page) {
    var headlines: Set<[Substring]> = []
    for index in page.lines.indices where index < page.body.lowerBound {
      let line = page.lines[index]
      if page.kinds[index] == .headline { headlines.insert(line.words) }
      if page.kinds[index] != nil || line.endsSentence && line.words.count >= 2 { continue }
      if headlines.contains(line.words) {
        page.kinds[index] = .headline
      } else if line.words.count <= 3 {
        page.kinds[index] = .furniture
      } else if pictureTail(line) != nil {
        page.kinds[index] = .caption
      }
    }
    markStrayDate(&page)
  }

  /// A date alone in front of a breadcrumb line is the day on which the page was saved.
  private func markStrayDate(_ page: inout Page) {
    for index in page.lines.indices.prefix(3)
    where page.kinds[index] == .byline && index + 1 < page.lines.count {
      let next = page.lines[index + 1]
      let isAlone = page.lines[index].segments.count == 1
      guard isAlone, page.kinds[index + 1] == .furniture, next.segments.count > 1,
        onlyDate(page.lines[index])
      else { continue }
      page.kinds[index] = .furniture
    }
  }

  /// Whether a line is a date without a word that says whose it is.
  private func onlyDate(_ line: TextLine) -> Bool {
    guard let found = dates.date(in: line.text) else { return false }
    return !(found.before + found.after).contains(where: \.isLetter)
  }

  /// Marks what is left behind the text: short lines are labels, buttons and titles of others.
  func markTail(_ page: inout Page) {
    var isBehind = false
    for index in page.lines.indices where index >= page.body.upperBound {
      isBehind = isBehind || page.kinds[index] == .furniture
      if page.kinds[index] != nil { continue }
      let line = page.lines[index]
      if page.body.isEmpty || line.isProse { continue }
      // Behind other furniture a title of another article is likelier than a line of this one.
      let isShort = line.words.count <= (isBehind ? 14 : 8) && !line.endsSentence
      let isAppeal = line.words.count <= 16 && lexicon.appeals.count(in: line.words) >= 1
      if isShort || isAppeal || line.trailsOff && line.words.count <= 40 {
        page.kinds[index] = .furniture
      }
    }
    // The last sentence of all, if it only advertises.
    if let last = page.body.last, page.body.count > 2, page.kinds[last] == nil {
      let line = page.lines[last]
      let advertises = lexicon.appeals.count(in: line.words) >= 1
      if !line.isLong, line.words.count <= 12, advertises, !Self.isQuoted(line),
        line.lowercaseWords > 0,
        ["subscribe", "subscription", "newsletter", "donate", "unsubscribe", "inbox"].contains(
          where: { word in line.words.contains { $0 == word } })
      {
        page.kinds[last] = .furniture
      }
    }
  }

  private static func isQuoted(_ line: TextLine) -> Bool {
    line.text.contains { "\"“”".contains($0) }
  }

  // MARK: Repetitions

  /// Marks blocks whose words stood in an earlier one, and captions that say nearly the same.
  func markRepetitions(_ page: inout Page) {
    var seen: [String: Int] = [:]
    var captions: [Set<String>] = []
    for index in page.lines.indices {
      let line = page.lines[index]
      guard !line.isLong, page.kinds[index] != .furniture, page.kinds[index] != .byline else {
        continue
      }
      if let earlier = seen[line.folds], line.words.count >= 3 {
        page.isRepeated[index] = true
        if page.kinds[earlier] == .headline { page.kinds[index] = .headline }
      } else {
        seen[line.folds] = index
      }
      guard page.kinds[index] == .caption else { continue }
      let pairs = Set(zip(line.words, line.words.dropFirst()).map { "\($0) \($1)" })
      if captions.contains(where: { Self.overlap($0, pairs) >= 0.75 }) {
        page.isRepeated[index] = true
      }
      if captions.count < 40 { captions.append(pairs) }
    }
  }

  /// Share of the smaller set that stands in the other.
  private static func overlap(_ a: Set<String>, _ b: Set<String>) -> Double {
    let smaller = min(a.count, b.count)
    return smaller < 4 ? 0 : Double(a.intersection(b).count) / Double(smaller)
  }
}
