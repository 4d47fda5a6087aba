internal import Diagnostics
internal import NewsModel
internal import NewsStore
internal import QueryEngine
internal import QueryLanguage

/// Queries about events, through planner and engine.
struct EngineBenchmarks {
  let snapshot: Snapshot
  let planner: Planner
  let rounds: Int
  private var table = TextTable(["query", "rows", "ms", "least ms", "ns/row", "of hand-written"])

  /// Only queries whose name contains this are run; all where nil.
  private let only: String?

  init(_ snapshot: Snapshot, rounds: Int, only: String? = nil) {
    self.snapshot = snapshot
    self.only = only
    self.rounds = rounds
    planner = Planner(statistics: SnapshotStatistics(snapshot))
  }

  /// The table of all measurements.
  mutating func run() -> String {
    let type = path("type")
    let actor = path("actor")
    let date = path("date")
    let newest = BoundOperation.sort([BoundSortKey(path: date, isDescending: true)])

    filterByScan()
    let assaults = BoundCondition.and([
      .test(type, .text(.equals(["assault"]))),
      .test(actor, .references([3])),
      .test(path("score"), .number(.ordered(.less, -9))),
    ])
    measure("type, actor and score", [.filter(assaults)])
    measure("count", [.count(distinct: nil, by: [])])
    measure("count by type", [.count(distinct: nil, by: [column("type")])])
    measure("count by month", [.count(distinct: nil, by: [months])])
    measure(
      "of an actor, count by month",
      [.filter(.test(actor, .references([0]))), .count(distinct: nil, by: [months])])
    let top = BoundOperation.sort([
      BoundSortKey(
        path: BoundPath(root: .column(1, then: []), type: .integer, isList: false),
        isDescending: true)
    ])
    measure("top 10 actors", [.count(distinct: nil, by: [column("actor")]), top, .take(10)])
    measure(
      "newest 20 of a frequent actor",
      [.filter(.test(actor, .references([0]))), newest, .take(20)])
    measure(
      "newest 20 of a rare actor",
      [.filter(.test(actor, .references([900]))), newest, .take(20)])
    measure("newest 20", [newest, .take(20)])
    measure(
      "actor.country = X",
      [.filter(.test(country, .text(.equals(["country 7"]))))])
    measure(
      "sort by actor, take 10",
      [.sort([BoundSortKey(path: actor, isDescending: false)]), .take(10)])
    measure("sort by score", [.sort([BoundSortKey(path: path("score"), isDescending: false)])])
    measure("since 2022", [.filter(.test(date, .date(.overlaps(since2022))))])
    groups()
    additions()
    sets()
    sequences()
    graphs()
    return table.text
  }

  private var since2022: [NewsDate] {
    [NewsDate(first: Day(year: 2022, month: 1, day: 1), last: nil)].compactMap { $0 }
  }

  /// Times three conditions that no postings answer, against the same loop written by hand.
  private mutating func filterByScan() {
    let condition = BoundCondition.and([
      .not(.test(path("status"), .text(.equals(["planned"])))),
      .test(path("score"), .number(.ordered(.less, -5))),
      .test(path("sources"), .number(.ordered(.greaterOrEqual, 1))),
    ])
    let expected = handWritten()
    let byHand = Timing(rounds: rounds) { _ = handWritten() }
    measure("three conditions", [.filter(condition)], byHand: byHand, expecting: expected)
    add("  the same loop by hand", rows: expected, byHand, nil)
  }

  private func handWritten() -> Int {
    guard case .codes(let status) = snapshot.column(field("status")),
      case .numbers(let score) = snapshot.column(field("score")),
      case .integers(let sources) = snapshot.column(field("sources"))
    else { return 0 }
    let planned = snapshot.strings.code(of: "planned") ?? 0
    let (codes, scores, counts) = (status.codes, score.values, sources.values)
    let (a, b, c) = (codes.span, scores.span, counts.span)
    var rows: [UInt32] = []
    for row in a.indices
    where a[row] != 0 && a[row] != planned && b[row] < -5 && c[row] >= 1 {
      rows.append(UInt32(row))
    }
    return rows.count
  }

  /// Times a query and adds it to the table.
  ///
  /// - Parameter byHand: the time of the same work written by hand, where there is such.
  mutating func measure(
    _ name: String, _ operations: [BoundOperation], source: BoundSource = .table(.events),
    byHand: Timing? = nil, expecting: Int? = nil
  ) {
    let stages = operations.map { stage($0) }
    let query = BoundQuery(source: source, stages: stages)
    if let only, !name.contains(only) { return }
    var rowCount = 0
    let timing = Timing(rounds: rounds) {
      let result = QueryEngine.run(query, planner: planner, on: snapshot)
      rowCount = result.table.rowCount
    }
    precondition(expecting.map { $0 == rowCount } ?? true, "the engine finds other rows")
    add(name, rows: rowCount, timing, byHand)
  }

  /// A stage after which rows are shown by date.
  func stage(_ operation: BoundOperation) -> BoundStage {
    BoundStage(operation: operation, text: "", range: SourceRange(at: 0), output: shape)
  }

  private mutating func add(_ name: String, rows: Int, _ timing: Timing, _ byHand: Timing?) {
    let all = Double(max(1, snapshot.rowCount(of: .events)))
    table.add([
      name, String(rows), rounded(timing.median * 1000, 4), rounded(timing.least * 1000, 4),
      rounded(timing.median / all * 1_000_000_000, 2),
      byHand.map { rounded(timing.median / $0.median, 2) } ?? "",
    ])
  }

  // MARK: Parts of queries

  private var shape: RowShape {
    RowShape(.events, shown: [BoundColumn(name: "date", path: path("date"))])
  }

  private func field(_ name: String) -> FieldID {
    guard let field = Table.events.schema.field(named: name) else {
      preconditionFailure("events have no \(name)")
    }
    return field
  }

  /// The path to a field of events, or to a part of it.
  func path(
    _ name: String, part: BoundPath.DatePart? = nil, type: ValueType? = nil
  ) -> BoundPath {
    let field = field(name)
    return BoundPath(
      root: .fields([field]), part: part, type: type ?? field.schema.type,
      isList: field.schema.isList)
  }

  /// The path to a field of entities.
  func entityPath(_ name: String) -> BoundPath {
    guard let field = Table.entities.schema.field(named: name) else {
      preconditionFailure("entities have no \(name)")
    }
    return BoundPath(
      root: .fields([field]), type: field.schema.type, isList: field.schema.isList)
  }

  private var country: BoundPath {
    guard case .fields(let fields) = entityPath("country").root else { return path("actor") }
    return BoundPath(root: .fields([field("actor")] + fields), type: .text, isList: true)
  }

  /// A column that shows a field of events.
  func column(_ name: String) -> BoundColumn { BoundColumn(name: name, path: path(name)) }

  /// A column that shows the month of events.
  var months: BoundColumn {
    BoundColumn(name: "month", path: path("date", part: .month, type: .text))
  }
}
