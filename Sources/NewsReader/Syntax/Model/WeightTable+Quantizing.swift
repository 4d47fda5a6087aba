extension WeightTable {
  /// A table of the heaviest `limit` of some rows of weights, and the value of one unit in it.
  ///
  /// Light rows keep resolution; heavy ones get an exponent of their own. To clip those instead
  /// costs three points of attachment, because they are the frequent features. Rows stand in the
  /// order of their weight, those of one weight as in `keys`; rows of hardly any weight are left
  /// out.
  ///
  /// - Parameters:
  ///   - keys: the feature of each row.
  ///   - values: the rows, `stride` apart; what goes beyond `classes` is not looked at.
  ///   - rows: the rows that count.
  static func quantized(
    keys: [UInt32], values: [Float], stride: Int, rows: Range<Int>, classes: Int, limit: Int
  ) -> (table: WeightTable, quantum: Float) {
    let row = { (row: Int) in values[row * stride..<row * stride + classes] }
    let order = rows.map { place in
      (row: place, weight: row(place).reduce(0) { max($0, abs($1)) })
    }.sorted { ($0.weight, $1.row) > ($1.weight, $0.row) }
    let kept = order.prefix(limit)
    let heaviest = kept.first?.weight ?? 1
    let common = kept.isEmpty ? 1 : kept[kept.count / 50].weight
    let quantum = max(common / 127, heaviest / 4000, 1e-6)
    var cut: [Row] = []
    for (place, weight) in kept where weight >= quantum / 2 {
      var exponent: UInt8 = 0
      while weight > 127 * quantum * Float(1 << Int(exponent)) { exponent += 1 }
      let unit = quantum * Float(1 << Int(exponent))
      let bytes = row(place).map { Int8(max(-127, min(127, ($0 / unit).rounded()))) }
      cut.append(Row(key: keys[place], exponent: exponent, values: bytes))
    }
    return (WeightTable(classes: classes, rows: cut), quantum)
  }
}
