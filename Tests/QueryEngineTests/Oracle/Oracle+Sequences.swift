import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// A row that may follow another.
  private struct Follower {
    let number: UInt32
    let first: Day
    let shared: [Set<Atom>]
  }

  /// The rows that a row of a query follows, with it, or those that none follows.
  mutating func followed(_ rows: [Row], _ sequence: BoundSequence) -> [Row] {
    let date = reader(sequence.date)
    let paths = sequence.shared.map { reader($0.path) }
    let followers = followers(sequence)
    let table = sequence.query.shape.table ?? sequence.query.source.table
    var kept: [Row] = []
    for row in rows {
      guard let last = date(row).first?.days?.last else {
        unknownCount += 1
        continue
      }
      let values = paths.map { Set($0(row)) }
      let deadline = sequence.span.map { Self.day(last, after: $0) }
      let next = followers.first { other in
        last < other.first && deadline.map { other.first <= $0 } ?? true
          && zip(values, other.shared).allSatisfy { !$0.isDisjoint(with: $1) }
      }
      if let next, !sequence.isNegated {
        var row = row
        let gap = Int(next.first.number) - Int(last.number)
        row.columns += [[.row(table, next.number)], [.integer(gap)]]
        kept.append(row)
      } else if next == nil, sequence.isNegated {
        kept.append(row)
      }
    }
    return kept
  }

  /// The rows that may follow, the earliest first, then in the order of the query.
  private func followers(_ sequence: BoundSequence) -> [Follower] {
    let date = reader(sequence.otherDate)
    let paths = sequence.shared.map { reader($0.other) }
    let all = answer(sequence.query).rows.compactMap { row -> Follower? in
      guard let first = date(row).first?.days?.first else { return nil }
      return Follower(number: row.number, first: first, shared: paths.map { Set($0(row)) })
    }
    return all.indices.sorted { a, b in
      all[a].first != all[b].first ? all[a].first < all[b].first : a < b
    }.map { all[$0] }
  }

  /// The day a length of time after another, in a shorter month its last one.
  private static func day(_ day: Day, after span: BoundSequence.Span) -> Day {
    let (year, month, dayOfMonth) = day.civil
    switch span.unit {
    case .days: return day.advanced(by: span.count)
    case .weeks: return day.advanced(by: 7 * span.count)
    case .months, .quarters, .years:
      let length = span.unit == .months ? 1 : span.unit == .quarters ? 3 : 12
      let months = year * 12 + month - 1 + length * span.count
      let days = Day.count(ofMonth: months % 12 + 1, year: months / 12)
      return Day(year: months / 12, month: months % 12 + 1, day: min(dayOfMonth, days))
        ?? Day(number: Int32.max)
    }
  }
}
