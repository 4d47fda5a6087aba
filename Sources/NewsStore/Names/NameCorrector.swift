internal import NewsModel

/// Carries out the user's corrections on entities that were found by rules.
///
/// What is kept apart is known before names are gathered; what is one is joined afterwards, in the
/// order in which it was said, unless that would join what is kept apart.
struct NameCorrector {
  private let corrections: [NameCorrection]
  private let matches: [(name: NodeNames.Match, other: NodeNames.Match)]
  /// The nodes that are kept apart.
  let separation: NameSeparation

  /// Finds the nodes that the corrections mean.
  ///
  /// - Parameter nodeOfSlug: the node of the entity with an id, which is given with its `@`.
  init(_ corrections: [NameCorrection], names: NodeNames, nodeOfSlug: (String) -> Int?) {
    self.corrections = corrections
    matches = corrections.map {
      (
        names.match($0.name, nodeOfSlug: nodeOfSlug), names.match($0.other, nodeOfSlug: nodeOfSlug)
      )
    }
    var separation = NameSeparation()
    for (correction, match) in zip(corrections, matches) where correction.relation == .different {
      separation.separate(match.name.nodes, match.other.nodes)
    }
    self.separation = separation
  }

  /// What corrections make of the entities of nodes.
  struct Result {
    /// Number of the entity of each node.
    var entityOf: [UInt32]
    /// Whether a node came to its entity by the user's word.
    var isAdded: [Bool]
    /// Names that the user gives an entity and no article uses, by its number; `isMain` where it is
    /// to be the entity's own.
    var names: [(entity: UInt32, name: String, isMain: Bool)] = []
    /// What became of each correction.
    var outcomes: [CorrectionOutcome] = []
    /// The nodes of each entity.
    fileprivate var nodes: [UInt32: [Int]] = [:]

    /// The entities as they are, nothing changed.
    init(entityOf: [UInt32]) {
      self.entityOf = entityOf
      isAdded = [Bool](repeating: false, count: entityOf.count)
    }

    /// Has nodes of the entity `left` belong to `entity`.
    fileprivate mutating func move(_ moving: [Int], from left: UInt32, to entity: UInt32) {
      for node in moving {
        entityOf[node] = entity
        isAdded[node] = true
      }
      nodes[left] = nodes[left]?.filter { entityOf[$0] == left }
      nodes[entity, default: []] += moving
    }
  }

  /// Joins what is said to be one.
  ///
  /// - Parameters:
  ///   - entityOf: number of the entity of each node.
  ///   - heads: for each node, whether it has the name by which its entity goes.
  ///   - weights: number of articles of each node.
  func apply(entityOf: [UInt32], heads: [Bool], kinds: [EntityKind], weights: [Int]) -> Result {
    var result = Result(entityOf: entityOf)
    result.nodes = Dictionary(grouping: entityOf.indices) { entityOf[$0] }
    for (correction, match) in zip(corrections, matches) {
      let outcome =
        correction.relation == .same
        ? join(correction, match, heads: heads, kinds: kinds, weights: weights, &result)
        : check(correction, match, result)
      result.outcomes.append(outcome)
    }
    return result
  }

  private func join(
    _ correction: NameCorrection, _ match: (name: NodeNames.Match, other: NodeNames.Match),
    heads: [Bool], kinds: [EntityKind], weights: [Int], _ result: inout Result
  ) -> CorrectionOutcome {
    let own = match.name.nodes
    guard let first = own.first else {
      guard let target = match.other.nodes.max(by: { weights[$0] < weights[$1] }) else {
        return .noSuchName(correction.other)
      }
      result.names.append((result.entityOf[target], correction.name, false))
      return .noSuchName(correction.name)
    }
    // Of namesakes the one of the same kind is meant, else the one that most articles name.
    let candidates = match.other.nodes.filter { kinds[$0] == kinds[first] }
    let target = (candidates.isEmpty ? match.other.nodes : candidates)
      .max { weights[$0] < weights[$1] }
    guard let target else {
      result.names.append((result.entityOf[first], correction.other, true))
      return .noSuchName(correction.other)
    }
    let entity = result.entityOf[target]
    var isChanged = false
    for node in own where result.entityOf[node] != entity {
      let movesWhole: Bool
      if case .names = match.name { movesWhole = heads[node] } else { movesWhole = true }
      let left = result.entityOf[node]
      let moving = movesWhole ? result.nodes[left] ?? [] : [node]
      let isApart = moving.contains { node in
        separation[node].contains { result.entityOf[$0] == entity }
      }
      if isApart { return .keptApart }
      result.move(moving, from: left, to: entity)
      if movesWhole {
        for index in result.names.indices where result.names[index].entity == left {
          result.names[index].entity = entity
          result.names[index].isMain = false
        }
      }
      isChanged = true
    }
    return isChanged ? .applied : .alreadySo
  }

  private func check(
    _ correction: NameCorrection, _ match: (name: NodeNames.Match, other: NodeNames.Match),
    _ result: Result
  ) -> CorrectionOutcome {
    let (own, others) = (match.name.nodes, match.other.nodes)
    if own.isEmpty { return .noSuchName(correction.name) }
    if others.isEmpty { return .noSuchName(correction.other) }
    if !Set(own).isDisjoint(with: others) { return .oneInArticle(correction.name) }
    return .applied
  }
}
