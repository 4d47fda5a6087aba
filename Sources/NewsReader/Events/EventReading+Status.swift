internal import NewsModel

extension EventReading {
  func status(
    _ match: FrameMatcher.Match, _ act: Act, _ reading: StatusReader.Reading, _ speaker: Speaker?
  ) -> EventStatus {
    let options = match.frame.options
    if reading.isDenied || options.contains(.denied) { return .denied }
    if act.isAlleged || reading.isClaimed || options.contains(.alleged) { return .alleged }
    let isReported =
      speaker.map {
        !$0.parties.isEmpty && Set($0.parties).isDisjoint(with: act.actors)
      } ?? false
    if isReported, [.coerce, .assault, .mobilize].contains(act.type) { return .alleged }
    return reading.isPlanned || options.contains(.planned) ? .planned : .happened
  }

  /// Whose word an event is.
  struct Speaker {
    let parties: [EntityIndex]
    let text: String
    /// The words that name them.
    let tokens: Range<Int>
  }

  func speaker(_ predicate: Predicate, _ reading: StatusReader.Reading) -> Speaker? {
    if let speech = reading.speech, let subject = reader.surfaceSubject(speech) {
      return speaker(subject)
    }
    for token in [predicate.token] + reader.tree.ancestors(of: predicate.token) {
      for child in reader.tree.children(token) {
        if reader.relationKind(child) == "parataxis",
          lexicon.effect(of: document.lemmas[child]) == .said,
          let subject = reader.surfaceSubject(child)
        {
          return speaker(subject)
        }
        if reader.caseMarker(child) == "according" { return speaker(child) }
      }
    }
    return nil
  }

  func speaker(_ token: Int) -> Speaker {
    let parties = resolver.parties(token)
    if let first = parties.first {
      return Speaker(
        parties: parties, text: document.entities[first.position].name,
        tokens: resolver.mention(at: token)?.tokens ?? token..<token + 1)
    }
    let words = scope.clause(token).filter { reader.relationKind($0) != "case" || $0 > token }
    let lower = words.min() ?? token
    let upper = words.max() ?? token
    return Speaker(
      parties: [], text: document.text(document.range(ofTokens: lower..<upper + 1)),
      tokens: lower..<upper + 1)
  }

}
