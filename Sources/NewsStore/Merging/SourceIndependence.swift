internal import NewsModel

/// Which articles go back to one source.
///
/// Articles of the same outlet, with the same agency or with the same text in whole or in part
/// count as one, as does an agency's own article with those that print it.
struct SourceIndependence: Sendable {
  /// Folded forms of outlets, by arrival number.
  private let outlet: [UInt32]
  /// Folded forms of agencies.
  private let agency: [UInt32]
  private let families: TextFamilies
  private let unknown: UInt32

  /// The origins of the articles of a journal.
  init(_ journal: Journal, families: TextFamilies) {
    let strings = journal.strings
    unknown = strings.foldedID(StringPool.unknown)
    outlet = journal.articles.source.map { strings.foldedID($0) }
    agency = journal.articles.agency.map { strings.foldedID($0) }
    self.families = families
  }

  /// The number of independent sources among articles, given by arrival number.
  func count(ofArticles articles: [Int]) -> Int { groups(ofArticles: articles).count }

  /// Articles, given by arrival number and each once, those of one source together.
  func groups(ofArticles articles: [Int]) -> [[Int]] {
    if articles.count < 2 { return articles.map { [$0] } }
    let distinct = Set(articles).sorted()
    var sets = DisjointSets(count: distinct.count)
    var byName: [UInt32: Int] = [:]
    var byFamily: [UInt32: Int] = [:]
    for (index, article) in distinct.enumerated() {
      for name in [outlet[article], agency[article]] where name != unknown {
        if let other = byName[name] { sets.union(index, other) } else { byName[name] = index }
      }
      let kin = families.family[article]
      if let other = byFamily[kin] { sets.union(index, other) } else { byFamily[kin] = index }
    }
    for (index, article) in distinct.enumerated() where !families.relatives[article].isEmpty {
      let relatives = Set(families.relatives[article])
      for other in 0..<index where relatives.contains(UInt32(distinct[other])) {
        sets.union(index, other)
      }
    }
    var groups: [Int: [Int]] = [:]
    for index in distinct.indices {
      groups[sets.representative(of: index), default: []].append(distinct[index])
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Other articles of the family or the relatives of an article, by arrival number.
  func articlesSharingText(with article: Int) -> [Int] {
    let family = families.family.indices.filter {
      $0 != article && families.family[$0] == families.family[article]
    }
    return Set(family + families.relatives[article].map { Int($0) }).sorted()
  }
}
