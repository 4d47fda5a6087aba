internal import NewsModel

/// Where events are looked for that a report may tell.
///
/// An event stands in the block of each of its parties and each eight days that its date touches,
/// where it has a good date; and in those of each pair of parties, and of each party with the place,
/// the action and the mode, for reports that have none. A block is searched from its latest event back and no further than a limit, so
/// that one name in every second report does not make the work quadratic.
struct EventBlocks: Sendable {
  /// Blocks for reports with a good date.
  private struct DayKey: Hashable, Sendable {
    var type: EventType
    var status: StatusClass
    var party: UInt32
    /// Days since 1970 divided by 8.
    var bucket: Int32
  }

  /// Blocks for reports without one.
  private struct PairKey: Hashable, Sendable {
    var type: EventType
    var status: StatusClass
    /// A party.
    var first: UInt32
    /// A greater party, a place, or the code of an action or a mode.
    var second: UInt32
    var kind: Kind
    /// Publication in months of 32 days, or one of the two below.
    var month: Int32

    enum Kind: UInt8, Sendable {
      case party
      case place
      case action
      case mode
    }

    /// Holds events some article of which is not dated.
    static let undated = Int32.min
    /// Holds all events.
    static let any = Int32.max
  }

  private static let partyLimit = 8
  private static let searchLimit = 256

  private var days = Chains<DayKey>()
  private var pairs = Chains<PairKey>()

  /// Enters an event under what a report says of it.
  mutating func register(_ event: UInt32, _ report: ReportFacts) {
    if report.precision <= .month {
      for key in Self.dayKeys(report) { days.add(event, to: key) }
    }
    let month = report.published.map { $0 >> 5 } ?? PairKey.undated
    for key in Self.pairKeys(report, months: [month, PairKey.any]) { pairs.add(event, to: key) }
  }

  /// Events that a report may tell, each once.
  func candidates(for report: ReportFacts) -> [UInt32] {
    var found: [UInt32] = []
    if report.precision <= .month {
      for key in Self.dayKeys(report) { days.collect(key, limit: Self.searchLimit, into: &found) }
    } else {
      let reach = Int32(MergeRules.farthestDays / 32 + 1)
      let months =
        report.published.map {
          Array((($0 >> 5) - reach)...(($0 >> 5) + reach)) + [PairKey.undated]
        }
        ?? [PairKey.any]
      for key in Self.pairKeys(report, months: months) {
        pairs.collect(key, limit: Self.searchLimit, into: &found)
      }
    }
    if found.count < 2 { return found }
    found.sort()
    var distinct: [UInt32] = []
    for event in found where distinct.last != event { distinct.append(event) }
    return distinct
  }

  private static func dayKeys(_ report: ReportFacts) -> [DayKey] {
    var parties = (report.actors + report.targets).prefix(partyLimit)
    if parties.isEmpty {
      if report.place == ReferenceColumn.unknown { return [] }
      // Nobody is named: the place stands in, out of the way of the rows of parties.
      parties = [UInt32.max - 1 - report.place]
    }
    var keys: [DayKey] = []
    for party in parties {
      for bucket in (report.date.first >> 3)...(report.date.last >> 3) {
        keys.append(
          DayKey(type: report.type, status: report.statusClass, party: party, bucket: bucket))
      }
    }
    return keys
  }

  private static func pairKeys(_ report: ReportFacts, months: [Int32]) -> [PairKey] {
    let parties = Array((report.actors + report.targets).prefix(partyLimit))
    var keys: [PairKey] = []
    for month in months {
      for (index, party) in parties.enumerated() {
        for other in parties[(index + 1)...] {
          keys.append(
            PairKey(
              type: report.type, status: report.statusClass, first: min(party, other),
              second: max(party, other), kind: .party, month: month))
        }
        keys.append(
          PairKey(
            type: report.type, status: report.statusClass, first: party, second: report.action,
            kind: .action, month: month))
        if report.mode != StringPool.unknown {
          keys.append(
            PairKey(
              type: report.type, status: report.statusClass, first: party, second: report.mode,
              kind: .mode, month: month))
        }
        if report.place != ReferenceColumn.unknown {
          keys.append(
            PairKey(
              type: report.type, status: report.statusClass, first: party, second: report.place,
              kind: .place, month: month))
        }
      }
    }
    return keys
  }
}

/// Lists of events by key, the latest first; one array holds the links of all.
private struct Chains<Key: Hashable & Sendable>: Sendable {
  private var heads: [Key: UInt32] = [:]
  private var links: [(event: UInt32, next: UInt32)] = []
  private let end = UInt32.max

  mutating func add(_ event: UInt32, to key: Key) {
    let next = heads[key] ?? end
    if next != end, links[Int(next)].event == event { return }
    heads[key] = UInt32(links.count)
    links.append((event, next))
  }

  func collect(_ key: Key, limit: Int, into events: inout [UInt32]) {
    var at = heads[key] ?? end
    var left = limit
    while at != end, left > 0 {
      events.append(links[Int(at)].event)
      at = links[Int(at)].next
      left -= 1
    }
  }
}
