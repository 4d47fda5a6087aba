internal import NewsModel

/// Which mention stands at a token.
struct MentionIndex: Sendable {
  private let document: [EntityMention]
  private let positions: [Int]

  /// Where mentions overlap, the shorter one is taken.
  init(_ document: Document) {
    self.document = document.mentions
    var positions = [Int](repeating: -1, count: document.tokens.count)
    for (position, mention) in document.mentions.enumerated() {
      for token in mention.tokens where positions.indices.contains(token) {
        let other = positions[token]
        if other < 0 || mention.tokens.count < document.mentions[other].tokens.count {
          positions[token] = position
        }
      }
    }
    self.positions = positions
  }

  /// The mention that covers `token`.
  func mention(at token: Int) -> EntityMention? {
    guard positions.indices.contains(token), positions[token] >= 0 else { return nil }
    return document[positions[token]]
  }

  /// The entity named, described or pronominalised at `token`.
  func entity(at token: Int) -> EntityIndex? { mention(at: token)?.entity }

  /// The entities at `token`: several where a group is meant.
  func entities(at token: Int) -> [EntityIndex] {
    guard positions.indices.contains(token), positions[token] >= 0 else { return [] }
    let tokens = document[positions[token]].tokens
    return document[positions[token]...].prefix { $0.tokens == tokens }.map(\.entity)
  }

  /// The entities of the phrase headed by `token`: its own, or those of a name in apposition.
  func entities(ofPhrase token: Int, in tree: DependencyTree) -> [EntityIndex] {
    let found = entities(at: token)
    guard found.isEmpty else { return found }
    return entity(ofPhrase: token, in: tree).map { [$0] } ?? []
  }

  /// The entity of the phrase headed by `token`: its own, or that of a name in apposition.
  func entity(ofPhrase token: Int, in tree: DependencyTree) -> EntityIndex? {
    if let entity = entity(at: token) { return entity }
    for child in tree.children(token)
    where tree.isRelation(child, among: ["appos", "flat"]) || tree.relation(child) == "nmod:desc" {
      if let entity = entity(at: child) { return entity }
      // 'the putschist Gen. Odd Hauge', where the title heads the name.
      if let entity = tree.children(child, "flat").lazy.compactMap({ self.entity(at: $0) }).first {
        return entity
      }
    }
    return nil
  }
}
