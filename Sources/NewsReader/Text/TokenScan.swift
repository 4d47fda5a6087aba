/// One pass of a ``Tokenizer``: where tokens end.
struct TokenScan {
  let bytes: [UInt8]
  let end: Int
  let abbreviations: AbbreviationList

  private func kind(_ index: Int) -> ScalarClass { ByteText.kind(in: bytes, at: index, end: end) }

  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }

  private func isUpper(_ index: Int) -> Bool {
    index < end && ByteText.scalar(in: bytes, at: index).scalar.properties.isUppercase
  }

  private func isLower(_ index: Int) -> Bool {
    index < end && ByteText.scalar(in: bytes, at: index).scalar.properties.isLowercase
  }

  /// Length of an apostrophe at `index`, straight or typographic; 0 where there is none.
  private func apostrophe(_ index: Int) -> Int {
    if byte(index) == 0x27 { return 1 }
    guard index + 1 < end, bytes[index] >= 0xc0 else { return 0 }
    let (scalar, length) = ByteText.scalar(in: bytes, at: index)
    return scalar == "\u{2019}" || scalar == "\u{02bc}" ? length : 0
  }

  // MARK: Words

  /// Where the page or mail address that begins at `start` ends, or nil where there is none.
  func addressEnd(from start: Int) -> Int? {
    guard isPage(from: start) || isMail(from: start) else { return nil }
    var at = start
    let limit = min(end, start + Tokenizer.longestToken)
    while at < limit {
      let (scalar, length) = ByteText.scalar(in: bytes, at: at)
      if ByteText.kind(of: scalar) == .space || "<>\"“”".unicodeScalars.contains(scalar) { break }
      if at + length > limit { break }
      at += length
    }
    while at > start + 1, ".,;:!?)]}'".utf8.contains(bytes[at - 1]) { at -= 1 }
    return at
  }

  private static let pageHeads = ["http://", "https://", "www."].map { Array($0.utf8) }

  private func isPage(from start: Int) -> Bool {
    let first = bytes[start] | 0x20
    guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") else { return false }
    return Self.pageHeads.contains { head in
      start + head.count < end
        && head.indices.allSatisfy { bytes[start + $0] | 0x20 == head[$0] | 0x20 }
    }
  }

  private func isMail(from start: Int) -> Bool {
    var at = start
    let limit = min(end, start + 64)
    while at < limit, isMailByte(bytes[at]) { at += 1 }
    guard at > start, byte(at) == UInt8(ascii: "@"), isMailByte(byte(at + 1)) else { return false }
    var dotted = false
    at += 1
    while at < min(end, start + 128), isMailByte(bytes[at]) {
      if bytes[at] == UInt8(ascii: "."), isMailByte(byte(at + 1)) { dotted = true }
      at += 1
    }
    return dotted
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2e, 0x2d, 0x5f, 0x2b: true
    default: false
    }
  }

  /// Where the word or number that begins at `start` ends, an abbreviation's full stop included.
  func wordEnd(from start: Int) -> Int {
    var at = start
    // Where the part after the last full stop inside the word began.
    var part = start
    let limit = min(end, start + Tokenizer.longestToken)
    scan: while at < limit {
      let (scalar, length) = ByteText.scalar(in: bytes, at: at)
      switch ByteText.kind(of: scalar) {
      case .letter, .digit:
        if at + length > limit { break scan }
        at += length
        continue
      case .space: break scan
      case .mark: break
      }
      let next = at + length
      let previous = ByteText.start(in: bytes, before: at)
      let before = at > start ? kind(previous) : .mark
      let after = kind(next)
      switch scalar {
      case "-", "\u{2010}", "\u{2011}", "_":
        guard after == .letter || after == .digit, before != .mark else { break scan }
      case "'", "\u{2019}":
        guard after == .letter, before != .mark, !isDecade(at, next) else { break scan }
      case ".":
        if isDigit(previous), isDigit(next) { break }
        guard after == .letter, before == .letter, joins(part..<at, next: next) else { break scan }
        part = next
      case ",", ":", "/":
        guard isDigit(previous), isDigit(next) else { break scan }
      case "&":
        guard isUpper(previous), isUpper(next) else { break scan }
      case "$":
        // `US$`, `A$`: a currency whose amount follows.
        guard isUpper(start), at - start <= 3 else { break scan }
        return next
      default: break scan
      }
      at = next
    }
    if at < limit, byte(at) == 0x2e, byte(at + 1) != 0x2e, keepsStop(start..<at, part: part) {
      at += 1
    }
    return at > start ? at : start + ByteText.scalar(in: bytes, at: start).length
  }

  /// Whether an apostrophe stands before a short year, as in `summer of '68`.
  private func isDecade(_ at: Int, _ next: Int) -> Bool { isDigit(next) && isDigit(next + 1) }

  /// Whether a full stop between two letters joins them: `U.S`, `e.g`, `example.org`.
  private func joins(_ part: Range<Int>, next: Int) -> Bool {
    let letters = ByteText.scalar(in: bytes, at: part.lowerBound).length
    if part.count == letters { return true }
    return isLower(next)
  }

  /// Whether the full stop after a word belongs to it.
  private func keepsStop(_ word: Range<Int>, part: Int) -> Bool {
    let last = part..<word.upperBound
    let single = ByteText.scalar(in: bytes, at: last.lowerBound).length == last.count
    if part > word.lowerBound { return single }
    var follower = word.upperBound + 1
    var gap = 0
    while follower < end, gap < 4, kind(follower) == .space {
      follower += ByteText.scalar(in: bytes, at: follower).length
      gap += 1
    }
    let next: AbbreviationList.Follower =
      follower >= end
      ? .nothing : isDigit(follower) ? .number : isUpper(follower) ? .capital : .other
    if single {
      // An initial, unless it is the pronoun.
      return isUpper(word.lowerBound) && next == .capital && gap <= 1
        && byte(word.lowerBound) != UInt8(ascii: "I")
    }
    guard word.count <= 12 else { return false }
    let form = String(decoding: bytes[word], as: UTF8.self)
    return abbreviations.keepsStop(form, follower: next)
  }

  // MARK: Clitics and marks

  /// Adds the tokens that one word makes.
  func split(_ word: Range<Int>, into tokens: inout [Range<Int>]) {
    if let range = numberRange(word) {
      tokens += [word.lowerBound..<range.lowerBound, range, range.upperBound..<word.upperBound]
      return
    }
    var base = word
    var clitics: [Range<Int>] = []
    while clitics.count < 3, let clitic = clitic(in: base) {
      clitics.append(clitic)
      base = base.lowerBound..<clitic.lowerBound
    }
    if base.count == 6, clitics.isEmpty, isCannot(base) {
      let middle = base.lowerBound + 3
      tokens += [base.lowerBound..<middle, middle..<base.upperBound]
    } else {
      tokens.append(base)
    }
    tokens += clitics.reversed()
  }

  private func isCannot(_ word: Range<Int>) -> Bool {
    zip(bytes[word], "cannot".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The hyphen between two plain numbers: `1998-2000`; nil for dates and numbers of telephones.
  private func numberRange(_ word: Range<Int>) -> Range<Int>? {
    guard isDigit(word.lowerBound), word.count <= 24 else { return nil }
    var hyphen: Int?
    for index in word {
      switch bytes[index] {
      case 0x30...0x39, 0x2c, 0x2e: continue
      case 0x2d where hyphen == nil: hyphen = index
      default: return nil
      }
    }
    return hyphen.map { $0..<$0 + 1 }
  }

  /// The clitic at the end of `word`; nil where there is none or it would be the whole word.
  private func clitic(in word: Range<Int>) -> Range<Int>? {
    for letters in 1...2 {
      let start = word.upperBound - letters
      guard start > word.lowerBound + 1 else { return nil }
      let mark = ByteText.start(in: bytes, before: start)
      let length = apostrophe(mark)
      guard length > 0, mark + length == start, mark > word.lowerBound else { continue }
      let tail = bytes[start..<word.upperBound].map { $0 | 0x20 }
      switch String(decoding: tail, as: UTF8.self) {
      case "s", "d", "m", "re", "ve", "ll": return mark..<word.upperBound
      case "t" where bytes[mark - 1] | 0x20 == UInt8(ascii: "n") && mark - 1 > word.lowerBound:
        return mark - 1..<word.upperBound
      default: return nil
      }
    }
    return nil
  }

  /// Where the punctuation mark or sign that begins at `start` ends.
  func markEnd(from start: Int, scalar: Unicode.Scalar, length: Int) -> Int {
    let limit = min(end, start + Tokenizer.longestToken)
    switch scalar {
    case ".", "-", "*", "_", "=":
      var at = start
      while at < limit, bytes[at] == bytes[start] { at += 1 }
      return at
    case "!", "?":
      var at = start
      while at < limit, bytes[at] == 0x21 || bytes[at] == 0x3f { at += 1 }
      return at
    case "'", "`":
      if start + 1 < limit, bytes[start + 1] == bytes[start] { return start + 2 }
      return decadeEnd(from: start, length: length)
    case "\u{2019}": return decadeEnd(from: start, length: length)
    case "#", "@":
      let next = start + 1
      return kind(next) == .letter ? wordEnd(from: next) : next
    default: return start + length
    }
  }

  /// Where `'68` or `'90s` ends; the end of the mark where nothing such stands here.
  private func decadeEnd(from start: Int, length: Int) -> Int {
    let year = start + length
    guard isDigit(year), isDigit(year + 1), !isDigit(year + 2) else { return year }
    let isPlural = byte(year + 2) == UInt8(ascii: "s")
    return year + (isPlural ? 3 : 2)
  }
}
