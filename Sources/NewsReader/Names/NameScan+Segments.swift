internal import NewsModel

extension NameScan {
  /// Cuts a run of capitals into the names that it holds and leaves titles and adjectives out.
  ///
  /// Gives the token at which to go on: the end of the run, or of what a name takes in behind it.
  mutating func split(_ run: Range<Int>) -> Int {
    var at = run.lowerBound
    var end = run.upperBound
    var isTitled = false
    while end > at, isTrailing(end - 1) { end -= 1 }
    while at < end {
      if !isCapital(at), known(at: at) == nil {
        at += 1
        continue
      }
      if let stop = lexicon.nonNames.longestMatch(in: text.words, from: at, to: end) {
        at = stop.end
        continue
      }
      let match = known(at: at)
      if let match, match.end > at + 1, match.end <= end {
        at = takeKnown(match, from: at, end: end, isTitled: isTitled)
        isTitled = false
        continue
      }
      if let stop = noEntityEnd(from: at, end: end) {
        at = stop
        continue
      }
      if let body = body(from: at, end: end, isTitled: isTitled) {
        found.append(NameCandidate(tokens: at..<body))
        at = body
        isTitled = false
        continue
      }
      if isModelNumber(at) || isPlatform(at, end: end) {
        at += 1
        continue
      }
      if let stop = adjectiveEnd(from: at, end: end),
        match == nil || match?.value.group == .subdivision
      {
        at = takeEmbassy(at) ?? stop
        continue
      }
      if isThing(at, end: end) {
        noteThing(at..<end)
        at = end
        continue
      }
      if let title = titleEnd(from: at, end: end) {
        at = title
        isTitled = true
        continue
      }
      if let match, match.end <= end, !isTitled {
        at = takeKnown(match, from: at, end: end, isTitled: false)
        continue
      }
      if isDropped(at, end: end, isTitled: isTitled) {
        at += 1
        continue
      }
      let stop = boundary(after: at, end: end)
      if stop == end, !isTitled, text.classes[at].isDisjoint(with: .given),
        let small = takeSmallSite(at, behind: end)
      {
        return small
      }
      take(at..<stop, known: nil, isTitled: isTitled)
      isTitled = false
      at = stop
    }
    return max(at, run.upperBound)
  }

  // MARK: What is no entity

  /// The end of a treaty, a meeting or a prize: `Lusaka Accords`, `Conference on Water`.
  private func noEntityEnd(from at: Int, end: Int) -> Int? {
    guard
      let last = (at..<end).first(where: { token in
        text.classes[token].contains(.noEntity) && isCapital(token)
          && (token + 1 == end || !isCapital(token + 1))
      })
    else { return nil }
    if last == at, last + 1 == end, text.isSentenceStart(at) { return end }
    var stop = last + 1
    if stop + 1 < sentence.upperBound, ["of", "on", "for", "in"].contains(text.words[stop]) {
      stop += 1
      while stop < sentence.upperBound, isCapital(stop) || text.words[stop] == "the" { stop += 1 }
    }
    return max(stop, last + 1)
  }

  /// `MiG-29`, `Expo-2020`: a make or a number, unless it is listed.
  func isModelNumber(_ token: Int) -> Bool {
    let form = text.form(token)
    guard let last = form.utf8.last, (0x30...0x39).contains(last), form.contains("-") else {
      return false
    }
    return lexicon.names[text.words[token]] == nil
  }

  /// `on Facebook`, `a Telegram post`: where something is said.
  private func isPlatform(_ token: Int, end: Int) -> Bool {
    guard text.classes[token].contains(.platform) else { return false }
    if token > sentence.lowerBound, ["on", "via", "through", "to"].contains(text.words[token - 1]) {
      return true
    }
    let next = token + 1
    return next < sentence.upperBound && text.shapes[next] == .lower && text.tag(next) == .noun
  }

  /// `the frigate X`, `Hurricane X`: ships, storms and weapons.
  private func isThing(_ token: Int, end: Int) -> Bool {
    if text.classes[token].contains(.thingBefore), text.shapes[token].isCapital, token + 1 < end {
      return isCapital(token + 1)
    }
    guard token > sentence.lowerBound, text.shapes[token - 1] == .lower else { return false }
    return text.classes[token - 1].contains(.thingBefore)
  }

