internal import CLibEdit

/// Where libedit puts the characters of a line on the screen.
struct ScreenLayout {
  /// Columns of the terminal.
  var columns: Int
  /// Columns of the prompt.
  var promptWidth: Int
  /// Columns of a character; negative for one that does not print.
  var width: (Unicode.Scalar) -> Int = { Int(cle_width($0.value)) }

  /// A place on the screen; the prompt begins at row 0, column 0.
  struct Place: Hashable {
    /// Rows below the first.
    var row: Int
    /// Columns right of the first.
    var column: Int
  }

  /// A character as it is shown.
  struct Glyph {
    /// What is shown: the character itself, or one that stands for it.
    var scalar: Unicode.Scalar
    /// Where.
    var place: Place
    /// Columns that it takes; 0 for a mark on the glyph before.
    var width: Int
    /// Byte offset, in the text, of the character that it shows.
    var offset: Int
  }

  /// Where the character after `text` goes.
  ///
  /// - Complexity: O(*n*).
  func place(after text: some StringProtocol) -> Place { walk(text) { _ in } }

  /// Visits what is shown of `text`, and gives the place after it.
  ///
  /// libedit shows a control character as two, `^A`, one that does not print by its number,
  /// `\U+200B`, and a tab as spaces; a wide character does not begin in the last column.
  ///
  /// - Complexity: O(*n*).
  @discardableResult
  func walk(_ text: some StringProtocol, _ visit: (Glyph) -> Void) -> Place {
    let columns = max(1, columns)
    var place = Place(row: promptWidth / columns, column: promptWidth % columns)
    var offset = 0
    func put(_ scalar: Unicode.Scalar, width: Int) {
      if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
      visit(Glyph(scalar: scalar, place: place, width: width, offset: offset))
      place.column += width
      if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": place = Place(row: place.row + 1, column: 0)
      case "\t": repeat { put(" ", width: 1) } while place.column % 8 != 0
      default:
        let own = width(scalar)
        if let shown = Self.shown(scalar, width: own) {
          shown.unicodeScalars.forEach { put($0, width: 1) }
        } else {
          put(scalar, width: own)
        }
      }
      offset += UTF8.width(scalar)
    }
    return place
  }

  /// What stands for a character that does not print; nil for another.
  private static func shown(_ scalar: Unicode.Scalar, width: Int) -> String? {
    if scalar == "\u{7f}" { return "^?" }
    if scalar.value < 0x20 || (0x80..<0xa0).contains(scalar.value) {
      return Unicode.Scalar(scalar.value | 0x40).map { "^\($0)" }
    }
    guard width < 0 else { return nil }
    let number = String(scalar.value, radix: 16, uppercase: true)
    return "\\U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
  }
}
