internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Entities and the events that tie them: who is a party of what, both ways.
///
/// An event is kept once, not once a pair of its parties, so that an event with hundreds of them
/// takes no more room than it has parties.
struct TieGraph {
  let cancellation: Cancellation
  /// The event of each tie, in the order of the ties.
  let events: [UInt32]
  /// Number of entities of the snapshot.
  let entityCount: Int
  /// Number of pairs of a tie and a party.
  var size: Int { parties.count }

  /// The parties of tie *t*, each once, stand from `partyOffsets[t]` up to `partyOffsets[t + 1]`.
  private let partyOffsets: [UInt32]
  private let parties: [UInt32]
  /// The ties of entity *e*, ascending, stand from `tieOffsets[e]` up to `tieOffsets[e + 1]`.
  private let tieOffsets: [UInt32]
  private let ties: [UInt32]

  /// The ties of some events; those with fewer than two parties tie nothing.
  ///
  /// - Complexity: O(*parties*).
  init(_ rows: Rows, snapshot: Snapshot, cancellation: Cancellation) throws {
    self.cancellation = cancellation
    entityCount = snapshot.rowCount(of: .entities)
    var events: [UInt32] = []
    var partyOffsets: [UInt32] = [0]
    var parties: [UInt32] = []
    if let base = rows.base, base.table == .events,
      let who = Table.events.schema.field(named: "who"),
      case .referenceLists(let list) = snapshot.column(who)
    {
      try base.selection.forEachBatch { batch in
        try cancellation.check()
        let keys = KeyBatch(list, batch)
        var place = 0
        batch.forEachRow { row in
          let own = keys.keys(ofRow: place)
          place += 1
          if own.count < 2 { return }
          events.append(UInt32(row))
          parties += own
          partyOffsets.append(UInt32(parties.count))
        }
      }
    }
    var tieOffsets = [UInt32](repeating: 0, count: entityCount + 1)
    for party in parties { tieOffsets[Int(party) + 1] += 1 }
    for entity in 0..<entityCount { tieOffsets[entity + 1] += tieOffsets[entity] }
    var next = tieOffsets
    var ties = [UInt32](repeating: 0, count: parties.count)
    for tie in events.indices {
      if tie & 0xfff == 0 { try cancellation.check() }
      for index in Int(partyOffsets[tie])..<Int(partyOffsets[tie + 1]) {
        let party = Int(parties[index])
        ties[Int(next[party])] = UInt32(tie)
        next[party] += 1
      }
    }
    self.events = events
    self.partyOffsets = partyOffsets
    self.parties = parties
    self.tieOffsets = tieOffsets
    self.ties = ties
  }

  /// The parties of a tie.
  func parties(of tie: Int) -> ArraySlice<UInt32> {
    parties[Int(partyOffsets[tie])..<Int(partyOffsets[tie + 1])]
  }

  /// The ties of an entity, ascending; none of one that the snapshot does not have.
  func ties(of entity: UInt32) -> ArraySlice<UInt32> {
    if Int(entity) >= entityCount { return [] }
    return ties[Int(tieOffsets[Int(entity)])..<Int(tieOffsets[Int(entity) + 1])]
  }

  /// The first tie of two entities.
  func firstTie(_ a: UInt32, _ b: UInt32) -> Int? {
    let (x, y) = (ties(of: a), ties(of: b))
    var (i, j) = (x.startIndex, y.startIndex)
    while i < x.endIndex, j < y.endIndex {
      if x[i] == y[j] { return Int(x[i]) }
      if x[i] < y[j] { i += 1 } else { j += 1 }
    }
    return nil
  }

  /// The entities tied to any of some, with the number of their ties and the last event.
  func neighbours(of entities: [UInt32]) throws -> Rows {
    var starts = Bitmap(size: entityCount)
    var own = Bitmap(size: events.count)
    for entity in entities where Int(entity) < entityCount {
      starts.insert(entity)
      for tie in ties(of: entity) { own.insert(tie) }
    }
    var counts = [Int64](repeating: 0, count: entityCount)
    var last = [UInt32](repeating: 0, count: entityCount)
    for (place, tie) in own.members.enumerated() {
      if place & 0x3ff == 0 { try cancellation.check() }
      for party in parties(of: Int(tie)) where !starts.contains(party) {
        counts[Int(party)] += 1
        last[Int(party)] = events[Int(tie)]
      }
    }
    let met: [Int] = counts.indices.filter { counts[$0] > 0 }
    let found = try met.sorted(checking: cancellation) { (a: Int, b: Int) -> Bool in
      counts[a] == counts[b] ? a < b : counts[a] > counts[b]
    }
    return Rows(
      .entities, .list(found.map { UInt32($0) }),
      columns: [
        .integers(found.map { counts[$0] }), .references(found.map { last[$0] }, .events),
      ])
  }
}

extension TieGraph {
  /// How far some entities are from others.
  struct Reach {
    /// Number of entities met within 1, 2 and more steps, the first ones not counted.
    var counts: [Int] = []
    /// Least number of steps to a goal; nil where none was met.
    var steps: Int?
  }

  /// Goes step by step from some entities until a goal is met; goals are not gone beyond.
  ///
  /// - Complexity: O(*parties*).
  func reach(from starts: [UInt32], to goals: Bitmap, within limit: Int) throws -> Reach {
    var reach = Reach()
    var seen = Bitmap(size: entityCount)
    var seenTies = Bitmap(size: events.count)
    var edge = starts.filter { Int($0) < entityCount }
    for start in edge { seen.insert(start) }
    var count = 0
    var work = 0
    while reach.counts.count < limit, !edge.isEmpty {
      var next: [UInt32] = []
      for entity in edge {
        // The other parties of a goal's tie have yet to meet the goal itself.
        let isGoal = goals.contains(entity)
        for tie in ties(of: entity) where !seenTies.contains(tie) {
          if !isGoal { seenTies.insert(tie) }
          for party in parties(of: Int(tie)) where party != entity {
            if goals.contains(party) { reach.steps = reach.counts.count + 1 }
            if seen.contains(party) { continue }
            seen.insert(party)
            next.append(party)
          }
          work += parties(of: Int(tie)).count
          if work > 1 << 16 {
            work = 0
            try cancellation.check()
          }
        }
      }
      if next.isEmpty, reach.steps == nil { break }
      count += next.count
      reach.counts.append(count)
      if reach.steps != nil { break }
      edge = next
    }
    return reach
  }
}
