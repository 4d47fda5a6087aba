internal import NewsModel

/// The label of a token: outside of names, or the kind of its name and its part in it.
///
/// The parts are begin, inside, end and single (BIOES; Ratinov and Roth 2009); numbers stand for
/// labels where many of them are scored.
struct NameLabel: Hashable, Sendable {
  /// The place of a token in its name.
  enum Part: Int, Sendable {
    case begin, inside, end, single
  }

  /// Number of the label: 0 outside, else 1 and four for each kind.
  let number: Int

  /// Number of labels.
  static let count = 1 + 4 * kinds.count
  /// The kinds in the order of their numbers.
  static let kinds: [EntityKind] = [.person, .organization, .place]
  /// Not in a name.
  static let outside = NameLabel(number: 0)

  private init(number: Int) { self.number = number }

  /// The label of a token that is `part` of a name of the kind numbered `kind`.
  init(_ part: Part, kind: Int) { number = 1 + 4 * kind + part.rawValue }

  /// Number of the kind of name; nil outside.
  var kind: Int? { number == 0 ? nil : (number - 1) / 4 }
  /// The part of the name; nil outside.
  var part: Part? { number == 0 ? nil : Part(rawValue: (number - 1) % 4) }

  /// Whether the name goes on behind the token.
  var isOpen: Bool { part == .begin || part == .inside }
  /// Whether the name goes on from the token before.
  var continues: Bool { part == .inside || part == .end }

  /// Whether `next` may stand behind this label.
  func allows(_ next: NameLabel) -> Bool {
    isOpen == next.continues && (!isOpen || kind == next.kind)
  }

  /// All labels by number.
  static let all: [NameLabel] = (0..<count).map { NameLabel(number: $0) }
}

extension Sequence where Element == NameSpan {
  /// The number of each token's label in the sentence of `tokens`; names lie within it.
  func labels(in tokens: Range<Int>) -> [Int] {
    var labels = [Int](repeating: NameLabel.outside.number, count: tokens.count)
    for name in self where tokens.contains(name.tokens.lowerBound) {
      let kind = NameLabel.kinds.firstIndex(of: name.kind) ?? 0
      let (first, last) = (name.tokens.lowerBound, name.tokens.upperBound - 1)
      guard last < tokens.upperBound else { continue }
      for token in name.tokens {
        let part: NameLabel.Part =
          first == last ? .single : token == first ? .begin : token == last ? .end : .inside
        labels[token - tokens.lowerBound] = NameLabel(part, kind: kind).number
      }
    }
    return labels
  }
}

extension NameSpan {
  /// The names that a sentence's `labels`, which follow one another rightly, mark from token `start` on.
  static func spans(labels: [Int], from start: Int) -> [NameSpan] {
    var spans: [NameSpan] = []
    var first = 0
    for (place, number) in labels.enumerated() {
      let label = NameLabel.all[number]
      guard let kind = label.kind else { continue }
      if !label.continues { first = place }
      if !label.isOpen {
        spans.append(
          NameSpan(tokens: start + first..<start + place + 1, kind: NameLabel.kinds[kind]))
      }
    }
    return spans
  }
}
