extension LibEditReader {
  /// Characters of the longest paste that is taken.
  private static let pasteLimit = 100_000

  /// Takes a bracketed paste as one edit: a line feed in it does not run anything.
  func paste() -> LineEditor.Effect {
    let ending = Array("\u{1b}[201~".unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    reading: while true {
      switch editor.readKey() {
      case .character(let scalar): scalars.append(scalar)
      case .screenChange: continue
      case .interrupt:
        Interrupt.clear()
        break reading
      case .end: break reading
      }
      if scalars.suffix(ending.count).elementsEqual(ending) {
        scalars.removeLast(ending.count)
        break
      }
    }
    if scalars.count > Self.pasteLimit {
      leaveLine()
      editor.write("a paste of \(scalars.count) characters; put it in a file and use .read\r\n")
      editor.redraw()
      return .nothing
    }
    let text = pasted(scalars)
    return text.isEmpty ? .nothing : insert(text)
  }
}

/// A paste as it goes into a line: line breaks are line feeds, none stands at the end, a tab is a
/// space, and other control characters are left out.
func pasted(_ scalars: [Unicode.Scalar]) -> String {
  var out = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  for scalar in scalars {
    switch scalar {
    case "\r": out.append("\n")
    case "\n": if previous != "\r" { out.append("\n") }
    case "\t": out.append(" ")
    default: if scalar.properties.generalCategory != .control { out.append(scalar) }
    }
    previous = scalar
  }
  while out.last == "\n" { out.removeLast() }
  return String(out)
}
