/// Gives every token its universal and Penn part of speech.
///
/// A greedy averaged perceptron (Collins 2002) over pairs of both tags: the Penn half tells the
/// parser what the universal tag does not, such as participle from past tense.
///
/// - Complexity: O(*n*) in the number of tokens.
struct Tagger: Component {
  static let requires: Set<Layer> = [.tokens, .sentences]
  static let provides: Set<Layer> = [.tags]

  private let model: TaggerModel

  /// A tagger with the model that ships with the reader.
  init() throws(ModelError) {
    model = try TaggerModel(bytes: ModelFile.resource(named: TaggerModel.fileName))
  }

  /// A tagger with `model`.
  init(model: TaggerModel) { self.model = model }

  func annotate(_ document: inout Document) {
    var scratch = model.scratch()
    var tags = [PartOfSpeech](
      repeating: PartOfSpeech(universal: .other, penn: "FW"), count: document.tokens.count)
    for sentence in document.sentences {
      let words = model.hashes(of: document.tokens[sentence.tokens].lazy.map(\.form))
      for (token, number) in zip(sentence.tokens, model.tag(words, &scratch)) {
        tags[token] = model.tags.tags[number]
      }
    }
    document.tags = tags
  }
}
