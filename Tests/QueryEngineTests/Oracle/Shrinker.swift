import NewsModel
import QueryLanguage

/// Makes a query that fails shorter, as long as it still fails.
struct Shrinker {
  /// Whether a query fails.
  let fails: (BoundQuery) -> Bool

  /// The shortest query that is found by leaving out a stage or a part of a condition at a time.
  func shrunk(_ query: BoundQuery) -> BoundQuery {
    var best = query
    var tries = 0
    while tries < 400 {
      let shorter = Self.shorter(best).first { candidate in
        tries += 1
        return fails(candidate)
      }
      guard let shorter else { break }
      best = shorter
    }
    return best
  }

  /// Valid queries that are a little shorter.
  static func shorter(_ query: BoundQuery) -> [BoundQuery] {
    var result: [BoundQuery] = []
    for end in query.stages.indices {
      result.append(BoundQuery(source: query.source, stages: Array(query.stages[..<end])))
    }
    for (index, stage) in query.stages.enumerated() {
      if stage.operation.keepsShape {
        var shorter = query
        shorter.stages.remove(at: index)
        result.append(shorter)
      }
      for operation in operations(stage.operation) {
        var shorter = query
        shorter.stages[index].operation = operation
        result.append(shorter)
      }
    }
    if let last = query.stages.last, case .group(let keys, let aggregates) = last.operation,
      aggregates.count > 1
    {
      for aggregate in aggregates {
        var shorter = query
        let columns = Array(last.output.columns.prefix(keys.count)) + [aggregate.column]
        shorter.stages[query.stages.count - 1].operation = .group(by: keys, [aggregate])
        shorter.stages[query.stages.count - 1].output = RowShape(columns: columns)
        result.append(shorter)
      }
    }
    if case .graph(let graph) = query.source {
      for ties in shorter(graph.ties) where ties.shape.table == .events {
        var shorter = query
        shorter.source = .graph(BoundGraph(search: graph.search, ties: ties, text: graph.text))
        result.append(shorter)
      }
    }
    return result
  }

  private static func operations(_ operation: BoundOperation) -> [BoundOperation] {
    switch operation {
    case .filter(let condition): return conditions(condition).map { .filter($0) }
    case .subset(let query, let isNegated):
      return shorter(query).filter { $0.shape.table == query.shape.table }
        .map { .subset($0, isNegated: isNegated) }
    case .followed(let sequence):
      var result = shorter(sequence.query)
        .filter { $0.shape.table == sequence.query.shape.table }
        .map { query in
          var shorter = sequence
          shorter.query = query
          return shorter
        }
      if !sequence.shared.isEmpty {
        var shorter = sequence
        shorter.shared = []
        result.append(shorter)
      }
      if sequence.span != nil {
        var shorter = sequence
        shorter.span = nil
        result.append(shorter)
      }
      return result.map { .followed($0) }
    case .sort(let keys) where keys.count > 1: return keys.map { .sort([$0]) }
    case .search(let search) where search.phrases.count > 1:
      return search.phrases.map { .search(TextSearch(phrases: [$0])) }
    default: return []
    }
  }

  private static func conditions(_ condition: BoundCondition) -> [BoundCondition] {
    switch condition {
    case .and(let parts):
      return parts + parts.indices.map { .and(without($0, parts)) } + inner(parts) { .and($0) }
    case .or(let parts):
      return parts + parts.indices.map { .or(without($0, parts)) } + inner(parts) { .or($0) }
    case .not(let part): return [part] + conditions(part).map { .not($0) }
    case .test(let path, .any(let tests)): return tests.map { .test(path, $0) }
    case .every(let path, .any(let tests)): return tests.map { .every(path, $0) }
    case .among(let path, let values):
      return shorter(values.query)
        .filter { $0.shape.table == values.query.shape.table && values.path?.isOfFields != false }
        .map { .among(path, BoundValues(query: $0, path: values.path, isEvery: values.isEvery)) }
    case .test, .isKnown, .every: return []
    }
  }

  private static func without(_ index: Int, _ parts: [BoundCondition]) -> [BoundCondition] {
    Array(parts[..<index] + parts[(index + 1)...])
  }

  /// The parts with one of them made shorter.
  private static func inner(
    _ parts: [BoundCondition], _ whole: ([BoundCondition]) -> BoundCondition
  ) -> [BoundCondition] {
    parts.indices.flatMap { index in
      conditions(parts[index]).map { shorter in
        var parts = parts
        parts[index] = shorter
        return whole(parts)
      }
    }
  }
}

extension BoundOperation {
  /// Whether the rows are after it what they were before.
  fileprivate var keepsShape: Bool {
    switch self {
    case .filter, .search, .sort, .take, .skip, .show, .sample, .subset: true
    case .followed(let sequence): sequence.isNegated
    case .count, .distinct, .follow, .add, .group, .crosstab: false
    }
  }
}

extension BoundPath {
  fileprivate var isOfFields: Bool { if case .fields = root { true } else { false } }
}
