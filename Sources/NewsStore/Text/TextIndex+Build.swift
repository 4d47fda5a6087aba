extension TextIndex {
  /// Indexes the articles of a log.
  ///
  /// - Parameters:
  ///   - order: arrival number of each article row.
  ///   - searched: the texts, by article row.
  /// - Complexity: O(*tokens* + *words* log *words*).
  init(_ log: WordLog, order: [Int], searched: SearchedTexts) {
    let words = log.vocabulary.count
    var positionCounts = [UInt32](repeating: 0, count: words + 1)
    var articleCounts = [UInt32](repeating: 0, count: words + 1)
    var lastSeen = [UInt32](repeating: UInt32.max, count: words)
    var starts: [UInt32] = []
    var lengths: [UInt32] = []
    starts.reserveCapacity(order.count + 1)
    lengths.reserveCapacity(order.count)
    var next: UInt32 = 0
    let tokens = log.tokens
    for (row, ordinal) in order.enumerated() {
      starts.append(next)
      var length: UInt32 = 0
      for index in log.tokenRange(of: ordinal) where tokens[index] != WordLog.gap {
        let word = Int(tokens[index])
        positionCounts[word] += 1
        length += 1
        if lastSeen[word] != UInt32(row) {
          lastSeen[word] = UInt32(row)
          articleCounts[word] += 1
        }
      }
      lengths.append(length)
      next += UInt32(log.tokenRange(of: ordinal).count) + 1
    }
    starts.append(next)
    let positionTotal = positionCounts.becomeOffsets()
    let articleTotal = articleCounts.becomeOffsets()

    var positions = [UInt32](repeating: 0, count: positionTotal)
    var articles = [UInt32](repeating: 0, count: articleTotal)
    var frequencies = [UInt32](repeating: 0, count: articleTotal)
    var nextPosition = positionCounts
    var nextArticle = articleCounts
    for index in lastSeen.indices { lastSeen[index] = UInt32.max }
    for (row, ordinal) in order.enumerated() {
      var position = starts[row]
      for index in log.tokenRange(of: ordinal) {
        defer { position += 1 }
        if tokens[index] == WordLog.gap { continue }
        let word = Int(tokens[index])
        positions[Int(nextPosition[word])] = position
        nextPosition[word] += 1
        if lastSeen[word] != UInt32(row) {
          lastSeen[word] = UInt32(row)
          articles[Int(nextArticle[word])] = UInt32(row)
          nextArticle[word] += 1
        }
        frequencies[Int(nextArticle[word]) - 1] += 1
      }
    }
    vocabulary = log.vocabulary
    sortedWords = (0..<UInt32(words)).sorted { log.vocabulary.precedes($0, $1) }
    positionOffsets = positionCounts
    self.positions = positions
    articleOffsets = articleCounts
    self.articles = articles
    self.frequencies = frequencies
    articleStarts = starts
    articleLengths = lengths
    self.searched = searched
  }
}

extension [UInt32] {
  /// Turns counts into the offsets at which each begins; returns their sum.
  mutating func becomeOffsets() -> Int {
    var start: UInt32 = 0
    for index in indices {
      let count = self[index]
      self[index] = start
      start += count
    }
    return Int(start)
  }
}
