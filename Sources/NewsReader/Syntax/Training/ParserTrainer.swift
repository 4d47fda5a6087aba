/// Trains the parser.
struct ParserTrainer {
  /// How transitions are learned.
  var steps = BeamTrainer()
  /// Seeds of the runs whose weights are added up: their errors differ, and partly cancel.
  var seeds: [UInt64] = [3, 4]
  /// How relations are learned.
  var relations = RelationTrainer()
  /// Rows of weights that are kept.
  var limit = 420_000
  var relationLimit = 60_000

  /// The model learned from `treebank`.
  ///
  /// `tags` are its words' tags as the tagger gives them to sentences that it has not seen;
  /// `report` is told how training goes.
  func train(
    on treebank: Treebank, tags: [[Int]], in set: TagSet, report: (String) -> Void
  ) -> ParserModel {
    let material = Material(treebank, tags: tags, in: set)
    let runs = seeds.map { seed in
      var trainer = steps
      trainer.seed = seed
      return trainer.train(material.contexts, material.gold, material.transitions, report)
    }
    let labels = relations.train(
      material.examples(withTrees: runs[0].trees), classes: material.relations.count, report)
    return ParserModel(
      tags: set,
      transitions: material.transitions,
      steps: runs.map(\.weights)
        .reduce(AveragedWeights(classes: material.transitions.count), +).table(limit: limit),
      relations: material.relations,
      labels: labels.table(limit: relationLimit))
  }
}

extension ParserTrainer {
  /// What there is to learn from.
  struct Material {
    let sentences: [TreebankSentence]
    let contexts: [ParseContext]
    let gold: [GoldTree]
    /// The transitions and the relations that are told apart, by number.
    let transitions: [Transition]
    let relations: [String]

    /// The sentences of `treebank`, whose words have `tags`.
    init(_ treebank: Treebank, tags: [[Int]], in set: TagSet) {
      sentences = treebank.sentences
      contexts = zip(sentences, tags).map { sentence, numbers in
        var plain: [UInt8] = []
        let hashes = sentence.forms.map { WordHashes($0, style: .sentence, plain: &plain) }
        return ParseContext(hashes, tags: numbers, in: set)
      }
      gold = sentences.map { sentence in
        GoldTree(
          heads: sentence.heads, groups: sentence.relations.map { RelationGroup(relation: $0) })
      }
      transitions = Material.transitions(in: gold)
      relations = sentences.flatMap(\.relations).commonest(atLeast: 5)
    }

    /// Examples of relations in the right trees and, so that errors are expected, in `found` trees of
    /// the same sentences, as far as they are right.
    func examples(withTrees found: [TreeView]) -> [RelationTrainer.Example] {
      let numbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
      var examples: [RelationTrainer.Example] = []
      for (place, sentence) in sentences.enumerated() {
        let right = TreeView(heads: sentence.heads, groups: gold[place].groups.map(\.rawValue))
        for tree in [right, found[place]] {
          let names = (0..<sentence.count).map { word in
            let head = sentence.heads[word]
            return head < sentence.count && tree.heads[word] == head
              ? numbers[sentence.relations[word]] ?? -1 : -1
          }
          examples.append(
            RelationTrainer.Example(context: contexts[place], tree: tree, relations: names))
        }
      }
      return examples
    }

    /// The transitions that the trees use more than a few times.
    private static func transitions(in trees: [GoldTree]) -> [Transition] {
      var used: [Transition] = []
      for tree in trees {
        for (word, head) in tree.heads.enumerated() {
          used.append(.shift)
          guard head < tree.heads.count else { continue }
          used.append(head > word ? .left(tree.groups[word]) : .right(tree.groups[word]))
        }
      }
      // Whole groups of eight: one more would make every row of weights longer.
      return Array(used.commonest(atLeast: 8).prefix(32))
    }
  }
}
