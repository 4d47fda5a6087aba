internal import NewsModel

/// Which locals, the entities as single articles name them, are one entity of the store.
struct EntityResolution: Sendable {
  /// Number of the entity of each local.
  let entityOf: [UInt32]
  /// Number of entities.
  let count: Int
  /// Whether each local came to its entity by the user's word.
  let isAdded: [Bool]
  /// Names that the user gives an entity and no article uses, by its number.
  let givenNames: [(entity: UInt32, name: String, isMain: Bool)]
  /// What became of each correction.
  let outcomes: [CorrectionOutcome]

  /// The locals of each entity, ascending.
  var members: Postings {
    Postings(values: entityOf, unknown: ReferenceColumn.unknown, keyCount: count)
  }
}
