internal import Diagnostics
internal import NewsModel

/// Stages that say what is done with the answer: they come last.
extension Binder {
  /// Whether a stage may stand where it does: behind what is drawn and behind a crosstab few may.
  mutating func checkPlace(of stage: Stage) -> Bool {
    if let last = presentations.last, !stage.kind.isPresentation {
      report(
        .notLast, "'\(last.text)' must be last, and '\(stage.kind.word)' comes after it",
        at: stage.range, hints: ["next: put '\(last.text)' at the end"])
      return false
    }
    guard shape?.isOpen == true, !stage.kind.fitsCrosstab else { return true }
    report(
      .openColumns,
      "the columns of a crosstab are not known before it is made, so '\(stage.kind.word)' says nothing",
      at: stage.range,
      hints: [
        "after a crosstab: take, skip, chart, save, explain",
        "next: count by both fields, then \(stage.kind.word)",
      ])
    return false
  }

  mutating func bindTimeline(_ stage: Stage) -> [BoundStage] {
    guard let date = mainDate(for: "timeline", at: stage.range) else { return [] }
    presentations.append(.timeline)
    let name = shape.map { date.text(in: $0) } ?? date.text
    return made(
      .sort([BoundSortKey(path: date, isDescending: false)]), "sort by \(name)", stage)
  }

  mutating func bindChart(
    _ style: ChartStyle?, _ keys: [PathSyntax], _ stage: Stage
  ) -> [BoundStage] {
    let stages = keys.isEmpty ? [] : bindCount(nil, keys, stage)
    if keys.isEmpty, let shape, !shape.isOpen,
      !shape.columns.contains(where: { $0.type.isNumber })
    {
      report(
        .expectedField, "there are no numbers to draw", at: stage.range,
        hints: ["next: chart by type, or chart after a stage that counts"])
      return []
    }
    presentations.append(.chart(style))
    return stages
  }

  mutating func bindSave(_ name: ValueSyntax, _ stage: Stage) -> [BoundStage] {
    if case .missing = name.kind { return [] }
    noteUse(of: name, as: ParameterType(.text))
    if name.text.allSatisfy({ $0 == " " }) {
      report(
        .missingValue, "a file needs a name", at: name.range,
        hints: ["next: save \"result.csv\""])
      return []
    }
    presentations.append(.save(name.text))
    return []
  }

  /// `explain` is no stage of its own: it asks about the whole query.
  mutating func bindExplain(_ stage: Stage) -> [BoundStage] {
    if queryDepth > 0 {
      report(
        .explainNotLast, "'explain' is about the whole query, and stands at its very end",
        at: stage.range, hints: ["next: leave it out here"])
    }
    return []
  }
}

extension Presentation {
  /// The stage in canonical form.
  public var text: String {
    switch self {
    case .chart(let style): "chart" + (style.map { " \($0.rawValue)" } ?? "")
    case .timeline: "timeline"
    case .save(let name): "save \(quoted(name))"
    }
  }
}

extension Stage.Kind {
  /// Whether the stage may come after one that draws or saves.
  fileprivate var isPresentation: Bool {
    switch self {
    case .timeline, .save, .explain, .invalid: true
    case .chart(_, let keys): keys.isEmpty
    default: false
    }
  }

  /// Whether the stage needs to know no columns.
  fileprivate var fitsCrosstab: Bool {
    switch self {
    case .take, .skip, .save, .explain, .invalid: true
    case .chart(_, let keys): keys.isEmpty
    default: false
    }
  }

  /// The word that the stage begins with.
  fileprivate var word: String {
    let text = Stage(kind: self, range: SourceRange(at: 0)).canonical
    return text.split(separator: " ").first.map { String($0) } ?? text
  }
}
