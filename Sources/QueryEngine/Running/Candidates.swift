internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The rows that an access path leads to, ascending.
enum Candidates {
  /// Runs of rows that do not touch.
  case ranges([Range<Int>])
  case list(ArraySlice<UInt32>)

  /// Follows a path into a table.
  init(_ path: AccessPath, of table: Table, in snapshot: Snapshot) {
    switch path {
    case .scan: self = .ranges([0..<snapshot.rowCount(of: table)])
    case .nothing: self = .list([])
    case .ranges(let ranges): self = .ranges(ranges)
    case .phrase(let phrase): self = .list(snapshot.text.articles(containing: phrase)[...])
    case .postings(let field, let keys):
      self = .list(Self.rows(field, keys, in: snapshot))
    case .intersection(let paths):
      guard let first = paths.first else {
        self = .ranges([0..<snapshot.rowCount(of: table)])
        return
      }
      var result = Candidates(first, of: table, in: snapshot)
      for path in paths.dropFirst() {
        result = result.intersection(Candidates(path, of: table, in: snapshot))
      }
      self = result
    case .union(let paths):
      let lists = paths.map { Candidates($0, of: table, in: snapshot).rows }
      self = .list(Self.union(lists, rowCount: snapshot.rowCount(of: table)))
    }
  }

  /// Number of rows.
  var count: Int {
    switch self {
    case .ranges(let ranges): ranges.reduce(0) { $0 + $1.count }
    case .list(let rows): rows.count
    }
  }

  /// The rows in runs and lists, in table order.
  var selections: [RowSelection] {
    switch self {
    case .ranges(let ranges): ranges.map { .run($0) }
    case .list(let rows): [.list(rows)]
    }
  }

  private var rows: ArraySlice<UInt32> {
    switch self {
    case .ranges(let ranges): ranges.flatMap { $0.map { UInt32($0) } }[...]
    case .list(let rows): rows
    }
  }

  private static func rows(
    _ field: FieldID, _ keys: PostingKeys, in snapshot: Snapshot
  ) -> ArraySlice<UInt32> {
    guard let postings = snapshot.postings(field) else { return [] }
    let lists = keys.keys(in: snapshot).map { postings.rows(of: $0) }
    return union(lists, rowCount: snapshot.rowCount(of: field.table))
  }

  /// The rows of any of several ascending lists, ascending.
  private static func union(_ lists: [ArraySlice<UInt32>], rowCount: Int) -> ArraySlice<UInt32> {
    let lists = lists.filter { !$0.isEmpty }
    if lists.count < 2 { return lists.first ?? [] }
    let total = lists.reduce(0) { $0 + $1.count }
    if total > rowCount / 64 {
      var set = Bitmap(size: rowCount)
      for list in lists {
        for row in list { set.insert(row) }
      }
      return set.members[...]
    }
    var rows = lists.flatMap { $0 }
    rows.sort()
    var result: [UInt32] = []
    for row in rows where row != result.last { result.append(row) }
    return result[...]
  }

  private func intersection(_ other: Candidates) -> Candidates {
    switch (self, other) {
    case (.list(let a), .list(let b)):
      return .list(a.count <= b.count ? a.kept(in: b)[...] : b.kept(in: a)[...])
    case (.list(let rows), .ranges(let ranges)), (.ranges(let ranges), .list(let rows)):
      var parts: [ArraySlice<UInt32>] = []
      var start = rows.startIndex
      for range in ranges {
        start = rows.partition(from: start) { Int($0) < range.lowerBound }
        let end = rows.partition(from: start) { Int($0) < range.upperBound }
        if start < end { parts.append(rows[start..<end]) }
        start = end
      }
      return .list(parts.count == 1 ? parts[0] : parts.flatMap { $0 }[...])
    case (.ranges(let a), .ranges(let b)):
      var result: [Range<Int>] = []
      var (i, j) = (0, 0)
      while i < a.count, j < b.count {
        let common = a[i].clamped(to: b[j])
        if !common.isEmpty { result.append(common) }
        if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
      }
      return .ranges(result)
    }
  }
}

extension PostingKeys {
  /// The keys as a snapshot numbers them.
  func keys(in snapshot: Snapshot) -> [UInt32] {
    switch self {
    case .rows(let rows): rows
    case .texts(let texts):
      texts.flatMap { snapshot.strings.codes(foldedEqual: $0) }
        .filter { $0 != StringPool.unknown }.uniqued()
    }
  }
}

extension ArraySlice<UInt32> {
  /// The elements of an ascending list that are also in another.
  ///
  /// Gallops through `others`, so that a short list against a long one costs little.
  fileprivate func kept(in others: ArraySlice<UInt32>) -> [UInt32] {
    var result: [UInt32] = []
    var at = others.startIndex
    for value in self {
      var step = 1
      while at + step < others.endIndex, others[at + step] < value {
        at += step
        step *= 2
      }
      let end = Swift.min(at + step + 1, others.endIndex)
      at = others.partition(from: at, to: end) { $0 < value }
      if at == others.endIndex { break }
      if others[at] == value { result.append(value) }
    }
    return result
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on `isBefore` does not hold; the elements for which it does come
  /// first.
  func partition(
    from start: Int? = nil, to end: Int? = nil, _ isBefore: (Element) -> Bool
  ) -> Int {
    var low = start ?? startIndex
    var high = end ?? endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order of first appearance.
  func uniqued() -> [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
