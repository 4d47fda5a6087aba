public import NewsModel

/// Words of an article that a row of a result comes from.
public struct Evidence: Sendable, Hashable {
  /// Some of the words, with what they tell.
  public struct Mark: Sendable, Hashable {
    /// What they tell: `actor`.
    public var label: String
    /// Where they stand, in UTF-8 bytes of the evidence's text.
    public var range: TextRange

    /// A mark.
    public init(label: String, range: TextRange) {
      self.label = label
      self.range = range
    }
  }

  /// The words.
  public var text: String
  /// The marked ones in order; of two that lie in each other the outer comes first.
  public var marks: [Mark]
  /// Where they stand: article, outlet and day.
  public var citation: String
  /// The article's address; nil where it has none.
  public var link: String?

  /// Evidence; marks must lie in the text.
  public init(text: String, marks: [Mark], citation: String, link: String?) {
    self.text = text
    self.marks = marks
    self.citation = citation
    self.link = link
  }

  /// The marks that lie in `part` of the text, with their places in it; nil where it is no part.
  func marks(in part: String) -> [Mark]? {
    let (whole, wanted) = (Array(text.utf8), Array(part.utf8))
    guard !wanted.isEmpty, wanted.count <= whole.count,
      let start = (0...(whole.count - wanted.count)).first(where: {
        whole[$0] == wanted[0] && whole[$0..<($0 + wanted.count)].elementsEqual(wanted)
      })
    else { return nil }
    return marks.compactMap { mark in
      let lower = max(mark.range.lower, start) - start
      let upper = min(mark.range.upper, start + wanted.count) - start
      return lower < upper ? Mark(label: mark.label, range: TextRange(lower, upper)) : nil
    }
  }
}

/// What stands behind the rows of a result, beside their values.
public struct ResultSources: Sendable {
  /// The words that a row comes from; none where it stands for many or is no report of anything.
  public var evidence: @Sendable (_ row: Int) -> [Evidence]
  /// The address that a cell leads to; nil where it leads nowhere.
  public var link: @Sendable (_ row: Int, _ column: Int) -> String?

  /// Sources; without arguments none are known.
  public init(
    evidence: @escaping @Sendable (_ row: Int) -> [Evidence] = { _ in [] },
    link: @escaping @Sendable (_ row: Int, _ column: Int) -> String? = { _, _ in nil }
  ) {
    self.evidence = evidence
    self.link = link
  }
}
