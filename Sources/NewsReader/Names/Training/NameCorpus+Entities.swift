internal import NewsModel

/// GUM: a treebank whose last column marks every mention of an entity with its type.
extension NameCorpus {
  /// The names among the mentions: those whose head is a proper noun, cut down to the name.
  package func entities(conllu text: String) -> [MarkedDocument] {
    var documents: [MarkedDocument] = []
    for (isNew, rows) in sentences(of: text) {
      if isNew || documents.isEmpty { documents.append(MarkedDocument()) }
      var taken = Set<Int>()
      var names: [NameSpan] = []
      for mention in mentions(in: rows).sorted(by: { $0.tokens.count > $1.tokens.count }) {
        guard let name = name(in: mention, of: rows),
          taken.isDisjoint(with: name.tokens)
        else { continue }
        taken.formUnion(name.tokens)
        names.append(name)
      }
      names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
      let sentence = MarkedSentence(forms: rows.map(\.form), names: names)
      documents[documents.count - 1].sentences.append(sentence.joiningHyphens(rows))
    }
    return documents
  }

  /// A treebank as text without marks: which words may be names, the gold tags say.
  package func unmarked(conllu text: String) -> [MarkedDocument] {
    var documents: [MarkedDocument] = []
    for (isNew, rows) in sentences(of: text) {
      if isNew || documents.isEmpty { documents.append(MarkedDocument()) }
      var sentence = MarkedSentence(forms: rows.map(\.form))
      sentence.canBeName = rows.indices.map { place in
        if rows[place].isProper || rows[place].universal == "X" { return true }
        let isInside =
          rows[max(0, place - 2)..<place].contains { $0.isProper }
          && rows[(place + 1)...].prefix(2).contains { $0.isProper }
        return isInside && Self.joining.contains(rows[place].universal)
      }
      documents[documents.count - 1].sentences.append(sentence)
    }
    return documents
  }

  private static let joining: Set<String> = [
    "ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART", "ADJ", "NOUN",
  ]

  /// A line of a treebank.
  struct Row {
    var form: String
    var universal: String
    var isProper: Bool
    /// Place of the head in the sentence; -1 for the root.
    var head: Int
    var entities: Substring
    var isGlued: Bool
  }

  private func sentences(of text: String) -> [(isNew: Bool, rows: [Row])] {
    var sentences: [(isNew: Bool, rows: [Row])] = []
    var rows: [Row] = []
    var isNew = false
    for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# newdoc") { isNew = true }
      if line.isEmpty, !rows.isEmpty {
        sentences.append((isNew, rows))
        rows = []
        isNew = false
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 10, Int(columns[0]) != nil else { continue }
      let marks = columns[9].split(separator: "|").first { $0.hasPrefix("Entity=") }
      rows.append(
        Row(
          form: String(columns[1]), universal: String(columns[3]),
          isProper: columns[3] == "PROPN" || columns[4].hasPrefix("NNP"),
          head: (Int(columns[6]) ?? 0) - 1, entities: marks?.dropFirst(7) ?? "",
          isGlued: columns[9].contains("SpaceAfter=No")))
    }
    return sentences
  }

  /// The mentions of persons, organizations and places that the brackets of a sentence mark.
  private func mentions(in rows: [Row]) -> [NameSpan] {
    let kinds: [Substring: EntityKind] = [
      "person": .person, "organization": .organization, "place": .place,
    ]
    var found: [NameSpan] = []
    var open: [(id: Substring, kind: EntityKind?, start: Int)] = []
    for (place, row) in rows.enumerated() {
      for mark in EntityMark.marks(row.entities) {
        if mark.opens { open.append((mark.chain, mark.type.flatMap { kinds[$0] }, place)) }
        guard mark.closes, let last = open.lastIndex(where: { $0.id == mark.chain }) else {
          continue
        }
        let mention = open.remove(at: last)
        if let kind = mention.kind {
          found.append(NameSpan(tokens: mention.start..<place + 1, kind: kind))
        }
      }
    }
    return found
  }

  /// The name within a mention: its proper nouns, with `of` and the like inside names of bodies.
  private func name(in mention: NameSpan, of rows: [Row]) -> NameSpan? {
    let tokens = mention.tokens
    guard let head = tokens.first(where: { !tokens.contains(rows[$0].head) }), rows[head].isProper
    else { return nil }
    let isPerson = mention.kind == .person
    func isProper(_ place: Int) -> Bool { tokens.contains(place) && rows[place].isProper }
    func isCapital(_ place: Int) -> Bool {
      tokens.contains(place) && rows[place].form.first?.isUppercase == true
    }
    var first = tokens.lowerBound
    while first < head, !isProper(first),
      isPerson || !isCapital(first) || rows[first].universal != "ADJ"
    {
      first += 1
    }
    if isPerson { first = titleEnd(of: rows.map(\.form), first..<head + 1) }
    var end = first + 1
    while end < tokens.upperBound {
      if isProper(end) || isCapital(end) && rows[end].universal != "PRON" {
        end += 1
      } else if !isPerson, ["of", "for", "and", "&", "de"].contains(rows[end].form) {
        let next = end + 1 < tokens.upperBound && rows[end + 1].form == "the" ? end + 2 : end + 1
        guard isProper(next), mention.kind == .organization || rows[end].form == "of" else { break }
        end = next + 1
      } else if ["-", "."].contains(rows[end].form), isProper(end + 1) {
        end += 2
      } else {
        break
      }
    }
    guard (first..<end).contains(head) else { return nil }
    return NameSpan(tokens: first..<end, kind: mention.kind)
  }
}

extension MarkedSentence {
  /// The sentence with words that hyphens join made one, as the reader's tokenizer leaves them,
  /// where names do not begin or end inside.
  fileprivate func joiningHyphens(_ rows: [NameCorpus.Row]) -> MarkedSentence {
    var joined = MarkedSentence()
    var places: [Int] = []
    let inner = Set(names.flatMap { $0.tokens.dropFirst() })
    let first = Set(names.map(\.tokens.lowerBound))
    func joins(_ left: Int, _ right: Int) -> Bool {
      // A name must not grow: 'Lima-led' begins with one.
      rows[left].isGlued
        && (inner.contains(right)
          || !first.contains(right) && !inner.contains(left)
            && !first.contains(left))
    }
    for (place, form) in forms.enumerated() {
      let previous = place - 1
      let isHyphen = form == "-" && place + 1 < forms.count && rows[place].isGlued
      let isBehind = previous > 0 && forms[previous] == "-" && rows[previous].isGlued
      if previous >= 0,
        isHyphen && joins(previous, place) && joins(place, place + 1)
          || isBehind && joins(previous - 1, previous) && joins(previous, place)
      {
        joined.forms[joined.forms.count - 1] += form
      } else {
        joined.forms.append(form)
      }
      places.append(joined.forms.count - 1)
    }
    joined.names = names.map { name in
      NameSpan(
        tokens: places[name.tokens.lowerBound]..<places[name.tokens.upperBound - 1] + 1,
        kind: name.kind)
    }
    return joined
  }
}
