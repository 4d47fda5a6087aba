internal import Glibc

extension TextIndex {
  /// How well articles fit a search, by the BM25 weights of Robertson and others (TREC-3, 1994),
  /// with *k1* = 1.2 and *b* = 0.75.
  ///
  /// - Parameters:
  ///   - phrases: folded words, or several words that must follow each other.
  ///   - rows: article rows, ascending.
  /// - Returns: a number for each of `rows`; greater is better, 0 where no phrase occurs.
  public func scores(of phrases: [[String]], inArticles rows: [UInt32]) -> [Double] {
    var scores = [Double](repeating: 0, count: rows.count)
    let total = articleLengths.reduce(into: 0) { $0 += Int($1) }
    let average = max(1, Double(total) / Double(max(1, articleCount)))
    for phrase in phrases {
      let found = occurrences(of: phrase)
      let count = Double(found.count)
      let weight = log(1 + (Double(articleCount) - count + 0.5) / (count + 0.5))
      var at = 0
      for (index, row) in rows.enumerated() {
        while at < found.count, found[at].row < row { at += 1 }
        guard at < found.count, found[at].row == row else { continue }
        let frequency = Double(found[at].count)
        let length = Double(articleLengths[Int(row)]) / average
        scores[index] += weight * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length))
      }
    }
    return scores
  }

  private func occurrences(of phrase: [String]) -> [(row: UInt32, count: UInt32)] {
    guard phrase.count == 1, let text = phrase.first else {
      return rows(ofPositions: positions(of: phrase, lastIsPrefix: false))
    }
    guard let word = id(ofWord: text) else { return [] }
    return articleRange(of: word).map { (articles[$0], frequencies[$0]) }
  }
}
