/// Sums the weights of features: a table at run time, a perceptron in training.
protocol LinearScorer {
  /// Number of classes that are scored.
  var classes: Int { get }
  /// Puts the score of every class into `scratch`.
  func score(_ scratch: inout ScoringScratch)
}

/// The working memory of scoring, one for each thread of work, so that models stay immutable.
struct ScoringScratch {
  /// The features of the decision at hand.
  var keys = FeatureKeys()
  /// The score of every class, then padding.
  var scores: [Int32]
  /// The keys that may have a row, and one more.
  var passed = [UInt32](repeating: 0, count: FeatureKeys.capacity + 1)
  /// Index entries of these keys, loaded ahead of their use.
  var entries = [UInt64](repeating: 0, count: FeatureKeys.capacity)

  /// Working memory for a scorer of `classes` classes.
  init(classes: Int) {
    scores = [Int32](repeating: 0, count: WeightTable.stride(forClasses: classes))
  }

  /// The class with the highest score of the first `classes`; the lowest number among equals.
  @inline(__always)
  func best(of classes: Int) -> Int {
    var best = 0
    for candidate in 1..<max(1, classes) where scores[candidate] > scores[best] { best = candidate }
    return best
  }
}
