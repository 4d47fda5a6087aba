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

  /// The ties of some events; none of rows that are no events.
  init(_ rows: Rows, snapshot: Snapshot, cancellation: Cancellation) throws {
    let entityCount = snapshot.rowCount(of: .entities)
    guard let base = rows.base, base.table == .events,
      let who = Table.events.schema.field(named: "who"),
      case .referenceLists(let list) = snapshot.column(who)
    else {
      try self.init(
        ListColumn(offsets: [0], values: []), of: .list([]), entityCount: entityCount,
        cancellation: cancellation)
      return
    }
    try self.init(
      list, of: base.selection, entityCount: entityCount, cancellation: cancellation)
  }

  /// The ties of some events whose parties are known; those with fewer than two tie nothing.
  ///
  /// - Complexity: O(*parties*).
  init(
    _ who: ListColumn, of selection: RowSelection, entityCount: Int, cancellation: Cancellation
  ) throws {
    self.cancellation = cancellation
    self.entityCount = entityCount
    var events: [UInt32] = []
    var offsets: [UInt32] = [0]
    var members: [UInt32] = []
    /// The last tie, counted from 1, that has each entity.
    var lastTie = [UInt32](repeating: 0, count: entityCount)
    let (starts, values) = (who.offsets.span, who.values.span)
    try selection.forEachBatch { batch in
      try cancellation.check()
      batch.forEachRow { row in
        let places = Int(starts[row])..<Int(starts[row + 1])
        if places.count < 2 { return }
        let tie = UInt32(offsets.count)
        let start = members.count
        for place in places where lastTie[Int(values[place])] != tie {
          lastTie[Int(values[place])] = tie
          members.append(values[place])
        }
        if members.count - start < 2 {
          lastTie[Int(members.removeLast())] = 0
          return
        }
        events.append(UInt32(row))
        offsets.append(UInt32(members.count))
      }
    }
    self.events = events
    partyOffsets = offsets
    parties = members
    (tieOffsets, ties) = try Self.ties(
      of: members, offsets, entityCount: entityCount, cancellation)
  }

  /// The ties of each entity one behind the other, and where those of each begin.
  private static func ties(
    of members: [UInt32], _ offsets: [UInt32], entityCount: Int, _ cancellation: Cancellation
  ) throws -> (offsets: [UInt32], ties: [UInt32]) {
    var ends = [UInt32](repeating: 0, count: entityCount + 1)
    for member in members { ends[Int(member) + 1] += 1 }
    for entity in 0..<entityCount { ends[entity + 1] += ends[entity] }
    var next = ends
    var ties = [UInt32](repeating: 0, count: members.count)
    let (from, starts) = (members.span, offsets.span)
    for tie in 0..<(offsets.count - 1) {
      if tie & 0xfff == 0 { try cancellation.check() }
      for place in Int(starts[tie])..<Int(starts[tie + 1]) {
        let member = Int(from[place])
        ties[Int(next[member])] = UInt32(tie)
        next[member] += 1
      }
    }
    return (ends, ties)
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
    var asking = WorkCount(cancellation)
    let (offsets, parties) = (partyOffsets.span, parties.span)
    for tie in own.members {
      let places = Int(offsets[Int(tie)])..<Int(offsets[Int(tie) + 1])
      try asking.spend(places.count)
      for place in places where !starts.contains(parties[place]) {
        counts[Int(parties[place])] += 1
        last[Int(parties[place])] = events[Int(tie)]
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
    var asking = WorkCount(cancellation)
    let (offsets, parties) = (partyOffsets.span, parties.span)
    while reach.counts.count < limit, !edge.isEmpty {
      var next: [UInt32] = []
      for entity in edge {
        // The other parties of a goal's tie have yet to meet the goal itself.
        let isGoal = goals.contains(entity)
        for tie in ties(of: entity) where !seenTies.contains(tie) {
          if !isGoal { seenTies.insert(tie) }
          let places = Int(offsets[Int(tie)])..<Int(offsets[Int(tie) + 1])
          try asking.spend(places.count)
          for place in places where parties[place] != entity {
            let party = parties[place]
            if goals.contains(party) { reach.steps = reach.counts.count + 1 }
            if seen.contains(party) { continue }
            seen.insert(party)
            next.append(party)
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

  /// The entities that are tied to any of some.
  ///
  /// - Complexity: O(*parties*).
  func tied(to entities: Bitmap) throws -> Bitmap {
    var result = Bitmap(size: entityCount)
    var asking = WorkCount(cancellation)
    let (offsets, parties) = (partyOffsets.span, parties.span)
    for tie in events.indices {
      let places = Int(offsets[tie])..<Int(offsets[tie + 1])
      try asking.spend(places.count)
      var count = 0
      var one: UInt32 = 0
      for place in places where entities.contains(parties[place]) {
        one = parties[place]
        count += 1
      }
      if count == 0 { continue }
      for place in places where count > 1 || parties[place] != one {
        result.insert(parties[place])
      }
    }
    return result
  }
}
