internal import NewsModel

/// The marked words of reports in the order of their arrival.
struct MarkLog: Sendable {
  /// Where the marks of each report begin; one more than there are reports.
  private var offsets = [0]
  private var role: [RoleMark.Role] = []
  private var range = RangeLog()
  /// Arrival numbers of the entities that they stand for.
  private var local: [UInt32] = []
  private var naming: [RoleMark.Naming?] = []

  /// A mark whose entity is known by arrival number.
  struct Mark {
    let role: RoleMark.Role
    let range: TextRange
    let local: UInt32
    let naming: RoleMark.Naming?
  }

  /// Adds the marks of a report; empty ones are left out.
  mutating func append(_ marks: [RoleMark], scope: ArticleScope) {
    for mark in marks {
      let words = scope.clamped(mark.range)
      if words.isEmpty { continue }
      role.append(mark.role)
      range.append(words)
      local.append(scope.local(mark.entity))
      naming.append(mark.naming)
    }
    offsets.append(role.count)
  }

  /// The marks of a report.
  subscript(report: Int) -> [Mark] {
    (offsets[report]..<offsets[report + 1]).map {
      Mark(role: role[$0], range: range[$0], local: local[$0], naming: naming[$0])
    }
  }
}
