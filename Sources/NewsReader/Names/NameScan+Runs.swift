internal import NewsModel

extension NameScan {
  /// Where the run of capitals that begins at `start` ends, with the small words that join names:
  /// `Bank of Ghana`, `Ministry of Trade and Industry`, `Abdel bin Saud`, `People's Party`.
  ///
  /// - Complexity: O(*n*) in the tokens of the run.
  func runEnd(from start: Int) -> Int {
    var at = max(start + 1, known(at: start)?.end ?? 0)
    // The run names a body and what it is of, so that 'and' may join.
    var isOf = false
    while at < min(sentence.upperBound, start + Self.longestRun) {
      if isCapital(at) {
        if text.classes[at].contains(.noName), text.shapes[at] == .capital, breaksRun(at) { break }
        if isHyphenAdjective(at) { break }
        at += 1
        continue
      }
      guard let next = joint(at, start: start, isOf: &isOf) else { break }
      at = next
    }
    return at
  }

  /// A run that goes on for longer is no name; the limit keeps the time linear.
  private static let longestRun = 40

  /// Weekdays, months and the like end a run unless they are somebody's last name.
  private func breaksRun(_ token: Int) -> Bool {
    !(text.words[token] == "may" && text.classes[token - 1].contains(.givenShe))
  }

  /// The token after the joining word at `at`, where one joins there.
  private func joint(_ at: Int, start: Int, isOf: inout Bool) -> Int? {
    let previous = at - 1
    let next = at + 1
    guard next < sentence.upperBound, isCapital(previous) else { return nil }
    let word = text.words[at]
    switch word {
    case "of" where lastTitleEnd(start..<at) != nil || endsInOffice(start..<at):
      return fieldEnd(from: at)
    case "for" where lastTitleEnd(start..<at) != nil || endsInOffice(start..<at):
      return fieldEnd(from: at)
    case "of":
      let heads: WordClass = [.organizationOf, .site, .organizationHead, .placeNoun]
      guard
        !text.classes[previous].isDisjoint(with: heads)
          || Self.ofHeads.contains(text.words[previous])
      else { return nil }
      guard let target = capitalAfterArticle(next) else { return nil }
      isOf = true
      return target
    case "for":
      guard !text.classes[previous].isDisjoint(with: [.organizationHead, .organizationOf]),
        let target = capitalAfterArticle(next)
      else { return nil }
      isOf = true
      return target
    case "and": return conjunction(at, start: start, isOf: isOf)
    case "in", "on":
      let begins = text.words[start].hasPrefix("organi")
      return begins && isOf && isCapital(next) ? next : nil
    default: break
    }
    switch text.form(at) {
    case "&": return isCapital(next) ? next : nil
    // 'T. al-Masri': an initial before a small letter is cut from its full stop.
    case "." where text.shapes[previous] == .initial && text.shapes[next] == .mixed:
      return isCapital(next) ? next : nil
    case "'s", "’s", "'", "’":
      return text.classes[previous].contains(.possessor) && isCapital(next)
        && (at - 1 > start || text.shapes[previous] == .capital) ? next : nil
    default: break
    }
    if text.classes[at].contains(.particle), text.shapes[at] == .lower {
      if isCapital(next) { return next }
      if next + 1 < sentence.upperBound, text.classes[next].contains(.particle),
        isCapital(next + 1)
      {
        return next + 1
      }
    }
    return nil
  }

  /// `UN High Commissioner`: a listed name and an office.
  private func endsInOffice(_ run: Range<Int>) -> Bool {
    guard let match = known(at: run.lowerBound), match.end < run.upperBound else { return false }
    return lastTitleEnd(match.end..<run.upperBound) != nil
  }

  private static let ofHeads: Set<String> = [
    "people", "states", "soldiers", "sons", "order", "knights", "guardians", "sea", "lord",
    "republic", "kingdom", "brothers", "friends", "voice", "radio", "bay", "isle", "horn",
  ]

  private func capitalAfterArticle(_ token: Int) -> Int? {
    if isCapital(token) { return token }
    guard text.words[token] == "the", token + 1 < sentence.upperBound, isCapital(token + 1) else {
      return nil
    }
    return token + 1
  }

  /// `Trade and Industry` joins; `Ghana and Togo` does not.
  private func conjunction(_ at: Int, start: Int, isOf: Bool) -> Int? {
    let next = at + 1
    guard isCapital(next) else { return nil }
    let left = text.classes[at - 1]
    let right = text.classes[next]
    if let whole = known(at: start), whole.end > at { return next }
    if isOf, left.contains(.policy) || right.contains(.policy) {
      return known(at: next) == nil && right.isDisjoint(with: .given) ? next : nil
    }
    // 'Trade and Industry Ministry': a field, and a head at the end.
    guard left.contains(.policy) || right.contains(.policy) || isPlaceBefore(at, start: start)
    else {
      return nil
    }
    var end = next
    while isCapital(end) { end += 1 }
    guard end > next + 1, text.classes[end - 1].contains(.organizationHead) else { return nil }
    return left.contains(.policy) || isPlaceBefore(at, start: start) && isPolicyAfter(next, end)
      ? next : nil
  }

  private func isPlaceBefore(_ at: Int, start: Int) -> Bool {
    guard let match = known(at: start), match.end == at else { return false }
    return match.value.kind == .place
  }

  /// `Corsica Affairs Office`: a place and what the office deals with.
  private func isPolicyAfter(_ next: Int, _ end: Int) -> Bool {
    guard let match = known(at: next), match.value.kind == .place else { return false }
    return match.end < end - 1 && text.classes[match.end].contains(.policy)
  }

  /// The end of the titles that `run` consists of, where it consists of titles only.
  func lastTitleEnd(_ run: Range<Int>) -> Int? {
    var at = run.lowerBound
    if run.count > 1, text.classes[at].contains(.sentenceStart) { at += 1 }
    while at < run.upperBound {
      if let match = lexicon.titles.longestMatch(in: text.words, from: at, to: run.upperBound) {
        at = match.end
      } else if !text.classes[at].isDisjoint(with: [.officeModifier, .people])
        || lexicon.demonyms[text.words[at]] != nil
      {
        at += 1
      } else {
        return nil
      }
    }
    return at
  }
}
