import NewsModel
import Testing

@testable import NewsReader

struct NameTrainingTests {
  /// Sentences of two words of which the second is a person or a place, as the first tells.
  private func examples() -> [NameExample] {
    (0..<200).map { number in
      let isPerson = number % 2 == 0
      var example = NameExample()
      // Keys of the word, of the word before it, and of one that says nothing.
      example.keys = [isPerson ? 11 : 12, 99, UInt32(1000 + number % 7), isPerson ? 21 : 22]
      example.ends = [2, 4]
      example.gold = [0, NameLabel(.single, kind: isPerson ? 0 : 2).number]
      return example
    }
  }

  @Test func trainingRepeatsExactly() {
    let first = NameTrainer().train(on: examples()) { _ in }
    let second = NameTrainer().train(on: examples()) { _ in }
    #expect(first.bytes() == second.bytes())
  }

  @Test func whatIsLearnedTellsKindsApart() {
    let model = NameTrainer().train(on: examples()) { _ in }
    let rows = Dictionary(uniqueKeysWithValues: model.weights.allRows.map { ($0.key, $0) })
    let (person, place) = (NameLabel(.single, kind: 0).number, NameLabel(.single, kind: 2).number)
    #expect((rows[21]?.values[person] ?? 0) > (rows[21]?.values[place] ?? 0))
    #expect((rows[22]?.values[place] ?? 0) > (rows[22]?.values[person] ?? 0))
  }

  @Test func noMoreRowsAreKeptThanAllowed() {
    var trainer = NameTrainer()
    trainer.limit = 3
    #expect(trainer.train(on: examples()) { _ in }.weights.rows <= 3)
    trainer.rarest = 250
    #expect(trainer.train(on: examples()) { _ in }.weights.rows == 0)
  }

  @Test func probabilitiesAreThoseOfAllPathsTogether() {
    // Three tokens: few enough to add up every path.
    let width = NameLabel.count
    let emissions = (0..<3 * width).map { Float($0 * 7 % 11) / 4 }
    let moves = (0..<width * width).map { Float($0 * 5 % 13) / 6 - 1 }
    var posterior = ChainPosterior()
    posterior.update(emissions: emissions, count: 3, moves: moves)
    var sums = [Float](repeating: 0, count: 3 * width)
    var total: Float = 0
    for a in NameLabel.all where !a.continues {
      for b in NameLabel.all where a.allows(b) {
        for c in NameLabel.all where b.allows(c) && !c.isOpen {
          var score = emissions[a.number] + emissions[width + b.number]
          score += emissions[2 * width + c.number]
          score += moves[a.number * width + b.number] + moves[b.number * width + c.number]
          let weight = score.exponential
          total += weight
          for (token, label) in [a, b, c].enumerated() {
            sums[token * width + label.number] += weight
          }
        }
      }
    }
    for place in sums.indices {
      #expect(abs(posterior.labels[place] - sums[place] / total) < 1e-4)
    }
    #expect(abs(posterior.moves.reduce(0, +) - 2) < 1e-4)
  }
}

extension Float {
  /// *e* to this power, as a series of enough terms for small numbers.
  fileprivate var exponential: Float {
    var (sum, term) = (Double(1), Double(1))
    for place in 1..<60 {
      term *= Double(self) / Double(place)
      sum += term
    }
    return Float(sum)
  }
}
