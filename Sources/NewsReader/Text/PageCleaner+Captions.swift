internal import NewsModel

/// Lines under pictures, and the credits that end them.
extension PageCleaner {
  /// A block that begins or ends as captions do.
  func caption(_ line: TextLine) -> TextBlock.Kind? {
    guard line.words.count >= 3 else { return nil }
    let prefix = lexicon.captions.matchLength(in: line.words, at: 0)
    if prefix > 0 || line.text.hasPrefix("FILE") {
      // One word such as `Photo` needs a mark: `Photo: ...`, `[Image] ...`.
      if mark(in: line) != nil || prefix > 1 {
        return line.words.count - prefix >= 4 ? .caption : .furniture
      }
    }
    guard let credit = credit(at: line) else {
      return !line.endsSentence && hasPosition(line) ? .caption : nil
    }
    let head = foldedWords(line.text[..<credit]).count
    if head >= 3 { return .caption }
    return line.words.count <= 10 ? .furniture : nil
  }

  /// Cuts the words `Photo caption:` off the start of captions, and credits off their ends.
  ///
  /// What is cut off is furniture.
  func splitCaptions(_ page: inout Page) {
    for index in page.lines.indices where page.kinds[index] == .caption {
      let line = page.lines[index]
      guard !line.isLong else { continue }
      let bytes = {
        line.range.lowerBound + line.text.utf8.distance(from: line.text.startIndex, to: $0)
      }
      if lexicon.captions.begins(line.words) || line.text.hasPrefix("FILE"),
        let mark = mark(in: line)
      {
        page.heads[index] = bytes(line.text.index(after: mark))
      }
      if let tail = credit(at: line) ?? pictureTail(line), tail > line.text.startIndex {
        page.tails[index] = bytes(tail)
      }
    }
  }

  /// The mark behind a word such as `Photo` at the start: `Photo:`, `[Image]`, `FILE -`.
  private func mark(in line: TextLine) -> String.Index? {
    let start = line.text.startIndex
    let isFile = line.text.hasPrefix("FILE")
    let limit = line.text.index(start, offsetBy: 18, limitedBy: line.text.endIndex)
    return line.text[..<(limit ?? line.text.endIndex)].firstIndex {
      $0 == ":" || $0 == "]" || $0 == "|" || isFile && "-–—".contains($0)
    }
  }

  /// Where the credit that ends a caption begins, or nil where there is none.
  ///
  /// A credit stands in brackets or after the last sentence, is short, and names a photo or an
  /// agency of pictures.
  private func credit(at line: TextLine) -> String.Index? {
    let text = line.text.trimmingSpaces()
    if text.last == ")" || text.last == "]",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "[" })
    {
      let words = foldedWords(text[open...])
      guard (1...8).contains(words.count), lexicon.credits.occurs(in: words) else { return nil }
      // Agencies alone in brackets close reports: a photo word, or whose photo it is, must be there.
      let isPicture = words.contains { isPhotoWord($0) || !lexicon.credits.covers([$0]) }
      return isPicture && line.words.count <= 70 ? open : nil
    }
    guard line.words.count <= 70, let last = text.last, !".!?".contains(last),
      let stop = lastStop(text)
    else { return nil }
    let words = foldedWords(text[stop...])
    guard (1...8).contains(words.count), lexicon.credits.occurs(in: words) else { return nil }
    // An agency alone behind the last sentence signs a report.
    let isPicture =
      words.contains(where: isPhotoWord) || text[stop...].contains { "/|©".contains($0) }
    return isPicture ? stop : nil
  }

  private func isPhotoWord(_ word: Substring) -> Bool {
    ["photo", "photos", "handout", "image", "picture", "file", "pool", "screenshot"].contains(word)
  }

  /// Where the text after the last full stop, or before a credit such as `/Reuters`, begins.
  private func lastStop(_ text: Substring) -> Substring.Index? {
    var at = text.endIndex
    var steps = 0
    while at > text.startIndex, steps < 70 {
      at = text.index(before: at)
      steps += 1
      let character = text[at]
      let next = text.index(after: at)
      guard next < text.endIndex else { continue }
      if "|©".contains(character) { return at }
      if ".!?)\"”".contains(character), text[next].isWhitespace { return next }
    }
    return nil
  }

  /// Whether names are followed by where they stand in a picture: `(left)`, `(2nd R)`.
  private func hasPosition(_ line: TextLine) -> Bool {
    guard line.text.utf8.contains(UInt8(ascii: "(")) else { return false }
    for part in line.text.split(separator: "(").dropFirst() {
      guard let close = part.firstIndex(of: ")") else { continue }
      let words = foldedWords(part[..<close])
      if !words.isEmpty, lexicon.positions.covers(words) { return true }
    }
    return false
  }

  /// Where the name without a full stop after a whole sentence begins: what stands under a picture.
  func pictureTail(_ line: TextLine) -> String.Index? {
    guard !line.endsSentence else { return nil }
    var found: String.Index?
    for at in line.text.indices where line.text[at] == "." {
      let next = line.text.index(after: at)
      if next < line.text.endIndex, line.text[next].isWhitespace { found = next }
    }
    guard let found else { return nil }
    let tail = line.text[found...].split(separator: " ")
    let isName = tail.allSatisfy { $0.first?.isUppercase ?? false || $0 == "of" || $0 == "the" }
    return (1...6).contains(tail.count) && line.words.count > tail.count + 4 && isName ? found : nil
  }
}
