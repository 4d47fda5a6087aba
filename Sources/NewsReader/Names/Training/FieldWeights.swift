/// Weights of a linear chain of labels while they are learned: a conditional random field (Lafferty,
/// McCallum and Pereira 2001), trained by gradients with a step of its own for each weight (Duchi,
/// Hazan and Singer 2011).
final class FieldWeights {
  /// Floats from one row to the next.
  static let stride = (NameLabel.count + 7) / 8 * 8

  /// Row of each key; 0 for keys that are too rare to have one.
  let index: [Int32]
  /// Key of each row.
  let keys: [UInt32]
  /// The weights, `stride` apart; row 0 is not used.
  var weights: [Float]
  /// Sums of squares of the gradients of each row.
  var squares: [Float]
  /// Weights of one label after the other.
  var moves = [Float](repeating: 0, count: NameLabel.count * NameLabel.count)
  var moveSquares = [Float](repeating: 1, count: NameLabel.count * NameLabel.count)

  /// Weights of 0 for every key that `keys` holds at least `limit` times.
  init(keys: [[UInt32]], atLeast limit: UInt8) {
    var counts = [UInt8](repeating: 0, count: 1 << FeatureKeys.bits)
    for list in keys {
      for key in list where counts[Int(key)] < limit { counts[Int(key)] += 1 }
    }
    var index = [Int32](repeating: 0, count: counts.count)
    var rows: [UInt32] = [0]
    for (key, count) in counts.enumerated() where count >= limit {
      index[key] = Int32(rows.count)
      rows.append(UInt32(key))
    }
    self.index = index
    self.keys = rows
    weights = [Float](repeating: 0, count: rows.count * Self.stride)
    squares = [Float](repeating: 1, count: rows.count * Self.stride)
  }

  /// The weights as a model of at most `limit` rows.
  ///
  /// Rows of little weight are left out first.
  func model(limit: Int) -> NameModel {
    let (table, quantum) = WeightTable.quantized(
      keys: keys, values: weights, stride: Self.stride, rows: 1..<keys.count,
      classes: NameLabel.count, limit: limit)
    return NameModel(
      weights: table, moves: moves.map { Int32(($0 / quantum).rounded()) },
      unit: Int32((1 / quantum).rounded()))
  }
}
