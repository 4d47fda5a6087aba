internal import NewsModel

/// What a token is in its clause, and what sort of thing it names.
extension Coreference {
  /// Whether a token is the subject of a clause, alone or joined to one by 'and'.
  func isSubject(_ token: Int) -> Bool {
    guard text.document.arcs.count == text.words.count else {
      return isFirstName(token)
    }
    var at = token
    for _ in 0..<4 {
      guard let relation = text.relation(at) else { return false }
      if relation == "nsubj" || relation == "csubj" { return true }
      if text.document.arcs[at].relation == "obl:agent", let verb = text.parent(at),
        text.relation(verb) != "acl", text.relation(verb) != "amod"
      {
        return true
      }
      guard relation == "conj" || relation == "appos" || relation == "flat",
        let up = text.parent(at)
      else { return false }
      at = up
    }
    return false
  }

  /// Without a tree the first name of a sentence is taken for its subject, unless a preposition
  /// stands before it.
  private func isFirstName(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    if slots.last.map({ $0.token >= start }) ?? false { return false }
    return opensClause(token)
  }

  /// Whether nothing but articles, adverbs and the name's own words stand before a token: trees err,
  /// and a name at the head of a sentence is its subject.
  func opensClause(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    guard token - start <= 6 else { return false }
    return !(min(frontedTimeEnd(start), token)..<token).contains { before in
      switch text.tag(before) {
      case .verb, .aux, .adp, .noun, .pron, .part: true
      default: text.shapes[before] == .mark
      }
    }
  }

  /// The token after a phrase such as `On Monday` at the head of a sentence; its first otherwise.
  private func frontedTimeEnd(_ start: Int) -> Int {
    let end = text.sentence(of: start).upperBound
    var at = start
    var hasTime = false
    while at < end, at - start < 6 {
      let word = text.words[at]
      if Self.timeWords.contains(word) || text.shapes[at] == .number {
        hasTime = true
      } else if !Self.timeFrames.contains(word) && !(hasTime && text.form(at) == ",") {
        break
      }
      at += 1
    }
    return hasTime ? at : start
  }

  private static let timeWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "morning", "afternoon", "evening", "night", "weekend", "today", "yesterday", "hours",
  ]
  private static let timeFrames: Set<String> = [
    "on", "in", "at", "since", "after", "before", "the", "this", "that", "last", "next", "late",
    "early", "same", "a", "few", "later", "earlier", "of", "two", "three", "by",
  ]

  /// `"..." said Lima`: the subject behind its verb, whatever the tree makes of it.
  func followsSaying(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    var at = token - 1
    while at > start, token - at < 4, text.tag(at) == .propn || isPersonNoun(at) { at -= 1 }
    guard at > start, text.shapes[at - 1] == .mark else { return false }
    if text.classes[at].contains(.saying) { return true }
    return text.tag(at) == .verb && ["”", "\"", "»", "''"].contains(text.form(at - 1))
  }

  func isPlural(_ token: Int) -> Bool {
    token < text.document.tags.count && text.document.tags[token].penn.hasSuffix("S")
      && text.document.tags[token].penn.hasPrefix("N")
  }

  func isPersonNoun(_ token: Int) -> Bool {
    !text.classes[token].isDisjoint(with: [.office, .personNoun, .title, .titleHe, .titleShe])
      || text.classes[token].contains(.epithetNoun)
  }

  /// `Forces`, `Rangers`, and peoples: bodies that 'they' can stand for.
  func isPluralName(_ name: EntityMention) -> Bool {
    guard entities[name.entity.position].kind == .organization else { return false }
    let last = text.words[name.tokens.upperBound - 1]
    return last.hasSuffix("s") && !last.hasSuffix("ss") && text.shapes[name.head] != .capitals
  }
}
