internal import NewsModel

/// A country's names, capital and people.
struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2 code, or a code of our own for those that it does not list.
  var alpha2: String
  /// ISO 3166-1 alpha-3 code, or empty.
  var alpha3: String
  /// English short name as newspapers use it: `South Korea`.
  var name: String
  /// Official names, former names and abbreviations.
  var otherNames: [String]
  /// Seats of government, the first of them the capital.
  var capitals: [String]
  /// Words for its people and what is theirs: `Libyan`.
  var demonyms: [String]
}

/// The countries of the world, former ones included.
struct CountryTable: Sendable {
  /// In the order of the resource.
  let countries: [Country]

  /// The table that `lines` hold: six columns between tabs, names in a column between bars.
  init(lines: [String]) {
    countries = lines.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3, !cells[2].isEmpty else { return nil }
      func list(_ column: Int) -> [String] {
        column < cells.count ? cells[column].split(separator: "|").map(String.init) : []
      }
      return Country(
        alpha2: cells[0], alpha3: cells[1], name: cells[2], otherNames: list(3),
        capitals: list(4), demonyms: list(5))
    }
  }
}
