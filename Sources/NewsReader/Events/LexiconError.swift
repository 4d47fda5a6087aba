/// What is wrong with a line of a word list or lexicon.
struct LexiconError: Error, Hashable, CustomStringConvertible {
  /// The resource: `frames.txt`.
  let resource: String
  /// The line, counted from 1.
  let line: Int
  /// What is wrong.
  let reason: String

  var description: String { "\(resource):\(line): \(reason)" }
}
