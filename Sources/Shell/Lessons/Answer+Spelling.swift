internal import NewsSession

extension Answer {
  /// Whether another answer has the same query, or was typed as its last stages, apart from case,
  /// spaces and quotes.
  func isSpelled(as other: Answer?, typed: String) -> Bool {
    guard let own = canonical.map(Self.letters) else { return other?.canonical == nil }
    if own == other?.canonical.map(Self.letters) { return true }
    return typed.hasPrefix("|") && own.hasSuffix(Self.letters(typed))
  }

  private static func letters(_ query: String) -> String {
    query.lowercased().filter { !$0.isWhitespace && !"\";".contains($0) }
  }
}
