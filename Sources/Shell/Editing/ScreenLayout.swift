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

  /// Where the character after `text` goes.
  ///
  /// - Complexity: O(*n*).
  func place(after text: some StringProtocol) -> Place {
    let columns = max(1, columns)
    var place = Place(row: promptWidth / columns, column: promptWidth % columns)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": place = Place(row: place.row + 1, column: 0)
      case "\t": advance(&place, by: 8 - place.column % 8, columns)
      default:
        // libedit shows a control character as two: ^A.
        let width = scalar.value < 0x20 || scalar.value == 0x7f ? 2 : max(0, width(scalar))
        if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
        advance(&place, by: width, columns)
      }
    }
    return place
  }

  private func advance(_ place: inout Place, by width: Int, _ columns: Int) {
    place.column += width
    if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
  }
}
