internal import NewsModel

/// Which places lie in which, as far as names and the entities' countries say so.
struct PlaceContainment: Sendable {
  /// How much of a country a place is; the greater contain the lesser.
  private enum Extent: Int, Comparable, Sendable {
    /// A city, a province, a building: whatever is not known to be more.
    case site
    /// A named side of the country: `northern Soria`.
    case region
    /// The country itself.
    case country

    static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
  }

  private static let sides: Set<Substring> = [
    "north", "northern", "south", "southern", "east", "eastern", "west", "western", "central",
    "northeast", "northeastern", "northwest", "northwestern", "southeast", "southeastern",
    "southwest", "southwestern", "upper", "lower", "inner", "mainland", "rural",
  ]

  /// Folded form of the country, by entity row; that of the empty string where not known.
  private let country: [UInt32]
  private let extent: [Extent]
  private let unknown: UInt32

  /// The places among entities.
  init(_ entities: EntityTable, strings: StringPool) {
    let unknown = strings.foldedID(StringPool.unknown)
    let country = entities.country.map { strings.foldedID($0) }
    self.unknown = unknown
    self.country = country
    extent = (0..<entities.count).map { row in
      guard entities.kind[row] == .place, country[row] != unknown else { return .site }
      let full = NameForm(strings[entities.country[row]])
      let isCountry = entities.aliases[row].contains { alias in
        strings.foldedID(alias) == country[row] || NameForm(strings[alias]).isAcronym(of: full)
      }
      if isCountry { return .country }
      let name = strings.foldedText(entities.country[row])
      let isRegion = entities.aliases[row].contains { alias in
        let parts = strings.foldedText(alias).split(separator: " ", maxSplits: 1)
        return parts.count == 2 && Self.sides.contains(parts[0]) && parts[1] == name
      }
      return isRegion ? .region : .site
    }
  }

  /// Whether one event can have both places.
  ///
  /// It can if they are the same, if one is not known, or if one is the country, or a side of the
  /// country, that the other lies in.
  func areCompatible(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b || a == ReferenceColumn.unknown || b == ReferenceColumn.unknown { return true }
    return contains(a, b) || contains(b, a)
  }

  /// That of two compatible places which says more.
  func morePrecise(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == ReferenceColumn.unknown { return b }
    if b == ReferenceColumn.unknown { return a }
    return contains(a, b) ? b : a
  }

  private func contains(_ outer: UInt32, _ inner: UInt32) -> Bool {
    let (outer, inner) = (Int(outer), Int(inner))
    return extent[outer] > extent[inner] && country[inner] == country[outer]
  }
}
