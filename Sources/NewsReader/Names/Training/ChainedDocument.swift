internal import NewsModel

/// A text in which every mention says what it refers to, as in GUM.
package struct ChainedDocument: Sendable {
  /// One mention; all that refer to one thing are a chain.
  struct Mention: Sendable {
    /// The chain, by its number in the file.
    var chain: Substring
    /// What is referred to; nil where it is neither person, organization nor place.
    var kind: EntityKind?
    /// Where the mention stands.
    var range: TextRange
    /// Where its head stands.
    var head: TextRange
    /// Where the head and the words of its name stand; empty where the head is no proper noun.
    var name: [TextRange]
  }

  /// Its name in the treebank.
  package var name = ""
  /// Its genre, as the treebank says it: `news`.
  package var genre = ""
  /// Its text: sentences of a paragraph between spaces, paragraphs between empty lines.
  package var text = ""
  /// The mentions in the order in which they end.
  var mentions: [Mention] = []
  /// Of a chain that means several things, the chains of these.
  var parts: [Substring: Set<Substring>] = [:]

  /// The documents of a treebank file in order; none where it marks none.
  package static func documents(conllu text: String) -> [ChainedDocument] {
    var reader = ChainedDocumentReader()
    for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(line)
    }
    return reader.documents
  }
}

/// Reads the lines of a treebank with `Entity` marks.
private struct ChainedDocumentReader {
  private struct Row {
    var form: Substring
    var isProper: Bool
    var head: Int
    var relation: Substring
    var marks: Substring
    var range: TextRange
  }

  var documents: [ChainedDocument] = []
  private var rows: [Row] = []
  private var opensParagraph = false
  private var sentence: Substring = ""
  private var cursor = 0

  mutating func read(_ line: Substring) {
    if line.isEmpty { return finishSentence() }
    if line.hasPrefix("# newdoc id = ") {
      documents.append(ChainedDocument(name: String(line.dropFirst(14))))
    } else if line.hasPrefix("# meta::genre = ") {
      documents[documents.count - 1].genre = String(line.dropFirst(16))
    } else if line.hasPrefix("# newpar") {
      opensParagraph = true
    } else if line.hasPrefix("# text = "), !documents.isEmpty {
      startSentence(line.dropFirst(9))
    } else if line.first?.isNumber == true {
      readRow(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }

  private mutating func startSentence(_ text: Substring) {
    let last = documents.count - 1
    if !documents[last].text.isEmpty { documents[last].text += opensParagraph ? "\n\n" : " " }
    opensParagraph = false
    cursor = documents[last].text.utf8.count
    documents[last].text += text
    sentence = text
  }

  private mutating func readRow(_ columns: [Substring]) {
    guard columns.count >= 10, Int(columns[0]) != nil else { return }
    let form = columns[1]
    while sentence.first == " " || sentence.first == "\u{a0}" {
      cursor += sentence.removeFirst().utf8.count
    }
    let start = cursor
    if sentence.hasPrefix(form) {
      sentence.removeFirst(form.count)
      cursor += form.utf8.count
    }
    rows.append(
      Row(
        form: form, isProper: columns[3] == "PROPN", head: (Int(columns[6]) ?? 0) - 1,
        relation: columns[7], marks: columns[9], range: TextRange(start, cursor)))
  }

  private mutating func finishSentence() {
    guard !rows.isEmpty, !documents.isEmpty else { return }
    var open: [(chain: Substring, kind: EntityKind?, start: Int)] = []
    var found: [(chain: Substring, head: Int, tokens: Range<Int>, isNamed: Bool)] = []
    let kinds: [Substring: EntityKind] = [
      "person": .person, "organization": .organization, "place": .place,
    ]
    for (place, row) in rows.enumerated() {
      readParts(row.marks)
      let marks = row.marks.split(separator: "|").first { $0.hasPrefix("Entity=") }
      for mark in EntityMark.marks(marks?.dropFirst(7) ?? "") {
        if mark.opens { open.append((mark.chain, mark.type.flatMap { kinds[$0] }, place)) }
        guard mark.closes, let last = open.lastIndex(where: { $0.chain == mark.chain }) else {
          continue
        }
        let (chain, kind, start) = open.remove(at: last)
        let tokens = start..<place + 1
        let head = tokens.first { !tokens.contains(rows[$0].head) } ?? place
        let isNamed = rows[head].isProper
        let name = tokens.filter {
          $0 == head || rows[$0].head == head && rows[$0].relation.hasPrefix("flat")
        }
        documents[documents.count - 1].mentions.append(
          ChainedDocument.Mention(
            chain: chain, kind: kind, range: TextRange(rows[start].range.lower, row.range.upper),
            head: rows[head].range, name: isNamed ? name.map { rows[$0].range } : []))
        found.append((chain, head, tokens, isNamed))
      }
    }
    // 'A and B' is a mention of its own where it is referred to as one.
    for whole in found {
      for part in found where part.chain != whole.chain && part.isNamed {
        guard part.tokens.count < whole.tokens.count, whole.tokens.contains(part.head),
          part.head == whole.head
            || rows[part.head].relation == "conj" && rows[part.head].head == whole.head
        else { continue }
        documents[documents.count - 1].parts[whole.chain, default: []].insert(part.chain)
      }
    }
    rows = []
  }

  /// `SplitAnte=7<11,8<11`: 11 is 7 and 8 together.
  private mutating func readParts(_ marks: Substring) {
    for mark in marks.split(separator: "|") where mark.hasPrefix("SplitAnte=") {
      for pair in mark.dropFirst(10).split(separator: ",") {
        let sides = pair.split(separator: "<")
        guard sides.count == 2 else { continue }
        documents[documents.count - 1].parts[sides[1], default: []].insert(sides[0])
      }
    }
  }
}

/// One bracket, or a pair of them, of GUM's `Entity` column.
struct EntityMark {
  /// The number of the chain.
  var chain: Substring
  /// What is mentioned; nil where the mark only closes a mention.
  var type: Substring?
  var opens: Bool
  var closes: Bool

  /// The marks of one token in order.
  static func marks(_ text: Substring) -> [EntityMark] {
    var marks: [EntityMark] = []
    var rest = text
    while let first = rest.first {
      let opens = first == "("
      if opens { rest.removeFirst() }
      let mark = rest.prefix { $0 != "(" && $0 != ")" }
      rest = rest[mark.endIndex...]
      let closes = rest.first == ")"
      if closes { rest.removeFirst() }
      let parts = mark.split(separator: "-")
      guard let id = parts.first else { continue }
      marks.append(
        EntityMark(
          chain: id.prefix { $0 != "[" }, type: opens && parts.count > 1 ? parts[1] : nil,
          opens: opens, closes: closes))
    }
    return marks
  }
}
