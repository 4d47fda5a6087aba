internal import NewsModel

/// The frames, classes of words and operators that ``EventCoder`` works with.
struct FrameLexicon: Sendable {
  /// What a word does to the acts told in its complement.
  enum Operator: String, CaseIterable, Sendable {
    /// They lie ahead: `plan to`.
    case planned
    /// They did not happen: `fail to`.
    case denied
    /// They are somebody's claim: `claim that`.
    case alleged
    /// They are somebody's word: `say that`.
    case said
    /// They are not told at all: `fear that`.
    case silent
  }

  private struct Key: Hashable {
    let kind: Frame.Kind
    let lemma: String
  }

  private let frames: [Key: [Frame]]
  private let idioms: [Key: [Idiom]]
  private let classes: [String: Set<String>]
  private let operators: [String: Operator]
  private let aliases: [String: String]
  /// Number of frames.
  let count: Int

  /// A lexicon of these entries; among frames of one word the more specific come first.
  init(
    frames: [Frame], idioms: [Idiom] = [], classes: [String: Set<String>],
    operators: [String: Operator],
    aliases: [String: String]
  ) {
    self.aliases = aliases
    var table: [Key: [Frame]] = [:]
    for frame in frames {
      table[Key(kind: frame.kind, lemma: frame.lemma), default: []].append(frame)
    }
    self.frames = table.mapValues { entries in
      entries.enumerated().sorted { a, b in
        (b.element.specificity, a.offset) < (a.element.specificity, b.offset)
      }.map(\.element)
    }
    self.idioms = Dictionary(grouping: idioms) { Key(kind: $0.kind, lemma: $0.lemma) }
    self.classes = classes
    self.operators = operators
    count = frames.count
  }

  /// The frames of a word, the most specific first.
  func frames(_ kind: Frame.Kind, _ lemma: String) -> [Frame] {
    frames[Key(kind: kind, lemma: lemma)]
      ?? (kind == .verb ? aliases[lemma].flatMap { frames[Key(kind: kind, lemma: $0)] } : nil) ?? []
  }

  /// The uses of a word that tell no event.
  func idioms(_ kind: Frame.Kind, _ lemma: String) -> [Idiom] {
    idioms[Key(kind: kind, lemma: lemma)] ?? []
  }

  /// Number of frames of a part of speech.
  func count(_ kind: Frame.Kind) -> Int {
    frames.reduce(0) { $1.key.kind == kind ? $0 + $1.value.count : $0 }
  }

  /// Whether `lemma` belongs to the class called `name`.
  func isMember(_ lemma: String, of name: String) -> Bool {
    classes[name]?.contains(lemma) ?? false
  }

  /// Whether `lemma` passes `test`.
  func passes(_ lemma: String, _ test: Frame.WordTest) -> Bool {
    switch test {
    case .lemma(let word): word == lemma
    case .wordClass(let name): isMember(lemma, of: name)
    }
  }

  /// What `lemma` does to its complement.
  func effect(of lemma: String) -> Operator? { operators[lemma] }
}
