internal import NewsModel

extension EntityDescriber {
  /// `Acme mercenaries`, `the Acme mercenary group`.
  func readBehind(_ span: NameSpan, into description: inout NameDescription) {
    let end = text.sentence(of: span.tokens.lowerBound).upperBound
    let start = span.tokens.upperBound
    guard start < end, text.shapes[start] == .lower,
      text.tag(start).map({ $0 == .noun || $0 == .adj }) ?? true
    else { return }
    var stop = start
    while stop < min(end, start + 2), text.shapes[stop] == .lower, isEpithet(stop) { stop += 1 }
    readEpithets(start..<stop, into: &description)
    if stop < end, !text.classes[stop].isDisjoint(with: [.organizationBefore, .organizationHead]),
      text.shapes[stop] == .lower
    {
      description.heads.append(text.words[stop])
    }
  }

  /// `X, the foreign minister of Y,`, `X, 57, once an embattled tycoon`.
  func readApposition(_ span: NameSpan, into description: inout NameDescription) {
    let sentence = text.sentence(of: span.tokens.lowerBound)
    guard var start = appositionStart(span.tokens.upperBound, sentence: sentence) else { return }
    let isFormer = ["once", "formerly"].contains(text.words[start - 1])
    let limit = min(sentence.upperBound, start + 18)
    let article = ["the", "a", "an", "its", "his", "her", "their"].contains(text.words[start])
    if article { start += 1 }
    var head: Int?
    var at = start
    phrase: while at < limit {
      if text.shapes[at] == .mark, !text.isPossessive(at) { break }
      if Self.clauseWords.contains(text.words[at]) { break phrase }
      if let tag = text.tag(at), tag == .verb || tag == .aux,
        text.classes[at].isDisjoint(with: [.epithetAdjective, .officeModifier])
      {
        break
      }
      if head == nil, isAppositionHead(at, kind: span.kind) {
        head = lastHead(at, limit: limit, kind: span.kind)
      }
      if head == nil, let tag = text.tag(at), tag == .adp || tag == .sconj || tag == .cconj {
        return
      }
      if let head, at > head, text.words[at] == "in" || text.words[at] == "and" { break }
      at += 1
    }
    guard let head, head < at, article || isFormer || isBareRole(start) else { return }
    readEpithets(start..<min(head + 1, at), into: &description)
    addHead(head, to: &description)
    if let country = country(in: start..<at) {
      description.country = description.country ?? country
    }
    guard span.kind == .person else { return }
    let role = withoutEpithets(start..<at)
    if !isEpithet(head), !role.isEmpty { description.roles.append(role) }
  }

  private static let clauseWords: Set<String> = [
    "who", "whom", "which", "that", "whose", "where", "when", "while", "on", "at", "to", "after",
    "before", "as", "has", "had",
  ]

  /// Where an apposition begins behind a name: after a comma, an age and words such as `once`.
  private func appositionStart(_ end: Int, sentence: Range<Int>) -> Int? {
    guard end < sentence.upperBound, text.form(end) == "," else { return nil }
    var start = end + 1
    if start + 1 < sentence.upperBound, text.shapes[start] == .number, text.form(start + 1) == "," {
      start += 2
    }
    while start < sentence.upperBound,
      ["once", "formerly", "then", "now", "later", "until"].contains(text.words[start])
    {
      start += 1
    }
    return start < sentence.upperBound ? start : nil
  }

  /// `The agency's chief, X,`, `the combative president of the league, X`: the office comes first.
  func readReversed(_ span: NameSpan, into description: inout NameDescription) {
    let sentence = text.sentence(of: span.tokens.lowerBound)
    let comma = span.tokens.lowerBound - 1
    guard comma > sentence.lowerBound, text.form(comma) == "," else { return }
    let after = span.tokens.upperBound
    guard
      after >= sentence.upperBound || text.shapes[after] == .mark
        || text.tag(after).map({ $0 == .verb || $0 == .aux }) ?? false
    else { return }
    var at = comma
    var determiner: Int?
    var possessive: Int?
    while at > sentence.lowerBound, comma - at < 16 {
      at -= 1
      if text.isPossessive(at) {
        possessive = possessive ?? at
        continue
      }
      if text.shapes[at] == .mark { break }
      if let tag = text.tag(at), tag == .verb || tag == .aux || tag == .pron && !isOwner(at) {
        if text.classes[at].isDisjoint(with: [.epithetAdjective, .officeModifier]) { break }
      }
      if ["the", "a", "an", "its", "his", "her", "their"].contains(text.words[at]) {
        determiner = at
        // 'the spokesman of the office': the first article is the phrase's.
        if at == sentence.lowerBound || text.tag(at - 1) != .adp || !isOf(at - 1) { break }
      }
    }
    // 'Ghana's president, X' begins with its owner.
    guard let first = determiner.map({ $0 + 1 }) ?? possessive.map({ $0 + 1 }) else { return }
    var start = first
    if determiner == nil, let possessive {
      description.country = description.country ?? country(of: possessive - 1)
    }
    guard
      let head = (start..<comma).first(where: { token in
        isAppositionHead(token, kind: .person) && endsHead(token + 1, comma: comma)
      })
    else { return }
    if let owner = (start..<head).last(where: { text.isPossessive($0) }) {
      description.country = description.country ?? country(of: owner - 1)
      start = owner + 1
    }
    readEpithets(start..<head + 1, into: &description)
    addHead(head, to: &description)
    if let country = country(in: start..<comma) {
      description.country = description.country ?? country
    }
    let role = withoutEpithets(start..<comma)
    if !isEpithet(head), !role.isEmpty { description.roles.append(role) }
  }

  private func isOwner(_ token: Int) -> Bool {
    ["its", "his", "her", "their"].contains(text.words[token])
  }

  private func isOf(_ token: Int) -> Bool {
    text.words[token] == "of" || text.words[token] == "for"
  }

  /// Whether a noun phrase's head is over: the comma or `of` comes next.
  private func endsHead(_ token: Int, comma: Int) -> Bool {
    token == comma || isOf(token)
  }

  private func isBareRole(_ start: Int) -> Bool {
    !text.classes[start].isDisjoint(with: [.office, .officeModifier, .people])
      || lexicon.demonyms[text.words[start]] != nil || text.isPossessive(start + 1)
  }

  private func isAppositionHead(_ token: Int, kind: EntityKind) -> Bool {
    let classes = text.classes[token]
    if classes.contains(.epithetNoun), text.shapes[token] == .lower { return true }
    switch kind {
    case .person:
      return !classes.isDisjoint(with: [.office, .personNoun, .title, .titleHe, .titleShe])
    case .organization: return !classes.isDisjoint(with: [.organizationBefore, .organizationHead])
    case .place: return classes.contains(.placeNoun)
    }
  }

  /// `defence minister`, `opposition leader`: the last head of the noun phrase.
  private func lastHead(_ token: Int, limit: Int, kind: EntityKind) -> Int {
    var head = token
    while head + 1 < limit, isAppositionHead(head + 1, kind: kind) { head += 1 }
    return head
  }
}
