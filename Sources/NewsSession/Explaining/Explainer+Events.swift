internal import NewsStore

extension Explainer {
  /// An event: what it was made of, and all its reports, the one that the others were compared
  /// with in full.
  func event(_ row: UInt32) -> Explanation {
    var explanation = Explanation(title: "event \(text(.events, "id", row) ?? "?")")
    let reports = rows(of: .reports, with: "event", row)
    let details = reports.map { snapshot.reportDetails($0) }
    let articles = Set(details.map(\.article)).count
    explanation.facts = [
      .init(
        "reports",
        reports.count == 1
          ? "one" : "\(reports.count) in \(articles == 1 ? "one article" : "\(articles) articles")"),
      .init("sources", independence(row)),
    ]
    let founder = details.firstIndex { $0.reasons.isEmpty } ?? 0
    let order = [founder] + reports.indices.filter { $0 != founder }
    for index in order where reports.indices.contains(index) {
      explanation.parts.append(
        index == founder ? report(reports[index]) : shortReport(reports[index], of: row))
    }
    return explanation
  }

  /// `2 independent: a and b share an outlet, an agency or a text; c`.
  private func independence(_ event: UInt32) -> String {
    let groups = snapshot.independentSources(of: EventID(row: event))
    let names = groups.map { group in
      let ids = group.compactMap { text(.articles, "id", $0.row) }
      return ids.count == 1
        ? ids[0] : "\(ids.joined(separator: " and ")) share an outlet, an agency or a text"
    }
    let count = groups.count == 1 ? "one" : "\(groups.count) independent"
    return "\(count): \(names.joined(separator: "; "))"
  }
}
