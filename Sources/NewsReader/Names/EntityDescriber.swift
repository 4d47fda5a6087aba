internal import NewsModel

/// Reads titles, offices, loaded words and countries from the words round a name.
struct EntityDescriber {
  let text: NameText
  let lexicon: NameLexicon

  /// What stands round `span`.
  func describe(_ span: NameSpan) -> NameDescription {
    var description = NameDescription()
    readFront(span, into: &description)
    readApposition(span, into: &description)
    if span.kind == .person { readReversed(span, into: &description) }
    if span.kind == .organization { readBehind(span, into: &description) }
    return description
  }

  // MARK: In front

  private func readFront(_ span: NameSpan, into description: inout NameDescription) {
    let sentence = text.sentence(of: span.tokens.lowerBound)
    let end = span.tokens.lowerBound
    var start = end
    while start > sentence.lowerBound, end - start < 12, belongsInFront(start - 1, span: span) {
      start -= 1
    }
    guard start < end, !isAttributive(span) else { return }
    readEpithets(start..<end, into: &description)
    if let possessor = possessor(before: start, sentence: sentence) {
      description.country = country(of: possessor)
    }
    guard let head = roleHead(endingAt: end, from: start, kind: span.kind) else { return }
    addHead(end - 1, to: &description)
    description.gender = head.intersection([.titleHe, .titleShe])
    if let country = country(in: start..<end) { description.country = country }
    guard span.kind == .person else { return }
    let role = withoutEpithets(roleStart(endingAt: end, from: start)..<end)
    if !role.isEmpty, !Self.courtesies.contains(folded(role)) { description.roles.append(role) }
    if let title = titleStart(endingAt: end, from: start) {
      description.titled = text.surface(of: title..<span.tokens.upperBound)
    }
  }

  /// Whether a body or a place only says whose the noun behind it is: `UN envoy`.
  private func isAttributive(_ span: NameSpan) -> Bool {
    guard span.kind != .person else { return false }
    let next = span.tokens.upperBound
    guard next < text.sentence(of: span.tokens.lowerBound).upperBound else { return false }
    return !text.classes[next].isDisjoint(with: [.office, .personNoun])
  }

  private static let courtesies: Set<String> = [
    "mr", "mrs", "ms", "miss", "mme", "mlle", "messrs", "dr",
  ]

  func addHead(_ token: Int, to description: inout NameDescription) {
    description.heads.append(text.words[token])
    if let last = text.words[token].split(separator: " ").last {
      description.heads.append(String(last))
    }
    if let full = Self.abbreviations[text.words[token]] { description.heads.append(full) }
  }

  /// Where the office begins among the words before a name: 'night' is no part of
  /// `On Monday night Prime Minister X`.
  private func roleStart(endingAt end: Int, from start: Int) -> Int {
    let isUpper = text.shapes[end - 1].isCapital
    var at = end
    while at > start {
      let token = at - 1
      if text.classes[token].contains(.noName) { break }
      if isUpper, text.shapes[token] == .lower,
        text.classes[token].isDisjoint(with: [
          .office, .officeModifier, .title, .epithetAdjective, .epithetNoun,
        ]), text.words[token] != "of", text.words[token] != "for"
      {
        break
      }
      at = token
    }
    return min(at, end - 1)
  }

  /// The first token of the titles in capitals that end directly before a name.
  private func titleStart(endingAt end: Int, from start: Int) -> Int? {
    var first: Int?
    var at = end
    while at > start {
      let begin = (start..<at).first { token in
        text.shapes[token].isCapital
          && lexicon.titles.longestMatch(in: text.words, from: token, to: at)?.end == at
      }
      guard let begin else { break }
      first = begin
      at = begin
      while at > start, text.shapes[at - 1].isCapital,
        text.classes[at - 1].contains(.officeModifier)
      {
        at -= 1
        first = at
      }
    }
    return first
  }

  /// Short titles and what descriptions call their bearers.
  static let abbreviations: [String: String] = [
    "gen": "general", "maj": "major", "col": "colonel", "lt": "lieutenant", "capt": "captain",
    "sgt": "sergeant", "adm": "admiral", "sen": "senator", "gov": "governor",
    "rep": "representative",
    "pm": "minister", "premier": "minister", "pres": "president", "dr": "doctor",
    "prof": "professor", "sec": "secretary", "amb": "ambassador", "cmdr": "commander",
    "rev": "reverend",
  ]

  /// Whether a token before a name may belong to the noun phrase that the name ends.
  private func belongsInFront(_ token: Int, span: NameSpan) -> Bool {
    let classes = text.classes[token]
    let shape = text.shapes[token]
    if shape == .mark {
      // 'brash, fallen tycoon X'; quotes round a loaded word.
      guard ["“", "”", "\"", "‘", "’", "'"].contains(text.form(token)) || text.form(token) == ","
      else { return false }
      guard token > 0, token + 1 < span.tokens.lowerBound else { return false }
      let isList = classesOfEpithet(token - 1) && classesOfEpithet(token + 1)
      return text.form(token) == ","
        ? isList : classesOfEpithet(token - 1) || classesOfEpithet(token + 1)
    }
    if text.isPossessive(token) { return false }
    if !classes.isDisjoint(with: [
      .office, .title, .titleHe, .titleShe, .officeModifier, .epithetAdjective, .epithetNoun,
      .people, .personNoun,
    ]) {
      if let tag = text.tag(token), tag == .verb || tag == .aux || tag == .adp, shape == .lower {
        return classes.contains(.epithetAdjective) && token > 0
          && text.tag(token - 1).map { $0 == .det || $0 == .adj || $0 == .part } ?? false
      }
      return true
    }
    if lexicon.demonyms[text.words[token]] != nil { return true }
    switch text.tag(token) {
    case .adj?, .noun?: return shape != .number
    case .propn?: return true
    case nil: return shape.isCapital && !text.isSentenceStart(token)
    case .adp?:
      // 'Secretary of State X', 'minister for trade X'.
      return (text.words[token] == "of" || text.words[token] == "for")
        && token + 1 < span.tokens.lowerBound
        && lexicon.titles.longestMatch(
          in: text.words, from: max(0, token - 1), to: span.tokens.lowerBound
        )
        .map { $0.end == span.tokens.lowerBound } ?? false
    default: return false
    }
  }

