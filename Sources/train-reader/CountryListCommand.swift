internal import Foundation

/// Makes `countries.tsv` and `subdivisions.txt` of the reader's resources.
///
/// Merges ISO 3166 (Debian's iso-codes), the English names of CLDR and the hand-written
/// `demonyms.tsv`; running it again on the same sources gives the same files.
///
///     train-reader countries /usr/share/iso-codes/json Sources/NewsReader/Resources
struct CountryListCommand {
  private struct CountryRow {
    var alpha2: String
    var alpha3 = ""
    var name: String
    var others: [String] = []
    var capital = ""
    var demonyms = ""
  }

  private enum CommandError: Error, CustomStringConvertible {
    case usage
    case malformed(String)

    var description: String {
      switch self {
      case .usage: "usage: train-reader countries ISO-CODES-FOLDER RESOURCES-FOLDER"
      case .malformed(let file): "\(file) does not have the form that is expected"
      }
    }
  }

  private let isoCodes: URL
  private let resources: URL

  /// Runs with the arguments behind `countries`.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw CommandError.usage }
    let command = CountryListCommand(
      isoCodes: URL(fileURLWithPath: arguments[0]), resources: URL(fileURLWithPath: arguments[1]))
    try command.writeLists()
  }

  private func writeLists() throws {
    let rows = try countries()
    let header = """
      # Countries: made by `train-reader countries` from ISO 3166 (iso-codes), CLDR and demonyms.tsv.
      # alpha-2\talpha-3\tname\tother names\tcapital\tdemonyms

      """
    let lines = rows.map { row in
      [
        row.alpha2, row.alpha3, row.name, row.others.joined(separator: "|"), row.capital,
        row.demonyms,
      ].joined(separator: "\t") + "\n"
    }
    try (header + lines.joined()).write(
      to: resources.appendingPathComponent("countries.tsv"), atomically: true, encoding: .utf8)
    try subdivisions(of: rows).write(
      to: resources.appendingPathComponent("subdivisions.txt"), atomically: true, encoding: .utf8)
  }

  private func table(_ file: String, _ key: String) throws -> [[String: String]] {
    let data = try Data(contentsOf: isoCodes.appendingPathComponent(file))
    let content = try JSONSerialization.jsonObject(with: data)
    guard let rows = (content as? [String: Any])?[key] as? [[String: Any]] else {
      throw CommandError.malformed(file)
    }
    return rows.map { row in row.compactMapValues { $0 as? String } }
  }

  /// The hand-written rows in their order.
  private func handRows() throws -> [CountryRow] {
    let text = try String(
      contentsOf: resources.appendingPathComponent("demonyms.tsv"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5 else { throw CommandError.malformed("demonyms.tsv: \(line)") }
      return CountryRow(
        alpha2: cells[0], name: cells[1],
        others: cells[2].split(separator: "|").map(String.init), capital: cells[3],
        demonyms: cells[4])
    }
  }

  private func countries() throws -> [CountryRow] {
    var rows = try handRows()
    var claimed = Set(rows.flatMap { [$0.name] + $0.others }.map(Self.comparable))
    var positions: [String: Int] = [:]
    for (position, row) in rows.enumerated() { positions[row.alpha2] = position }
    let english = Locale(identifier: "en")

    for iso in try table("iso_3166-1.json", "3166-1") {
      guard let alpha2 = iso["alpha_2"], let isoName = iso["name"] else { continue }
      let cldr = english.localizedString(forRegionCode: alpha2)
      if positions[alpha2] == nil {
        positions[alpha2] = rows.count
        let name = Self.plain(iso["common_name"] ?? cldr ?? isoName)
        claimed.insert(Self.comparable(name))
        rows.append(CountryRow(alpha2: alpha2, name: name))
      }
      guard let at = positions[alpha2] else { continue }
      rows[at].alpha3 = iso["alpha_3"] ?? ""
      for name in [iso["common_name"], isoName, iso["official_name"], cldr].compactMap(\.self) {
        let plain = Self.plain(name)
        if claimed.insert(Self.comparable(plain)).inserted { rows[at].others.append(plain) }
      }
    }
    for former in try table("iso_3166-3.json", "3166-3") {
      guard let name = former["name"], let alpha4 = former["alpha_4"],
        !name.contains("("), !name.contains("Neutral")
      else { continue }
      let plain = Self.plain(name)
      guard !plain.contains(","), claimed.insert(Self.comparable(plain)).inserted else { continue }
      if let alpha2 = former["alpha_2"], let at = positions[alpha2], at < rows.count,
        ["SU", "DD", "YU", "CS", "ZR"].contains(alpha2)
      {
        rows[at].others.append(plain)
      } else {
        rows.append(
          CountryRow(alpha2: alpha4, alpha3: former["alpha_3"] ?? "", name: plain))
      }
    }
    return rows
  }

  /// `Congo, The Democratic Republic of the` in the order in which it is said, without brackets.
  private static func plain(_ name: String) -> String {
    var name = name
    if let bracket = name.firstIndex(of: "(") { name = String(name[..<bracket]) }
    name = name.replacingOccurrences(of: "&", with: "and").trimmingCharacters(in: .whitespaces)
    guard let comma = name.firstIndex(of: ",") else { return name }
    let tail = name[name.index(after: comma)...].trimmingCharacters(in: .whitespaces)
    guard tail.hasSuffix(" of") || tail.hasSuffix(" of the") || tail == "State of" else {
      return String(name[..<comma])
    }
    return "\(tail) \(name[..<comma])".replacingOccurrences(of: "The ", with: "")
  }

  private static func comparable(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacingOccurrences(of: "the ", with: "")
  }

  // MARK: Subdivisions

  private static let types = [
    "state", "province", "region", "governorate", "department", "republic", "land", "oblast",
    "voivodship", "prefecture", "canton", "emirate", "union territory", "territory",
    "administrative region", "autonomous region", "autonomous community", "county",
  ]

  /// Names that are frequent words, points of the compass or given names tell nothing.
  private func isTelling(_ name: String, without givenNames: Set<String>) -> Bool {
    let vague: Set<String> = [
      "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
      "centre", "center", "nord", "sud", "est", "ouest", "norte", "sur", "sul", "oeste", "este",
      "upper", "lower", "bar", "island", "islands", "region", "capital", "federal", "mountain",
      "river", "coast", "lakes", "savanes", "plateaux", "littoral", "jordan", "independencia",
      "lima", "major", "unity", "union", "western area", "bay", "may", "said", "national",
      "amazonas", "la libertad", "libertador", "altos", "mono", "plateau", "delta", "edo",
      "abia", "ondo", "imo", "oio", "artibonite", "outer", "inner", "greater", "loire",
      "moyen", "haut", "bas", "grand", "sila", "maritime", "constantine", "carabobo",
    ]
    let words = Self.comparable(name).lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, name.count >= 4, name.count <= 30 else { return false }
    if name.contains(where: { "()/,[]0123456789’'".contains($0) }) { return false }
    if vague.contains(first) || words.last.map(vague.contains) == true { return false }
    return words.count > 1 || !givenNames.contains(first)
  }

  private func subdivisions(of rows: [CountryRow]) throws -> String {
    let given = try String(
      contentsOf: resources.appendingPathComponent("given-names.txt"), encoding: .utf8)
    let givenNames = Set(given.split(separator: "\n").map { Self.comparable(String($0)) })
    let countries = Set(rows.flatMap { [$0.name] + $0.others }.map(Self.comparable))
    var names: [String: [String]] = [:]
    for row in try table("iso_3166-2.json", "3166-2") {
      guard let code = row["code"], let name = row["name"], let type = row["type"],
        row["parent"] == nil, Self.types.contains(type.lowercased())
      else { continue }
      var bare = name
      for generic in [" Sheng", " Province", " Respublika"] where name.hasSuffix(generic) {
        bare = String(name.dropLast(generic.count))
      }
      guard isTelling(bare, without: givenNames), !countries.contains(Self.comparable(bare))
      else { continue }
      names[String(code.prefix(2)), default: []].append(bare)
    }
    var text =
      "# First-level parts of countries: made by `train-reader countries` from ISO 3166-2.\n"
    for row in rows {
      guard let list = names[row.alpha2] else { continue }
      text += "\(row.name): \(list.sorted().joined(separator: ", "))\n"
    }
    return text
  }
}
