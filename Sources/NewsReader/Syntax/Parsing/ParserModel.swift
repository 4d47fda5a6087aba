/// What the parser has learned.
struct ParserModel: Sendable {
  /// Name of the resource.
  static let fileName = "parser.model"

  /// The tags that words come with.
  let tags: TagSet
  /// The transitions, by class.
  let transitions: [Transition]
  /// Weights of the features of ``ParseFeatures``, by transition.
  let steps: WeightTable
  /// The relations, by class.
  let relations: [String]
  /// Weights of the features of ``RelationFeatures``, by relation.
  let labels: WeightTable

  /// States that a search keeps; twice as many cost half as much time again and bring next to nothing.
  static let width = 4
  /// By how much a kept state may be worse than the best, in units of the weights; a third of it costs
  /// half a point of attachment, and without a limit parsing takes a tenth longer for nothing.
  static let margin = 3000

  /// Working memory, one for each thread.
  struct Scratch {
    var search: BeamSearch
    var steps: ScoringScratch
    var sums: [Int32]
    var labels: ScoringScratch
  }

  /// Working memory for parsing with this model.
  func scratch() -> Scratch {
    let search = BeamSearch(transitions, margin: ParserModel.margin)
    return Scratch(
      search: search,
      steps: ScoringScratch(classes: transitions.count, parts: FeatureGroup.allCases.count),
      sums: search.emptySums,
      labels: ScoringScratch(classes: relations.count))
  }

  /// The context of a sentence of words `forms` with `tags`.
  func context(forms: some Sequence<String>, tags: some Sequence<PartOfSpeech>) -> ParseContext {
    var plain: [UInt8] = []
    // The parser looks at words in lower case only, so the style of capitals is of no account.
    let hashes = forms.map { WordHashes($0, style: .sentence, plain: &plain) }
    return ParseContext(hashes, tags: tags.map { self.tags.number(of: $0) }, in: self.tags)
  }

  /// The tree of a sentence: heads, the root being the number of words, and groups of relations.
  ///
  /// - Complexity: see ``BeamSearch``.
  func tree(
    of context: ParseContext, width: Int = ParserModel.width, _ scratch: inout Scratch
  ) -> TreeView {
    _ = scratch.search.start(count: context.count)
    for _ in 0..<2 * context.count {
      scratch.search.advance(
        width: width, context, steps, &scratch.steps, &scratch.sums)
    }
    var configuration = Configuration(count: context.count)
    for step in scratch.search.path(to: scratch.search.states[0]) {
      configuration.apply(
        step == BeamSearch.fallback ? configuration.fallback : transitions[step])
    }
    return TreeView(heads: configuration.heads, groups: configuration.groups)
  }

  /// The relation of every word to its head, by number; the root's is not looked at.
  func relations(
    in tree: TreeView, _ context: ParseContext, _ scratch: inout ScoringScratch
  ) -> [Int] {
    tree.heads.indices.map { word in
      guard tree.heads[word] < context.count else { return 0 }
      RelationFeatures.extract(word, in: tree, context, into: &scratch.keys)
      labels.score(&scratch)
      return scratch.best(of: relations.count)
    }
  }
}

extension ParserModel {
  /// The model as a file.
  func bytes() -> [UInt8] {
    var writer = ByteWriter()
    tags.write(to: &writer)
    writer.put(word: transitions.count)
    for transition in transitions {
      writer.put(byte: transition.code.0)
      writer.put(byte: transition.code.1)
    }
    steps.write(to: &writer)
    writer.put(strings: relations)
    labels.write(to: &writer)
    return ModelFile.bytes(kind: .parser, content: writer)
  }

  /// The model in `bytes`; `file` names it in errors.
  init(bytes: [UInt8], file: String = ParserModel.fileName) throws(ModelError) {
    var reader = try ModelFile.content(of: bytes, kind: .parser, file: file)
    tags = try TagSet(from: &reader)
    var transitions: [Transition] = []
    for _ in 0..<(try reader.count(of: "transitions", size: 2)) {
      guard let transition = Transition(code: (try reader.byte(), try reader.byte())) else {
        throw reader.malformed("transitions")
      }
      transitions.append(transition)
    }
    guard (1...TagSet.limit).contains(transitions.count) else {
      throw reader.malformed("transitions")
    }
    self.transitions = transitions
    steps = try WeightTable(from: &reader, classes: transitions.count)
    relations = try reader.strings()
    guard (1...TagSet.limit).contains(relations.count) else { throw reader.malformed("relations") }
    labels = try WeightTable(from: &reader, classes: relations.count)
  }
}
