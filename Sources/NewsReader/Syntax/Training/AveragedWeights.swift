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
  ///
  /// Light rows keep resolution; heavy ones get an exponent of their own. To clip those instead
  /// costs three points of attachment, because they are the frequent features.
  func table(limit: Int) -> WeightTable {
    var found = keys.indices.map { row in
      (row: row, weight: self[row].reduce(0) { max($0, abs($1)) })
    }
    found.sort { ($0.weight, $1.row) > ($1.weight, $0.row) }
    found.removeLast(max(0, found.count - limit))
    let heaviest = found.first?.weight ?? 1
    let common = found.isEmpty ? 1 : found[found.count / 50].weight
    let quantum = max(common / 127, heaviest / 4000, 1e-6)
    var rows: [WeightTable.Row] = []
    for (row, weight) in found where weight >= quantum / 2 {
      var exponent: UInt8 = 0
      while weight > 127 * quantum * Float(1 << Int(exponent)) { exponent += 1 }
      let unit = quantum * Float(1 << Int(exponent))
      let values = self[row].map { Int8(max(-127, min(127, ($0 / unit).rounded()))) }
      rows.append(WeightTable.Row(key: keys[row], exponent: exponent, values: values))
    }
    return WeightTable(classes: classes, rows: rows)
  }

  private subscript(row: Int) -> ArraySlice<Float> {
    values[row * classes..<(row + 1) * classes]
  }
}
