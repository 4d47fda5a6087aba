internal import NewsModel

extension Plan {
  /// The plan as an indented tree, the last step at the top and the way into the table below.
  ///
  /// Every line ends in the number of rows that are expected, as `~120`, and, where a profile is
  /// given, the number that came and the time that it took. The plan of another query stands behind
  /// bars, under the step that needs its rows; queries that were answered before come last.
  public func text(profile: PlanProfile? = nil) -> String {
    var lines = lines(profile)
    for subquery in profile?.subqueries ?? [] {
      lines.append(Line("first: " + subquery.text))
      lines += subquery.plan.lines(subquery.profile).map { $0.indented("  | ") }
    }
    return Self.aligned(lines)
  }

  private struct Line {
    var label: String
    var estimate: Int?
    var measure: PlanProfile.Measure?

    init(_ label: String, _ estimate: Int? = nil, _ measure: PlanProfile.Measure? = nil) {
      self.label = label
      self.estimate = estimate
      self.measure = measure
    }

    func indented(_ indent: String) -> Line {
      var line = self
      line.label = indent + label
      return line
    }
  }

  private func lines(_ profile: PlanProfile?) -> [Line] {
    var lines: [Line] = []
    var depth = 0
    func add(_ line: Line, nested: Plan? = nil, _ nestedProfile: PlanProfile? = nil) {
      let indent = String(repeating: "  ", count: depth)
      lines.append(line.indented(indent))
      depth += 1
      if let nested { lines += nested.lines(nestedProfile).map { $0.indented(indent + "  | ") } }
    }
    for (index, step) in steps.enumerated().reversed() {
      let measure = profile.flatMap { index < $0.steps.count ? $0.steps[index] : nil }
      add(
        Line(step.text, step.estimatedRows, measure), nested: step.operation.nestedPlan,
        profile?.nested[index])
    }
    switch source {
    case .table(let access):
      for (index, filter) in access.filters.enumerated().reversed() {
        let isLast = index == access.filters.count - 1
        add(Line(filter.text, filter.estimatedRows, isLast ? profile?.source : nil))
      }
      let label = "\(access.table.name): \(access.access.text)"
      add(Line(label, access.accessRows, access.filters.isEmpty ? profile?.source : nil))
    case .graph(let graph, let ties, let rows):
      add(Line(graph.text, rows, profile?.source), nested: ties, profile?.nested[-1])
    }
    return lines
  }

  private static func aligned(_ lines: [Line]) -> String {
    let width = lines.map(\.label.count).max() ?? 0
    let estimates = lines.map { line in line.estimate.map { "~\($0)" } ?? "" }
    let estimateWidth = estimates.map(\.count).max() ?? 0
    return zip(lines, estimates).map { line, estimate in
      if estimate.isEmpty { return line.label }
      var text = line.label + String(repeating: " ", count: width - line.label.count + 2)
      text += String(repeating: " ", count: estimateWidth - estimate.count) + estimate
      if let measure = line.measure {
        text += "  \(counted(measure.rows, "row"))  \(milliseconds(measure.seconds))"
      }
      return text
    }.joined(separator: "\n")
  }
}

extension PlanOperation {
  /// The plan of another query whose rows the step needs.
  fileprivate var nestedPlan: Plan? {
    switch self {
    case .subset(let plan, _), .followed(_, let plan): plan
    default: nil
    }
  }
}

/// A time with three decimals: `0.042 ms`.
private func milliseconds(_ seconds: Double) -> String {
  let micros = Int((seconds * 1_000_000).rounded())
  let fraction = String(micros % 1000)
  return "\(micros / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction) ms"
}
