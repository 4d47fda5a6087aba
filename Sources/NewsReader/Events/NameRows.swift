internal import NewsModel

/// Names that stand in one row with 'and', whatever the tree makes of them.
///
/// Parsers lose conjuncts among names with titles and commas: 'thanked Mr Berg and Ms Rivera'.
struct NameRows {
  private let document: Document
  private let tree: DependencyTree
  /// Heads of the names of the row that a token belongs to.
  private let rows: [Int: [Int]]

  /// How many titles may stand before a name.
  private static let titleLimit = 3

  /// - Complexity: O(*m* log *m*) in names.
  init(_ document: Document, _ tree: DependencyTree) {
    self.document = document
    self.tree = tree
    let names = document.mentions.filter { $0.form == .name }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var rows: [Int: [Int]] = [:]
    var first = 0
    while first < names.count {
      var last = first
      var hasAnd = false
      while last + 1 < names.count, !hasAnd,
        let link = Self.link(names[last], names[last + 1], document)
      {
        hasAnd = link == "and"
        last += 1
      }
      if hasAnd {
        let heads = names[first...last].map(\.head)
        for name in names[first...last] {
          for token in name.tokens { rows[token] = heads }
          rows[name.head] = heads
        }
      }
      first = hasAnd ? last + 1 : first + 1
    }
    self.rows = rows
  }

  /// The heads of the other names in the row of the name at `token` that play the same part.
  func others(of token: Int) -> [Int] {
    (rows[token] ?? []).filter { $0 != token && playsSamePart($0, token) }
  }

  /// The word that joins two names, where nothing but it and titles stand between them.
  private static func link(
    _ a: EntityMention, _ b: EntityMention, _ document: Document
  ) -> String? {
    let start = a.tokens.upperBound
    guard start < b.tokens.lowerBound, b.tokens.lowerBound - start <= titleLimit + 2,
      document.tokens[a.tokens.lowerBound].sentence
        == document.tokens[b.tokens.lowerBound].sentence,
      (document.entities[a.entity.position].kind == .person)
        == (document.entities[b.entity.position].kind == .person)
    else { return nil }
    let form = document.tokens[start].form
    guard form == "and" || form == "," else { return nil }
    let isTitled = (start + 1..<b.tokens.lowerBound).allSatisfy {
      document.tags[$0].universal == .propn || document.tokens[$0].form == "the"
    }
    return isTitled ? form : nil
  }

  /// Whether no verb between two names takes the one as its object and another the other as subject.
  private func playsSamePart(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (min(a, b), max(a, b))
    guard let left = tree.head(first), let right = tree.head(second) else { return true }
    return !(left < first && right > second)
  }
}
