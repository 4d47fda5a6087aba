import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// What is found by going from entity to entity.
  func found(_ graph: BoundGraph) -> Rows {
    let events = answer(graph.ties).rows.map(\.number)
    let parties = events.map { who($0) }
    switch graph.search {
    case .paths(let starts, let goals, let steps):
      return Rows(
        table: .events,
        rows: paths(from: Set(starts), to: Set(goals), steps: steps, zip(events, parties)))
    case .neighbours(let centre):
      return Rows(
        table: .entities, rows: neighbours(of: Set(centre), Array(zip(events, parties))))
    }
  }

  /// The parties of an event.
  private func who(_ event: UInt32) -> Set<UInt32> {
    guard let field = Table.events.schema.field(named: "who") else { return [] }
    let path = BoundPath(
      root: .fields([field]), type: .reference(.entities), isList: true)
    return Set(
      values.memo(path).atoms(event).compactMap {
        if case .row(_, let row) = $0 { row } else { nil }
      })
  }

  private func paths(
    from starts: Set<UInt32>, to goals: Set<UInt32>, steps: Int,
    _ ties: some Sequence<(UInt32, Set<UInt32>)>
  ) -> [Row] {
    var tie: [UInt32: [UInt32: UInt32]] = [:]
    for (event, parties) in ties {
      for a in parties {
        for b in parties where a != b && tie[a]?[b] == nil { tie[a, default: [:]][b] = event }
      }
    }
    let ends = starts.union(goals)
    let ahead = tie.mapValues { $0.keys.sorted() }
    var found: [[UInt32]] = []
    func extend(_ path: [UInt32], by left: Int) {
      guard found.count < BoundGraph.pathLimit, let last = path.last else { return }
      for next in ahead[last] ?? [] where !path.contains(next) {
        if left > 1 {
          if !ends.contains(next) { extend(path + [next], by: left - 1) }
        } else if goals.contains(next), found.count < BoundGraph.pathLimit {
          found.append(path + [next])
        }
      }
    }
    for length in 0..<max(0, steps) {
      for start in starts.sorted() { extend([start], by: length + 1) }
    }
    return found.enumerated().flatMap { number, path in
      zip(path, path.dropFirst()).enumerated().map { step, ends in
        Row(
          number: tie[ends.0]?[ends.1] ?? 0,
          columns: [
            [.integer(number + 1)], [.integer(step + 1)], [.row(.entities, ends.0)],
            [.row(.entities, ends.1)],
          ])
      }
    }
  }

  private func neighbours(of centre: Set<UInt32>, _ ties: [(UInt32, Set<UInt32>)]) -> [Row] {
    var events: [UInt32: [UInt32]] = [:]
    for (event, parties) in ties {
      for other in parties.subtracting(centre) where !parties.isDisjoint(with: centre) {
        events[other, default: []].append(event)
      }
    }
    let numbers = events.keys.sorted {
      let (a, b) = (events[$0]?.count ?? 0, events[$1]?.count ?? 0)
      return a != b ? a > b : $0 < $1
    }
    return numbers.map { number in
      let tied = events[number] ?? []
      return Row(
        number: number,
        columns: [[.integer(tied.count)], tied.suffix(1).map { .row(.events, $0) }])
    }
  }
}
