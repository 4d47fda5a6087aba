extension WeightTable {
  /// Puts the sums of the rows of each part's keys in `scratch` into its scores.
  ///
  /// This is where the reader spends most of its time, and most of that waiting for memory. So all
  /// keys go through each step together, and rows are touched before they are summed: loads that do
  /// not depend on one another overlap.
  func scoreParts(_ scratch: inout ScoringScratch) {
    precondition(scratch.scores.count >= scratch.ends.count * stride)
    precondition(scratch.ends.allSatisfy { $0 <= scratch.keys.count })
    findRows(&scratch)
    sumRows(&scratch)
  }

  /// Puts offset and factor of every row of the keys into the scratch's rows, by part.
  private func findRows(_ scratch: inout ScoringScratch) {
    let mask = index.count - 1
    let shift = shift
    let stride = stride
    scratch.rowEnds.removeAll(keepingCapacity: true)
    // Lifetimes: every pointer stays inside its closure. Bounds: a key shifted is below the number of
    // slots and words of the filter; there are no more keys than the buffers hold; a row number comes
    // from `enter`, which is called only for rows that are there.
    unsafe index.withUnsafeBufferPointer { index in
      unsafe values.withUnsafeBufferPointer { values in
        unsafe filter.withUnsafeBufferPointer { filter in
          unsafe scratch.keys.all.span.withUnsafeBufferPointer { keys in
            unsafe scratch.passed.withUnsafeMutableBufferPointer { passed in
              unsafe scratch.rows.withUnsafeMutableBufferPointer { rows in
                // The keys that pass the filter, without a branch that nobody could foretell.
                var hits = 0
                var feature = 0
                for end in scratch.ends {
                  while feature < end {
                    let key = unsafe keys[feature]
                    let bit = key >> WeightTable.filterShift
                    unsafe passed[hits] = key
                    hits &+= unsafe Int(filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1)
                    feature &+= 1
                  }
                  scratch.rowEnds.append(hits)
                }
                for hit in 0..<hits {
                  unsafe rows[hit] = index[Int(passed[hit] >> shift)]
                }
                var hit = 0
                var found = 0
                var touched: Int8 = 0
                for part in scratch.rowEnds.indices {
                  while hit < scratch.rowEnds[part] {
                    var entry = unsafe rows[hit]
                    let key = unsafe UInt64(passed[hit])
                    var slot = unsafe Int(passed[hit] >> shift)
                    hit &+= 1
                    while entry != 0 && entry & 0xff_ffff != key {
                      slot = (slot &+ 1) & mask
                      entry = unsafe index[slot]
                    }
                    if entry == 0 { continue }
                    let offset = (Int(entry >> 32) &- 1) &* stride
                    touched &+= unsafe values[offset] &+ values[offset &+ stride &- 1]
                    unsafe rows[found] =
                      UInt64(offset) << 8 | 1 << ((entry >> 24) & 7)
                    found &+= 1
                  }
                  scratch.rowEnds[part] = found
                }
                scratch.touched = touched
              }
            }
          }
        }
      }
    }
  }

  /// Puts the sums of the rows of each part into its scores.
  private func sumRows(_ scratch: inout ScoringScratch) {
    let stride = stride
    // Lifetimes: every pointer stays inside its closure. Bounds: see `findRows`; a stride is a multiple
    // of sixteen, and the scores hold as many as there are parts.
    unsafe values.withUnsafeBytes { values in
      unsafe scratch.rows.withUnsafeBufferPointer { rows in
        unsafe scratch.scores.withUnsafeMutableBufferPointer { scores in
          guard let values = values.baseAddress else { return }
          var row = 0
          for part in scratch.rowEnds.indices {
            let start = part &* stride
            for place in start..<start &+ stride { unsafe scores[place] = 0 }
            let end = scratch.rowEnds[part]
            while row < end {
              // As many rows as sixteen bits hold the sum of.
              let first = row
              var bound = 0
              while row < end {
                bound &+= unsafe 128 &* Int(rows[row] & 0xff)
                if bound > Int(Int16.max) { break }
                row &+= 1
              }
              var column = 0
              while column < stride {
                // The bytes at even and at odd places, each as the upper half of a number.
                var even = SIMD8<Int16>.zero
                var odd = SIMD8<Int16>.zero
                for number in first..<row {
                  let entry = unsafe rows[number]
                  let pairs = unsafe values.loadUnaligned(
                    fromByteOffset: Int(entry >> 8) &+ column, as: SIMD8<Int16>.self)
                  let factor = SIMD8<Int16>(repeating: Int16(truncatingIfNeeded: entry & 0xff))
                  even &+= ((pairs &<< 8) &>> 8) &* factor
                  odd &+= (pairs &>> 8) &* factor
                }
                for lane in 0..<8 {
                  let place = start &+ column &+ 2 &* lane
                  unsafe scores[place] &+= Int32(even[lane])
                  unsafe scores[place &+ 1] &+= Int32(odd[lane])
                }
                column &+= 16
              }
            }
          }
        }
      }
    }
  }
}
