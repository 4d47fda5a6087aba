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
  /// Key of each row.
  private var keys: [UInt32] = [0]
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
      let start = row(keys.keys[feature]) * stride
      weights[start + good] += 1
      weights[start + bad] -= 1
      timed[start + good] += time
      timed[start + bad] -= time
    }
  }

  private func row(_ key: UInt32) -> Int {
    var row = Int(index[Int(key)])
    if row == 0 {
      row = errors.count
      index[Int(key)] = Int32(row)
      errors.append(0)
      keys.append(key)
      for _ in 0..<stride {
        weights.append(0)
        timed.append(0)
      }
    }
    if errors[row] < 255 { errors[row] += 1 }
    return row
  }

  /// The averaged weights as a table of eight-bit rows, the heaviest `limit` at most.
  ///
  /// Light rows keep resolution; heavy ones get an exponent of their own. To clip those instead
  /// costs three points of attachment, because they are the frequent features.
  func table(limit: Int) -> WeightTable {
    var found: [(key: UInt32, row: Int, weight: Float)] = []
    for row in keys.indices.dropFirst() where errors[row] >= minimalErrors {
      var weight: Float = 0
      for place in 0..<classes { weight = max(weight, abs(average(row, place))) }
      found.append((keys[row], row, weight))
    }
    found.sort { ($0.weight, $1.key) > ($1.weight, $0.key) }
    found.removeLast(max(0, found.count - limit))
    let heaviest = found.first?.weight ?? 1
    let common = found.isEmpty ? 1 : found[found.count / 50].weight
    let quantum = max(common / 127, heaviest / 4000, 1e-6)
    var rows: [WeightTable.Row] = []
    for (key, row, weight) in found where weight >= quantum / 2 {
      var exponent: UInt8 = 0
      while weight > 127 * quantum * Float(1 << Int(exponent)) { exponent += 1 }
      let unit = quantum * Float(1 << Int(exponent))
      let values = (0..<classes).map { place in
        Int8(max(-127, min(127, (average(row, place) / unit).rounded())))
      }
      rows.append(WeightTable.Row(key: key, exponent: exponent, values: values))
    }
    return WeightTable(classes: classes, rows: rows)
  }

  private func average(_ row: Int, _ place: Int) -> Float {
    Float(weights[row * stride + place]) - timed[row * stride + place] / time
  }
}
