import NewsModel
import NewsStore
import QueryLanguage

/// Answers queries by doing each stage literally, row by row, over values.
struct Oracle {
  /// Rows between two stages.
  enum Rows {
    case table(Table, [UInt32])
    case derived([[Atom?]])

    var count: Int {
      switch self {
      case .table(_, let rows): rows.count
      case .derived(let rows): rows.count
      }
    }
  }

  let snapshot: Snapshot
  let articles: [String: AnnotatedArticle]
  private(set) var unknownCount = 0
  private(set) var unkeyedCount = 0
  /// Rows after each stage.
  private(set) var counts: [Int] = []

  init(_ snapshot: Snapshot, _ articles: [String: AnnotatedArticle]) {
    self.snapshot = snapshot
    self.articles = articles
  }

  /// The rows that answer a query.
  mutating func run(_ query: BoundQuery) -> Rows {
    var rows = Rows.table(query.source.table, all(query.source.table))
    for stage in query.stages {
      rows = apply(stage.operation, rows)
      counts.append(rows.count)
    }
    return rows
  }

  /// The cells of rows in a shape.
  func cells(_ rows: Rows, _ shape: RowShape) -> [[Value]] {
    switch rows {
    case .table(_, let numbers):
      return numbers.map { row in shape.shown.map { cell($0.path, row) } }
    case .derived:
      return (0..<rows.count).map { index in
        shape.shown.map { atoms($0.path, rows, index).first?.value(snapshot) ?? .unknown }
      }
    }
  }

  func all(_ table: Table) -> [UInt32] { (0..<snapshot.rowCount(of: table)).map { UInt32($0) } }

  private func cell(_ path: BoundPath, _ row: UInt32) -> Value {
    guard case .fields(let fields) = path.root else { return .unknown }
    if fields.count == 1, path.part == nil { return snapshot.value(fields[0], row: row) }
    let values = atoms(path, row).map { $0.value(snapshot) }
    if values.isEmpty { return .unknown }
    return path.isList ? .list(values) : values[0]
  }

  // MARK: Paths

  /// The rows that a row refers to over fields.
  func rows(_ fields: some Sequence<FieldID>, _ row: UInt32) -> [UInt32] {
    var rows = [row]
    for field in fields {
      rows = rows.flatMap { row -> [UInt32] in
        switch snapshot.column(field) {
        case .references(let column):
          let target = column.rows[Int(row)]
          return target == ReferenceColumn.unknown ? [] : [target]
        case .referenceLists(let list):
          return Array(
            list.values[Int(list.offsets[Int(row)])..<Int(list.offsets[Int(row) + 1])])
        default: return []
        }
      }
    }
    return rows
  }

  /// The known values of a path, each once.
  func atoms(_ path: BoundPath, _ row: UInt32) -> [Atom] {
    guard case .fields(let fields) = path.root, let last = fields.last else { return [] }
    var atoms: [Atom] = []
    if case .reference(let table) = last.schema.type {
      atoms = rows(fields, row).map { .row(table, $0) }
    } else {
      for row in rows(fields.dropLast(), row) {
        switch snapshot.value(last, row: row) {
        case .list(let values): atoms += values.compactMap { Atom($0) }
        case let value: atoms += [Atom(value)].compactMap { $0 }
        }
      }
    }
    return Self.unique(atoms.compactMap { part(path.part, of: $0) })
  }

  private func part(_ part: BoundPath.DatePart?, of atom: Atom) -> Atom? {
    guard let part else { return atom }
    switch atom {
    case .date(let date): return Atom(part, of: date)
    case .part(_, _, _, _, let days?): return Atom(part, of: days)
    default: return nil
    }
  }

  private static func unique(_ atoms: [Atom]) -> [Atom] {
    var result: [Atom] = []
    for atom in atoms where !result.contains(atom) { result.append(atom) }
    return result
  }

  private func atoms(_ path: BoundPath, _ rows: Rows, _ index: Int) -> [Atom] {
    switch rows {
    case .table(_, let numbers): return atoms(path, numbers[index])
    case .derived(let rows):
      guard case .column(let column, _) = path.root else { return [] }
      return [rows[index][column]].compactMap { $0 }.compactMap { part(path.part, of: $0) }
    }
  }

  private func picked(_ rows: Rows, _ indices: [Int]) -> Rows {
    switch rows {
    case .table(let table, let numbers): .table(table, indices.map { numbers[$0] })
    case .derived(let rows): .derived(indices.map { rows[$0] })
    }
  }

  // MARK: Stages

