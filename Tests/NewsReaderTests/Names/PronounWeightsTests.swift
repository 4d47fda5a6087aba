import Testing

@testable import NewsReader

struct PronounWeightsTests {
  @Test func readsWhatItWrites() {
    var weights = PronounWeights()
    weights.thresholds = [0.25, 0.5, 0.75]
    weights.weights[1][PronounFeature.organization.rawValue] = -1.25
    let copy = PronounWeights(lines: weights.lines)
    #expect(copy.thresholds == weights.thresholds)
    #expect(copy.weights == weights.weights)
  }

  @Test(arguments: ["organization 1 2", "organization 1 x 3", "colour 1 2 3", ""])
  func passesOverOtherLines(_ line: String) {
    let weights = PronounWeights(lines: [line])
    #expect(weights.weights == PronounWeights().weights)
  }

  @Test func sharesProbabilityByWeight() {
    var weights = PronounWeights()
    weights.weights[0][PronounFeature.stranger.rawValue] = 1
    var stranger = PronounFeatures()
    stranger.add(.stranger)
    let shares = weights.probabilities([PronounFeatures(), stranger], .he)
    #expect(shares[1] > shares[0])
    #expect(abs(shares[0] + shares[1] - 1) < 1e-5)
  }

  @Test func everyFeatureHasItsPlace() throws {
    #expect(PronounFeature.allCases.count <= 64)
    let written = try Resources.lines(named: PronounWeights.fileName).compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(written == ["threshold"] + PronounFeature.allCases.map { "\($0)" })
  }
}
