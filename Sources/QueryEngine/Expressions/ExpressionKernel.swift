internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// An expression compiled for some rows; it works out a batch of them at a time.
///
/// Batches are positions among the rows, not row numbers of their table.
indirect enum ExpressionKernel {
  case path(PathKernel)
  /// A column of one value, which every row has.
  case constant(ComputedColumn)
  case arithmetic(Arithmetic, ExpressionKernel, ExpressionKernel)
  /// The calendar period of a date.
  case period(BoundPath.DatePart, ExpressionKernel)
  /// Days from the first day of one date to that of another.
  case daysBetween(ExpressionKernel, ExpressionKernel)
  /// A text made of a text.
  case spelled(ExpressionKernel, TextSpeller)
  /// One text behind the other.
  case joined(ExpressionKernel, ExpressionKernel, TextJoiner)
  /// A number that each text has.
  case measured(ExpressionKernel, TextMeasure)
  /// A number that each piece of an article has; the pieces are not kept.
  case slicesMeasured(RowSelection, SliceColumn, TextMeasure)
  /// Number of values of a list.
  case length(ExpressionKernel)
  case first(ExpressionKernel)
  case last(ExpressionKernel)
  case absolute(ExpressionKernel)
  case round(ExpressionKernel)
  /// One value or another; the condition judges positions.
  case conditional(Kernel, then: ExpressionKernel, otherwise: ExpressionKernel, BranchMerger)
  /// A function that does not fit its arguments.
  case unknown

  /// The values at some positions.
  func values(_ batch: RowBatch) throws -> ComputedColumn {
    switch self {
    case .path(let path): return path.values(batch)
    case .constant(let column):
      return column.picked(.list([UInt32](repeating: 0, count: batch.count)[...]))
    case .arithmetic(let operation, let a, let b):
      return operation.applied(try a.values(batch), try b.values(batch))
    case .period(let part, let date): return try date.values(batch).periods(part)
    case .daysBetween(let a, let b):
      return Self.days(try a.values(batch).firstDays, try b.values(batch).firstDays)
    case .spelled(let text, let speller): return speller.spelled(try text.values(batch))
    case .joined(let a, let b, let joiner):
      return joiner.joined(try a.values(batch), try b.values(batch))
    case .measured(let text, let measure): return measure.measured(try text.values(batch))
    case .slicesMeasured(let selection, let column, let measure):
      return try measure.measured(column, selection.batch(at: batch))
    case .length(let list): return Self.lengths(try list.values(batch))
    case .first(let list): return try list.values(batch).firsts
    case .last(let list): return try list.values(batch).lasts
    case .absolute(let number): return Self.absolute(try number.values(batch))
    case .round(let number): return Self.rounded(try number.values(batch))
    case .conditional(let condition, let then, let otherwise, let merger):
      return try merger.merged(
        try condition.truths(batch), batch, { try then.values($0) }, { try otherwise.values($0) })
    case .unknown:
      return .integers([Int64](repeating: IntegerColumn.unknown, count: batch.count))
    }
  }

  private static func days(_ from: [Int32], _ to: [Int32]) -> ComputedColumn {
    .integers(
      RowBatch.run(0..<from.count).map(from, to, IntegerColumn.unknown) { a, b in
        a == DateColumn.openFirst || b == DateColumn.openFirst
          ? IntegerColumn.unknown : Int64(b) - Int64(a)
      })
  }

  private static func lengths(_ column: ComputedColumn) -> ComputedColumn {
    guard case .lists(let offsets, _) = column else {
      return .integers(column.isKnown.map { $0 ? 1 : IntegerColumn.unknown })
    }
    return .integers(
      (0..<column.count).map {
        let count = Int64(offsets[$0 + 1] - offsets[$0])
        return count == 0 ? IntegerColumn.unknown : count
      })
  }

  private static func absolute(_ column: ComputedColumn) -> ComputedColumn {
    switch column {
    case .integers(let values):
      return .integers(
        RowBatch.run(0..<values.count).map(values, 0) {
          $0 == IntegerColumn.unknown ? $0 : abs($0)
        })
    default:
      let values = column.doubles
      return .numbers(RowBatch.run(0..<values.count).map(values, .nan) { abs($0) })
    }
  }

  private static func rounded(_ column: ComputedColumn) -> ComputedColumn {
    if case .integers = column { return column }
    let values = column.doubles
    return .integers(
      RowBatch.run(0..<values.count).map(values, IntegerColumn.unknown) { value in
        let whole = value.rounded(.toNearestOrAwayFromZero)
        return Int64(exactly: whole) ?? IntegerColumn.unknown
      })
  }
}

extension ComputedColumn {
  /// The values as numbers, not a number where there is none; periods by their number.
  var doubles: [Double] {
    switch self {
    case .integers(let values):
      return RowBatch.run(0..<count).map(values, .nan) {
        $0 == IntegerColumn.unknown ? .nan : Double($0)
      }
    case .numbers(let values): return values
    case .periods(let ordinals, let part):
      return ordinals.map {
        $0 == Self.unknownPeriod
          ? .nan : Double(CalendarPeriod(part: part, ordinal: $0).number)
      }
    default: return [Double](repeating: .nan, count: count)
    }
  }
}

extension Arithmetic {
  /// The result for each row; what cannot be worked out is unknown.
  fileprivate func applied(_ a: ComputedColumn, _ b: ComputedColumn) -> ComputedColumn {
    let rows = RowBatch.run(0..<a.count)
    if self != .divided, case .integers(let x) = a, case .integers(let y) = b {
      let unknown = IntegerColumn.unknown
      @inline(__always)
      func whole(_ operation: (Int64, Int64) -> (Int64, Bool)) -> ComputedColumn {
        .integers(
          rows.map(x, y, unknown) { x, y in
            if x == unknown || y == unknown { return unknown }
            let (result, overflow) = operation(x, y)
            return overflow ? unknown : result
          })
      }
      switch self {
      case .plus: return whole { $0.addingReportingOverflow($1) }
      case .minus: return whole { $0.subtractingReportingOverflow($1) }
      case .times, .divided: return whole { $0.multipliedReportingOverflow(by: $1) }
      }
    }
    let (x, y) = (a.doubles, b.doubles)
    @inline(__always)
    func number(_ operation: (Double, Double) -> Double) -> ComputedColumn {
      .numbers(
        rows.map(x, y, .nan) {
          let result = operation($0, $1)
          return result.isFinite ? result : .nan
        })
    }
    switch self {
    case .plus: return number { $0 + $1 }
    case .minus: return number { $0 - $1 }
    case .times: return number { $0 * $1 }
    case .divided: return number { $0 / $1 }
    }
  }
}
