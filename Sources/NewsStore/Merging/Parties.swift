/// Who did something to whom, in rows of the `entities` table, by the report's arrival number.
struct Parties {
  private(set) var actors: [[UInt32]] = []
  private(set) var targets: [[UInt32]] = []

  /// The parties of all reports.
  ///
  /// Where two names of an article turned out to be one entity, it is a party once, and an actor
  /// rather than a target.
  init(_ reports: ReportLog, entities: EntityTable) {
    for report in 0..<reports.count {
      var doers: [UInt32] = []
      for local in reports.actors[report] {
        let row = entities.rowOfLocal[Int(local)]
        if !doers.contains(row) { doers.append(row) }
      }
      var others: [UInt32] = []
      for local in reports.targets[report] {
        let row = entities.rowOfLocal[Int(local)]
        if !doers.contains(row), !others.contains(row) { others.append(row) }
      }
      actors.append(doers)
      targets.append(others)
    }
  }
}
