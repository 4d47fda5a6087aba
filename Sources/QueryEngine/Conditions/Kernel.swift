internal import NewsStore

/// A condition compiled for the columns of one snapshot.
///
/// It judges a batch of rows at a time, each part of the condition in a loop of its own.
indirect enum Kernel {
  /// The same for every row.
  case constant(UInt8)
  /// All hold; cheapest first.
  case all([Kernel])
  /// At least one holds; cheapest first.
  case any([Kernel])
  case not(Kernel)
  /// Known where any part is known, and then true where any part is: several fields that hold the
  /// names of one row.
  case either([Kernel])
  case leaf(Leaf)
  /// A condition on rows of a table, where a batch has places in a selection of them.
  case ofRows(RowSelection, Kernel)
  /// A condition on the elements of lists, any of which must hold, or every one: the elements of
  /// row *r* are those from `offsets[r]` up to `offsets[r + 1]`.
  case listed(offsets: [UInt32], Kernel, ListTest, missing: UInt8)

  /// How dear it is to judge a row, in the cost of comparing one code.
  var cost: Int {
    switch self {
    case .constant: 0
    case .all(let parts), .any(let parts), .either(let parts): parts.reduce(0) { $0 + $1.cost }
    case .not(let part): part.cost
    case .leaf(let leaf): leaf.cost
    case .ofRows(_, let kernel): kernel.cost + 1
    case .listed(_, let kernel, _, _): 2 * kernel.cost + 4
    }
  }

  /// The truth of each row of a batch.
  func truths(_ batch: RowBatch) throws -> [UInt8] {
    switch self {
    case .constant(let truth): return [UInt8](repeating: truth, count: batch.count)
    case .all(let parts):
      return try combined(parts, batch, neutral: Truth.yes, open: Truth.mayHold) { $0 & $1 }
    case .any(let parts):
      return try combined(parts, batch, neutral: Truth.no, open: Truth.mayFail) { $0 | $1 }
    case .not(let part):
      var truths = try part.truths(batch)
      var out = truths.mutableSpan
      for index in out.indices { out[index] = Truth.not(out[index]) }
      return truths
    case .either(let parts):
      var result = [UInt8](repeating: Truth.unknown, count: batch.count)
      for part in parts {
        let truths = try part.truths(batch)
        merge(truths, into: &result) { known($0, or: $1) }
      }
      return result
    case .leaf(let leaf): return try leaf.truths(batch)
    case .ofRows(let selection, let kernel):
      return try kernel.truths(selection.batch(at: batch))
    case .listed(let offsets, let kernel, let rule, let missing):
      return try listed(offsets, kernel, rule, missing, batch)
    }
  }

  private func listed(
    _ offsets: [UInt32], _ kernel: Kernel, _ rule: ListTest, _ missing: UInt8, _ batch: RowBatch
  ) throws -> [UInt8] {
    var elements: [UInt32] = []
    batch.forEachRow { row in
      if offsets[row] < offsets[row + 1] { elements += offsets[row]..<offsets[row + 1] }
    }
    let truths = try kernel.truths(.list(elements[...]))
    var next = 0
    var result: [UInt8] = []
    result.reserveCapacity(batch.count)
    batch.forEachRow { row in
      let count = Int(offsets[row + 1] - offsets[row])
      let own = truths[next..<(next + count)]
      next += count
      let truth = own.reduce(Truth.unknown) {
        rule == .any ? known($0, or: $1) : known($0, and: $1)
      }
      result.append(count == 0 ? missing : truth)
    }
    return result
  }

  /// The truths of the parts put together.
  ///
  /// Rows that a part has settled are not judged by dear ones. `open` is 1 for a truth that another
  /// part can change, else 0; combining does not change one that is settled.
  @inline(__always)
  private func combined(
    _ parts: [Kernel], _ batch: RowBatch, neutral: UInt8, open: (UInt8) -> UInt8,
    _ combine: (UInt8, UInt8) -> UInt8
  ) throws -> [UInt8] {
    guard let first = parts.first else {
      return [UInt8](repeating: neutral, count: batch.count)
    }
    var result = try first.truths(batch)
    for part in parts.dropFirst() {
      let left = result.sum(open)
      if left == 0 { break }
      if left == result.count || (part.cost <= 2 && left * 16 > result.count) {
        merge(try part.truths(batch), into: &result, combine)
      } else {
        var truths = try part.truths(.list(batch.kept(result, open)))
        truths.append(neutral)
        let other = truths.span
        var out = result.mutableSpan
        var next = 0
        for index in out.indices {
          let truth = out[index]
          out[index] = combine(truth, other[next])
          next &+= Int(open(truth))
        }
      }
    }
    return result
  }
}

/// Combines the truths of rows, row by row, into those that stand in `result`.
@inline(__always)
private func merge(
  _ truths: [UInt8], into result: inout [UInt8], _ combine: (UInt8, UInt8) -> UInt8
) {
  let other = truths.span
  var out = result.mutableSpan
  precondition(other.count == out.count)
  for index in other.indices { out[index] = combine(out[index], other[index]) }
}

extension [UInt8] {
  /// The sum of what `measure`, 0 or 1, is for each byte of a batch.
  ///
  /// A sum of bits is worked out many bytes at a time; counting by a condition is not.
  @inline(__always)
  func sum(_ measure: (UInt8) -> UInt8) -> Int {
    var sum: UInt32 = 0
    for byte in self { sum &+= UInt32(measure(byte)) }
    return Int(sum)
  }
}

/// Which values of a list a test must pass on.
enum ListTest {
  case any
  /// Every one that is known, of which there must be one.
  case every
}

/// The truth of a test on several values of which each may be unknown: true where it passes on
/// every one that is known, unknown where none is.
@inline(__always)
func known(_ a: UInt8, and b: UInt8) -> UInt8 {
  if a == Truth.no || b == Truth.no { return Truth.no }
  return a == Truth.unknown ? b : a
}

/// The truth of a test on several values of which each may be unknown: true where it passes on
/// any, unknown where none is known.
@inline(__always)
func known(_ a: UInt8, or b: UInt8) -> UInt8 {
  if a == Truth.yes || b == Truth.yes { return Truth.yes }
  return a == Truth.unknown ? b : a
}
