internal import NewsModel

/// One way of telling an event: a word, what must stand with it, and who plays which part.
struct Frame: Hashable, Sendable {
  /// The entry as the lexicon writes it, up to the type: `verb call for`.
  let name: String
  /// Part of speech of the word.
  let kind: Kind
  /// Lemma of the word.
  let lemma: String
  /// What must hold; all of it.
  let conditions: [Condition]
  /// The event's type.
  let type: EventType
  /// The event's mode.
  let mode: String?
  /// Where the actors stand.
  let actors: [ArgumentPath]
  /// Where the targets stand; in a mutual act the other parties.
  let targets: [ArgumentPath]
  /// Whether all parties are actors.
  let isMutual: Bool
  /// What the entry says besides.
  let options: Set<Option>

  /// Whether an object plays a part.
  var takesObject: Bool {
    (actors + targets).contains { $0.functions.first == "obj" }
      || conditions.contains { condition in
        switch condition {
        case .argument(let path, _), .absent(let path): path.functions.first == "obj"
        case .word: true
        }
      }
  }

  /// How much the conditions ask for: words count for more than classes of words, and those for more
  /// than kinds of things.
  var specificity: Int {
    conditions.reduce(0) { sum, condition in
      switch condition {
      case .word(let test): sum + (test.isClass ? 3 : 4)
      case .argument(_, .words(let tests)): sum + (tests.contains(where: \.isClass) ? 3 : 4)
      case .argument(_, .any): sum + 1
      case .argument: sum + 2
      case .absent: sum + 1
      }
    }
  }

  /// Parts of speech of frames.
  enum Kind: String, CaseIterable, Sendable {
    case verb, noun, adjective
  }

  /// What an entry may say besides types and roles.
  enum Option: String, CaseIterable, Sendable {
    /// A promise: what is promised decides the type.
    case commits
    /// The event lies ahead: `warrant`.
    case planned
    /// The word says that it did not happen.
    case denied
    /// Only as somebody's claim.
    case alleged
  }

  /// Something that must hold of the words around.
  enum Condition: Hashable, Sendable {
    /// A particle, a preposition with a noun, or an object of this lemma or word class.
    case word(WordTest)
    /// Something stands at `path` that passes the test.
    case argument(ArgumentPath, Filler)
    /// Nothing stands at `path`.
    case absent(ArgumentPath)
  }

  /// A lemma or a class of lemmas.
  enum WordTest: Hashable, Sendable {
    case lemma(String)
    case wordClass(String)

    /// Whether a class of words is asked for.
    var isClass: Bool {
      if case .wordClass = self { true } else { false }
    }
  }

  /// What an argument must be.
  enum Filler: Hashable, Sendable {
    /// Anything.
    case any
    /// Heads with one of these lemmas or classes.
    case words([WordTest])
    /// A named entity of this kind, or a noun of the class called like the kind.
    case entity(EntityKind)
    /// An entity of any kind, or something that belongs to one.
    case named
    /// A country.
    case country
  }
}

/// The way from a predicate to an argument by grammatical function: `obj.with`.
///
/// Functions are `subj`, `obj`, `iobj`, `clause` (the subject of the complement clause), `poss`
/// (the possessor of a noun), `comp` (its modifiers), and prepositions.
struct ArgumentPath: Hashable, Sendable {
  /// The functions in order; never empty.
  let functions: [String]
}

/// A use of a word that tells no event: 'struck a balance'.
struct Idiom: Hashable, Sendable {
  /// Part of speech of the word.
  let kind: Frame.Kind
  /// Lemma of the word.
  let lemma: String
  /// What must hold; all of it, and at least one.
  let conditions: [Frame.Condition]
}
