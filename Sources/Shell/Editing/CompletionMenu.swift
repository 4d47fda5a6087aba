internal import Diagnostics
internal import NewsSession

/// Candidates as they are listed below the line.
struct CompletionMenu {
  /// The candidates, best first.
  var items: [CompletionItem]
  /// Columns of the terminal.
  var width: Int
  /// Rows that the menu may take.
  var height: Int

  /// The rows: one a candidate with its details, or names in columns where those are too many.
  func rows(style: Style) -> [String] {
    let hasDetails = items.contains { !$0.detail.isEmpty }
    return hasDetails && items.count <= max(1, height) ? detailed(style) : columns(style)
  }

  private func detailed(_ style: Style) -> [String] {
    let labels = items.map { visible($0.label) }
    let widest = min(labels.map { displayWidth($0) }.max() ?? 0, max(8, width / 2))
    return zip(items, labels).map { item, label in
      let name = filled(fitted(label, to: widest), to: widest)
      let room = width - widest - 3
      guard room > 4, !item.detail.isEmpty else { return fitted(label, to: width - 1) }
      return name + "  " + style.dim(fitted(visible(item.detail), to: room))
    }
  }

  private func columns(_ style: Style) -> [String] {
    let labels = items.map { fitted(visible($0.label), to: max(1, width - 1)) }
    let widest = (labels.map { displayWidth($0) }.max() ?? 0) + 2
    let columnCount = max(1, (width + 1) / max(1, widest))
    let needed = (labels.count + columnCount - 1) / columnCount
    let rowCount = min(needed, max(1, height))
    let shown = labels.prefix(rowCount * columnCount)
    var rows = (0..<min(rowCount, shown.count)).map { row in
      let cells = stride(from: row, to: shown.count, by: rowCount).map { shown[$0] }
      return cells.dropLast().map { filled($0, to: widest) }.joined() + (cells.last ?? "")
    }
    if shown.count < labels.count {
      rows.append(style.dim("… and \(labels.count - shown.count) more; type on"))
    }
    return rows
  }
}
