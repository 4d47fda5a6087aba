/// Which articles print the same text, wholly or in part.
///
/// Texts are compared by their runs of five words (shingles; Broder, "On the resemblance and
/// containment of documents", 1997), quotations left out. Two articles are of one *family* when
/// they share three tenths of the shorter one's shingles, or both do with a third. They are
/// *relatives* when they share so many that one must know the other's text: independent reports
/// of one event have a hundredth or two in common. In large stores only the shingles whose hash is
/// a multiple of a power of two are compared.
struct TextFamilies: Sendable {
  /// Least share of the shorter text's shingles in a family.
  static let familyShare = 0.3
  /// Least share between relatives.
  static let relativeShare = 0.07
  /// Least number of shingles that relatives share.
  static let relativeCount = 12
  /// Number of words in a shingle.
  static let shingleLength = 5
  /// About how many shingles are compared at most.
  static let sampleSize = 1 << 21
  /// A shingle in more articles than this links neighbours only, not every two of them.
  private static let pairLimit = 16

  /// A number for each article, by arrival, that those of one family share.
  let family: [UInt32]
  /// Arrival numbers of each article's relatives, ascending.
  let relatives: [[UInt32]]

  /// The families of the articles of a log.
  init(_ log: WordLog) {
    let (shingles, rate) = Self.sampledShingles(log)
    var sizes = [Int](repeating: 0, count: log.count)
    var shared: [UInt64: Int] = [:]
    var start = 0
    while start < shingles.count {
      var articles: [UInt32] = []
      var end = start
      while end < shingles.count, shingles[end] >> 32 == shingles[start] >> 32 {
        let article = UInt32(truncatingIfNeeded: shingles[end])
        if articles.last != article { articles.append(article) }
        end += 1
      }
      for article in articles { sizes[Int(article)] += 1 }
      Self.count(articles, in: &shared)
      start = end
    }
    var sets = DisjointSets(count: log.count)
    var relatives = [[UInt32]](repeating: [], count: log.count)
    for (pair, count) in shared {
      let (a, b) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      let share = Double(count) / Double(min(sizes[a], sizes[b]))
      if share >= Self.familyShare { sets.union(a, b) }
      if share >= Self.relativeShare, count * rate >= Self.relativeCount, count > 2 {
        relatives[a].append(UInt32(b))
        relatives[b].append(UInt32(a))
      }
    }
    family = (0..<log.count).map { UInt32(sets.representative(of: $0)) }
    self.relatives = relatives.map { $0.sorted() }
  }

  private static func count(_ articles: [UInt32], in shared: inout [UInt64: Int]) {
    guard let first = articles.first, articles.count > 1 else { return }
    for (index, article) in articles.enumerated() {
      if articles.count <= pairLimit {
        for other in articles[(index + 1)...] {
          shared[UInt64(article) << 32 | UInt64(other), default: 0] += 1
        }
        continue
      }
      if index > 0 { shared[UInt64(first) << 32 | UInt64(article), default: 0] += 1 }
      if index > 1 {
        shared[UInt64(articles[index - 1]) << 32 | UInt64(article), default: 0] += 1
      }
    }
  }

  /// Hashes of shingles above, article numbers below, ascending; and how many one stands for.
  private static func sampledShingles(_ log: WordLog) -> ([UInt64], Int) {
    let words = (0..<UInt32(log.vocabulary.count)).map { log.vocabulary.contentHash(of: $0) }
    var mask: UInt64 = 0
    while log.tokens.count / Int(mask + 1) > sampleSize { mask = mask << 1 | 1 }
    var shingles: [UInt64] = []
    for article in 0..<log.count {
      var run: [UInt64] = []
      for index in log.tokenRange(of: article) {
        let token = log.tokens[index]
        if token == WordLog.gap || log.isQuoted[index] {
          run.removeAll(keepingCapacity: true)
          continue
        }
        if run.count == shingleLength { run.removeFirst() }
        run.append(words[Int(token)])
        guard run.count == shingleLength else { continue }
        var hash: UInt64 = 0
        for word in run { hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }
        hash ^= hash >> 32
        if hash & mask == 0 {
          shingles.append(hash & 0xffff_ffff_0000_0000 | UInt64(article))
        }
      }
    }
    shingles.sort()
    return (shingles, Int(mask) + 1)
  }
}

/// Disjoint sets of numbers, with path halving; the least number stands for each.
struct DisjointSets: Sendable {
  private var parents: [Int]

  /// Every number from 0 up to `count` in a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set of `element`.
  mutating func representative(of element: Int) -> Int {
    var at = element
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }

  /// Makes one set of the sets of `a` and `b`.
  mutating func union(_ a: Int, _ b: Int) {
    let (x, y) = (representative(of: a), representative(of: b))
    parents[max(x, y)] = min(x, y)
  }
}
