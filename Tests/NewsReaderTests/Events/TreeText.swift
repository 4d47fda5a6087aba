@testable import NewsModel
@testable import NewsReader

/// A document written out as trees, for tests of what is read from trees.
///
/// Each sentence is a line of words `form|lemma|tag|head|relation`: the Penn tag, `+AUX` behind it for
/// auxiliaries, the head counted from 1 within the sentence with 0 for the root. A word
/// without bars is punctuation under the root.
enum TreeText {
  /// The document of these sentences, with mentions wherever an entity's alias stands.
  static func document(
    _ sentences: String..., entities: [Entity], pronouns: [String: Int] = [:],
    published: String? = nil, place: String? = nil
  ) throws -> Document {
    var forms: [[String]] = []
    var rows: [[Row]] = []
    for sentence in sentences {
      let parsed = try sentence.split(separator: " ").map { try Row(String($0)) }
      rows.append(parsed)
      forms.append(parsed.map(\.form))
    }
    var text = ""
    var ranges: [TextRange] = []
    for sentence in forms {
      for form in sentence {
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += form
        ranges.append(TextRange(start, text.utf8.count))
      }
    }
    var article = Article(id: "test", text: text)
    article.place = place
    article.published = published.flatMap { NewsDate(iso: $0) }
    var document = Document(article: article)
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, text.utf8.count))]
    for (index, sentence) in rows.enumerated() {
      let base = document.tokens.count
      let root = sentence.firstIndex { $0.head == 0 } ?? 0
      for (offset, row) in sentence.enumerated() {
        document.tokens.append(
          Token(range: ranges[base + offset], form: row.form, sentence: index))
        document.tags.append(PartOfSpeech(universal: row.universal, penn: row.penn))
        document.lemmas.append(row.lemma)
        let head = row.head ?? root + 1
        document.arcs.append(Arc(head: head == 0 ? nil : base + head - 1, relation: row.relation))
      }
      document.sentences.append(Sentence(tokens: base..<document.tokens.count, block: 0))
    }
    document.entities = entities
    document.mentions = mentions(in: document, pronouns)
    return document
  }

  struct BadRow: Error {
    let text: String
  }

  private struct Row {
    let form: String
    let lemma: String
    let penn: String
    let universal: UniversalTag
    let head: Int?
    let relation: String

    init(_ text: String) throws {
      let parts = text.split(separator: "|").map(String.init)
      guard parts.count == 5 else {
        guard parts.count == 1 else { throw BadRow(text: text) }
        form = text
        lemma = text
        penn = text
        universal = .punct
        head = nil
        relation = "punct"
        return
      }
      guard let number = Int(parts[3]) else { throw BadRow(text: text) }
      form = parts[0]
      lemma = parts[1]
      let tag = parts[2].split(separator: "+").map(String.init)
      penn = tag[0]
      universal = tag.count > 1 ? .aux : Self.universal(tag[0])
      head = number
      relation = parts[4]
    }

    private static func universal(_ penn: String) -> UniversalTag {
      switch penn {
      case "NN", "NNS": .noun
      case "NNP", "NNPS": .propn
      case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG": .verb
      case "MD": .aux
      case "JJ", "JJR", "JJS": .adj
      case "RB": .adv
      case "IN", "RP": .adp
      case "TO", "POS": .part
      case "DT", "WDT": .det
      case "PRP", "PRP$", "WP": .pron
      case "CD": .num
      case "CC": .cconj
      case "$": .sym
      default: .other
      }
    }
  }

  private static func mentions(
    in document: Document, _ pronouns: [String: Int]
  ) -> [EntityMention] {
    var result: [EntityMention] = []
    var taken = Set<Int>()
    var patterns: [(words: [String], entity: Int)] = []
    for (position, entity) in document.entities.enumerated() {
      for alias in entity.aliases {
        patterns.append((alias.split(separator: " ").map(String.init), position))
      }
    }
    for (words, entity) in patterns.sorted(by: { $0.words.count > $1.words.count })
    where words.count <= document.tokens.count {
      for start in 0...(document.tokens.count - words.count) {
        let run = start..<start + words.count
        guard run.allSatisfy({ !taken.contains($0) }),
          Array(document.tokens[run].map(\.form)) == words
        else { continue }
        taken.formUnion(run)
        let head =
          run.first { token in
            document.arcs[token].head.map { !run.contains($0) } ?? true
          } ?? start
        result.append(
          EntityMention(
            entity: EntityIndex(entity), tokens: run, head: head, form: .name, epithet: nil))
      }
    }
    for (token, word) in document.tokens.enumerated() {
      guard let entity = pronouns[word.form], !taken.contains(token) else { continue }
      result.append(
        EntityMention(
          entity: EntityIndex(entity), tokens: token..<token + 1, head: token, form: .pronoun,
          epithet: nil))
    }
    return result.sorted { $0.head < $1.head }
  }
}

extension Entity {
  static func person(_ name: String, _ aliases: String...) -> Entity {
    named(name, .person, aliases)
  }

  static func organization(_ name: String, _ aliases: String...) -> Entity {
    named(name, .organization, aliases)
  }

  static func place(_ name: String, country: String? = nil) -> Entity {
    var entity = named(name, .place, [])
    entity.country = country
    return entity
  }

  private static func named(_ name: String, _ kind: EntityKind, _ aliases: [String]) -> Entity {
    var entity = Entity(name: name, kind: kind)
    entity.aliases += aliases
    return entity
  }
}