  private mutating func noteThing(_ tokens: Range<Int>) {
    things.insert(text.folds(tokens))
    let first = tokens.lowerBound
    if text.classes[first].contains(.thingBefore), text.shapes[first].isCapital, tokens.count > 1 {
      things.insert(text.folds(tokens.dropFirst()))
    }
  }

  private mutating func take(_ tokens: Range<Int>, known: KnownName?, isTitled: Bool) {
    var tokens = tokens
    while tokens.count > 1, !isCapital(tokens.upperBound - 1) { tokens = tokens.dropLast() }
    if tokens.count == 1, text.shapes[tokens.lowerBound] == .initial { return }
    found.append(NameCandidate(tokens: tokens, known: known, isTitled: isTitled))
  }

  /// `Photo`, `Monday` and other words without a name at the end of a run.
  private func isTrailing(_ token: Int) -> Bool {
    !isCapital(token)
      || text.classes[token].contains(.noName) && token > sentence.lowerBound
        && text.words[token] != "may"
  }

  /// An adjective of a people, alone or as the first word of a run.
  private func isAdjective(_ token: Int) -> Bool {
    text.classes[token].contains(.people) || lexicon.demonyms[text.words[token]] != nil
      || text.form(token).contains("-") && isJoinedAdjective(token)
  }

  /// Where the adjective of a people that begins at `at` ends: `North African`, `Sri Lankan`.
  private func adjectiveEnd(from at: Int, end: Int) -> Int? {
    if let match = lexicon.demonyms.longestMatch(in: text.words, from: at, to: end) {
      if match.end == at + 1, isGivenBeforeCapital(at, end: end) { return nil }
      return match.end
    }
    if text.classes[at].contains(.direction), at + 1 < end, isAdjective(at + 1) { return at + 2 }
    guard isAdjective(at), !isGivenBeforeCapital(at, end: end) else { return nil }
    return at + 1
  }

  /// `Christian Lima`: an adjective elsewhere, a given name here.
  private func isGivenBeforeCapital(_ token: Int, end: Int) -> Bool {
    let next = token + 1
    return text.classes[token].contains(.alsoGiven) && next < end && isCapital(next)
      && text.classes[next].isDisjoint(with: [
        .office, .title, .titleHe, .titleShe, .officeModifier, .organizationHead, .people,
      ]) && titleEnd(from: next, end: end) == nil
  }

  /// `Franco-German`, `Anglo-American`, `Kurdish-led`.
  private func isJoinedAdjective(_ token: Int) -> Bool {
    guard let last = text.words[token].split(separator: " ").last else { return false }
    return lexicon.demonyms[String(last)] != nil
  }

  /// `Ghanaian embassy`: takes it as a body; gives the token after it.
  private mutating func takeEmbassy(_ token: Int) -> Int? {
    let next = token + 1
    guard next < sentence.upperBound, text.shapes[next] == .lower,
      text.words[next] == "embassy" || text.words[next] == "consulate"
    else { return nil }
    found.append(NameCandidate(tokens: token..<next + 1, votes: KindVotes(organization: 9)))
    return next + 1
  }

  // MARK: Listed names

  /// Takes a listed name, or the longer name that it begins; gives the token after it.
  private mutating func takeKnown(
    _ match: (end: Int, value: KnownName), from at: Int, end: Int, isTitled: Bool
  ) -> Int {
    if match.end == end, match.value.kind == .place,
      let small = takeSmallSite(at, behind: end)
    {
      return small
    }
    if isAttributive(at, match) { return match.end }
    if match.end < end, continues(match, from: at, end: end) {
      let stop = boundary(after: match.end - 1, end: end)
      if stop > match.end {
        take(at..<stop, known: nil, isTitled: isTitled)
        return stop
      }
    }
    take(at..<match.end, known: match.value, isTitled: isTitled)
    return match.end
  }

