/// Sums the weights of features: a table at run time, a perceptron in training.
protocol LinearScorer {
  /// Number of classes that are scored.
  var classes: Int { get }
  /// Puts the score of every class into `scratch`, for each of the ``ScoringScratch/ends`` apart.
  func scoreParts(_ scratch: inout ScoringScratch)
}

extension LinearScorer {
  /// Puts the score of every class, by all features, into `scratch`.
  func score(_ scratch: inout ScoringScratch) {
    scratch.ends.removeAll(keepingCapacity: true)
    scratch.ends.append(scratch.keys.count)
    scoreParts(&scratch)
  }
}

/// The working memory of scoring, one for each thread of work, so that models stay immutable.
struct ScoringScratch {
  /// The features of the decision at hand.
  var keys = FeatureKeys()
  /// Where each part of the keys ends whose scores are summed apart.
  var ends: [Int] = []
  /// The score of every class, then padding; for one part after the other.
  var scores: [Int32]
  /// The keys that may have a row, and one more.
  var passed = [UInt32](repeating: 0, count: FeatureKeys.capacity + 1)
  /// Index entries of these keys, then where their rows begin, above bit 8, and their factors.
  var rows = [UInt64](repeating: 0, count: FeatureKeys.capacity)
  /// Where the rows of each part end.
  var rowEnds: [Int] = []
  /// Made of bytes that were loaded ahead of their use; of no meaning.
  var touched: Int8 = 0

  /// Working memory for a scorer of `classes` classes and features in at most `parts` parts.
  init(classes: Int, parts: Int = 1) {
    scores = [Int32](repeating: 0, count: parts * WeightTable.stride(forClasses: classes))
  }

  /// The class with the highest score of the first `classes`; the lowest number among equals.
  @inline(__always)
  func best(of classes: Int) -> Int {
    var best = 0
    for candidate in 1..<max(1, classes) where scores[candidate] > scores[best] { best = candidate }
    return best
  }
}
