internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// What followed what, and who is tied to whom.
extension EngineBenchmarks {
  /// Times what follows what, for about ten thousand rows on both sides.
  mutating func sequences() {
    func found(_ type: String, _ status: String) -> BoundCondition {
      .and([
        .test(path("type"), .text(.equals([type]))),
        .test(path("status"), .text(.equals([status]))),
      ])
    }
    for shared in [[], ["actor"], ["actor", "place"]] {
      let sequence = BoundSequence(
        date: path("date"),
        query: BoundQuery(
          source: .events,
          stages: [stage(.filter(found("aid", "planned")))]),
        otherDate: path("date"), span: BoundSequence.Span(count: 30, unit: .days),
        shared: shared.map { BoundSequence.SharedPath(path: path($0), other: path($0)) },
        isNegated: false)
      measure(
        "consult followed by aid"
          + (shared.isEmpty ? "" : " sharing " + shared.joined(separator: ", ")),
        [.filter(found("consult", "planned")), .followed(sequence)])
    }
  }

  /// Times neighbours and paths over all events.
  mutating func graphs() {
    func source(_ search: BoundGraph.Search) -> BoundSource {
      .graph(
        BoundGraph(search: search, ties: BoundQuery(source: .events, stages: []), text: "graph"))
    }
    let last = UInt32(max(1, snapshot.rowCount(of: .entities) - 40))
    measure("neighbours of a frequent actor", [], source: source(.neighbours(of: [0])))
    measure("neighbours of a rare actor", [], source: source(.neighbours(of: [last])))
    measure(
      "paths between frequent actors", [],
      source: source(.paths(from: [0], to: [3], steps: 3)))
    measure(
      "paths from a frequent actor to a rare one",
      [], source: source(.paths(from: [3], to: [last], steps: 3)))
    measure(
      "paths between rare actors, 3 steps",
      [], source: source(.paths(from: [last - 1], to: [last], steps: 3)))
    measure(
      "paths between rare actors, 6 steps",
      [], source: source(.paths(from: [last - 1], to: [last], steps: 6)))
  }
}
