/// A few rows that are worked on together.
enum RowBatch {
  /// Rows one behind the other.
  case run(Range<Int>)
  /// Rows in any order.
  case list(ArraySlice<UInt32>)

  /// Greatest number of rows of a batch.
  static let size = 1024

  /// Number of rows.
  var count: Int {
    switch self {
    case .run(let range): range.count
    case .list(let rows): rows.count
    }
  }

  /// The rows for whose byte in `mask` `measure` is 1 and not 0, in order; `mask` has one byte a
  /// row.
  ///
  /// Every row is written and the next place moved on only past those that are kept, so that no
  /// branch depends on the data.
  @inline(__always)
  func kept(_ mask: [UInt8], _ measure: (UInt8) -> UInt8) -> ArraySlice<UInt32> {
    var result = [UInt32](repeating: 0, count: count)
    var kept = 0
    do {
      let bytes = mask.span
      var out = result.mutableSpan
      precondition(bytes.count == out.count)
      switch self {
      case .run(let range):
        let start = UInt32(truncatingIfNeeded: range.lowerBound)
        for index in bytes.indices {
          out[kept] = start &+ UInt32(truncatingIfNeeded: index)
          kept &+= Int(measure(bytes[index]))
        }
      case .list(let rows):
        let rows = rows.span
        precondition(bytes.count == rows.count)
        for index in bytes.indices {
          out[kept] = rows[index]
          kept &+= Int(measure(bytes[index]))
        }
      }
    }
    return result[..<kept]
  }

  /// Calls `body` with each row.
  @inline(__always)
  func forEachRow(_ body: (Int) throws -> Void) rethrows {
    switch self {
    case .run(let range): for row in range { try body(row) }
    case .list(let rows): for row in rows { try body(Int(row)) }
    }
  }

  /// What `make` makes of the value of each row.
  @inline(__always)
  func map<Value: BitwiseCopyable, Result: BitwiseCopyable>(
    _ values: [Value], _ initial: Result, _ make: (Value) -> Result
  ) -> [Result] {
    var result = [Result](repeating: initial, count: count)
    let column = values.span
    var out = result.mutableSpan
    switch self {
    case .run(let range):
      let window = column.extracting(range)
      precondition(window.count == out.count)
      for index in window.indices { out[index] = make(window[index]) }
    case .list(let rows):
      let rows = rows.span
      precondition(rows.count == out.count)
      for index in rows.indices { out[index] = make(column[Int(rows[index])]) }
    }
    return result
  }

  /// What `make` makes of the value of each row in part of an array, whose first element is that of
  /// row 0.
  @inline(__always)
  func map<Value: BitwiseCopyable, Result: BitwiseCopyable>(
    _ values: ArraySlice<Value>, _ initial: Result, _ make: (Value) -> Result
  ) -> [Result] {
    var result = [Result](repeating: initial, count: count)
    let column = values.span
    var out = result.mutableSpan
    var next = 0
    forEachRow { row in
      out[next] = make(column[row])
      next &+= 1
    }
    return result
  }

  /// What `make` makes of the values of each row in two columns.
  @inline(__always)
  func map<Value: BitwiseCopyable, Result: BitwiseCopyable>(
    _ first: [Value], _ second: [Value], _ initial: Result, _ make: (Value, Value) -> Result
  ) -> [Result] {
    var result = [Result](repeating: initial, count: count)
    let (a, b) = (first.span, second.span)
    var out = result.mutableSpan
    switch self {
    case .run(let range):
      let (x, y) = (a.extracting(range), b.extracting(range))
      precondition(x.count == out.count && y.count == out.count)
      for index in x.indices { out[index] = make(x[index], y[index]) }
    case .list(let rows):
      let rows = rows.span
      precondition(rows.count == out.count)
      for index in rows.indices {
        let row = Int(rows[index])
        out[index] = make(a[row], b[row])
      }
    }
    return result
  }
}

/// The judgement of `test` on the value of each row of a batch.
@inline(__always)
func judge<Value: BitwiseCopyable>(
  _ values: [Value], _ batch: RowBatch, _ test: (Value) -> UInt8
) -> [UInt8] {
  batch.map(values, Truth.no, test)
}

/// The judgement of `test` on the values of each row of a batch in two columns.
@inline(__always)
func judge<Value: BitwiseCopyable>(
  _ first: [Value], _ second: [Value], _ batch: RowBatch, _ test: (Value, Value) -> UInt8
) -> [UInt8] {
  batch.map(first, second, Truth.no, test)
}
