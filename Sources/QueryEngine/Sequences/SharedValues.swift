internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Candidates in order of time, found by the combinations of values that they have.
struct SharedValues {
  /// The numbers of the values of some rows, a list a row, path by path.
  struct Values {
    fileprivate var lists: [(offsets: [UInt32], numbers: [UInt32])] = []

    fileprivate func numbers(_ path: Int, _ row: Int) -> ArraySlice<UInt32> {
      let (offsets, numbers) = lists[path]
      return numbers[Int(offsets[row])..<Int(offsets[row + 1])]
    }

    /// Number of combinations that a row has.
    fileprivate func combinationCount(_ row: Int) -> Int {
      lists.indices.reduce(1) { count, path in
        count.multipliedReportingOverflow(by: numbers(path, row).count).overflow
          ? Int.max : count * numbers(path, row).count
      }
    }

    /// Whether two rows have a value in common for every path.
    fileprivate func shares(_ row: Int, with sets: [Set<UInt32>]) -> Bool {
      lists.indices.allSatisfy { path in
        numbers(path, row).contains { sets[path].contains($0) }
      }
    }
  }

  /// Greatest number of combinations for which a row is filed; rows with more are compared one by
  /// one.
  private static let filedLimit = 4_096

  private let cancellation: Cancellation
  private let numbers: [ValueNumbers]
  private let isNumber: [Bool]
  private let values: Values
  private var tables: [GroupTable]
  /// The candidates of each combination, ascending: those of combination *c* stand from
  /// `offsets[c]` up to `offsets[c + 1]`.
  private var offsets: [UInt32] = [0]
  private var filed: [UInt32] = []
  /// Candidates with too many combinations.
  private var wide: [UInt32] = []
  private let count: Int

  /// No candidates.
  init(cancellation: Cancellation) {
    self.cancellation = cancellation
    (numbers, isNumber, values, tables, count) = ([], [], Values(), [], 0)
  }

  /// Candidates with these values, one column a path.
  init(_ columns: [ComputedColumn], count: Int, cancellation: Cancellation) throws {
    self.cancellation = cancellation
    self.count = count
    numbers = columns.map { _ in ValueNumbers(cancellation: cancellation) }
    isNumber = columns.map { [.integer, .number].contains($0.kind.element) }
    var values = Values()
    for (path, column) in columns.enumerated() {
      values.lists.append(try numbers[path].lists(column, asNumbers: isNumber[path]))
    }
    self.values = values
    tables = columns.map { _ in GroupTable(domain: nil) }
    if !columns.isEmpty { try file() }
  }

  /// The values of other rows, which may share those of the candidates.
  func values(of columns: [ComputedColumn], count: Int) throws -> Values {
    var values = Values()
    for (path, column) in columns.enumerated() {
      values.lists.append(try numbers[path].lists(column, asNumbers: isNumber[path]))
    }
    return values
  }

  private mutating func file() throws {
    var pairs: [(group: UInt32, candidate: UInt32)] = []
    for candidate in 0..<count {
      if candidate % 64 == 0 { try cancellation.check() }
      if values.combinationCount(candidate) > Self.filedLimit {
        wide.append(UInt32(candidate))
        continue
      }
      var groups: [UInt32] = [0]
      for path in tables.indices {
        let keys = values.numbers(path, candidate)
        groups = groups.flatMap { group in
          keys.map { tables[path].number(of: group, $0) }
        }
      }
      for group in groups { pairs.append((group, UInt32(candidate))) }
    }
    let groupCount = tables.last?.groups.count ?? 0
    offsets = [UInt32](repeating: 0, count: groupCount + 1)
    for pair in pairs { offsets[Int(pair.group) + 1] += 1 }
    for group in 0..<groupCount { offsets[group + 1] += offsets[group] }
    var next = offsets
    filed = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      filed[Int(next[Int(pair.group)])] = pair.candidate
      next[Int(pair.group)] += 1
    }
  }

  /// The first candidate whose first day is after `day` and that shares a value of every path with
  /// a row.
  ///
  /// - Parameter days: the first days of the candidates, ascending.
  /// - Complexity: O(*c* log *m*) for the *c* combinations of the row; O(*m*) for a row that has
  ///   some thousands of them.
  func earliest(
    sharedWith row: Int, of others: Values, _ days: [Int32], after day: Int32
  ) throws -> Int? {
    if tables.isEmpty {
      let place = days.partition { $0 <= day }
      return place < count ? place : nil
    }
    let combinations = others.combinationCount(row)
    if combinations == 0 { return nil }
    let isWide = combinations > Self.filedLimit
    var best = Int.max
    if !isWide {
      for group in groups(row, of: others) {
        let bucket = filed[Int(offsets[Int(group)])..<Int(offsets[Int(group) + 1])]
        let place = bucket.partition { days[Int($0)] <= day }
        if place < bucket.endIndex { best = min(best, Int(bucket[place])) }
      }
    }
    if isWide || !wide.isEmpty {
      let sets = others.lists.indices.map { Set(others.numbers($0, row)) }
      let later = days.partition { $0 <= day }
      if isWide {
        best = try first(sharing: sets, among: later..<count, before: best)
      } else {
        let start = wide.partition { Int($0) < later }
        best = try first(sharing: sets, among: wide[start...].lazy.map { Int($0) }, before: best)
      }
    }
    return best == Int.max ? nil : best
  }

  /// The first of some candidates that has values in common; `best` where none before it does.
  private func first(
    sharing sets: [Set<UInt32>], among candidates: some Sequence<Int>, before best: Int
  ) throws -> Int {
    for (place, candidate) in candidates.enumerated() {
      if place & 0xff == 0 { try cancellation.check() }
      if candidate >= best { break }
      if values.shares(candidate, with: sets) { return candidate }
    }
    return best
  }

  /// The combinations of a row that candidates have.
  private func groups(_ row: Int, of others: Values) -> [UInt32] {
    var groups: [UInt32] = [0]
    for path in tables.indices {
      let keys = others.numbers(path, row)
      groups = groups.flatMap { group in
        keys.compactMap { tables[path].existing(group, $0) }
      }
    }
    return groups
  }
}
