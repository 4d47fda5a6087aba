import NewsModel
import NewsStore
import QueryLanguage

/// Answers queries by doing each stage literally, row by row, over values.
struct Oracle {
  /// A row between two stages.
  struct Row: Hashable {
    /// Its number, where it is a row of a table.
    var number: UInt32 = 0
    /// The known values of each of its columns.
    var columns: [[Atom]] = []
  }

  /// Rows between two stages.
  struct Rows {
    /// The table that they are of; nil where they have columns alone.
    var table: Table?
    /// The rows, in order.
    var rows: [Row]
    /// The names of all columns, where only the rows tell them.
    var names: [String]?

    /// Number of rows.
    var count: Int { rows.count }
  }

  let values: StoredValues
  var unknownCount = 0
  var unkeyedCount = 0
  /// Rows after each stage.
  private(set) var counts: [Int] = []

  var snapshot: Snapshot { values.snapshot }

  init(_ values: StoredValues) { self.values = values }

  /// The rows that answer a query.
  mutating func run(_ query: BoundQuery) -> Rows {
    var rows = rows(query.source)
    var shape = query.source.shape
    for stage in query.stages {
      rows = apply(stage.operation, rows, shape)
      counts.append(rows.count)
      shape = stage.output
    }
    return rows
  }

  /// The rows of a query within a query, whose own counts are not those of the answer.
  func answer(_ query: BoundQuery) -> Rows {
    var oracle = Oracle(values)
    return oracle.run(query)
  }

  /// The first rows of a query.
  func rows(_ source: BoundSource) -> Rows {
    switch source {
    case .table(let table): Rows(table: table, rows: all(table).map { Row(number: $0) })
    case .graph(let graph): found(graph)
    }
  }

  /// The numbers of all rows of a table.
  func all(_ table: Table) -> [UInt32] { (0..<snapshot.rowCount(of: table)).map { UInt32($0) } }

  /// The rows after one more stage, where `shape` is what the rows before it are.
  mutating func step(_ stage: BoundStage, _ rows: Rows, _ shape: RowShape) -> Rows {
    let result = apply(stage.operation, rows, shape)
    counts.append(result.count)
    return result
  }

  private mutating func apply(
    _ operation: BoundOperation, _ rows: Rows, _ shape: RowShape
  ) -> Rows {
    var result = rows
    switch operation {
    case .filter(let condition):
      let judge = judge(condition)
      result.rows = []
      for row in rows.rows {
        switch judge(row) {
        case true?: result.rows.append(row)
        case false?: break
        case nil: unknownCount += 1
        }
      }
    case .search(let search): result.rows = found(search, rows)
    case .sort(let keys):
      result.rows = ordered(rows.rows, keys.map { (reader($0.path), $0.isDescending) })
    case .take(let count): result.rows = Array(rows.rows.prefix(count))
    case .skip(let count): result.rows = Array(rows.rows.dropFirst(count))
    case .show, .sample: break
    case .count(let path, let keys): return counted(rows, path, keys, shape)
    case .distinct(let columns):
      var seen: Set<[Atom]> = []
      result = Rows(table: nil, rows: [])
      let readers = columns.map { reader($0.path) }
      for row in rows.rows {
        let combinations = combinations(readers, row)
        if combinations.isEmpty { unkeyedCount += 1 }
        for combination in combinations where seen.insert(combination).inserted {
          result.rows.append(Row(columns: combination.map { [$0] }))
        }
      }
    case .follow(let table): return followed(rows, shape, table)
    case .add(let additions):
      for addition in additions {
        let value = evaluator(addition.value)
        let type = addition.column.type
        for index in result.rows.indices {
          let atoms = value(result.rows[index])
          result.rows[index].columns.append(atoms.compactMap { converted($0, type) })
        }
      }
    case .group(let keys, let aggregates): return grouped(rows, keys, aggregates, shape)
    case .crosstab(let key, let across): return crossed(rows, key, across, shape)
    case .subset(let query, let isNegated):
      let others = Set(answer(query).rows.map { identity($0, rows.table) })
      result.rows = rows.rows.filter { others.contains(identity($0, rows.table)) != isNegated }
    case .followed(let sequence): result.rows = followed(rows.rows, sequence)
    }
    return result
  }

  /// What makes a row the same as another: its number, or where it has none all its values.
  private func identity(_ row: Row, _ table: Table?) -> Row {
    table == nil ? row : Row(number: row.number)
  }
}
