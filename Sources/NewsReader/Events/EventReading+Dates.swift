internal import NewsModel

extension EventReading {
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
