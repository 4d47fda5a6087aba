internal import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much each feature of an antecedent weighs, by the kind of pronoun, and how sure a link must be.
///
/// A log-linear model: of the candidates of a pronoun and of 'nothing', each is as probable as the
/// exponential of the sum of its weights.
struct PronounWeights: Sendable {
  /// Kinds of pronouns that share weights; the columns of the file.
  enum Column: Int, CaseIterable, Sendable {
    case he, it, they

    init(_ gender: Pronoun.Gender) {
      switch gender {
      case .he, .she: self = .he
      case .it: self = .it
      case .they: self = .they
      }
    }
  }

  /// The name of the resource.
  static let fileName = "coreference.txt"

  /// The weight of each feature, by column.
  var weights: [[Float]]
  /// The least probability of a link, by column.
  var thresholds: [Float]

  /// Weights that say nothing, with links that are more probable than not.
  init() {
    weights = Column.allCases.map { _ in PronounFeature.allCases.map { _ in 0 } }
    thresholds = Column.allCases.map { _ in 0.5 }
  }

  /// The weights that ship with the reader.
  static func load() throws(Resources.ResourceError) -> PronounWeights {
    PronounWeights(lines: try Resources.lines(named: fileName))
  }

  /// Reads lines of a feature's name and a number for each column; lines that name no feature are
  /// passed over, features without a line weigh nothing.
  init(lines: [String]) {
    self.init()
    let features = Dictionary(
      PronounFeature.allCases.map { ("\($0)", $0) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      let fields = line.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { Float($0) }
      guard let name = fields.first, numbers.count == Column.allCases.count else { continue }
      for (column, number) in numbers.enumerated() {
        if name == "threshold" {
          thresholds[column] = number
        } else if let feature = features[String(name)] {
          weights[column][feature.rawValue] = number
        }
      }
    }
  }

  /// The weights as the lines that `init(lines:)` reads, hundredths kept.
  var lines: [String] {
    func row(_ name: String, _ numbers: [Float]) -> String {
      name + numbers.map { " \(($0 * 100).rounded() / 100)" }.joined()
    }
    return [row("threshold", thresholds)]
      + PronounFeature.allCases.map { feature in
        row("\(feature)", weights.map { $0[feature.rawValue] })
      }
  }

  /// The probability of each of `candidates`, which exclude each other.
  func probabilities(_ candidates: [PronounFeatures], _ column: Column) -> [Float] {
    let scores = candidates.map { score($0, column) }
    let highest = scores.max() ?? 0
    let powers = scores.map { exp($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private func score(_ features: PronounFeatures, _ column: Column) -> Float {
    var (sum, bits): (Float, UInt64) = (0, features.bits)
    while bits != 0 {
      sum += weights[column.rawValue][bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }
}
