internal import NewsModel

/// Which country an adjective or a capital stands for.
struct CountryNames: Sendable {
  private let byDemonym: [String: String]
  private let byCapital: [String: String]
  private let countries: Set<String>

  /// Takes folded demonyms ('turkish') and capitals ('ankara') with the country of each ('Turkey').
  init(byDemonym: [String: String], byCapital: [String: String]) {
    self.byDemonym = byDemonym
    self.byCapital = byCapital
    countries = Set((Array(byDemonym.values) + Array(byCapital.values)).map { folded($0) })
  }

  /// Takes demonyms, capitals and names from `table`; of countries that share one, the first has it.
  init(_ table: CountryTable) {
    var byDemonym: [String: String] = [:]
    var byCapital: [String: String] = [:]
    var countries: Set<String> = []
    for country in table.countries {
      for name in [country.name] + country.otherNames { countries.insert(folded(name)) }
      for word in country.demonyms where byDemonym[folded(word)] == nil {
        byDemonym[folded(word)] = country.name
      }
      for city in country.capitals where byCapital[folded(city)] == nil {
        byCapital[folded(city)] = country.name
      }
    }
    self.byDemonym = byDemonym
    self.byCapital = byCapital
    self.countries = countries
  }

  /// By token: the country that it stands for as a demonym or ends one of two words for: Turkey for
  /// 'Turkish', Chile for 'Chileans', the United States for 'US', Sri Lanka for 'Sri Lankan'.
  ///
  /// - Complexity: O(*n*) in tokens.
  func demonyms(in tokens: [Token]) -> [String?] {
    tokens.indices.map { position in
      let token = tokens[position]
      if let country = Self.abbreviations[token.form] { return country }
      let isCapital = token.form.first?.isUppercase == true
      if isCapital, position > 0, tokens[position - 1].sentence == token.sentence,
        tokens[position - 1].form.first?.isUppercase == true,
        let country = byDemonym[tokens[position - 1].folded + " " + token.folded]
      {
        return country
      }
      if let country = byDemonym[token.folded] { return country }
      guard isCapital, token.folded.utf8.last == UInt8(ascii: "s") else { return nil }
      return byDemonym[String(token.folded.dropLast())]
    }
  }

  /// Abbreviations that stand before nouns as demonyms do, in the case in which they are no words.
  private static let abbreviations = [
    "US": "United States", "U.S.": "United States", "U.S": "United States",
    "USA": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom",
    "UAE": "United Arab Emirates", "USSR": "Soviet Union", "DRC": "DR Congo",
  ]

  /// The country whose capital is called `name`.
  func country(ofCapital name: String) -> String? { byCapital[folded(name)] }

  /// Whether `name` is a country's name.
  func isCountry(_ name: String) -> Bool { countries.contains(folded(name)) }
}
