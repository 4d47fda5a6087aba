/// Weights of hashed features: an open-addressing index over dense eight-bit rows.
///
/// An index entry holds key, exponent and row number, so that a feature that is not there, the
/// common case, costs one memory access and one that is there two. Heavy rows stand first: they
/// are the frequent ones, and so they share pages.
struct WeightTable: LinearScorer, Sendable {
  /// One feature's weights: `values[c] << exponent` for class `c`.
  struct Row: Equatable {
    var key: UInt32
    var exponent: UInt8
    var values: [Int8]
  }

  /// The highest exponent; sums of ``FeatureKeys/capacity`` rows stay far from overflow.
  static let maximalExponent: UInt8 = 7

  let classes: Int
  /// Bytes from one row to the next.
  let stride: Int
  /// Number of rows.
  let rows: Int
  /// Exponent in bits 24-31, key below it, row number plus 1 above; 0 is free.
  let index: [UInt64]
  /// The rows, `stride` apart.
  let values: [Int8]
  /// One bit for each few neighbouring keys: whether a row may have one of them.
  ///
  /// Small enough to stay in the processor's cache, so that keys that are not there cost little.
  let filter: [UInt64]
  /// Bits of a key that the filter leaves out.
  static let filterShift: UInt32 = 2
  /// See ``shift(forSlots:)``.
  let shift: UInt32
  /// The most rows that a table may have: the index of more would have more slots than keys.
  static let maximalRows = 1 << (FeatureKeys.bits - 2)

  /// Bytes of a row for `classes` classes: whole groups of sixteen, which are summed at once.
  static func stride(forClasses classes: Int) -> Int { (classes + 15) / 16 * 16 }

  /// A table of `rows`, in that order; of two rows with one key the first counts.
  init(classes: Int, rows: [Row]) {
    let stride = WeightTable.stride(forClasses: classes)
    var index = WeightTable.emptyIndex(forRows: rows.count)
    var values = [Int8](zeros: rows.count * stride)
    for (number, row) in rows.enumerated() {
      var slots = index.mutableSpan
      WeightTable.enter(row.key, exponent: row.exponent, row: number, into: &slots)
      for (place, value) in row.values.prefix(classes).enumerated() {
        values[number * stride + place] = value
      }
    }
    self.init(classes: classes, rows: rows.count, index: index, values: values)
  }

  init(classes: Int, rows: Int, index: [UInt64], values: [Int8]) {
    self.classes = classes
    stride = WeightTable.stride(forClasses: classes)
    self.rows = rows
    self.index = index
    self.values = values
    filter = WeightTable.filter(of: index)
    shift = WeightTable.shift(forSlots: index.count)
  }

  /// An index with room for `rows` rows: a power of two of slots, at least two fifths free.
  static func emptyIndex(forRows rows: Int) -> [UInt64] {
    var slots = 1024
    while slots * 3 < rows * 5 { slots *= 2 }
    return [UInt64](zeros: slots)
  }

  /// What a key is shifted by to give the slot at which the search for it begins: keys are hashes,
  /// so their upper bits serve, and rows that come in the order of keys are entered in order.
  static func shift(forSlots slots: Int) -> UInt32 {
    UInt32(FeatureKeys.bits - slots.trailingZeroBitCount)
  }

  /// Enters row number `row` into an index that has a free slot.
  @inline(__always)
  static func enter(
    _ key: UInt32, exponent: UInt8, row: Int, into index: inout MutableSpan<UInt64>
  ) {
    var slot = Int(key >> shift(forSlots: index.count))
    while index[slot] != 0 { slot = (slot + 1) & (index.count - 1) }
    index[slot] =
      UInt64(row + 1) << 32 | UInt64(min(exponent, maximalExponent)) << 24
      | UInt64(key & 0xff_ffff)
  }

  private static func filter(of index: [UInt64]) -> [UInt64] {
    var filter = [UInt64](repeating: 0, count: 1 << (FeatureKeys.bits - Int(filterShift) - 6))
    for entry in index where entry != 0 {
      let bit = UInt32(truncatingIfNeeded: entry & 0xff_ffff) >> filterShift
      filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    return filter
  }

  /// All rows in their order.
  var allRows: [Row] {
    var list = [Row](repeating: Row(key: 0, exponent: 0, values: []), count: rows)
    for entry in index where entry != 0 {
      let place = Int(entry >> 32) - 1
      list[place] = Row(
        key: UInt32(truncatingIfNeeded: entry) & 0xff_ffff,
        exponent: UInt8(truncatingIfNeeded: entry >> 24),
        values: Array(values[place * stride..<place * stride + classes]))
    }
    return list
  }
}
