internal import NewsModel

/// The reader's lists of names and of the words round them.
struct NameLexicon: Sendable {
  /// Countries and what is theirs.
  let countries: CountryTable
  /// Names of countries, places and bodies by their folded text.
  private(set) var names = PhraseTable<KnownName>()
  /// Country of a demonym, by folded text; singular and plural.
  private(set) var demonyms = PhraseTable<String>()
  /// Titles and offices of one word or several.
  private(set) var titles = PhraseTable<WordClass>()
  /// Loaded nouns of one word or several.
  private(set) var epithetNouns = PhraseTable<Bool>()
  /// Phrases that are no names: `World Cup`.
  private(set) var nonNames = PhraseTable<Bool>()
  /// What a given name tells of the gender: ``WordClass/givenHe``, ``WordClass/givenShe``, both.
  private(set) var givenGenders: [String: WordClass] = [:]
  /// First words of bodies that are named after a place or a cause: `Real`, `Jabhat`, `Banco`.
  private(set) var bodyStarts: Set<String> = []
  private var classes = HashedPhrases<WordClass>()
  /// `pro`, `anti` ...: what before a hyphen loads a word.
  private(set) var epithetPrefixes: Set<String> = []
  /// `backed`, `installed` ...: what after a hyphen loads a name.
  private(set) var epithetSuffixes: Set<String> = []

  /// The lists of the reader's resources.
  static func load() throws(Resources.ResourceError) -> NameLexicon {
    let countries = CountryTable(lines: try Resources.lines(named: "countries.tsv"))
    var lexicon = NameLexicon(countries: countries)
    for file in ["name-words.txt", "given-names.txt", "epithets.txt", "places.txt"] {
      lexicon.addWords(SectionedWordList(parsing: try text(file)))
    }
    lexicon.addPlaces(SectionedWordList(parsing: try text("places.txt")))
    lexicon.addByCountry(try Resources.lines(named: "subdivisions.txt"), .subdivision)
    lexicon.addByCountry(try Resources.lines(named: "cities.txt"), .city)
    lexicon.addBodies(SectionedWordList(parsing: try text("organizations.txt")))
    lexicon.addCountries()
    return lexicon
  }

  private static func text(_ file: String) throws(Resources.ResourceError) -> String {
    try Resources.lines(named: file).joined(separator: "\n")
  }

  private init(countries: CountryTable) { self.countries = countries }

  /// What the folded text of one token may be.
  func wordClass(_ word: String) -> WordClass { classes[PhraseHash.of(word)] ?? [] }

  // MARK: Building

  private mutating func addWords(_ list: SectionedWordList) {
    for (heading, wordClass) in WordClass.headings {
      for entry in list.entries(under: heading) {
        let word = folded(entry)
        if word.isEmpty { continue }
        let hash = PhraseHash.of(word)
        classes[hash] = (classes[hash] ?? []).union(wordClass)
        switch wordClass {
        case .title, .titleHe, .titleShe, .office:
          titles[word] = (titles[word] ?? []).union(wordClass)
        case .givenHe, .givenShe, .given: givenGenders[word] = wordClass
        case .alsoGiven where heading.hasSuffix(" he"): givenGenders[word] = .givenHe
        case .alsoGiven where heading.hasSuffix(" she"): givenGenders[word] = .givenShe
        case .epithetNoun: epithetNouns[word] = true
        case .noName where word.contains(" "): nonNames[word] = true
        default: break
        }
      }
    }
    bodyStarts.formUnion(list.foldedEntries(under: "organization start"))
    epithetPrefixes.formUnion(list.entries(under: "prefix"))
    epithetSuffixes.formUnion(list.entries(under: "suffix"))
  }

  private mutating func add(
    _ name: some StringProtocol, _ group: KnownName.Group, country: String?, canonical: String,
    body: KnownName.Body? = nil
  ) {
    let phrase = folded(name)
    if phrase.isEmpty { return }
    if let known = names[phrase], known.group > group { return }
    let letters = name.filter(\.isLetter)
    names[phrase] = KnownName(
      group: group, country: country, canonical: canonical,
      isAcronym: letters.count < 6 && letters.allSatisfy(\.isUppercase), body: body)
  }

  private mutating func addPlaces(_ list: SectionedWordList) {
    for heading in ["region", "sea"] {
      for name in list.entries(under: heading) {
        add(name, .region, country: nil, canonical: name)
      }
    }
  }

  /// Adds lines of the form `Country: name, name`.
  private mutating func addByCountry(_ lines: [String], _ group: KnownName.Group) {
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let country = String(line[..<colon])
      for name in line[line.index(after: colon)...].split(separator: ",") {
        let name = String(name.trimmingSpaces())
        add(name, group, country: country, canonical: name)
      }
    }
  }

  private mutating func addBodies(_ list: SectionedWordList) {
    let bodies: [KnownName.Body] = [
      .international, .seatOfPower, .armedGroup, .party, .press, .company,
    ]
    for body in bodies {
      for entry in list.entries(under: body.rawValue) { addBody(entry, body) }
    }
  }

  /// Adds a line of the form `Name = other name, other name; Country`.
  private mutating func addBody(_ entry: String, _ body: KnownName.Body) {
    let halves = entry.split(separator: ";", maxSplits: 1).map { String($0.trimmingSpaces()) }
    let country = halves.count > 1 ? halves[1] : nil
    guard let forms = halves.first else { return }
    let sides = forms.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
    guard let full = sides.first else { return }
    let canonical = String(full)
    add(full, .body, country: country, canonical: canonical, body: body)
    guard sides.count > 1 else { return }
    for other in sides[1].split(separator: ",") {
      add(other.trimmingSpaces(), .body, country: country, canonical: canonical, body: body)
    }
  }

  private mutating func addCountries() {
    for country in countries.countries {
      for capital in country.capitals {
        add(capital, .capital, country: country.name, canonical: capital)
      }
      for demonym in country.demonyms {
        let word = folded(demonym)
        demonyms[word] = country.name
        if demonyms[word + "s"] == nil { demonyms[word + "s"] = country.name }
      }
    }
    for country in countries.countries {
      for name in [country.name] + country.otherNames {
        add(name, .country, country: country.name, canonical: country.name)
      }
    }
  }
}