  mutating func apply(_ operation: BoundOperation, _ rows: Rows) -> Rows {
    let indices = Array(0..<rows.count)
    switch operation {
    case .filter(let condition):
      var kept: [Int] = []
      for index in indices {
        var number: UInt32?
        if case .table(_, let numbers) = rows { number = numbers[index] }
        switch truth(condition, { atoms($0, rows, index) }, number) {
        case true?: kept.append(index)
        case false?: break
        case nil: unknownCount += 1
        }
      }
      return picked(rows, kept)
    case .search(let search): return picked(rows, found(search, rows))
    case .sort(let keys): return picked(rows, sorted(indices, keys) { atoms($0, rows, $1).first })
    case .take(let count): return picked(rows, Array(indices.prefix(count)))
    case .skip(let count): return picked(rows, Array(indices.dropFirst(count)))
    case .show: return rows
    case .count(let path, let keys): return counted(rows, path, keys)
    case .distinct(let columns):
      var seen: [[Atom]] = []
      for index in indices {
        let combinations = combinations(columns, rows, index)
        if combinations.isEmpty { unkeyedCount += 1 }
        for combination in combinations where !seen.contains(combination) {
          seen.append(combination)
        }
      }
      return .derived(seen.map { $0.map { $0 } })
    case .follow(let table):
      guard case .table(let source, let numbers) = rows else { return .table(table, []) }
      return .table(table, follow(source, numbers, table))
    case .add, .group, .crosstab, .sample, .subset, .followed: return rows
    }
  }

  private func sorted(
    _ indices: [Int], _ keys: [BoundSortKey], _ atom: (BoundPath, Int) -> Atom?
  ) -> [Int] {
    let atoms = indices.map { index in keys.map { atom($0.path, index) } }
    return indices.sorted { a, b in
      for (place, key) in keys.enumerated() {
        switch (atoms[a][place], atoms[b][place]) {
        case (nil, nil): continue
        case (nil, _?): return false
        case (_?, nil): return true
        case (let x?, let y?):
          if x.precedes(y, snapshot) { return !key.isDescending }
          if y.precedes(x, snapshot) { return key.isDescending }
        }
      }
      return a < b
    }
  }

  private func combinations(_ columns: [BoundColumn], _ rows: Rows, _ index: Int) -> [[Atom]] {
    var result: [[Atom]] = [[]]
    for column in columns {
      let values = atoms(column.path, rows, index)
      result = result.flatMap { start in values.map { start + [$0] } }
    }
    return result
  }

  private mutating func counted(
    _ rows: Rows, _ path: BoundPath?, _ keys: [BoundColumn]
  ) -> Rows {
    var groups: [[Atom]] = []
    var numbers: [[Atom]: Int] = [:]
    var counts: [Int] = []
    var values: [Set<Atom>] = []
    for index in 0..<rows.count {
      let combinations = combinations(keys, rows, index)
      if combinations.isEmpty { unkeyedCount += 1 }
      for combination in combinations {
        let number = numbers[combination] ?? groups.count
        if number == groups.count {
          numbers[combination] = number
          groups.append(combination)
          counts.append(0)
          values.append([])
        }
        counts[number] += 1
        if let path { values[number].formUnion(atoms(path, rows, index)) }
      }
    }
    if path != nil { counts = values.map(\.count) }
    if keys.isEmpty { return .derived([[.number(Double(counts.first ?? 0), isInteger: true)]]) }
    var result: [[Atom?]] = zip(groups, counts).map {
      $0.map { $0 } + [.number(Double($1), isInteger: true)]
    }
    if let part = keys[0].path.part, part != .weekday {
      result += gaps(groups.map { $0[0] }, part).map { gap in
        [gap] + keys.dropFirst().map { _ in nil } + [.number(0, isInteger: true)]
      }
    }
    let byCount = BoundSortKey(path: Self.column(keys.count), isDescending: true)
    var order = keys.indices.map { BoundSortKey(path: Self.column($0), isDescending: false) }
    order.insert(byCount, at: keys[0].path.part == nil ? 0 : 1)
    let table = Rows.derived(result)
    return picked(table, sorted(Array(result.indices), order) { atoms($0, table, $1).first })
  }

  private static func column(_ index: Int) -> BoundPath {
    BoundPath(root: .column(index, then: []), type: .text, isList: false)
  }

  /// The periods between the first and the last that do not occur.
  private func gaps(_ present: [Atom], _ part: BoundPath.DatePart) -> [Atom] {
    let days = present.compactMap { atom -> NewsDate? in
      if case .part(_, _, _, _, let days) = atom { days } else { nil }
    }
    guard var day = days.compactMap(\.first).min(), let end = days.compactMap(\.last).max() else {
      return []
    }
    var all: [Atom] = []
    while day <= end {
      let atom = Atom.part(part, of: day)
      all.append(atom)
      guard case .part(_, _, _, _, let days?) = atom, let last = days.last else { break }
      day = last.advanced(by: 1)
    }
    if all.count > 5_000 { return [] }
    let known = Set(present)
    return all.filter { !known.contains($0) }
  }
}
