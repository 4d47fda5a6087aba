internal import Diagnostics
internal import NewsSession

/// Candidates as they stand below the line.
struct CompletionMenu {
  /// The candidates, and which is chosen.
  var selection: MenuSelection
  /// Columns of the terminal.
  var width: Int

  /// Columns below which only labels are shown.
  private static let narrowWidth = 44

  /// The rows, each narrower than the terminal: one a candidate in view with its details, and below
  /// them where the view stands, if that is not all.
  func rows(style: Style) -> [String] {
    let items = selection.visible.map { selection.items[$0] }
    let labels = items.map { visible($0.label) }
    let room = max(1, width - 1)
    let showsDetails = width >= Self.narrowWidth && items.contains { !$0.detail.isEmpty }
    let widest = labels.map { displayWidth($0) }.max() ?? 0
    let column = showsDetails ? min(widest, room / 2) : min(widest, room - 2)
    var rows = zip(selection.visible, zip(items, labels)).map { position, cell -> String in
      let (item, label) = cell
      let isChosen = position == selection.position
      // Without colours a mark tells which one is chosen.
      let mark = style.isColored ? " " : isChosen ? ">" : " "
      let name = mark + filled(fitted(label, to: max(1, column)), to: max(1, column)) + " "
      let detailRoom = room - displayWidth(name) - 1
      let detail =
        showsDetails && detailRoom > 4
        ? " " + filled(fitted(visible(item.detail), to: detailRoom), to: 0) : ""
      if isChosen, style.isColored { return style.dressed(name + detail, as: .selection) }
      return style.dressed(name, as: item.kind.role) + style.dim(detail)
    }
    if selection.visible.count < selection.items.count {
      let range = selection.visible
      let place = "rows \(range.lowerBound + 1)-\(range.upperBound) of \(selection.items.count)"
      rows.append(style.dim(fitted(" " + place, to: room)))
    }
    return rows.map { style.isColored ? $0 : $0.trimmingEnd }
  }
}

extension CompletionItem.Kind {
  /// The colours of a candidate.
  fileprivate var role: Theme.Role {
    switch self {
    case .keyword: .keyword
    case .table: .table
    case .field: .field
    case .function: .function
    case .value: .name
    case .date: .date
    case .parameter: .parameter
    case .command: .command
    case .file: .text
    case .other: .strong
    }
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
