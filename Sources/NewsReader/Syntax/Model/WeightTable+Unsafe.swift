extension WeightTable {
  /// Puts the sum of the rows of the keys in `scratch` into its scores.
  ///
  /// This is where the reader spends most of its time; the plain loops below are what the compiler
  /// turns into vector code, and bounds checks would double their cost.
  func score(_ scratch: inout ScoringScratch) {
    precondition(scratch.scores.count == stride)
    let count = scratch.keys.count
    let mask = index.count - 1
    let shift = shift
    let stride = stride
    // Lifetimes: every pointer stays inside its closure. Bounds: a key shifted is below the number of
    // slots and words of the filter; `count` is below the capacity of the buffers; a row number comes from
    // `enter`, which is called only for rows that are there.
    unsafe index.withUnsafeBufferPointer { index in
      unsafe values.withUnsafeBufferPointer { values in
        guard let values = values.baseAddress else { return }
        unsafe scratch.keys.keys.withUnsafeBufferPointer { keys in
          unsafe scratch.entries.withUnsafeMutableBufferPointer { entries in
            unsafe scratch.passed.withUnsafeMutableBufferPointer { passed in
              unsafe filter.withUnsafeBufferPointer { filter in
                unsafe scratch.scores.withUnsafeMutableBufferPointer { sums in
                  guard let sums = sums.baseAddress else { return }
                  for place in 0..<stride { unsafe sums[place] = 0 }
                  // The keys that pass the filter, without a branch that nobody could foretell.
                  var hits = 0
                  for feature in 0..<count {
                    let key = unsafe keys[feature]
                    let bit = key >> WeightTable.filterShift
                    unsafe passed[hits] = key
                    hits &+= unsafe Int(filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1)
                  }
                  // All loads from the index: they do not depend on one another and so overlap.
                  for hit in 0..<hits {
                    unsafe entries[hit] = index[Int(passed[hit] >> shift)]
                  }
                  for hit in 0..<hits {
                    var entry = unsafe entries[hit]
                    if entry == 0 { continue }
                    let key = unsafe UInt64(passed[hit])
                    var slot = unsafe Int(passed[hit] >> shift)
                    while entry != 0 && entry & 0xff_ffff != key {
                      slot = (slot + 1) & mask
                      entry = unsafe index[slot]
                    }
                    if entry == 0 { continue }
                    // A pointer to the row, since checked sums in the subscript keep loops from becoming
                    // vector code.
                    let row = unsafe values + (Int(entry >> 32) &- 1) &* stride
                    let exponent = Int32(truncatingIfNeeded: (entry >> 24) & 0xff)
                    if exponent == 0 {
                      for place in 0..<stride { unsafe sums[place] &+= Int32(row[place]) }
                    } else {
                      for place in 0..<stride {
                        unsafe sums[place] &+= Int32(row[place]) &<< exponent
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
