/// Who met whom, and how often: what the network of a page draws.
struct PageGraph {
  /// Names at most; those that met most often stay.
  static let nodeLimit = 40
  /// Lines at most: the strongest of each name, then the strongest of all.
  static let edgeLimit = 90
  /// Parties of one meeting whose pairs are counted at most.
  private static let partyLimit = 30

  /// A name.
  struct Node: Hashable {
    var name: String
    /// Meetings that it took part in with another.
    var count: Int
  }

  /// Two names that met.
  struct Edge: Hashable {
    /// Numbers of nodes, the lower first.
    var from: Int
    var to: Int
    var cooperative = 0
    var conflictual = 0
    /// Meetings of no known tone.
    var others = 0

    /// How often they met.
    var count: Int { cooperative + conflictual + others }

    /// The class that it is drawn as.
    var kind: String {
      switch (cooperative > 0, conflictual > 0) {
      case (true, true): "mixed"
      case (true, false): PageTone.cooperative.rawValue
      case (false, true): PageTone.conflictual.rawValue
      case (false, false): "neutral"
      }
    }
  }

  /// The names, those that met most often first.
  let nodes: [Node]
  /// The pairs, in order of their nodes.
  let edges: [Edge]
  /// Names that were left out.
  let otherCount: Int
  /// Pairs of the names that were left out.
  let otherEdgeCount: Int

  /// The graph of all meetings of two and more.
  init(_ meetings: [PageMeeting]) {
    var counts: [String: Int] = [:]
    var order: [String: Int] = [:]
    let parties = meetings.map { meeting in
      var seen: Set<String> = []
      return Array(meeting.parties.filter { seen.insert($0).inserted }.prefix(Self.partyLimit))
    }
    for names in parties where names.count > 1 {
      for name in names {
        counts[name, default: 0] += 1
        order[name] = order[name] ?? order.count
      }
    }
    let ranked = counts.map { Node(name: $0.key, count: $0.value) }
      .sorted { ($1.count, order[$0.name] ?? 0) < ($0.count, order[$1.name] ?? 0) }
    let kept = Array(ranked.prefix(Self.nodeLimit))
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.name, $0) })
    var edges: [[Int]: Edge] = [:]
    for (names, meeting) in zip(parties, meetings) {
      let present = names.compactMap { numbers[$0] }.sorted()
      for (place, a) in present.enumerated() {
        for b in present[(place + 1)...] {
          var edge = edges[[a, b]] ?? Edge(from: a, to: b)
          switch meeting.tone {
          case .cooperative: edge.cooperative += 1
          case .conflictual: edge.conflictual += 1
          case nil: edge.others += 1
          }
          edges[[a, b]] = edge
        }
      }
    }
    nodes = kept
    self.edges = Self.strongest(edges.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) })
    otherEdgeCount = edges.count - self.edges.count
    otherCount = ranked.count - kept.count
  }

  /// As many pairs as can be told apart, so that each name keeps the one that it met most often.
  private static func strongest(_ edges: [Edge]) -> [Edge] {
    guard edges.count > edgeLimit else { return edges }
    let ranked = edges.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    var seen: Set<Int> = []
    var kept = Set(
      ranked.filter { edge in
        let isFirst = !seen.contains(edge.from) || !seen.contains(edge.to)
        seen.formUnion([edge.from, edge.to])
        return isFirst
      })
    for edge in ranked where kept.count < edgeLimit { kept.insert(edge) }
    return edges.filter { kept.contains($0) }
  }
}
