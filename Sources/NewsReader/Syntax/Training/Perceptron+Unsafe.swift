extension Perceptron {
  /// Puts the sums of the rows of each part's keys in `scratch` into its scores.
  func scoreParts(_ scratch: inout ScoringScratch) {
    precondition(scratch.scores.count >= scratch.ends.count * stride)
    precondition(scratch.ends.allSatisfy { $0 <= scratch.keys.count })
    let stride = stride
    // Lifetimes: every pointer stays inside its closure. Bounds: keys have as many bits as the
    // index has entries; the index holds numbers of rows that are there.
    unsafe index.withUnsafeBufferPointer { index in
      unsafe weights.withUnsafeBufferPointer { weights in
        guard let weights = weights.baseAddress else { return }
        unsafe errors.withUnsafeBufferPointer { errors in
          unsafe scratch.keys.all.span.withUnsafeBufferPointer { keys in
            unsafe scratch.scores.withUnsafeMutableBufferPointer { sums in
              guard var sums = sums.baseAddress else { return }
              var feature = 0
              for end in scratch.ends {
                for place in 0..<stride { unsafe sums[place] = 0 }
                while feature < end {
                  let row = unsafe Int(index[Int(keys[feature])])
                  feature += 1
                  if unsafe row == 0 || errors[row] < minimalErrors { continue }
                  let values = unsafe weights + row &* stride
                  for place in 0..<stride { unsafe sums[place] &+= values[place] }
                }
                unsafe sums += stride
              }
            }
          }
        }
      }
    }
  }
}
