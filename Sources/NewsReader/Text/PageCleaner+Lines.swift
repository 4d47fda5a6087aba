internal import NewsModel

/// What a line shows of itself, wherever it stands.
extension PageCleaner {
  /// Lines of more words are no furniture by themselves.
  private static let longestLabel = 70

  /// What `line` certainly is, or nil.
  func kind(of line: TextLine, in page: Page) -> TextBlock.Kind? {
    if line.isLong { return nil }
    if line.words.isEmpty { return .furniture }
    if line.words.count > Self.longestLabel {
      return line.hasMarker(in: page.bytes) ? .listItem : nil
    }
    if let kind = caption(line) ?? dateLine(line) ?? byline(line) { return kind }
    if let kind = opener(line) ?? label(line) ?? counter(line) ?? buttons(line) { return kind }
    if let kind = navigation(line) ?? credit(line) ?? address(line) { return kind }
    if let kind = selfReference(line) ?? bracketed(line) { return kind }
    return line.hasMarker(in: page.bytes) ? .listItem : nil
  }

  // MARK: Dates and by-lines

  /// A line that is only a date with what pages put round it.
  private func dateLine(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 16, !line.endsSentence, let found = dates.date(in: line.text) else {
      return nil
    }
    let around = (found.before + " " + found.after)
    let words = foldedWords(around).filter { word in
      !lexicon.dateWords.covers([word]) && !word.contains(where: \.isNumber)
    }
    if words.isEmpty { return .byline }
    // A place, an outlet or a label stands with it.
    let isShort = words.count <= 8 && line.lowercaseWords <= 5
    let isMarked = line.segments.count > 1 || around.contains(",") || around.contains(" - ")
    if isShort, isMarked, found.date.precision == .day { return .byline }
    let begins = foldedWords(found.before)
    return lexicon.dateWords.begins(begins) && isShort ? .byline : nil
  }

  /// `By Jane Berg`, `From our correspondent in Oslo`, `Jane Berg, foreign editor`.
  private func byline(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 14, !line.endsSentence, line.words.count >= 2 else { return nil }
    switch line.words[0] {
    case "by", "from":
      if line.words[1] == "our" || line.words[1] == "a" && line.words.contains("correspondent") {
        return .byline
      }
      guard line.words[0] == "by" else { return nil }
      let names = line.text.split(separator: " ").dropFirst().prefix(2)
      let isName = names.allSatisfy { $0.first?.isUppercase ?? false }
      return isName && line.lowercaseWords <= 4 ? .byline : nil
    case "text", "words", "story", "written", "author":
      let isMarked = line.text.prefix(14).contains(":") || line.words[1] == "by"
      return isMarked && line.words.count <= 8 ? .byline : nil
    default: return nil
    }
  }

  // MARK: Labels

  /// A short block that begins with words of the page.
  private func opener(_ line: TextLine) -> TextBlock.Kind? {
    if line.text.hasPrefix("©") || line.text.hasPrefix("(c)") { return .furniture }
    var words = line.words
    if words[0] == "advertisement" {
      let bare = words.drop { $0 == "advertisement" && lexicon.buttons.covers([$0]) }
      if !bare.isEmpty { words = Array(bare) }
    }
    guard words.count <= 40, lexicon.openers.begins(words) else { return nil }
    if !line.endsSentence || words.count <= 14 { return .furniture }
    return lexicon.us.occurs(in: words) || lexicon.appeals.count(in: words) >= 1
      || ["this", "with", "reporting", "additional", "the", "views"].contains(words[0])
      ? .furniture : nil
  }

  /// A label alone, or one with a mark behind it: `Tags:`, `Comments (12)`, `Traffic: slow`.
  private func label(_ line: TextLine) -> TextBlock.Kind? {
    let length = lexicon.labels.matchLength(in: line.words, at: 0)
    guard length > 0, line.words.count <= 25 else { return nil }
    if length == line.words.count { return .furniture }
    let after = line.text.drop { !$0.isLetter }
    var rest = after[...]
    for _ in 0..<length {
      rest = rest.drop { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" }
      if rest.first == "-" { rest = rest.dropFirst() }
      rest = rest.drop { $0 == " " }
    }
    guard let mark = rest.first else { return .furniture }
    return "|:·•>»([".contains(mark) ? .furniture : nil
  }

  /// A count of what readers did: `4 comments`, `3 min read`.
  private func counter(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 6, let first = line.words.first, first.allSatisfy(\.isNumber) else {
      return nil
    }
    return lexicon.counted.covers(line.words.filter { !$0.allSatisfy(\.isNumber) })
      ? .furniture : nil
  }

  /// Words of buttons and menus and nothing else.
  private func buttons(_ line: TextLine) -> TextBlock.Kind? {
    line.words.count <= 12 && !line.endsSentence && lexicon.buttons.covers(line.words)
      ? .furniture : nil
  }

  /// Labels set apart by marks: breadcrumbs, menus, mastheads with a date.
  private func navigation(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 40 else { return nil }
    let segments = line.segments
    guard segments.count >= 2, !line.endsSentence || segments.count >= 4 else { return nil }
    let lengths = segments.map { foldedWords($0).count }
    let isMenu = lengths.dropLast().allSatisfy { $0 <= 6 }
    // The last part of breadcrumbs may be the whole headline.
    let isTrail = segments.count >= 3 || line.text.contains(where: { ">»›".contains($0) })
    guard isMenu, (lengths.last ?? 0) <= 7 || isTrail || startsHome(segments) else { return nil }
    if dates.date(in: line.text) != nil { return .byline }
    // `Headline | The Fjord Post`.
    if segments.count == 2, lengths[0] >= 4, outlets.isOutlet(segments[1]), line.text.contains("|")
    {
      return nil
    }
    return .furniture
  }

  private func startsHome(_ segments: [Substring]) -> Bool {
    guard let first = segments.first else { return false }
    return lexicon.buttons.covers(foldedWords(first))
  }

  /// A line that only names a photo's owner.
  private func credit(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 8, !line.endsSentence else { return nil }
    let isOwner = line.text.contains("/") || line.text.contains("©") || line.text.contains(":")
    return isOwner && lexicon.credits.matchLength(in: line.words, at: 0) > 0 ? .furniture : nil
  }

  /// A line that is only an address of a page or a mail box.
  private func address(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 30 else { return nil }
    let parts = line.text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard parts.count <= 2 else { return nil }
    let isAddress = parts.contains {
      $0.hasPrefix("http://") || $0.hasPrefix("https://") || $0.hasPrefix("www.")
        || $0.contains("@")
    }
    return isAddress ? .furniture : nil
  }

  /// `Support The Harbour Times!`: a publisher that speaks of itself.
  private func selfReference(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count <= 9,
      lexicon.appeals.begins(line.words)
        || outlets.selfPhrases.begins(line.words),
      outlets.selfName(in: line.text) != nil
    else { return nil }
    return .furniture
  }

  /// `[Sign up here]`: brackets round words of appeals or labels.
  private func bracketed(_ line: TextLine) -> TextBlock.Kind? {
    guard let first = line.text.first, let last = line.text.last else { return nil }
    // `(Adds comment by the union)`: a note to editors.
    if first == "(", last == ")", lexicon.wire.begins(line.words), line.words.count <= 20 {
      return .furniture
    }
    guard first == "[", last == "]" else {
      return nil
    }
    let isPage = lexicon.appeals.count(in: line.words) >= 1 || lexicon.buttons.begins(line.words)
    return isPage && line.words.count <= 40 ? .furniture : nil
  }
}
