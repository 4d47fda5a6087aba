internal import NewsModel

/// How the rows of one table lead to those of another: by the fields in which one refers to the
/// other, over tables between where there are none.
struct Route: Sendable {
  /// A step of a route.
  enum Step: Sendable, Hashable {
    /// To the rows that these fields of the table refer to.
    case forward([FieldID])
    /// To the rows that refer to the table in these fields.
    case backward([FieldID])
  }

  /// The steps in order; none from a table to itself.
  let steps: [Step]

  /// The route from one table to another.
  init(from source: Table, to target: Table) {
    var steps: [Step] = []
    var here = source
    for stop in Self.stops(from: source, to: target) + [target] where stop != here {
      steps.append(Self.step(from: here, to: stop))
      here = stop
    }
    self.steps = steps
  }

  /// The links of the schema: by which fields the rows of a table refer to those of another.
  ///
  /// Who took part in an event is `who`, not actor and target again. An article leads to the
  /// entities that it names, not only to the place of its dateline.
  private static let links: [(Table, Table, [String])] = [
    (.articles, .sources, ["source"]),
    (.events, .entities, ["who", "place"]),
    (.events, .sources, ["source"]),
    (.reports, .events, ["event"]),
    (.reports, .articles, ["article"]),
    (.reports, .entities, ["who", "place"]),
    (.reports, .sources, ["source"]),
    (.mentions, .entities, ["entity"]),
    (.mentions, .articles, ["article"]),
    (.mentions, .sources, ["source"]),
    (.quotes, .entities, ["speaker", "about"]),
    (.quotes, .articles, ["article"]),
    (.quotes, .sources, ["source"]),
    (.figures, .entities, ["about"]),
    (.figures, .articles, ["article"]),
    (.figures, .sources, ["source"]),
  ]

  /// The tables between two that are not linked.
  private static func stops(from source: Table, to target: Table) -> [Table] {
    let pair: Set<Table> = [source, target]
    if pair.count == 1 || links.contains(where: { pair == [$0.0, $0.1] }) { return [] }
    if pair == [.articles, .events] { return [.reports] }
    if pair.contains(.entities) { return [.mentions] }
    // What stands in articles leads to what else stands in them.
    switch (source == .events, target == .events) {
    case (true, _): return [.reports, .articles]
    case (_, true): return [.articles, .reports]
    default: return [.articles]
    }
  }

  private static func step(from source: Table, to target: Table) -> Step {
    for (owner, referred, names) in links {
      let fields = names.compactMap { owner.schema.field(named: $0) }
      if owner == source && referred == target { return .forward(fields) }
      if owner == target && referred == source { return .backward(fields) }
    }
    return .forward([])
  }
}
