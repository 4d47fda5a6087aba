internal import NewsModel

/// Which words tell the parts of a report.
extension EventReading {
  /// How many sentences before that of an act the words for a party may stand.
  private static let earlierSentences = 3

  /// The marks of a report that is otherwise complete.
  ///
  /// A party or place is marked where the frame found it; else at the word for it that is nearest,
  /// in the clause, the sentence, or a sentence before. Parties that stand nowhere there have none.
  ///
  /// - Complexity: O(*p* · *n*) for *p* parties and *n* tokens of a few sentences.
  func marks(
    of report: Report, _ match: FrameMatcher.Match, time: TimeExpression?, speaker: Speaker?
  ) -> [RoleMark] {
    let predicate = match.predicate
    let words = Set([predicate.support].compactMap { $0 } + [predicate.token] + match.consumed)
    var marks = words.sorted().map { token in
      RoleMark(role: .action, range: document.tokens[token].range)
    }
    let actorHeads = match.frame.actors.flatMap { matcher.tokens($0, predicate) }
    let targetHeads = match.frame.targets.flatMap { matcher.tokens($0, predicate) }
    for actor in report.actors {
      let heads = match.frame.isMutual ? actorHeads + targetHeads : actorHeads
      marks += [mark(.actor, actor, report, near: heads, of: predicate)].compactMap { $0 }
    }
    for target in report.targets {
      marks += [mark(.target, target, report, near: targetHeads, of: predicate)].compactMap { $0 }
    }
    if let place = report.place {
      marks += [mark(.place, place, report, near: [], of: predicate)].compactMap { $0 }
    }
    if let time {
      marks.append(RoleMark(role: .date, range: document.range(ofTokens: time.tokens)))
    }
    if let speaker, report.attribution != nil {
      let party = speaker.parties.first
      marks.append(
        RoleMark(
          role: .attribution, range: document.range(ofTokens: speaker.tokens), entity: party,
          naming: party.flatMap { resolver.naming(at: speaker.tokens.lowerBound, of: $0)?.1 }))
    }
    return marks
  }

  /// The mark of one entity: the best of all words that stand for it.
  private func mark(
    _ role: RoleMark.Role, _ entity: EntityIndex, _ report: Report, near heads: [Int],
    of predicate: Predicate
  ) -> RoleMark? {
    let first = max(0, report.sentence - Self.earlierSentences)
    let tokens = document.sentences[first].tokens.lowerBound..<sentenceEnd(report.sentence)
    var best: (rank: Int, distance: Int, mark: RoleMark)?
    for token in tokens {
      guard let found = resolver.naming(at: token, of: entity),
        role != .place || found.1 == .name || found.1 == .description
      else { continue }
      let head = heads.min { abs($0 - token) < abs($1 - token) }
      let isArgument = heads.contains { reader.tree.isWithin(token, $0) }
      if found.1 == .dateline, !isArgument { continue }
      let range = document.range(ofTokens: found.tokens)
      let rank =
        isArgument
        ? 0
        : report.evidence.overlaps(range)
          ? 1 : document.tokens[token].sentence == report.sentence ? 2 : 3
      let distance = abs(token - (isArgument ? head ?? predicate.token : predicate.token))
      if let best, (best.rank, best.distance) <= (rank, distance) { continue }
      best = (
        rank, distance, RoleMark(role: role, range: range, entity: entity, naming: found.1)
      )
    }
    return best?.mark
  }

  private func sentenceEnd(_ sentence: Int) -> Int {
    document.sentences[sentence].tokens.upperBound
  }
}