  /// `US troops`, `UK government`: an adjective, not a mention.
  private func isAttributive(_ at: Int, _ match: (end: Int, value: KnownName)) -> Bool {
    guard match.end == at + 1, match.value.group == .country, match.value.isAcronym,
      match.value.canonical == "United States" || match.value.canonical == "United Kingdom",
      match.end < sentence.upperBound
    else { return false }
    let next = match.end
    if text.isPossessive(next) || text.shapes[next] == .mark { return false }
    if let tag = text.tag(next) {
      switch tag {
      case .noun, .adj, .propn, .num: return true
      case .verb:
        return text.form(next).hasSuffix("ing")
          || text.words[next].hasSuffix("ed") && next + 1 < sentence.upperBound
            && text.tag(next + 1) == .noun
      default: return false
      }
    }
    return text.shapes[next].isCapital
  }

  /// Whether a listed name goes on as a longer one: `Kabul University`, not `Moscow Mayor X`.
  private func continues(
    _ match: (end: Int, value: KnownName), from at: Int, end: Int
  ) -> Bool {
    let next = match.end
    if isAdjective(next) || titleEnd(from: next, end: end) != nil { return false }
    if let after = known(at: next), after.value.group > .subdivision { return false }
    let last = end - 1
    if !text.classes[last].isDisjoint(with: [.organizationHead, .site]) { return true }
    if match.value.group == .body { return false }
    if match.value.isAcronym { return false }
    if !text.classes[next].isDisjoint(with: .given) { return false }
    return isCapital(next)
  }

  /// `Lumba airport`: takes the name from `at` on with the noun behind it, if that is one of a site;
  /// gives the token after it.
  private mutating func takeSmallSite(_ at: Int, behind end: Int) -> Int? {
    guard end < sentence.upperBound, text.shapes[end] == .lower,
      text.classes[end].contains(.smallSite)
    else { return nil }
    found.append(NameCandidate(tokens: at..<end + 1, votes: KindVotes(place: 8)))
    return end + 1
  }

  // MARK: Bodies and titles

  /// The end of an organization or site whose name begins at `at`, where its head stands in the run.
  private func body(from at: Int, end: Int, isTitled: Bool) -> Int? {
    if isTitled || text.isSentenceStart(at) && isDropped(at, end: end, isTitled: false) {
      return nil
    }
    var last: Int?
    var token = at
    while token < end {
      if token > at, let title = lexicon.titles.longestMatch(in: text.words, from: token, to: end),
        title.end < end, !title.value.isDisjoint(with: [.office, .titleHe, .titleShe]),
        text.classes[title.end].isDisjoint(with: [.organizationHead, .policy, .possessor]),
        !text.classes[title.end].isDisjoint(with: .given) || last != nil,
        isCapital(title.end)
      {
        break
      }
      if !text.classes[token].isDisjoint(with: [.organizationHead]), isCapital(token),
        token > at || isFollowedByOf(token, end: end)
      {
        last = token
        if isFollowedByOf(token, end: end) { return end }
      }
      token += 1
    }
    guard let last, last > at || isFollowedByOf(at, end: end) else { return nil }
    // 'Deputy Prime Minister' ends in no head; 'General Staff' does.
    if lexicon.titles.longestMatch(in: text.words, from: at, to: last + 1)?.end == last + 1 {
      return nil
    }
    return last + 1
  }

  private func isFollowedByOf(_ token: Int, end: Int) -> Bool {
    token + 2 < end && (text.words[token + 1] == "of" || text.words[token + 1] == "for")
  }

  /// The end of the titles that begin at `at`; nil where none begins.
  private func titleEnd(from at: Int, end: Int) -> Int? {
    var token = at
    var last: Int?
    while token < end {
      if let match = lexicon.titles.longestMatch(
        in: text.words, from: token, to: sentence.upperBound)
      {
        token = match.end
        last = match.end
        if let field = fieldEnd(from: token) {
          token = field
          last = field
        }
      } else if text.classes[token].contains(.officeModifier)
        || isAdjective(token) && last == nil && token > at
      {
        token += 1
      } else {
        break
      }
    }
    guard let last else { return nil }
    // 'Pope' and 'King' alone are words; a single title that is somebody's last name is not.
    if at > sentence.lowerBound, last == at + 1, last == end,
      !text.classes[at - 1].isDisjoint(with: .given), text.shapes[at - 1].isCapital
    {
      return nil
    }
    return last
  }

