/// The best of many values, each once.
struct BestValues {
  /// A value that is offered.
  struct Entry {
    /// Code or row number.
    var id: UInt32
    /// How far it is from what was typed; 0 where it begins so.
    var distance: Int
    /// Rows that hold it among those that the query keeps so far.
    var count: Int
    /// Rows that hold it at all.
    var total: Int
    /// The code of the other name by which it was found; nil where its own name was.
    var alias: UInt32?

    fileprivate var rank: (Int, Int, Int, UInt32) { (distance, -count, -total, id) }
  }

  private let limit: Int
  /// The best so far, best first.
  private(set) var entries: [Entry] = []

  /// None yet, and never more than `limit`.
  init(limit: Int) { self.limit = limit }

  /// Takes a value unless there are enough better ones; its own name goes before another name of
  /// it.
  ///
  /// - Complexity: O(1) for a value that is not taken, else O(*limit*).
  mutating func add(_ entry: Entry) {
    if entries.count == limit, let last = entries.last, entry.rank > last.rank {
      return
    }
    if let known = entries.firstIndex(where: { $0.id == entry.id }) {
      if entry.distance < entries[known].distance {
        entries.remove(at: known)
      } else {
        if entry.distance == entries[known].distance, entry.alias == nil {
          entries[known].alias = nil
        }
        return
      }
    }
    let place = entries.firstIndex { entry.rank < $0.rank } ?? entries.count
    entries.insert(entry, at: place)
    if entries.count > limit { entries.removeLast() }
  }
}
