internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// What stands between two steps of a plan.
enum Rows: Sendable {
  case table(Table, RowSelection)
  case derived(DerivedRows)

  /// Number of rows.
  var count: Int {
    switch self {
    case .table(_, let rows): rows.count
    case .derived(let rows): rows.count
    }
  }

  /// The first `count` rows.
  func prefix(_ count: Int) -> Rows {
    let count = max(0, min(count, self.count))
    switch self {
    case .table(let table, let rows): return .table(table, rows[0..<count])
    case .derived(let rows): return .derived(rows.picked(Array(0..<count)))
    }
  }

  /// What follows the first `count` rows.
  func dropFirst(_ count: Int) -> Rows {
    let count = max(0, min(count, self.count))
    switch self {
    case .table(let table, let rows): return .table(table, rows[count..<rows.count])
    case .derived(let rows): return .derived(rows.picked(Array(count..<rows.count)))
    }
  }

  /// The rows at these positions.
  func picked(_ positions: [Int]) -> Rows {
    switch self {
    case .table(let table, let rows): .table(table, .list(positions.map { rows[$0] }))
    case .derived(let rows): .derived(rows.picked(positions))
    }
  }

  /// The known values of a path, by position of the row.
  func data(_ path: BoundPath, _ snapshot: Snapshot) -> (Int) -> [Datum] {
    switch (self, path.root) {
    case (.table(_, let rows), .fields(let fields)):
      let reader = PathReader(path, fields: fields, snapshot: snapshot)
      return { reader.data(ofRow: rows[$0]) }
    case (.derived(let rows), .column):
      return { rows.datum(path, row: $0).map { [$0] } ?? [] }
    default: return { _ in [] }
    }
  }
}