  private func classesOfEpithet(_ token: Int) -> Bool {
    text.classes.indices.contains(token) && isEpithet(token)
  }

  /// The class of the title that ends directly before the name.
  private func roleHead(endingAt end: Int, from start: Int, kind: EntityKind) -> WordClass? {
    let last = text.classes[end - 1]
    let allowed: WordClass =
      kind == .person
      ? [.office, .title, .titleHe, .titleShe, .personNoun]
      : [.organizationBefore, .organizationHead, .placeNoun]
    for token in start..<end {
      if let match = lexicon.titles.longestMatch(in: text.words, from: token, to: end),
        match.end == end, kind == .person
      {
        return match.value
      }
    }
    return last.isDisjoint(with: allowed) ? nil : last
  }

  /// The words of a run that are no loaded ones.
  func withoutEpithets(_ run: Range<Int>) -> String {
    var start = run.lowerBound
    while start < run.upperBound, isEpithet(start) || text.shapes[start] == .mark { start += 1 }
    let kept = (start..<run.upperBound).filter { !isEpithet($0) || isTitle($0) }
    guard let first = kept.first, let last = kept.last else { return "" }
    if kept.count == last - first + 1 { return text.surface(of: first..<last + 1) }
    return kept.map { text.form($0) }.joined(separator: " ")
  }

  private func isTitle(_ token: Int) -> Bool {
    !text.classes[token].isDisjoint(with: [.title, .titleHe, .titleShe, .office])
      && text.classes[token].isDisjoint(with: .epithetNoun)
  }

  // MARK: Epithets

  /// Whether a token is a loaded word.
  func isEpithet(_ token: Int) -> Bool {
    guard
      text.shapes[token] == .lower || text.shapes[token] == .capital
        || text.shapes[token] == .mixed
    else { return false }
    if !text.classes[token].isDisjoint(with: [.epithetNoun, .epithetAdjective]) { return true }
    let form = text.form(token)
    guard let hyphen = form.firstIndex(of: "-") else { return false }
    if lexicon.epithetPrefixes.contains(folded(form[..<hyphen])) { return true }
    let tail = folded(form[form.index(after: form.lastIndex(of: "-") ?? hyphen)...])
    // A body of the world that backs somebody loads nothing.
    return lexicon.epithetSuffixes.contains(tail) && form.first?.isUppercase == true
      && lexicon.names[folded(form[..<hyphen])]?.group != .body
  }

  /// Adds the loaded words of a run, phrases such as `militia leader` whole.
  func readEpithets(_ run: Range<Int>, into description: inout NameDescription) {
    var at = run.lowerBound
    while at < run.upperBound {
      if let match = lexicon.epithetNouns.longestMatch(
        in: text.words, from: at, to: run.upperBound),
        text.shapes[at] != .capitals
      {
        description.epithets.append(text.surface(of: at..<match.end).lowercased())
        at = match.end
      } else {
        if isEpithet(at) { description.epithets.append(text.form(at).lowercased()) }
        at += 1
      }
    }
  }

  // MARK: Countries

  /// The name before a possessive: `Ghana` in `Ghana's foreign minister X`.
  private func possessor(before start: Int, sentence: Range<Int>) -> Int? {
    guard start - 2 >= sentence.lowerBound, text.isPossessive(start - 1) else { return nil }
    return start - 2
  }

  func country(of token: Int) -> String? {
    for start in max(0, token - 3)...token {
      if let match = lexicon.names.longestMatch(in: text.words, from: start, to: token + 1),
        match.end == token + 1
      {
        return match.value.country
      }
    }
    return nil
  }

  /// The country that the words of a run name or tell by an adjective.
  func country(in run: Range<Int>) -> String? {
    for token in run where text.shapes[token].isCapital {
      if let match = lexicon.demonyms.longestMatch(in: text.words, from: token, to: run.upperBound)
      {
        return match.value
      }
      if let match = lexicon.names.longestMatch(in: text.words, from: token, to: run.upperBound),
        let country = match.value.country, match.value.group != .subdivision
      {
        return country
      }
    }
    return nil
  }

  /// The country that a name of an organization or a place tells: `Ruritanian Army`.
  func country(inName name: String) -> String? {
    let words = folded(name).split(separator: " ").map(String.init)
    for at in words.indices {
      if let match = lexicon.demonyms.longestMatch(in: words, from: at, to: words.count) {
        return match.value
      }
      if let match = lexicon.names.longestMatch(in: words, from: at, to: words.count),
        let country = match.value.country, match.value.group != .subdivision
      {
        return country
      }
    }
    return nil
  }
}
