internal import NewsModel

extension Planner {
  /// What a stage does to rows of a shape, in words.
  func label(_ stage: BoundStage, of shape: RowShape) -> String {
    switch stage.operation {
    case .filter(let condition): return "keep " + text(condition, of: shape)
    case .search(let search):
      let phrases = search.phrases.map { "\"\($0.joined(separator: " "))\"" }
      return "search " + phrases.joined(separator: " ")
    case .sort(let keys): return "sort by " + text(keys, of: shape)
    case .take(let count): return "take \(count)"
    case .skip(let count): return "skip \(count)"
    case .show(let columns): return "show " + columns.map(\.name).joined(separator: ", ")
    case .count(let path, let keys):
      let by = keys.isEmpty ? "" : " by " + keys.map(\.name).joined(separator: ", ")
      return "count" + (path.map { " distinct \($0.text(in: shape))" } ?? "") + by
    case .distinct(let columns):
      return "distinct " + columns.map(\.name).joined(separator: ", ")
    case .follow(let table): return "follow links to \(table.name)"
    case .add, .group, .crosstab, .sample: return stage.text
    case .subset(_, let isNegated):
      return isNegated ? "leave out rows that are among" : "keep rows that are among"
    case .followed(let sequence):
      var text = sequence.isNegated ? "keep rows not followed" : "keep rows followed"
      if let span = sequence.span { text += " within \(span.count) \(span.unit.rawValue)" }
      if !sequence.shared.isEmpty {
        let shared = sequence.shared.map { $0.path.text(in: shape) }
        text += ", sharing " + shared.joined(separator: ", ") + ","
      }
      return text + " by"
    }
  }

  /// The keys of an order, in words.
  func text(_ keys: [BoundSortKey], of shape: RowShape) -> String {
    keys.map { $0.path.text(in: shape) + ($0.isDescending ? " desc" : "") }
      .joined(separator: ", ")
  }

  /// A condition in words.
  func text(_ condition: BoundCondition, of shape: RowShape) -> String {
    condition.text(in: shape) { statistics.name(ofRow: $0, in: $1) }
  }
}
