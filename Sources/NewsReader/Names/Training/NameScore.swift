internal import NewsModel

/// How many names of a text are found with their exact words and kind.
package struct NameScore: Sendable {
  /// Names in the text, names found and names found rightly, for each kind.
  private var gold: [EntityKind: Int] = [:]
  private var found: [EntityKind: Int] = [:]
  private var right: [EntityKind: Int] = [:]

  /// A score of nothing.
  package init() {}

  mutating func add(_ names: [NameSpan], gold marked: [NameSpan]) {
    let marked = Set(marked)
    for name in marked { gold[name.kind, default: 0] += 1 }
    for name in names {
      found[name.kind, default: 0] += 1
      if marked.contains(name) { right[name.kind, default: 0] += 1 }
    }
  }

  package static func += (a: inout NameScore, b: NameScore) {
    a.gold.merge(b.gold, uniquingKeysWith: +)
    a.found.merge(b.found, uniquingKeysWith: +)
    a.right.merge(b.right, uniquingKeysWith: +)
  }

  /// Precision, recall and F1 over all kinds, then F1 of each kind, in per cent.
  package var line: String {
    let kinds = EntityKind.allCases
    func sum(_ counts: [EntityKind: Int]) -> Int { kinds.reduce(0) { $0 + (counts[$1] ?? 0) } }
    let each = kinds.map { kind in
      let f1 = SyntaxScore.share(
        2 * (right[kind] ?? 0), of: (found[kind] ?? 0) + (gold[kind] ?? 0))
      return "\(kind.rawValue) \(f1)"
    }
    return """
      P \(SyntaxScore.share(sum(right), of: sum(found))) \
      R \(SyntaxScore.share(sum(right), of: sum(gold))) \
      F1 \(SyntaxScore.share(2 * sum(right), of: sum(found) + sum(gold))) \
      (\(each.joined(separator: ", ")); \(sum(gold)) names)
      """
  }
}
