import NewsModel
import Testing

@testable import NewsReader

struct LabelLatticeTests {
  private let noMoves = [Int32](repeating: 0, count: NameLabel.count * NameLabel.count)

  @Test func labelsFollowOneAnotherOnlyWithinAName() {
    let begin = NameLabel(.begin, kind: 0)
    #expect(begin.allows(NameLabel(.inside, kind: 0)))
    #expect(begin.allows(NameLabel(.end, kind: 0)))
    #expect(!begin.allows(NameLabel(.end, kind: 1)))
    #expect(!begin.allows(.outside))
    #expect(!NameLabel.outside.allows(NameLabel(.inside, kind: 2)))
    #expect(NameLabel(.single, kind: 1).allows(begin))
    #expect(Set(NameLabel.all.map(\.number)).count == NameLabel.count)
  }

  @Test func spansAndLabelsTellTheSame() {
    let spans = [
      NameSpan(tokens: 11..<14, kind: .organization), NameSpan(tokens: 14..<15, kind: .person),
      NameSpan(tokens: 16..<18, kind: .place),
    ]
    let labels = spans.labels(in: 10..<18)
    #expect(labels.count == 8)
    #expect(NameSpan.spans(labels: labels, from: 10) == spans)
  }

  @Test func theBestPathBreaksNoName() {
    var lattice = LabelLattice(count: 3)
    lattice[0, NameLabel(.begin, kind: 0)] = 5
    // Alone the middle would be outside, but the name that is open must go on.
    lattice[1, .outside] = 3
    lattice[1, NameLabel(.inside, kind: 0)] = 2
    lattice[2, NameLabel(.end, kind: 0)] = 6
    let path = lattice.best(moves: noMoves)
    #expect(
      NameSpan.spans(labels: path, from: 0) == [NameSpan(tokens: 0..<3, kind: .person)])
  }

  @Test func aNameEndsWithItsSentence() {
    var lattice = LabelLattice(count: 1)
    lattice[0, NameLabel(.begin, kind: 1)] = 9
    lattice[0, NameLabel(.single, kind: 2)] = 4
    #expect(lattice.best(moves: noMoves) == [NameLabel(.single, kind: 2).number])
    #expect(LabelLattice(count: 0).best(moves: noMoves) == [])
  }

  @Test func movesCount() {
    var moves = noMoves
    let single = NameLabel(.single, kind: 0).number
    moves[single * NameLabel.count + single] = -10
    var lattice = LabelLattice(count: 2)
    for token in 0..<2 { lattice[token, NameLabel(.single, kind: 0)] = 4 }
    #expect(lattice.best(moves: moves).count { $0 == single } == 1)
  }

  @Test func votesTellHowFarKindsLieApart() {
    var lattice = LabelLattice(count: 2)
    for (token, part) in [NameLabel.Part.begin, .end].enumerated() {
      lattice[token, NameLabel(part, kind: 0)] = 100
      lattice[token, NameLabel(part, kind: 2)] = 50
    }
    let votes = lattice.votes(0..<2, unit: 50)
    #expect(votes.best == .person)
    #expect(votes.person - votes.place == 2)
    #expect(votes.person - votes.organization == 4)
    // However sure the model is, rules can outweigh it.
    #expect(lattice.votes(0..<2, unit: 1).organization == 0)
    #expect(lattice.votes(0..<2, unit: 1).person <= 6)
  }
}
