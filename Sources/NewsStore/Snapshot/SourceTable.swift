internal import NewsModel

/// The rows of the `sources` table: outlets, by the folded form of their names.
struct SourceTable {
  /// Row of each article, by arrival number; unknown where it names no outlet.
  let rowOfArticle: [UInt32]
  private var name: [UInt32] = []
  private var articles: [Int64] = []
  private var agencies = ListBuilder()
  private var first = DateLog()
  private var last = DateLog()

  /// Number of outlets.
  var count: Int { name.count }

  /// Puts outlets together and orders them by articles, most first.
  init(_ journal: Journal) {
    struct Outlet {
      var names = CodeTally()
      var agencies = CodeTally()
      var articles: Int64 = 0
      var first = DayInterval.unknown
      var last = DayInterval.unknown
    }
    let strings = journal.strings
    let log = journal.articles
    var numbers = Numbering<UInt32>()
    var outlets: [Outlet] = []
    var outletOf = [Int?](repeating: nil, count: log.count)
    for ordinal in 0..<log.count where !strings.foldedText(log.source[ordinal]).isEmpty {
      let key = strings.foldedID(log.source[ordinal])
      let number = Int(numbers.number(of: key))
      if number == outlets.count { outlets.append(Outlet()) }
      outletOf[ordinal] = number
      outlets[number].names.add(log.source[ordinal])
      outlets[number].articles += 1
      if log.agency[ordinal] != StringPool.unknown {
        outlets[number].agencies.add(log.agency[ordinal])
      }
      let published = log.published[ordinal]
      guard published.isKnown else { continue }
      let (first, last) = (outlets[number].first, outlets[number].last)
      if !first.isKnown || (published.first, published.last) < (first.first, first.last) {
        outlets[number].first = published
      }
      if !last.isKnown || (published.last, published.first) > (last.last, last.first) {
        outlets[number].last = published
      }
    }
    let names = outlets.map { $0.names.ranked(strings).first ?? StringPool.unknown }
    let order = outlets.indices.sorted { a, b in
      outlets[a].articles != outlets[b].articles
        ? outlets[a].articles > outlets[b].articles : strings[names[a]] < strings[names[b]]
    }
    var rowOf = [UInt32](repeating: 0, count: order.count)
    for (row, number) in order.enumerated() {
      rowOf[number] = UInt32(row)
      name.append(names[number])
      articles.append(outlets[number].articles)
      agencies.append(outlets[number].agencies.rankedByFold(strings))
      first.append(first: outlets[number].first.first, last: outlets[number].first.last)
      last.append(first: outlets[number].last.first, last: outlets[number].last.last)
    }
    rowOfArticle = outletOf.map { $0.map { rowOf[$0] } ?? ReferenceColumn.unknown }
  }

  /// The columns of the table.
  var columns: [String: Column] {
    [
      "name": .codes(CodeColumn(codes: name)),
      "articles": .integers(IntegerColumn(values: articles)),
      "agencies": .codeLists(agencies.column),
      "first": .dates(first.column),
      "last": .dates(last.column),
    ]
  }
}
