/// Numbers by key, where a key is a short text; made at once, then only read.
struct KeyIndex: Sendable {
  private let keys: ByteTable
  private let lists: Postings

  /// Collects the pairs of an index.
  struct Builder {
    private var keys = ByteTable()
    private var pairs: [(key: UInt32, value: UInt32)] = []

    /// Enters a value under a key; empty keys are left out.
    mutating func add(_ value: UInt32, under key: String) {
      if key.isEmpty { return }
      pairs.append((keys.intern(key.utf8Span.span), value))
    }

    /// The index of all pairs, each once.
    consuming func finish() -> KeyIndex {
      pairs.sort { ($0.value, $0.key) < ($1.value, $1.key) }
      var builder = ListBuilder()
      var at = 0
      var value: UInt32 = 0
      while at < pairs.count {
        while value < pairs[at].value {
          builder.append([])
          value += 1
        }
        var row: [UInt32] = []
        while at < pairs.count, pairs[at].value == value {
          row.append(pairs[at].key)
          at += 1
        }
        builder.append(row)
        value += 1
      }
      return KeyIndex(keys: keys, lists: Postings(list: builder.column, keyCount: keys.count))
    }
  }

  /// The values under a key, ascending; empty where there are none.
  subscript(key: String) -> ArraySlice<UInt32> {
    keys.find(key.utf8Span.span).map { lists.rows(of: $0) } ?? []
  }
}
