internal import NewsModel

extension Plan {
  /// The plan as an indented tree, the last step at the top and the way into the table below.
  ///
  /// Every line ends in the number of rows that are expected, as `~120`, and, where a profile is
  /// given, the number that came and the time that it took.
  public func text(profile: PlanProfile? = nil) -> String {
    var lines: [(label: String, estimate: Int, measure: PlanProfile.Measure?)] = []
    for (index, step) in steps.enumerated().reversed() {
      let measure = profile.flatMap { index < $0.steps.count ? $0.steps[index] : nil }
      lines.append((step.text, step.estimatedRows, measure))
    }
    switch source {
    case .table(let access):
      for (index, filter) in access.filters.enumerated().reversed() {
        let isLast = index == access.filters.count - 1
        lines.append((filter.text, filter.estimatedRows, isLast ? profile?.source : nil))
      }
      let label = "\(access.table.name): \(access.access.text)"
      lines.append((label, access.accessRows, access.filters.isEmpty ? profile?.source : nil))
    case .graph(let graph, _, let rows): lines.append((graph.text, rows, profile?.source))
    }
    return Self.aligned(lines)
  }

  private static func aligned(
    _ lines: [(label: String, estimate: Int, measure: PlanProfile.Measure?)]
  ) -> String {
    let labels = lines.enumerated().map { depth, line in
      String(repeating: "  ", count: depth) + line.label
    }
    let width = labels.map(\.count).max() ?? 0
    let estimates = lines.map { "~\($0.estimate)" }
    let estimateWidth = estimates.map(\.count).max() ?? 0
    return zip(lines, zip(labels, estimates)).map { line, texts in
      var text = texts.0 + String(repeating: " ", count: width - texts.0.count + 2)
      text += String(repeating: " ", count: estimateWidth - texts.1.count) + texts.1
      if let measure = line.measure {
        text += "  \(counted(measure.rows, "row"))  \(milliseconds(measure.seconds))"
      }
      return text
    }.joined(separator: "\n")
  }
}

/// A time with three decimals: `0.042 ms`.
private func milliseconds(_ seconds: Double) -> String {
  let micros = Int((seconds * 1_000_000).rounded())
  let fraction = String(micros % 1000)
  return "\(micros / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction) ms"
}
