internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Finds the ways from some entities to others, shortest first.
///
/// For each length it is worked out first from which entities a goal can be reached in exactly so
/// many steps, so that the search goes nowhere else. A search that still would take too long is
/// given up; ``isCut`` then tells.
struct PathFinder {
  /// Greatest number of parties of ties that are looked at, unless told otherwise.
  static let workLimit = 100_000_000
  /// Greatest number of neighbours that are kept.
  private static let memoLimit = 4_000_000

  private let graph: TieGraph
  private let starts: [UInt32]
  private let steps: Int
  private let goals: Bitmap
  private let workLimit: Int
  /// Starts and goals, which stand at the ends of paths only.
  private var ends: Bitmap
  /// From where a goal is reached in exactly 0, 1, 2 and more steps.
  private var layers: [Bitmap]
  private var neighbours: [UInt32: [UInt32]] = [:]
  private var neighbourCount = 0
  private var work = 0
  private var paths: [[UInt32]] = []
  /// Whether the search was given up before all paths were found.
  private(set) var isCut = false

  /// A search in a graph; entities that it does not have are left out.
  ///
  /// - Parameter workLimit: number of parties of ties after which it is given up.
  init(
    _ graph: TieGraph, from starts: [UInt32], to goals: [UInt32], steps: Int,
    workLimit: Int = Self.workLimit
  ) {
    self.graph = graph
    self.workLimit = workLimit
    self.starts = starts.filter { Int($0) < graph.entityCount }.uniqued().sorted()
    // A path that meets nobody twice has fewer steps than there are entities.
    self.steps = min(max(0, steps), max(0, graph.entityCount - 1))
    var set = Bitmap(size: graph.entityCount)
    for goal in goals where Int(goal) < graph.entityCount { set.insert(goal) }
    self.goals = set
    layers = [set]
    for start in self.starts { set.insert(start) }
    ends = set
  }

  /// The steps of all paths, one a row, with the columns `path`, `step`, `from` and `to`.
  mutating func rows() throws -> Rows {
    try search()
    var events: [UInt32] = []
    var numbers: (paths: [Int64], steps: [Int64]) = ([], [])
    var (from, to): ([UInt32], [UInt32]) = ([], [])
    var known: [UInt64: UInt32] = [:]
    for (number, path) in paths.enumerated() {
      for (step, (a, b)) in zip(path, path.dropFirst()).enumerated() {
        try graph.cancellation.check()
        let pair = UInt64(a) << 32 | UInt64(b)
        guard let event = known[pair] ?? graph.firstTie(a, b).map({ graph.events[$0] }) else {
          continue
        }
        known[pair] = event
        events.append(event)
        numbers.paths.append(Int64(number + 1))
        numbers.steps.append(Int64(step + 1))
        from.append(a)
        to.append(b)
      }
    }
    return Rows(
      .events, .list(events),
      columns: [
        .integers(numbers.paths), .integers(numbers.steps), .references(from, .entities),
        .references(to, .entities),
      ])
  }

  private mutating func search() throws {
    let reach = try graph.reach(from: starts, to: goals, within: steps)
    guard let shortest = reach.steps, shortest <= steps else { return }
    for length in shortest...steps {
      while layers.count <= length {
        try addLayer()
        if isCut { return }
      }
      for start in starts where layers[length].contains(start) {
        try search(from: start, length)
        if isCut || paths.count == BoundGraph.pathLimit { return }
      }
    }
  }

  /// Works out from where a goal is reached in one more step.
  private mutating func addLayer() throws {
    var last = layers[layers.count - 1]
    if layers.count > 1 { last.subtract(ends) }
    layers.append(try graph.tied(to: last))
    spend(graph.size)
  }

  /// Adds the paths of a length from a start, by the row numbers of their entities.
  private mutating func search(from start: UInt32, _ length: Int) throws {
    var path = [start]
    var onPath: Set<UInt32> = [start]
    /// The neighbours of each entity of the path, and the next of them to try.
    var open = [(neighbours: try neighbours(of: start), next: 0)]
    var tried = 0
    while let top = open.last {
      tried += 1
      if tried & 0xfff == 0 {
        try graph.cancellation.check()
        spend(0x1000)
      }
      if isCut { return }
      if top.next == top.neighbours.count {
        open.removeLast()
        onPath.remove(path.removeLast())
        continue
      }
      open[open.count - 1].next += 1
      let entity = top.neighbours[top.next]
      let left = length - path.count
      guard layers[left].contains(entity), !onPath.contains(entity),
        left == 0 || !ends.contains(entity)
      else { continue }
      if left == 0 {
        paths.append(path + [entity])
        if paths.count == BoundGraph.pathLimit { return }
      } else {
        path.append(entity)
        onPath.insert(entity)
        open.append((try neighbours(of: entity), 0))
      }
    }
  }

  /// The entities tied to one, ascending.
  private mutating func neighbours(of entity: UInt32) throws -> [UInt32] {
    if let known = neighbours[entity] { return known }
    var set = Bitmap(size: graph.entityCount)
    var unasked = 0
    for tie in graph.ties(of: entity) {
      let parties = graph.parties(of: Int(tie))
      for party in parties where party != entity { set.insert(party) }
      spend(parties.count)
      unasked += parties.count
      if unasked > 1 << 14 {
        unasked = 0
        try graph.cancellation.check()
      }
    }
    spend(graph.entityCount / 64)
    let found = set.members
    if neighbourCount + found.count <= Self.memoLimit {
      neighbours[entity] = found
      neighbourCount += found.count
    }
    return found
  }

  private mutating func spend(_ count: Int) {
    work += count
    if work > workLimit { isCut = true }
  }
}
