/// Gives every token its lemma: in lower case, except for proper nouns.
struct Lemmatizer: Component {
  static let requires: Set<Layer> = [.tokens, .tags]
  static let provides: Set<Layer> = [.lemmas]

  private let table: LemmaTable

  /// A lemmatizer with the table that ships with the reader.
  init() throws { table = try LemmaTable(lines: Resources.lines(named: LemmaTable.fileName)) }

  /// A lemmatizer with `table`.
  init(table: LemmaTable) { self.table = table }

  func annotate(_ document: inout Document) {
    document.lemmas = lemmas(of: document.tokens.map(\.form), tags: document.tags)
  }

  /// The lemma of each of the words `forms` of a text with these `tags`.
  func lemmas(of forms: [String], tags: [PartOfSpeech]) -> [String] {
    zip(forms, tags).enumerated().map { place, word in
      let (form, tag) = word
      if tag.universal == .propn {
        return tag.penn == "NNPS" ? singularName(form) : form
      }
      let plain = Lemmatizer.plain(form)
      if plain == "'s", tag.penn == "VBZ" {
        return isPerfect(after: place, forms, tags) ? "have" : "be"
      }
      return table.lemma(of: plain, penn: tag.penn)
    }
  }

  /// A form in lower case with straight quotes and plain dashes.
  private static func plain(_ form: String) -> String {
    let lower = form.lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    return String(
      lower.map { character -> Character in
        switch character {
        case "\u{2018}", "\u{2019}": "'"
        case "\u{201C}", "\u{201D}": "\""
        case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": "-"
        default: character
        }
      })
  }

  /// The singular with the capitals of the plural: `Americans`, `AMERICANS`.
  private func singularName(_ form: String) -> String {
    let lemma = table.lemma(of: form.lowercased(), penn: "NNPS")
    let shared = zip(lemma, form.lowercased()).prefix { $0 == $1 }.count
    let isCapitals = !form.contains(where: \.isLowercase)
    let rest = lemma.dropFirst(shared)
    return form.prefix(shared) + (isCapitals ? rest.uppercased() : String(rest))
  }

  /// Whether the clitic `'s` at `place` is `has`: `she 's been`, `it 's already become`.
  private func isPerfect(after place: Int, _ forms: [String], _ tags: [PartOfSpeech]) -> Bool {
    for next in tags.indices.dropFirst(place + 1).prefix(3) {
      if tags[next].penn == "VBN" {
        return ["been", "become", "had", "got", "gone", "come"].contains(forms[next].lowercased())
      }
      if tags[next].universal != .adv && tags[next].universal != .part { return false }
    }
    return false
  }
}
