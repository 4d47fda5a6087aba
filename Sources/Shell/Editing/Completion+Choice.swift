internal import NewsModel
internal import NewsSession

extension CompletionList {
  /// What Tab puts in place of `typed`: the only candidate, or what all of them begin with.
  ///
  /// Nil where there is nothing to add.
  func replacement(for typed: String) -> String? {
    guard let first = items.first else { return nil }
    if items.count == 1 { return first.insertion }
    var common = Substring(first.insertion)
    for item in items.dropFirst() {
      common = common.prefix(commonCharacterCount(common, item.insertion))
    }
    guard common.count > typed.count, folded(common).hasPrefix(folded(typed)) else { return nil }
    return String(common)
  }
}

/// How many characters two strings begin with in common.
private func commonCharacterCount(_ a: some StringProtocol, _ b: some StringProtocol) -> Int {
  zip(a, b).prefix { $0 == $1 }.count
}
