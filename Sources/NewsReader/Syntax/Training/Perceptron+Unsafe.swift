extension Perceptron {
  /// Puts the sum of the rows of the keys in `scratch` into its scores.
  func score(_ scratch: inout ScoringScratch) {
    precondition(scratch.scores.count == stride)
    let count = scratch.keys.count
    let stride = stride
    // Lifetimes: every pointer stays inside its closure. Bounds: keys have as many bits as the
    // index has entries; the index holds numbers of rows that are there.
    unsafe index.withUnsafeBufferPointer { index in
      unsafe weights.withUnsafeBufferPointer { weights in
        guard let weights = weights.baseAddress else { return }
        unsafe errors.withUnsafeBufferPointer { errors in
          unsafe scratch.keys.keys.withUnsafeBufferPointer { keys in
            unsafe scratch.scores.withUnsafeMutableBufferPointer { sums in
              guard let sums = sums.baseAddress else { return }
              for place in 0..<stride { unsafe sums[place] = 0 }
              for feature in 0..<count {
                let row = unsafe Int(index[Int(keys[feature])])
                if unsafe row == 0 || errors[row] < minimalErrors { continue }
                let values = unsafe weights + row &* stride
                for place in 0..<stride { unsafe sums[place] &+= values[place] }
              }
            }
          }
        }
      }
    }
  }
}
