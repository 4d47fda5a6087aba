internal import NewsModel

extension Rows {
  /// So many rows in their order, chosen by the seed, or all where there are no more.
  ///
  /// Each row is as likely as any other (reservoir sampling, Vitter's algorithm R).
  func sampled(_ count: Int, seed: UInt64, _ cancellation: Cancellation) throws -> Rows {
    let wanted = max(0, count)
    if self.count <= wanted { return self }
    var random = SplitMix64(seed: seed)
    var kept = (0..<wanted).map { UInt32($0) }
    for position in wanted..<self.count where wanted > 0 {
      if position & 0x3ff == 0 { try cancellation.check() }
      let place = Int(random.next() % UInt64(position + 1))
      if place < wanted { kept[place] = UInt32(position) }
    }
    return try picked(
      .list(kept.sorted(checking: cancellation, by: <)), checking: cancellation)
  }
}
