extension WeightTable {
  /// One feature's weights before they are cut to eight bits.
  struct RealRow {
    var key: UInt32
    var values: [Float]

    /// The largest weight, without its sign.
    var weight: Float { values.reduce(0) { max($0, abs($1)) } }
  }

  /// A table of the heaviest `limit` of `rows`, and the value of one unit in it.
  ///
  /// Light rows keep resolution; heavy ones get an exponent of their own. To clip those instead
  /// costs three points of attachment, because they are the frequent features. Puts `rows` in the
  /// order of their weight.
  static func quantized(
    _ rows: [RealRow], classes: Int, limit: Int
  ) -> (table: WeightTable, quantum: Float) {
    let order = rows.indices
      .map { (place: $0, key: rows[$0].key, weight: rows[$0].weight) }
      .sorted { ($0.weight, $1.key) > ($1.weight, $0.key) }
    let kept = order.prefix(limit)
    let heaviest = kept.first?.weight ?? 1
    let common = kept.isEmpty ? 1 : kept[kept.count / 50].weight
    let quantum = max(common / 127, heaviest / 4000, 1e-6)
    var cut: [Row] = []
    for (place, key, weight) in kept where weight >= quantum / 2 {
      var exponent: UInt8 = 0
      while weight > 127 * quantum * Float(1 << Int(exponent)) { exponent += 1 }
      let unit = quantum * Float(1 << Int(exponent))
      let values = rows[place].values.map { value in
        Int8(max(-127, min(127, (value / unit).rounded())))
      }
      cut.append(Row(key: key, exponent: exponent, values: values))
    }
    return (WeightTable(classes: classes, rows: cut), quantum)
  }
}
