internal import NewsModel

extension Planner {
  /// A way to find the rows for which one condition holds.
  private struct Probe {
    var path: AccessPath
    /// Rows that it leads to.
    var rows: Int
    /// Whether it leads to exactly the rows for which the condition holds.
    var isExact: Bool
  }

  /// The way into `table` for the filters that lead a query.
  func access(_ table: Table, filters: [BoundCondition]) -> TableAccess {
    let all = statistics.rowCount(of: table)
    let shape = BoundSource.table(table).shape
    var residuals: [[BoundCondition]] = []
    var probes: [(stage: Int, part: Int, probe: Probe)] = []
    for (stage, filter) in filters.enumerated() {
      let parts = filter.conjuncts
      residuals.append(parts)
      for (part, condition) in parts.enumerated() {
        guard let probe = probe(condition, table: table) else { continue }
        probes.append((stage, part, probe))
      }
    }
    probes.sort { $0.probe.rows < $1.probe.rows }
    let chosen = choose(probes.map(\.probe), of: all)
    for place in chosen.sorted(by: { probes[$0].part > probes[$1].part })
    where probes[place].probe.isExact {
      residuals[probes[place].stage].remove(at: probes[place].part)
    }

    let paths = chosen.map { probes[$0].probe }
    var rows = paths.first.map { min($0.rows, all) } ?? all
    for path in paths.dropFirst() { rows = scaled(rows, Double(path.rows) / Double(max(1, all))) }
    let accessRows = rows
    let left = residuals.filter { !$0.isEmpty }.map { parts in
      let condition = parts.count == 1 ? parts[0] : BoundCondition.and(parts)
      rows = scaled(rows, selectivity(condition, of: table))
      return PlanFilter(
        condition: condition, text: "keep " + text(condition, of: shape), estimatedRows: rows)
    }
    return TableAccess(
      table: table, access: Self.path(paths.map(\.path)), accessRows: accessRows, filters: left,
      originalFilters: filters, estimatedRows: rows)
  }

  /// Which of the ascending probes are worth using together.
  ///
  /// A list costs about two steps a row and a scan one, so a list must be shorter than half of the
  /// table; a further list must not be much longer than the first, or testing the rows is cheaper.
  private func choose(_ probes: [Probe], of all: Int) -> [Int] {
    guard let best = probes.first else { return [] }
    var chosen: [Int] = []
    for (place, probe) in probes.enumerated() {
      switch probe.path {
      case .ranges:
        if probe.rows < all - all / 8 || all == 0 { chosen.append(place) }
      default:
        let isShort = chosen.isEmpty ? probe.rows <= all / 2 : probe.rows / 32 <= best.rows
        if isShort || probe.rows == 0 { chosen.append(place) }
      }
    }
    return chosen
  }

  private static func path(_ paths: [AccessPath]) -> AccessPath {
    if paths.contains(.nothing) { return .nothing }
    switch paths.count {
    case 0: return .scan
    case 1: return paths[0]
    default: return .intersection(paths)
    }
  }

  private func probe(_ condition: BoundCondition, table: Table) -> Probe? {
    switch condition {
    case .test(let path, let test):
      guard let field = path.singleField, field.table == table else { return nil }
      return probe(field, test)
    case .every(let path, let test):
      // Where every value passes, some value does.
      guard let field = path.singleField, field.table == table, var probe = probe(field, test)
      else { return nil }
      probe.isExact = false
      return probe
    case .or(let parts):
      return union(parts.map { probe($0, table: table) })
    case .and(let parts) where parts.count == 1: return probe(parts[0], table: table)
    case .and, .not, .isKnown, .among: return nil
    }
  }

  /// The way to the rows that any of the probes leads to; nil where one is missing.
  private func union(_ parts: [Probe?]) -> Probe? {
    let probes = parts.compactMap { $0 }
    guard probes.count == parts.count, !probes.isEmpty else { return nil }
    if probes.contains(where: { if case .ranges = $0.path { true } else { false } }) {
      return nil
    }
    return Probe(
      path: probes.count == 1 ? probes[0].path : .union(probes.map(\.path)),
      rows: probes.reduce(0) { $0 + $1.rows }, isExact: probes.allSatisfy(\.isExact))
  }

  private func probe(_ field: FieldID, _ test: ValueTest) -> Probe? {
    switch (test, field.schema.type) {
    case (.references(let rows), .reference):
      return probe(field, keys: .rows(rows))
    case (.text(.equals(let texts)), .text), (.text(.equals(let texts)), .category):
      return probe(field, keys: .texts(texts))
    case (.text(.contains(let phrase)), .text)
    where field == Table.articles.schema.field(named: "text") && !phrase.isEmpty:
      let count = statistics.articleCount(containing: phrase)
      return Probe(path: .phrase(phrase), rows: count, isExact: true)
    case (.date(let test), .date) where field.position == field.table.schema.mainDate:
      let dates: [NewsDate]
      switch test {
      case .overlaps(let several): dates = several
      case .within(let date), .exactly(let date): dates = [date]
      }
      guard let ranges = statistics.rowRanges(of: field.table, overlapping: dates) else {
        return nil
      }
      let rows = ranges.reduce(0) { $0 + $1.count }
      return Probe(path: .ranges(ranges), rows: rows, isExact: false)
    case (.any(let tests), _): return union(tests.map { probe(field, $0) })
    default: return nil
    }
  }

  private func probe(_ field: FieldID, keys: PostingKeys) -> Probe? {
    guard let count = statistics.postingCount(of: field, keys: keys) else { return nil }
    if keys.count == 0 { return Probe(path: .nothing, rows: 0, isExact: true) }
    return Probe(path: .postings(field, keys), rows: count, isExact: true)
  }

  /// The share of rows that a condition is thought to keep.
  func selectivity(_ condition: BoundCondition, of table: Table) -> Double {
    switch condition {
    case .and(let parts): return parts.reduce(1) { $0 * selectivity($1, of: table) }
    case .or(let parts): return 1 - parts.reduce(1) { $0 * (1 - selectivity($1, of: table)) }
    case .not(let part): return 1 - selectivity(part, of: table)
    case .isKnown: return 0.8
    case .among: return 0.2
    case .test(_, let test), .every(_, let test):
      if let probe = probe(condition, table: table) {
        let all = max(1, statistics.rowCount(of: table))
        return min(1, Double(probe.rows) / Double(all))
      }
      switch test {
      case .references: return 0.1
      case .text(.equals), .text(.exactly), .number(.equals): return 0.05
      case .text: return 0.2
      case .number: return 0.4
      case .date: return 0.3
      case .any: return 0.3
      }
    }
  }
}
