internal import NewsModel

/// Brings ways of writing one organization or place to one, before spellings are compared.
struct NameNormalization {
  let kind: EntityKind

  /// Nouns that stand before `of` or behind what they are of: `Ministry of Ports`.
  private static let offices: Set<String> = [
    "ministry", "department", "university", "office", "embassy", "parliament", "directorate",
    "bureau", "secretariat", "municipality", "governorate", "province", "city", "republic",
    "government", "institute", "school", "college", "chamber",
  ]

  /// Legal forms at the end of a company's name.
  private static let legalForms: Set<String> = [
    "inc", "ltd", "limited", "llc", "plc", "corp", "corporation", "co", "company", "gmbh", "ag",
    "sa", "spa", "nv", "bv", "oao", "ooo", "pjsc", "jsc",
  ]

  /// American and British spellings, and adjectives of direction.
  private static let spellings: [String: String] = [
    "defense": "defence", "center": "centre", "labor": "labour", "organisation": "organization",
    "programme": "program", "harbor": "harbour", "eastern": "east", "western": "west",
    "northern": "north", "southern": "south", "northeastern": "northeast",
    "northwestern": "northwest", "southeastern": "southeast", "southwestern": "southwest",
  ]

  /// `form` with its words in one order and spelling; a form that needs none of it as it is.
  ///
  /// - Parameter country: an acronym of the country's name becomes that name in a place.
  func normalized(_ form: NameForm, _ country: String?) -> NameForm {
    if kind == .person { return form }
    if kind == .place, form.acronym != nil, let country {
      let full = NameForm(country)
      if form.isAcronym(of: full) { return full }
    }
    let text = normalized(form.text)
    return text == form.text ? form : NameForm(text)
  }

  private func normalized(_ text: String) -> String {
    var words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    if words.count > 1, folded(words[0]) == "the" { words.removeFirst() }
    if kind == .organization {
      while words.count > 1, let last = words.last, Self.legalForms.contains(folded(last)) {
        words.removeLast()
      }
      if words.count > 2, Self.offices.contains(folded(words[0])), folded(words[1]) == "of",
        !words.dropFirst(2).contains(where: { folded($0) == "of" })
      {
        words = words.dropFirst(2).filter { folded($0) != "the" } + [words[0]]
      }
    }
    return words.map { Self.spellings[folded($0)] ?? $0 }.joined(separator: " ")
  }
}
