import NewsModel

/// A text in which spans are marked with a label.
///
/// In `[Ana Rivera|p] left [Lima|l].` two spans are marked.
struct MarkedText {
  /// A marked span.
  struct Mark {
    var range: TextRange
    var label: String
  }

  /// The text without the marks.
  private(set) var text = ""
  /// The spans in order.
  private(set) var marks: [Mark] = []

  /// Reads `source`; brackets do not nest.
  init(_ source: some StringProtocol) {
    var start: Int?
    var label: String?
    for character in source {
      switch (character, start) {
      case ("[", nil): start = text.utf8.count
      case ("|", .some) where label == nil: label = ""
      case ("]", .some(let lower)):
        marks.append(Mark(range: TextRange(lower, text.utf8.count), label: label ?? ""))
        start = nil
        label = nil
      default:
        if label == nil { text.append(character) } else { label?.append(character) }
      }
    }
  }
}
