import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// Rows with the same keys.
  struct Group {
    var keys: [Atom?]
    /// Positions of its rows among all.
    var members: [Int] = []
  }

  /// Every combination of the values of some columns in a row.
  func combinations(_ readers: [Reader], _ row: Row) -> [[Atom]] {
    var result: [[Atom]] = [[]]
    for read in readers {
      let values = read(row)
      result = result.flatMap { start in values.map { start + [$0] } }
    }
    return result
  }

  /// The calendar period that a column holds, where it holds one.
  func calendarPart(_ column: BoundColumn, _ shape: RowShape) -> BoundPath.DatePart? {
    if let part = column.path.part { return part }
    guard case .column(let index, let fields) = column.path.root, fields.isEmpty else {
      return nil
    }
    return shape.columns[index].type.part
  }

  /// The rows by their keys, in order of first appearance.
  mutating func groups(_ rows: Rows, _ keys: [BoundColumn]) -> [Group] {
    if keys.isEmpty { return [Group(keys: [], members: Array(rows.rows.indices))] }
    let readers = keys.map { reader($0.path) }
    var groups: [Group] = []
    var numbers: [[Atom]: Int] = [:]
    for (index, row) in rows.rows.enumerated() {
      let combinations = combinations(readers, row)
      if combinations.isEmpty { unkeyedCount += 1 }
      for combination in combinations {
        if let number = numbers[combination] {
          groups[number].members.append(index)
        } else {
          numbers[combination] = groups.count
          groups.append(Group(keys: combination, members: [index]))
        }
      }
    }
    return groups
  }

  /// Groups as rows of their keys and what `cells` makes of them, in the order of `count` by
  /// `measure`; groups for empty periods have no members.
  func arranged(
    _ groups: [Group], _ period: BoundPath.DatePart?, _ measure: (Group) -> Int,
    _ cells: (Group) -> [[Atom]]
  ) -> [Row] {
    let keyCount = groups.first?.keys.count ?? 0
    var all = groups
    if let period, period != .weekday {
      all += gaps(groups.compactMap { $0.keys[0] }, period).map { gap in
        Group(keys: [gap] + Array(repeating: nil, count: keyCount - 1))
      }
    }
    let rows = all.map { group in
      Row(
        columns: group.keys.map { [$0].compactMap { $0 } } + [[.integer(measure(group))]]
          + cells(group))
    }
    var keys: [(Reader, Bool)] = (0..<keyCount).map { key in ({ $0.columns[key] }, false) }
    keys.insert(({ $0.columns[keyCount] }, true), at: min(keyCount, period == nil ? 0 : 1))
    return ordered(rows, keys).map { row in
      Row(columns: Array(row.columns[..<keyCount] + row.columns[(keyCount + 1)...]))
    }
  }

  /// The periods between the first and the last that do not occur.
  private func gaps(_ present: [Atom], _ part: BoundPath.DatePart) -> [Atom] {
    let days = present.compactMap(\.days)
    guard var day = days.compactMap(\.first).min(), let end = days.compactMap(\.last).max() else {
      return []
    }
    let known = Set(present)
    var gaps: [Atom] = []
    var count = 0
    while day <= end {
      let atom = Atom.part(part, of: day)
      if !known.contains(atom) { gaps.append(atom) }
      count += 1
      guard count <= 5_000, let last = atom.days?.last else { return [] }
      day = last.advanced(by: 1)
    }
    return gaps
  }

  // MARK: Count

  mutating func counted(
    _ rows: Rows, _ path: BoundPath?, _ keys: [BoundColumn], _ shape: RowShape
  ) -> Rows {
    let groups = groups(rows, keys)
    let read = path.map { reader($0) }
    func measure(_ group: Group) -> Int {
      guard let read else { return group.members.count }
      return Set(group.members.flatMap { read(rows.rows[$0]) }).count
    }
    let period = keys.first.flatMap { calendarPart($0, shape) }
    return Rows(
      table: nil, rows: arranged(groups, period, measure) { [[.integer(measure($0))]] })
  }

  // MARK: Crosstab

  mutating func crossed(
    _ rows: Rows, _ key: BoundColumn, _ across: BoundColumn, _ shape: RowShape
  ) -> Rows {
    let whole = groups(rows, [key, across])
    var members: [Atom: Set<Int>] = [:]
    var heads: [Atom: Set<Int>] = [:]
    var cells: [[Atom]: Int] = [:]
    var order: [Atom] = []
    var headOrder: [Atom] = []
    for group in whole {
      guard let first = group.keys[0], let second = group.keys[1] else { continue }
      if members[first] == nil { order.append(first) }
      if heads[second] == nil { headOrder.append(second) }
      members[first, default: []].formUnion(group.members)
      heads[second, default: []].formUnion(group.members)
      cells[[first, second]] = group.members.count
    }
    let across = calendarPart(across, shape)
    let columns = arranged(
      headOrder.map { Group(keys: [$0], members: (heads[$0] ?? []).sorted()) }, across,
      { $0.members.count }, { _ in [] }
    ).compactMap { $0.columns[0].first }
    let own = columns.prefix(BoundOperation.crosstabLimit)
    let others = columns.dropFirst(BoundOperation.crosstabLimit)
    var result = Rows(table: nil, rows: [])
    result.rows = arranged(
      order.map { Group(keys: [$0], members: (members[$0] ?? []).sorted()) },
      calendarPart(key, shape), { $0.members.count }
    ) { group in
      let counts = own.map { head in cells[[group.keys[0], head].compactMap { $0 }] ?? 0 }
      let rest = others.map { head in cells[[group.keys[0], head].compactMap { $0 }] ?? 0 }
      let sums = others.isEmpty ? [] : [rest.reduce(0, +)]
      return (counts + sums + [group.members.count]).map { [.integer($0)] }
    }
    result.names =
      [key.name] + own.map { $0.value(snapshot).plain } + (others.isEmpty ? [] : ["others"])
      + ["total"]
    return result
  }
}

extension Value {
  /// The value as the name of a column.
  fileprivate var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .date(let date): date.description
    case .unknown, .list: ""
    }
  }
}
