internal import NewsSession

/// The candidates of an open menu, which of them is chosen, and which are in view.
struct MenuSelection: Hashable, Sendable {
  /// The candidates, best first; never empty.
  private(set) var items: [CompletionItem]
  /// The position of the chosen one; nil before one is.
  private(set) var position: Int?
  /// The position of the first one in view.
  private(set) var first = 0
  /// How many are in view at most.
  private(set) var height: Int

  /// Candidates of which none is chosen yet; nil where there are none.
  init?(_ items: [CompletionItem], height: Int) {
    guard !items.isEmpty else { return nil }
    self.items = items
    self.height = max(1, height)
  }

  /// The chosen candidate.
  var item: CompletionItem? { position.map { items[$0] } }

  /// The positions in view.
  var visible: Range<Int> { first..<min(items.count, first + height) }

  /// Chooses the next candidate; behind the last comes the first.
  mutating func goOn() { choose(position.map { ($0 + 1) % items.count } ?? 0) }

  /// Chooses the candidate before; in front of the first comes the last.
  mutating func goBack() {
    choose(position.map { ($0 + items.count - 1) % items.count } ?? items.count - 1)
  }

  /// Chooses the candidate a view further down, the last at most.
  mutating func pageDown() { choose(min(items.count - 1, (position ?? -1) + height)) }

  /// Chooses the candidate a view further up, the first at least.
  mutating func pageUp() { choose(max(0, (position ?? 0) - height)) }

  /// Shows that many candidates at most.
  mutating func resize(height: Int) {
    self.height = max(1, height)
    choose(position)
  }

  private mutating func choose(_ new: Int?) {
    position = new
    let place = new ?? 0
    if place < first { first = place }
    if place >= first + height { first = place - height + 1 }
    first = max(0, min(first, items.count - height))
  }
}
