internal import NewsModel

/// The names of entities and events that were given out, and what each was given to.
///
/// A name belongs to one local or report, its *anchor*, and so to whatever entity or event that
/// one is part of in a snapshot. Where two events turn out to be one, the older name stays and the
/// younger still leads there.
struct RowNames: Sendable {
  /// Slug codes in the order in which they were given out, and the anchor of each.
  private(set) var slugs: [(code: UInt32, local: UInt32)] = []
  private var usedSlugs: Set<UInt32> = []
  /// Anchor of each event, by number from 0.
  private(set) var eventReports: [UInt32] = []

  /// The slug of each entity: its oldest one, or a new one made of its name.
  mutating func nameEntities(
    _ resolution: EntityResolution, names: [UInt32], strings: inout StringPool
  ) -> [UInt32] {
    var slugOf = [UInt32](repeating: StringPool.unknown, count: resolution.count)
    for slug in slugs {
      let entity = Int(resolution.entityOf[Int(slug.local)])
      if slugOf[entity] == StringPool.unknown { slugOf[entity] = slug.code }
    }
    for (local, entity) in resolution.entityOf.enumerated()
    where slugOf[Int(entity)] == StringPool.unknown {
      let code = newSlug(strings.foldedText(names[Int(entity)]), strings: &strings)
      slugOf[Int(entity)] = code
      slugs.append((code, UInt32(local)))
    }
    return slugOf
  }

  /// The local that the name of an entity, given with its `@`, belongs to.
  func local(ofSlug slug: String, strings: StringPool) -> Int? {
    guard let code = strings.code(of: slug) else { return nil }
    return slugs.first { $0.code == code }.map { Int($0.local) }
  }

  /// The number of each event, from 0: its oldest one, or the next that is free.
  mutating func nameEvents(_ resolution: EventResolution) -> [UInt32] {
    var numberOf = [UInt32](repeating: UInt32.max, count: resolution.events.count)
    for (number, report) in eventReports.enumerated() {
      let event = Int(resolution.eventOf[Int(report)])
      if numberOf[event] == UInt32.max { numberOf[event] = UInt32(number) }
    }
    for (report, event) in resolution.eventOf.enumerated()
    where numberOf[Int(event)] == UInt32.max {
      numberOf[Int(event)] = UInt32(eventReports.count)
      eventReports.append(UInt32(report))
    }
    return numberOf
  }

  private mutating func newSlug(_ name: String, strings: inout StringPool) -> UInt32 {
    let joined = name.split(separator: " ").joined(separator: "-")
    let base = joined.isEmpty ? "entity" : joined
    var code = strings.intern("@\(base)")
    var number = 2
    while !usedSlugs.insert(code).inserted {
      code = strings.intern("@\(base)-\(number)")
      number += 1
    }
    return code
  }
}
