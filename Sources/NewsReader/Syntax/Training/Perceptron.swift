/// Averaged-perceptron weights while they are learned (Collins 2002).
///
/// Rows exist only for features that took part in an error, and count only after a number of
/// errors: that keeps the rare features, most of them, out of the model.
final class Perceptron: LinearScorer {
  let classes: Int
  let stride: Int
  /// Errors that a feature must take part in before it counts.
  let minimalErrors: UInt8
  /// Row of each key; 0 for none.
  var index: [Int32]
  /// The weights, `stride` apart; row 0 is not used.
  var weights: [Int32]
  /// Sums of the changes, each times when it was made.
  private var timed: [Float]
  /// How many errors each row took part in.
  var errors: [UInt8]
  /// Decisions so far; the average is taken over them.
  var time: Float = 1

  /// A perceptron of `classes` classes that has learned nothing.
  init(classes: Int, minimalErrors: Int) {
    self.classes = classes
    self.minimalErrors = UInt8(clamping: minimalErrors)
    stride = WeightTable.stride(forClasses: classes)
    index = [Int32](repeating: 0, count: 1 << FeatureKeys.bits)
    weights = [Int32](repeating: 0, count: stride)
    timed = [Float](repeating: 0, count: stride)
    errors = [0]
  }

  /// Learns that `good` was right where `bad` was chosen.
  func update(_ keys: borrowing FeatureKeys, good: Int, bad: Int) {
    for feature in 0..<keys.count {
      let start = row(keys.all[feature]) * stride
      weights[start + good] += 1
      weights[start + bad] -= 1
      timed[start + good] += time
      timed[start + bad] -= time
    }
  }

  /// Adds `change` to the weight of a feature for a class; the class is in the lowest eight bits of
  /// `place`, the key above.
  func add(_ change: Int32, to place: UInt64) {
    let weight = row(UInt32(place >> 8)) * stride + Int(place & 255)
    weights[weight] += change
    timed[weight] += Float(change) * time
  }

  private func row(_ key: UInt32) -> Int {
    var row = Int(index[Int(key)])
    if row == 0 {
      row = errors.count
      index[Int(key)] = Int32(row)
      errors.append(0)
      for _ in 0..<stride {
        weights.append(0)
        timed.append(0)
      }
    }
    if errors[row] < 255 { errors[row] += 1 }
    return row
  }

  /// The averages of the weights over all decisions, of the features that count.
  var averages: AveragedWeights {
    var averages = AveragedWeights(classes: classes)
    for key in index.indices {
      let row = Int(index[key])
      guard row != 0, errors[row] >= minimalErrors else { continue }
      averages.keys.append(UInt32(key))
      for place in row * stride..<row * stride + classes {
        averages.values.append(Float(weights[place]) - timed[place] / time)
      }
    }
    return averages
  }
}
