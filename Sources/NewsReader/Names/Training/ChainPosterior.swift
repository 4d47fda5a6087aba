internal import Glibc

/// The probability of every label of a sentence's tokens under given scores, by the forward-backward
/// algorithm with a scale for each token (Rabiner 1989).
struct ChainPosterior {
  private static let labels = NameLabel.count
  private static let follows: [[Int]] = NameLabel.all.map { label in
    NameLabel.all.filter { $0.allows(label) }.map(\.number)
  }
  private static let starts = NameLabel.all.map { $0.continues ? Float(0) : 1 }
  private static let ends = NameLabel.all.map { $0.isOpen ? Float(0) : 1 }

  /// Probabilities, one label after the other for each token.
  private(set) var labels: [Float] = []
  /// Expected number of each move from label to label in the sentence.
  private(set) var moves: [Float] = []
  private var factors: [Float] = []
  private var forward: [Float] = []
  private var backward: [Float] = []

  /// Working memory that knows nothing yet.
  init() {}

  /// Works out the posterior of scores `emissions` of `count` tokens, and `moves` between them.
  mutating func update(emissions: [Float], count: Int, moves weights: [Float]) {
    let width = Self.labels
    factors = weights.map { exp($0) }
    labels = [Float](repeating: 0, count: count * width)
    moves = [Float](repeating: 0, count: width * width)
    for token in 0..<count {
      let start = token * width
      var highest = emissions[start]
      for label in 1..<width { highest = max(highest, emissions[start + label]) }
      for label in 0..<width { labels[start + label] = exp(emissions[start + label] - highest) }
    }
    passForward(count)
    passBackward(count)
    for place in 0..<count * width { labels[place] = forward[place] * backward[place] }
    for token in 0..<count { normalize(&labels, token) }
  }

  private mutating func passForward(_ count: Int) {
    let width = Self.labels
    forward = [Float](repeating: 0, count: count * width)
    for token in 0..<count {
      let start = token * width
      for label in 0..<width {
        var sum = token == 0 ? Self.starts[label] : 0
        if token > 0 {
          for previous in Self.follows[label] {
            sum += forward[start - width + previous] * factors[previous * width + label]
          }
        }
        if token == count - 1 { sum *= Self.ends[label] }
        forward[start + label] = sum * labels[start + label]
      }
      normalize(&forward, token)
    }
  }

  /// Fills `backward`, and the expected moves on the way.
  private mutating func passBackward(_ count: Int) {
    let width = Self.labels
    backward = [Float](repeating: 0, count: count * width)
    for label in 0..<width { backward[(count - 1) * width + label] = Self.ends[label] }
    for token in (1..<max(1, count)).reversed() {
      let start = token * width
      var mass: Float = 0
      for label in 0..<width {
        let inner = labels[start + label] * backward[start + label]
        if inner == 0 { continue }
        for previous in Self.follows[label] {
          let share = factors[previous * width + label] * inner
          backward[start - width + previous] += share
          mass += forward[start - width + previous] * share
        }
      }
      if mass > 0 {
        for label in 0..<width {
          let inner = labels[start + label] * backward[start + label] / mass
          if inner == 0 { continue }
          for previous in Self.follows[label] {
            moves[previous * width + label] +=
              forward[start - width + previous] * factors[previous * width + label] * inner
          }
        }
      }
      normalize(&backward, token - 1)
    }
  }

  private func normalize(_ values: inout [Float], _ token: Int) {
    let range = token * Self.labels..<(token + 1) * Self.labels
    var sum: Float = 0
    for place in range { sum += values[place] }
    if sum > 0 { for place in range { values[place] /= sum } }
  }
}
