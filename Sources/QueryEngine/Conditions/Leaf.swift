internal import NewsStore
internal import QueryLanguage

/// A test of one column, compiled; `missing` is the truth of a row without a value.
enum Leaf {
  /// The value is in the set: codes, or rows of another table.
  case keys([UInt32], unknown: UInt32, KeySet, missing: UInt8)
  /// Any value of the list, or every one, is in the set.
  case listedKeys(ListColumn, KeySet, ListTest, missing: UInt8)
  /// The text of the code passes.
  case text([UInt32], TextMemo)
  /// The text of any code of the list, or of every one, passes.
  case listedText(ListColumn, TextMemo, ListTest, missing: UInt8)
  /// The row referred to passes.
  case linked([UInt32], LinkedCondition, missing: UInt8)
  /// Any row referred to, or every one, passes.
  case listedLinks(ListColumn, LinkedCondition, ListTest, missing: UInt8)
  case days(DateColumn, DayRange, missing: UInt8)
  case period(DateColumn, PeriodTest)
  /// A column of periods, by their places.
  case ordinals([Int32], PeriodTest)
  case integers([Int64], NumberRange, missing: UInt8)
  case numbers([Double], NumberRange, missing: UInt8)
  case slices(SliceTest)
  /// The row itself is in the set and has a value.
  case rows(SliceColumn, KeySet)
  /// The row itself is in the set.
  case rowSet(KeySet)
  /// The column has a value.
  case isKnown(Column)
  /// Fails on every value: a test that does not fit the column.
  case never(Column)

  /// How dear it is to judge a row, in the cost of comparing one code.
  var cost: Int {
    switch self {
    case .keys, .days, .integers, .numbers: 1
    case .isKnown, .never, .rows, .rowSet: 2
    case .linked: 3
    case .text, .listedKeys: 4
    case .listedText, .listedLinks, .period, .ordinals: 8
    case .slices: 1000
    }
  }

  /// The truth of each row of a batch.
  func truths(_ batch: RowBatch) throws -> [UInt8] {
    switch self {
    case .keys(let keys, let unknown, let set, let missing):
      return Self.judged(keys, unknown, set, missing, batch)
    case .listedKeys(let list, let set, let rule, let missing):
      return list.judged(batch, rule, missing: missing) {
        set.contains($0) ? Truth.yes : Truth.no
      }
    case .text(let codes, let memo): return memo.withJudge { judge(codes, batch, $0) }
    case .listedText(let list, let memo, let rule, let missing):
      return memo.withJudge { list.judged(batch, rule, missing: missing, $0) }
    case .linked(let rows, let condition, let missing):
      return try condition.judged(rows, batch, missing: missing)
    case .listedLinks(let list, let condition, let rule, let missing):
      return try condition.judged(list, batch, rule, missing: missing)
    case .days(let column, let range, let missing):
      return Self.judged(column, range, missing, batch)
    case .period(let column, let test): return test.judged(column, batch)
    case .ordinals(let ordinals, let test): return test.judged(ordinals, batch)
    case .integers(let values, let range, let missing):
      return range.judged(values, batch, missing: missing)
    case .numbers(let values, let range, let missing):
      return range.judged(values, batch, missing: missing)
    case .slices(let test): return try test.judged(batch)
    case .rows(let slices, let set):
      var result: [UInt8] = []
      result.reserveCapacity(batch.count)
      batch.forEachRow { row in
        let isUnknown = slices.articles[row] == ReferenceColumn.unknown
        result.append(isUnknown ? Truth.unknown : Truth.of(set.contains(UInt32(row))))
      }
      return result
    case .rowSet(let set):
      var result: [UInt8] = []
      result.reserveCapacity(batch.count)
      batch.forEachRow { result.append(Truth.of(set.contains(UInt32($0)))) }
      return result
    case .isKnown(let column): return column.known(batch)
    case .never(let column):
      return column.known(batch).map { $0 == Truth.yes ? Truth.no : Truth.unknown }
    }
  }

  @inline(__always)
  private static func judged(
    _ keys: [UInt32], _ unknown: UInt32, _ set: KeySet, _ missing: UInt8, _ batch: RowBatch
  ) -> [UInt8] {
    switch set {
    case .one(let key):
      return judge(keys, batch) { $0 == key ? Truth.yes : $0 == unknown ? missing : Truth.no }
    case .few(let few):
      let few = few.span
      return judge(keys, batch) {
        var truth = $0 == unknown ? missing : Truth.no
        for index in few.indices where few[index] == $0 { truth = Truth.yes }
        return truth
      }
    case .many(let bitmap):
      return judge(keys, batch) {
        bitmap.contains($0) ? Truth.yes : $0 == unknown ? missing : Truth.no
      }
    }
  }

  private static func judged(
    _ column: DateColumn, _ range: DayRange, _ missing: UInt8, _ batch: RowBatch
  ) -> [UInt8] {
    switch range {
    case .overlaps(let lower, let upper):
      return judge(column.first, column.last, batch) { first, last in
        let truth = Truth.of(first <= upper) & Truth.of(last >= lower)
        return first > last ? missing : truth
      }
    default:
      return judge(column.first, column.last, batch) { first, last in
        first > last ? missing : Truth.of(range.contains(first, last))
      }
    }
  }
}

extension ListColumn {
  /// For each row of a batch, whether `test` passes on any value, or on every one that is known;
  /// `missing` where there is none.
  @inline(__always)
  func judged(
    _ batch: RowBatch, _ rule: ListTest, missing: UInt8, _ test: (UInt32) -> UInt8
  ) -> [UInt8] {
    switch rule {
    case .any: judged(batch, missing: missing, test) { known($0, or: $1) }
    case .every: judged(batch, missing: missing, test) { known($0, and: $1) }
    }
  }

  @inline(__always)
  private func judged(
    _ batch: RowBatch, missing: UInt8, _ test: (UInt32) -> UInt8,
    _ combine: (UInt8, UInt8) -> UInt8
  ) -> [UInt8] {
    let starts = offsets.span
    let elements = values.span
    var result = [UInt8](repeating: missing, count: batch.count)
    var out = result.mutableSpan
    var place = 0
    batch.forEachRow { row in
      let (lower, upper) = (Int(starts[row]), Int(starts[row + 1]))
      if lower < upper {
        var truth = Truth.unknown
        for index in lower..<upper { truth = combine(truth, test(elements[index])) }
        out[place] = truth
      }
      place += 1
    }
    return result
  }
}

extension Column {
  /// For each row of a batch, whether the column has a value.
  func known(_ batch: RowBatch) -> [UInt8] {
    switch self {
    case .codes(let column):
      judge(column.codes, batch) { Truth.of($0 != StringPool.unknown) }
    case .references(let column):
      judge(column.rows, batch) { Truth.of($0 != ReferenceColumn.unknown) }
    case .dates(let column): judge(column.first, column.last, batch) { Truth.of($0 <= $1) }
    case .integers(let column):
      judge(column.values, batch) { Truth.of($0 != IntegerColumn.unknown) }
    case .numbers(let column): judge(column.values, batch) { Truth.of(!$0.isNaN) }
    case .slices(let column):
      judge(column.articles, batch) { Truth.of($0 != ReferenceColumn.unknown) }
    case .codeLists(let list):
      list.judged(batch, .any, missing: Truth.no) { Truth.of($0 != StringPool.unknown) }
    case .referenceLists(let list):
      list.judged(batch, .any, missing: Truth.no) { Truth.of($0 != ReferenceColumn.unknown) }
    }
  }
}
