extension Screen {
  /// How a cell is written: ECMA-48's graphic renditions, as far as the shell uses them.
  struct Attributes: Hashable {
    var isBold = false
    var isDim = false
    var isUnderlined = false
    var isReversed = false
    /// The number that chose the colour of the letter: `36`; nil for the terminal's own.
    var colour: Int?

    /// Takes up the numbers of an escape sequence.
    mutating func take(_ numbers: [Int]) {
      for number in numbers.isEmpty ? [0] : numbers {
        switch number {
        case 0: self = Attributes()
        case 1: isBold = true
        case 2: isDim = true
        case 4: isUnderlined = true
        case 7: isReversed = true
        case 22: (isBold, isDim) = (false, false)
        case 24: isUnderlined = false
        case 27: isReversed = false
        case 30...37, 90...97: colour = number
        case 39: colour = nil
        default: break
        }
      }
    }

    /// The attributes that the parameters of an escape sequence give: `1;36`.
    init(code: String) {
      take(code.split(separator: ";").compactMap { Int($0) })
    }

    init() {}
  }

  /// The rows without the hint that the editor shows below the line: a last row that is dim throughout.
  var rowsAboveHint: [String] {
    let rows = self.rows
    guard let last = rows.indices.last, last > row, !rows[last].isEmpty else { return rows }
    let shown = zip(grid[last], attributes[last]).filter { $0.0 != " " && $0.0 != "" }
    return shown.allSatisfy { $0.1.isDim } ? rows.dropLast() : rows
  }

  /// The text without the hint.
  var textAboveHint: String { rowsAboveHint.joined(separator: "\n") }

  /// The attributes of a text on the screen above the hint, in its last row that holds it; nil where
  /// they differ within it or the text is not there.
  func attributes(of text: String) -> Attributes? {
    attributes(of: text, inRows: rowsAboveHint.count)
  }

  /// The attributes of a text in the hint.
  func attributesInHint(of text: String) -> Attributes? { attributes(of: text, inRows: grid.count) }

  private func attributes(of text: String, inRows count: Int) -> Attributes? {
    for (cells, attributes) in zip(grid.prefix(count), attributes).reversed() {
      let wanted = text.map { String($0) }
      let shown = cells.enumerated().filter { !$0.element.isEmpty }
      guard shown.count >= wanted.count else { continue }
      for start in (0...(shown.count - wanted.count)).reversed() {
        let part = shown[start..<(start + wanted.count)]
        guard part.map(\.element) == wanted else { continue }
        let found = Set(part.map { attributes[$0.offset] })
        return found.count == 1 ? found.first : nil
      }
    }
    return nil
  }
}

extension Screen {
  /// The cells as text, each behind a bar, to compare screens.
  var cellText: String {
    grid.map { $0.joined(separator: "|") }.joined(separator: "\n")
  }
}