  /// The end of what an office deals with: `of National Defence`, `for Trade and Industry`.
  func fieldEnd(from token: Int) -> Int? {
    guard token + 1 < sentence.upperBound,
      text.words[token] == "of" || text.words[token] == "for"
    else { return nil }
    var at = token + 1
    if text.words[at] == "the" { at += 1 }
    let first = at
    while at < sentence.upperBound {
      if text.shapes[at].isCapital, text.classes[at].contains(.policy) {
        at += 1
      } else if at > first, text.words[at] == "and", at + 1 < sentence.upperBound,
        text.shapes[at + 1].isCapital, text.classes[at + 1].contains(.policy)
      {
        at += 1
      } else {
        break
      }
    }
    return at > first ? at : nil
  }

  // MARK: Boundaries

  /// A first word of a sentence, or a word between names, that is none itself.
  private func isDropped(_ token: Int, end: Int, isTitled: Bool) -> Bool {
    let word = text.words[token]
    let wordClass = text.classes[token]
    if word.isEmpty || wordClass.contains(.noName) { return true }
    if word == "i" { return true }
    if isTitled { return false }
    guard text.isSentenceStart(token) else {
      if end == token + 1, text.shapes[token] == .capital,
        let tag = text.tag(token), tag == .adv || tag == .pron || tag == .det || tag == .sconj
      {
        return true
      }
      return false
    }
    if text.shapes[token] == .capitals, word.utf8.count > 1 { return false }
    if wordClass.contains(.sentenceStart) { return true }
    if text.innerCapitals.contains(word), !text.smallWords.contains(word) { return false }
    if isCommonWord(token),
      end == token + 1 || known(at: token + 1) != nil
        || !text.classes[token + 1].isDisjoint(with: .given)
    {
      return true
    }
    if !wordClass.isDisjoint(with: .given) { return false }
    if text.smallWords.contains(word) { return true }
    let isAlone = end == token + 1
    guard let tag = text.tag(token) else { return isAlone }
    switch tag {
    case .propn, .other: return false
    case .noun: return !(isCapital(token + 1) && token + 1 < end)
    case .adj, .verb:
      // 'Bright Future won': capitals go on, and the last is a name.
      return isAlone || text.tag(end - 1) != .propn || known(at: token + 1) != nil
        || !text.classes[token + 1].isDisjoint(with: .given)
    case .adv: return isAlone || word.hasSuffix("ly") && word.utf8.count > 4
    default: return true
    }
  }

  /// A word that the lists know as a common one, or its plural.
  private func isCommonWord(_ token: Int) -> Bool {
    let common: WordClass = [
      .epithetAdjective, .epithetNoun, .office, .personNoun, .organizationNoun, .placeNoun,
      .organizationBefore, .possessor, .saying,
    ]
    let word = text.words[token]
    if !text.classes[token].isDisjoint(with: common) { return true }
    return word.hasSuffix("s")
      && !lexicon.wordClass(String(word.dropLast())).isDisjoint(with: common)
  }

  /// Where the name that begins at `at` ends before a title, a listed body or a given name.
  private func boundary(after at: Int, end: Int) -> Int {
    var token = at + 1
    while token < end {
      if isCapital(token) {
        let previousIsGiven = !text.classes[token - 1].isDisjoint(with: .given)
        if !previousIsGiven, isAdjective(token),
          token + 1 < end, titleEnd(from: token + 1, end: end) != nil
        {
          return token
        }
        if !previousIsGiven, let title = titleEnd(from: token, end: end), title < end {
          return token
        }
        if !previousIsGiven, let match = known(at: token), match.end <= end,
          match.value.isAcronym || match.end > token + 1 && match.value.group > .subdivision
        {
          return token
        }
      }
      token += 1
    }
    // 'Kenya President': a title at the end belongs to nobody here.
    if end > at + 1, text.classes[end - 1].contains(.office),
      text.classes[end - 1].isDisjoint(with: .organizationHead), known(at: at) != nil
    {
      return end - 1
    }
    return end
  }
}
