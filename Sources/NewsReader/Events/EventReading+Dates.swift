internal import NewsModel

extension EventReading {
  /// The time that dates what `match` tells; what has happened cannot lie after the day of writing.
  func time(_ match: FrameMatcher.Match, _ status: EventStatus) -> TimeExpression? {
    let published = document.article.published.flatMap { $0.precision == .day ? $0.last : nil }
    guard status == .happened else { return scope.time(match.predicate) }
    if let time = scope.time(match.predicate, until: published) { return time }
    for clause in earlierClauses(of: match.predicate.token) {
      guard let time = scope.time(Predicate(token: clause, kind: .verb), until: published) else {
        continue
      }
      return time.date?.precision == .day ? time : nil
    }
    return nil
  }

  /// How many clauses back a narrative is followed.
  private static let narrativeLimit = 3

  /// The clauses just before in which the one whom a pronoun stands for did something else, the nearest
  /// first.
  ///
  /// 'On Monday she flew in. She met the king. She then left.'
  /// Only a plain past goes on with what was told; 'has' and 'had' tell of another time.
  func earlierClauses(of token: Int) -> [Int] {
    var result: [Int] = []
    var current = token
    while result.count < Self.narrativeLimit, let before = earlierClause(of: current) {
      result.append(before)
      current = before
    }
    return result
  }

  private func earlierClause(of token: Int) -> Int? {
    guard isPlainPast(token), let subject = reader.surfaceSubject(token),
      ["he", "she", "they"].contains(document.tokens[subject].lower),
      let entity = resolver.entity(at: subject)
    else { return nil }
    let sentence = document.tokens[token].sentence
    let first = max(0, sentence - 1)
    for word in (document.sentences[first].tokens.lowerBound..<subject).reversed() {
      guard isSameBlock(document.tokens[word].sentence, sentence) else { return nil }
      guard resolver.entity(at: word) == entity, let clause = reader.tree.head(word),
        reader.relationKind(word) == "nsubj", clause != token, isPlainPast(clause)
      else { continue }
      return clause
    }
    return nil
  }

  private func isPlainPast(_ token: Int) -> Bool {
    let penn = document.tags[token].penn
    let auxiliaries = reader.tree.children(token, "aux")
    if auxiliaries.isEmpty, penn == "VBD" || penn == "VBN",
      reader.relationKind(token) == "conj", reader.tree.child(token, "nsubj") == nil,
      let head = reader.tree.head(token), head < token
    {
      return isPlainPast(head)
    }
    return penn == "VBD" && auxiliaries.isEmpty
      || penn == "VBN" && auxiliaries.map { document.tokens[$0].lower } == ["was"]
  }

  /// Gives events that happen on an arrival the date of that arrival: 'upon his arrival the guest
  /// was received', 'greeted her when she arrived'.
  ///
  /// - Parameter tokens: the word that tells each report.
  /// - Complexity: O(*r* · *k*) for *k* visits among *r* reports.
  func dateByArrivals(
    _ reports: inout [Report], tokens: [Int], _ matches: [Int: FrameMatcher.Match]
  ) {
    let visits = reports.filter { $0.mode == "visit" && ($0.date != nil || $0.partialDate != nil) }
    guard !visits.isEmpty else { return }
    for index in reports.indices
    where reports[index].date == nil && reports[index].partialDate == nil {
      guard let arrival = arrival(at: tokens[index], matches) else { continue }
      let visit = visits.first { visit in
        !Set(visit.actors).isDisjoint(with: arrival.actors + reports[index].actors)
          && visit.status == reports[index].status
      }
      guard let visit else { continue }
      reports[index].date = visit.date
      reports[index].partialDate = visit.partialDate
      reports[index].dateBasis = visit.date == nil ? nil : "the day of the arrival"
      reports[index].marks.removeAll { $0.role == .date }
      reports[index].marks += visit.marks.filter { $0.role == .date }
    }
  }

  /// The arrival that a phrase with 'upon', 'on' or 'when' at the event's word tells of.
  private func arrival(
    at token: Int, _ matches: [Int: FrameMatcher.Match]
  ) -> FrameMatcher.Match? {
    for child in reader.tree.children(token) {
      guard let match = matches[child], match.frame.mode == "visit" else { continue }
      let marker =
        reader.relationKind(child) == "advcl" ? reader.mark(child) : reader.caseMarker(child)
      if let marker, ["upon", "on", "when"].contains(marker.lowercased()) { return match }
    }
    return nil
  }

  /// Gives an event that is said to follow the day of what was told just before: 'on Monday he flew
  /// in; he then met the king'.
  ///
  /// - Parameter tokens: the word that tells each report.
  /// - Complexity: O(*r*) in reports, for clauses of bounded length.
  func dateBySequence(_ reports: inout [Report], tokens: [Int]) {
    for index in reports.indices.dropFirst()
    where reports[index].date == nil && reports[index].partialDate == nil {
      let before = reports[index - 1]
      guard let date = before.date, date.precision == .day, before.status == .happened,
        reports[index].status == .happened,
        reports[index].sentence - before.sentence <= 1,
        isSameBlock(before.sentence, reports[index].sentence), follows(tokens[index])
      else { continue }
      reports[index].date = date
      reports[index].dateBasis = "the day of what was told before"
      reports[index].marks += before.marks.filter { $0.role == .date }
    }
  }

  /// Whether 'then' or the like stands with a word.
  private func follows(_ token: Int) -> Bool {
    reader.tree.children(token, "advmod").contains {
      lexicon.isMember(document.lemmas[$0].lowercased(), of: "sequel")
    }
  }

  private func isSameBlock(_ a: Int, _ b: Int) -> Bool {
    document.sentences[a].block == document.sentences[b].block
  }
}
