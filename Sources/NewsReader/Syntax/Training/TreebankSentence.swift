/// A sentence of a treebank.
package struct TreebankSentence: Sendable {
  /// The document that it comes from.
  package var document = ""
  /// Its words.
  package var forms: [String] = []
  package var lemmas: [String] = []
  var tags: [PartOfSpeech] = []
  /// The head of each word; the root is the number of words.
  var heads: [Int] = []
  /// The relation of each word to its head.
  package var relations: [String] = []
  /// Whether no space follows the word.
  var isGlued: [Bool] = []

  /// Number of words.
  package var count: Int { forms.count }
}
