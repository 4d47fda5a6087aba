internal import NewsModel

/// An article while it is being read: each component adds its layer.
///
/// All ranges count UTF-8 bytes of `article.text`, which no component changes. Token positions
/// count from 0 over the whole document; a sentence is a run of tokens.
struct Document {
  /// The article; the `metadata` layer fills in what the text says about it.
  var article: Article
  /// The bytes of `article.text`.
  let bytes: [UInt8]

  /// Layer `blocks`: the parts of the text in order.
  var blocks: [TextBlock] = []
  /// Layer `sentences`: in order; no sentence crosses a block.
  var sentences: [Sentence] = []
  /// Layer `tokens`: in order; all of one sentence stand together.
  var tokens: [Token] = []
  /// Layer `tags`: one a token.
  var tags: [PartOfSpeech] = []
  /// Layer `lemmas`: one a token, in lower case except for proper nouns.
  var lemmas: [String] = []
  /// Layer `tree`: one a token.
  var arcs: [Arc] = []
  /// Layer `names`: spans that name a person, organization or place, in order, not overlapping.
  var names: [NameSpan] = []
  /// Layer `times`: time expressions with their values, in order, not overlapping.
  var times: [TimeExpression] = []
  /// Layer `entities`: who is named, and where; also roles and epithets.
  var entities: [Entity] = []
  /// Layer `entities`: every naming, pronouns and descriptions included, in order of their heads.
  var mentions: [EntityMention] = []
  /// Layer `quotes`.
  var quotes: [Quote] = []
  /// Layer `figures`.
  var figures: [Figure] = []
  /// Layer `reports`.
  var reports: [Report] = []

  /// A document in which nothing has been found yet.
  init(article: Article) {
    self.article = article
    bytes = Array(article.text.utf8)
  }

  /// The text that `range` covers.
  func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// The text from the first to the last token of a non-empty run of tokens.
  func range(ofTokens run: Range<Int>) -> TextRange {
    TextRange(tokens[run.lowerBound].range.lower, tokens[run.upperBound - 1].range.upper)
  }
}

/// One word or punctuation mark.
struct Token: Hashable, Sendable {
  /// Where it stands.
  var range: TextRange
  /// Its text, with typographic quotes and dashes as they are.
  let form: String
  /// Its text in lower case.
  let lower: String
  /// Its text as `folded(_:)` gives it; empty for punctuation.
  let folded: String
  /// Position of its sentence.
  var sentence: Int

  /// The token `form` at `range`.
  init(range: TextRange, form: String, sentence: Int) {
    self.range = range
    self.form = form
    folded = NewsModel.folded(form)
    // A word without marks is folded by its letters alone.
    lower = form.utf8.allSatisfy(isWordByte) ? folded : form.lowercased()
    self.sentence = sentence
  }
}

/// Whether a byte is an ASCII letter or digit.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
  default: false
  }
}

/// A run of tokens.
struct Sentence: Hashable, Sendable {
  /// Its tokens; never empty.
  var tokens: Range<Int>
  /// Position of its block.
  var block: Int
}

/// Universal part of speech (UD v2) and, behind it, the Penn Treebank tag.
struct PartOfSpeech: Hashable, Sendable {
  /// Universal tag: `VERB`.
  var universal: UniversalTag
  /// Penn tag: `VBD`.
  var penn: String
}

/// The seventeen tags of Universal Dependencies.
enum UniversalTag: String, CaseIterable, Sendable, Hashable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A token's place in the dependency tree of its sentence.
struct Arc: Hashable, Sendable {
  /// Token position of the head in the document; nil for the root of a sentence.
  var head: Int?
  /// Relation to the head with its subtype, as UD v2 writes it: `nsubj:pass`.
  var relation: String

  /// The relation without its subtype: `nsubj`.
  var kind: String {
    guard let colon = relation.utf8.firstIndex(of: UInt8(ascii: ":")) else { return relation }
    return String(relation[..<colon])
  }
}

/// A span of tokens that is a name.
struct NameSpan: Hashable, Sendable {
  /// Its tokens, titles left out; never empty, within one sentence.
  var tokens: Range<Int>
  /// What it names.
  var kind: EntityKind
}

/// A time expression and what it comes to.
struct TimeExpression: Hashable, Sendable {
  /// Its tokens; never empty, within one sentence.
  var tokens: Range<Int>
  /// The date, or nil where the text does not fix it.
  var date: NewsDate?
  /// What there is of the date where the text does not fix it.
  var partialDate: PartialDate?
  /// How it was worked out, in a few words: `Tuesday before 2023-09-28`.
  var basis: String
}

/// One naming of an entity.
struct EntityMention: Hashable, Sendable {
  /// Which entity.
  var entity: EntityIndex
  /// Its tokens, titles and epithets in front left out; never empty.
  var tokens: Range<Int>
  /// The token that heads it in the tree.
  var head: Int
  /// How it is referred to.
  var form: Mention.Form
  /// The loaded word that stands with it, in lower case.
  var epithet: String?
}
