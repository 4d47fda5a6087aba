/// How much of what is right was found, and how much of what was found is right.
struct GoldScore: Equatable, CustomStringConvertible {
  /// Found and right.
  var right = 0
  /// Found.
  var found = 0
  /// What the gold file has.
  var gold = 0

  /// Share of what was found that is right; 1 where nothing was found.
  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }

  /// Share of the gold that was found; 1 where there is none.
  var recall: Double { gold == 0 ? 1 : Double(right) / Double(gold) }

  /// Harmonic mean of precision and recall.
  var f1: Double {
    found + gold == 0 ? 1 : 2 * Double(right) / Double(found + gold)
  }

  var description: String {
    "P \(Self.thousandths(precision)) R \(Self.thousandths(recall)) F1 \(Self.thousandths(f1))"
      + " (gold \(gold), found \(found), right \(right))"
  }

  static func += (total: inout GoldScore, part: GoldScore) {
    total.right += part.right
    total.found += part.found
    total.gold += part.gold
  }

  private static func thousandths(_ share: Double) -> String {
    let value = Int((share * 1000).rounded())
    return "\(value / 1000)." + String(String(value % 1000 + 1000).dropFirst())
  }
}

/// Pairs the items of two lists, best match first; an item is used once, and 0 is no match.
///
/// Ties go to the later items, so that the result does not depend on the sorting.
/// - Complexity: O(*n* *m* log *n* *m*).
func bestPairs<Gold, Found>(
  _ gold: [Gold], _ found: [Found], match: (Gold, Found) -> Double
) -> [(gold: Int, found: Int)] {
  var candidates: [(score: Double, gold: Int, found: Int)] = []
  for (i, item) in gold.enumerated() {
    for (j, other) in found.enumerated() {
      let score = match(item, other)
      if score > 0 { candidates.append((score, i, j)) }
    }
  }
  candidates.sort { ($0.score, $0.gold, $0.found) > ($1.score, $1.gold, $1.found) }
  var usedGold: Set<Int> = []
  var usedFound: Set<Int> = []
  var pairs: [(gold: Int, found: Int)] = []
  for (_, i, j) in candidates where !usedGold.contains(i) && !usedFound.contains(j) {
    usedGold.insert(i)
    usedFound.insert(j)
    pairs.append((i, j))
  }
  return pairs
}
