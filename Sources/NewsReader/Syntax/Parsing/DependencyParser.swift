/// Gives every token its head and relation.
///
/// An arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) builds the tree with coarse groups
/// of relations, by ``BeamSearch`` with a structured perceptron; a second perceptron names the
/// relations on the whole tree. Trees are projective, with one root a sentence.
///
/// - Complexity: O(*n*) in the number of tokens, however long a sentence is.
struct DependencyParser: Component {
  static let requires: Set<Layer> = [.tokens, .sentences, .tags]
  static let provides: Set<Layer> = [.tree]

  /// Longer sentences, in tokens, are lists or have no full stops; they are left as they are.
  private static let repairLimit = 250

  private let model: ParserModel

  /// A parser with the model that ships with the reader.
  init() throws(ModelError) {
    model = try ParserModel(bytes: ModelFile.resource(named: ParserModel.fileName))
  }

  /// A parser with `model`.
  init(model: ParserModel) { self.model = model }

  func annotate(_ document: inout Document) {
    var scratch = model.scratch()
    var arcs = [Arc](repeating: Arc(head: nil, relation: "root"), count: document.tokens.count)
    for sentence in document.sentences {
      let run = sentence.tokens
      let context = model.context(
        forms: document.tokens[run].lazy.map(\.form), tags: document.tags[run])
      let tree = model.tree(of: context, &scratch)
      let relations = model.relations(in: tree, context, &scratch.labels)
      for (place, head) in tree.heads.enumerated() where head < context.count {
        arcs[run.lowerBound + place] = Arc(
          head: run.lowerBound + head, relation: model.relations[relations[place]])
      }
    }
    let tokens = document.tokens
    var repair = RelativeClauseRepair(arcs: arcs, tags: document.tags) { tokens[$0].form == "," }
    for sentence in document.sentences where sentence.tokens.count <= Self.repairLimit {
      repair.mend(sentence.tokens)
    }
    document.arcs = repair.arcs
  }
}
