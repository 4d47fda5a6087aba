internal import NewsModel

/// Decides the kind of every name of a document by what speaks for it at all its places.
struct KindDecision {
  private var totals: [String: KindVotes] = [:]
  private let text: NameText

  /// Gathers the votes of `candidates`.
  init(_ candidates: [NameCandidate], text: NameText) {
    self.text = text
    for candidate in candidates {
      totals[text.folds(candidate.tokens), default: KindVotes()] += candidate.votes
    }
    joinAcronyms(candidates)
    passToShortForms(candidates)
    passAlongLists(candidates)
  }

  /// The kind of a name.
  func kind(of candidate: NameCandidate) -> EntityKind {
    var votes = totals[text.folds(candidate.tokens)] ?? KindVotes()
    // A listed name may be two things: a city here, somebody's last name there.
    votes += candidate.votes * (candidate.known == nil ? 0.2 : 1.5)
    return votes.best ?? (candidate.tokens.count > 1 ? .person : .organization)
  }

  /// `World Food Programme (WFP)`, `X, alias Y`: both are of one kind.
  private mutating func joinAcronyms(_ candidates: [NameCandidate]) {
    for (long, short) in zip(candidates, candidates.dropFirst()) {
      guard text.isSecondName(short.tokens, of: long.tokens) else { continue }
      let keys = (text.folds(long.tokens), text.folds(short.tokens))
      var joint = totals[keys.0] ?? KindVotes()
      joint += totals[keys.1] ?? KindVotes()
      if text.shapes[short.tokens.lowerBound] == .capitals, text.form(long.tokens.upperBound) == "("
      {
        if long.tokens.count > 1 { joint.organization += 3 }
        if joint.place < 8 { joint.person = min(joint.person, 0) }
      }
      totals[keys.0] = joint
      totals[keys.1] = joint
    }
  }

  /// A last name is a person where the full name is one; `Acme` is a firm where `Acme Group` is.
  private mutating func passToShortForms(_ candidates: [NameCandidate]) {
    var gains: [String: KindVotes] = [:]
    for candidate in candidates where candidate.tokens.count > 1 {
      guard let votes = totals[text.folds(candidate.tokens)], let kind = votes.best else {
        continue
      }
      let tokens = candidate.tokens
      switch kind {
      case .person:
        for token in tokens where text.shapes[token] != .lower && text.shapes[token] != .mark {
          let isLast = token == tokens.upperBound - 1
          let gain: Float = isLast ? 4 : token == tokens.lowerBound ? 1.5 : 2
          let key = text.words[token]
          gains[key, default: KindVotes()].person = max(gains[key]?.person ?? 0, gain)
        }
        if let last = text.words[tokens.upperBound - 1].split(separator: " ").last {
          gains[String(last), default: KindVotes()].person = 4
        }
      case .organization:
        let key = text.words[tokens.lowerBound]
        if candidate.known == nil {
          gains[key, default: KindVotes()].organization = max(gains[key]?.organization ?? 0, 1.5)
        }
      case .place: break
      }
    }
    for (key, gain) in gains where totals[key] != nil { totals[key]? += gain }
  }

  /// Names in a list are of one kind, where one of them is sure and the next is not.
  private mutating func passAlongLists(_ candidates: [NameCandidate]) {
    for (first, second) in zip(candidates, candidates.dropFirst()) {
      guard isListed(first.tokens, second.tokens) else { continue }
      let keys = (text.folds(first.tokens), text.folds(second.tokens))
      let votes = (totals[keys.0] ?? KindVotes(), totals[keys.1] ?? KindVotes())
      // 'the head of the navy, Amos Lima': a comma alone may also part an office and its holder.
      let isSure = text.words[second.tokens.lowerBound - 1] != ""
      if isSure || second.tokens.count == 1 { pass(votes.0, to: keys.1) }
      if isSure || first.tokens.count == 1 { pass(votes.1, to: keys.0) }
    }
  }

  private mutating func pass(_ votes: KindVotes, to key: String) {
    guard let kind = votes.best, votes.margin >= 2, let other = totals[key], other.margin < 2 else {
      return
    }
    totals[key]?[kind] += min(3, votes.margin)
  }

  private func isListed(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let gap = a.upperBound..<b.lowerBound
    guard !gap.isEmpty, gap.count <= 2 else { return false }
    return gap.allSatisfy { token in
      text.form(token) == "," || text.words[token] == "and" || text.words[token] == "or"
        || text.words[token] == "the"
    } && gap.contains { text.words[$0] != "the" }
  }
}
