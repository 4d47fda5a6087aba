/// A word that may tell an event, and what stands round it by grammatical function.
struct Predicate: Sendable {
  /// A word in a function: logical, so that the subject of a passive is its `obj`.
  struct Argument: Hashable, Sendable {
    /// `subj`, `obj`, `iobj`, `poss`, `comp`, or a preposition.
    let function: String
    /// The head of the phrase.
    let token: Int
  }

  /// The word.
  let token: Int
  /// What kind of frame it takes.
  let kind: Frame.Kind
  /// Its arguments in order of the text, inherited ones last.
  var arguments: [Argument] = []
  /// Lemmas of its particles and adverbs.
  var particles: [String] = []
  /// The verb that carries a nominal event: `held` in 'held talks'.
  var support: Int?

  /// The heads in function `name`.
  ///
  /// A person who is told, asked or assured something counts as `obj` where there is no other.
  func tokens(_ name: String) -> [Int] {
    let found = arguments.compactMap { $0.function == name ? $0.token : nil }
    return found.isEmpty && name == "obj" ? tokens("iobj") : found
  }

  /// Whether something stands in function `name`.
  func has(_ name: String) -> Bool { arguments.contains { $0.function == name } }
}
