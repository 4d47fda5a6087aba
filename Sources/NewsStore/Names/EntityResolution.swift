/// Which locals, the entities as single articles name them, are one entity of the store.
struct EntityResolution: Sendable {
  /// Number of the entity of each local.
  let entityOf: [UInt32]
  /// Number of entities.
  let count: Int

  /// The locals of each entity, ascending.
  var members: Postings {
    Postings(values: entityOf, unknown: ReferenceColumn.unknown, keyCount: count)
  }
}
