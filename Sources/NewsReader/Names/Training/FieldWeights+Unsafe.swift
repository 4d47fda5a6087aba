extension FieldWeights {
  /// Adds the weights of each token's rows to its part of `emissions`, ``stride`` apart; the rows of
  /// token *i* end before place `ends[i]`.
  func add(_ rows: [Int32], _ ends: [Int], to emissions: inout [Float]) {
    precondition(emissions.count == ends.count * Self.stride && (ends.last ?? 0) <= rows.count)
    let stride = Self.stride
    // Lifetimes: every pointer stays inside its closure. Bounds: checked above; row numbers come from
    // the index and are those of rows that are there.
    unsafe weights.withUnsafeBufferPointer { weights in
      unsafe emissions.withUnsafeMutableBufferPointer { emissions in
        guard let weights = weights.baseAddress, let emissions = emissions.baseAddress else {
          return
        }
        var start = 0
        for (token, end) in ends.enumerated() {
          let sums = unsafe emissions + token &* stride
          for place in start..<end {
            let row = unsafe weights + Int(rows[place]) &* stride
            for label in 0..<stride { unsafe sums[label] += row[label] }
          }
          start = end
        }
      }
    }
  }

  /// Moves the weights of the rows in `range` of `rows` along `gradient`, which has ``stride`` values.
  func step(_ rows: [Int32], _ range: Range<Int>, gradient: [Float], rate: Float) {
    precondition(gradient.count == Self.stride && range.upperBound <= rows.count)
    let stride = Self.stride
    // Lifetimes: every pointer stays inside its closure. Bounds: as above.
    unsafe weights.withUnsafeMutableBufferPointer { weights in
      unsafe squares.withUnsafeMutableBufferPointer { squares in
        unsafe gradient.withUnsafeBufferPointer { gradient in
          guard let weights = weights.baseAddress, let squares = squares.baseAddress else { return }
          for place in range {
            let row = unsafe weights + Int(rows[place]) &* stride
            let square = unsafe squares + Int(rows[place]) &* stride
            for label in 0..<stride {
              let value = unsafe gradient[label]
              let sum = unsafe square[label] + value * value
              unsafe square[label] = sum
              unsafe row[label] += rate * value / sum.squareRoot()
            }
          }
        }
      }
    }
  }
}
