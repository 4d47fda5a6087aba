internal import NewsModel

/// Finds the names of persons, organizations and places: what rules and lists say is weighed against
/// what a trained model makes of letters, tags and neighbours.
///
/// The model reads each sentence with the rules' names before it, and so settles where names begin
/// and end. Which kind each is of is then decided for the whole document, the model's odds being a
/// part of the evidence. Headlines, in which capitals say little, are read last, with the names that
/// the text gave.
///
/// - Complexity: O(*n*) in the number of tokens.
struct NameRecognizer: Component {
  static let requires: Set<Layer> = [.blocks, .metadata, .sentences, .tokens, .tags]
  static let provides: Set<Layer> = [.names]

  private let rules: NameRules
  private let model: NameModel
  private let weights: Weights?

  /// What the parts of the evidence weigh.
  struct Weights: Sendable, Hashable {
    /// The labels that the rules give, beside the model's scores of labels, in log odds.
    var rules: Float
    /// The model's log odds of a kind, beside the votes that the rules give.
    var kinds: Float

    /// For edited texts, whose capitals can be relied on.
    static let edited = Weights(rules: 5, kinds: 2)
    /// For texts that people write to one another, whose capitals cannot.
    static let casual = Weights(rules: 0, kinds: 1)
  }

  /// A recogniser with these lists and the model that ships with the reader.
  init(lexicon: NameLexicon) throws(ModelError) {
    self.init(
      lexicon: lexicon, model: try NameModel(bytes: ModelFile.resource(named: NameModel.fileName)))
  }

  /// A recogniser with these lists and `model`; without `weights`, those that suit a document are taken.
  init(lexicon: NameLexicon, model: NameModel, weights: Weights? = nil) {
    rules = NameRules(lexicon: lexicon)
    self.model = model
    self.weights = weights
  }

  func annotate(_ document: inout Document) {
    let text = NameText(document, lexicon: rules.lexicon)
    let weights = weights ?? (text.isEdited ? .edited : .casual)
    let found = rules.candidates(in: text)
    let learned = LearnedNames(
      text, lexicon: rules.lexicon, rules: rules.names(of: found, in: text))
    let known = Dictionary(found.map { ($0.tokens, $0) }, uniquingKeysWith: { first, _ in first })
    let candidates = learned.names(model, trust: weights.rules).map { name in
      var candidate = known[name.span.tokens] ?? rules.candidate(name.span, in: text)
      candidate.votes += name.votes * weights.kinds
      return candidate
    }
    let names = rules.names(of: candidates, in: text)
    document.names = rules.addingHeadlines(to: names, in: text)
    for name in document.names {
      for token in name.tokens where Self.isMistaken(document.tags[token], text.shapes[token]) {
        document.tags[token] = PartOfSpeech(universal: .propn, penn: "NNP")
      }
    }
  }

  /// Whether a word of a name was tagged as none: 'Begin' as a verb.
  private static func isMistaken(_ tag: PartOfSpeech, _ shape: TokenShape) -> Bool {
    shape.isCapital && [UniversalTag.verb, .aux, .pron, .adv].contains(tag.universal)
  }
}
