internal import NewsModel

/// What has been learned of names: weights of the features of ``NameTemplates`` for each label.
struct NameModel: Sendable {
  /// Name of the resource.
  static let fileName = "names.model"

  /// Weights of the features.
  let weights: WeightTable
  /// Weights of one label after the other, ``NameLabel/count`` apart, in units of the table.
  let moves: [Int32]
  /// Units of the table to one natural unit of log odds.
  let unit: Int32

  /// Working memory for scoring with this model.
  func scratch() -> ScoringScratch { ScoringScratch(classes: NameLabel.count) }

  /// The scores of the labels of a sentence.
  func lattice(_ templates: NameTemplates, count: Int, _ scratch: inout ScoringScratch)
    -> LabelLattice
  {
    var lattice = LabelLattice(count: count)
    for place in 0..<count {
      templates.extract(place, into: &scratch.keys)
      weights.score(&scratch)
      for label in 0..<NameLabel.count {
        lattice.scores[place * NameLabel.count + label] = scratch.scores[label]
      }
    }
    return lattice
  }

  /// The model as a file.
  func bytes() -> [UInt8] {
    var writer = ByteWriter()
    writer.put(word: Int(unit))
    for move in moves { writer.put(word: Int(move)) }
    weights.write(to: &writer)
    return ModelFile.bytes(kind: .names, content: writer)
  }

  /// The model in `bytes`; `file` names it in errors.
  init(bytes: [UInt8], file: String = NameModel.fileName) throws(ModelError) {
    var reader = try ModelFile.content(of: bytes, kind: .names, file: file)
    unit = Int32(truncatingIfNeeded: try reader.word())
    guard unit > 0 else { throw reader.malformed("unit") }
    var moves: [Int32] = []
    for _ in 0..<NameLabel.count * NameLabel.count {
      moves.append(Int32(truncatingIfNeeded: try reader.word()))
    }
    // A sum over a sentence must not overflow.
    guard moves.allSatisfy({ abs(Int($0)) < NameModel.highestMove }) else {
      throw reader.malformed("moves")
    }
    self.moves = moves
    weights = try WeightTable(from: &reader, classes: NameLabel.count)
  }

  private static let highestMove = 1 << 16

  /// A model of these parts.
  init(weights: WeightTable, moves: [Int32], unit: Int32) {
    self.weights = weights
    self.moves = moves
    self.unit = unit
  }
}
