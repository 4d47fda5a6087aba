/// What a perceptron has learned, averaged over its decisions.
struct AveragedWeights: Sendable {
  /// Number of classes.
  let classes: Int
  /// The features, in order.
  var keys: [UInt32] = []
  /// The weights of the features, `classes` each.
  var values: [Float] = []

  /// The weights of nothing.
  init(classes: Int) { self.classes = classes }

  /// The sum of both: what two runs agree on grows, what one of them happened on does not.
  static func + (left: AveragedWeights, right: AveragedWeights) -> AveragedWeights {
    let classes = left.classes
    var sum = AveragedWeights(classes: classes)
    var a = 0
    var b = 0
    while a < left.keys.count || b < right.keys.count {
      let isLeft = b == right.keys.count || a < left.keys.count && left.keys[a] <= right.keys[b]
      let isRight = a == left.keys.count || b < right.keys.count && right.keys[b] <= left.keys[a]
      sum.keys.append(isLeft ? left.keys[a] : right.keys[b])
      for place in 0..<classes {
        sum.values.append(
          (isLeft ? left.values[a * classes + place] : 0)
            + (isRight ? right.values[b * classes + place] : 0))
      }
      if isLeft { a += 1 }
      if isRight { b += 1 }
    }
    return sum
  }

  /// The weights as a table of eight-bit rows, the heaviest `limit` at most.
  func table(limit: Int) -> WeightTable {
    WeightTable.quantized(
      keys: keys, values: values, stride: classes, rows: keys.indices, classes: classes,
      limit: limit
    ).table
  }
}
