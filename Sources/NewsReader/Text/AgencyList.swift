internal import NewsModel

/// The news agencies, and the shape of names of others.
struct AgencyList: Sendable {
  private var names: [String: String] = [:]
  private let shapes: [String]

  /// Reads the sections of `agencies.txt`.
  init(_ list: SectionedWordList) {
    shapes = list.entries(under: "shape").map { folded($0) }
    for entry in list.entries(under: "agency") {
      guard let at = entry.firstIndex(of: "=") else { continue }
      let name = String(entry[..<at].trimmingSpaces())
      for spelling in entry[entry.index(after: at)...].split(separator: "|") {
        names[folded(spelling)] = name
      }
    }
  }

  /// The agency that `text` names, or nil: one of the list, or a name that ends as agencies' do.
  ///
  /// Of several, joined by `/`, `,` or `and`, the first counts.
  func agency(named text: some StringProtocol) -> String? {
    let whole = text.trimmingSpaces()
    if let name = names[folded(whole)] { return name }
    let fold = folded(whole)
    if whole.first?.isUppercase ?? false,
      shapes.contains(where: { fold.hasSuffix(" " + $0) }), fold.split(separator: " ").count <= 6
    {
      return String(whole)
    }
    let parts = whole.split { $0 == "/" || $0 == "," || $0 == ";" || $0 == "&" }
    guard parts.count > 1 else { return nil }
    return parts.lazy.compactMap { names[folded($0)] }.first
  }

  /// Whether `name` is one of the list and not only of the shape.
  func isKnown(_ name: String) -> Bool { names[folded(name)] != nil }
}
