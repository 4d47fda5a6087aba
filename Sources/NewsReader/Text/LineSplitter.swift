/// Cuts a text into lines and joins those that were only wrapped.
///
/// A text is taken for wrapped where its lines are short and the first word of the next line would
/// not have fitted any more. Lines with a bullet begin anew. What comes after ``mostLines`` lines is
/// one line.
///
/// - Complexity: O(*n*).
struct LineSplitter {
  /// The most lines that are told apart.
  static let mostLines = 50_000
  /// Texts with a line longer than this, in characters, are not wrapped.
  private static let widestWrap = 110
  private static let narrowestWrap = 45

  private let bytes: [UInt8]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The lines of valid UTF-8 `bytes` that are not blank.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    let splitter = LineSplitter(bytes)
    let raw = splitter.rawLines()
    return splitter.joined(raw).map {
      TextLine(range: $0.range, in: bytes, followsGap: $0.followsGap)
    }
  }

  private struct RawLine {
    var range: Range<Int>
    var followsGap: Bool
    /// Length in characters, about.
    var width: Int
  }

  private func rawLines() -> [RawLine] {
    var lines: [RawLine] = []
    var start = 0
    var followsGap = true
    var at = 0
    while at <= bytes.count {
      if lines.count == Self.mostLines { at = bytes.count }
      if at == bytes.count || bytes[at] == 0x0a || bytes[at] == 0x0d || isSeparator(at) {
        let range = ByteText.trimmed(start..<at, in: bytes)
        if !range.isEmpty {
          let width = bytes[range].lazy.count { $0 & 0xc0 != 0x80 }
          lines.append(RawLine(range: range, followsGap: followsGap, width: width))
          followsGap = false
        } else if at == bytes.count || !(bytes[at] == 0x0a && at > 0 && bytes[at - 1] == 0x0d) {
          followsGap = true
        }
        start = at < bytes.count && bytes[at] == 0xe2 ? at + 3 : at + 1
        at = start
      } else {
        at += 1
      }
    }
    return lines
  }

  /// U+2028 and U+2029.
  private func isSeparator(_ at: Int) -> Bool {
    bytes[at] == 0xe2 && at + 2 < bytes.count && bytes[at + 1] == 0x80
      && (bytes[at + 2] == 0xa8 || bytes[at + 2] == 0xa9)
  }

  private func joined(_ lines: [RawLine]) -> [RawLine] {
    guard let widest = lines.map(\.width).max(), lines.count > 2, widest <= Self.widestWrap,
      widest >= Self.narrowestWrap
    else { return lines }
    // Wrapping breaks sentences anywhere, so that many lines begin with a small letter.
    var pairs = 0
    var broken = 0
    for (previous, line) in zip(lines, lines.dropFirst())
    where !line.followsGap && continues(previous, line, width: widest) {
      pairs += 1
      let first = ByteText.scalar(in: bytes, at: line.range.lowerBound).scalar
      if first.properties.isLowercase { broken += 1 }
    }
    guard broken * 5 >= pairs * 2, broken > 0 else { return lines }
    var result: [RawLine] = []
    var last: RawLine?
    for line in lines {
      if let previous = last, !line.followsGap, continues(previous, line, width: widest),
        let open = result.popLast()
      {
        result.append(
          RawLine(
            range: open.range.lowerBound..<line.range.upperBound, followsGap: open.followsGap,
            width: line.width))
      } else {
        result.append(line)
      }
      last = line
    }
    return result
  }

  private func isAddress(_ line: RawLine) -> Bool {
    bytes[line.range].starts(with: "http".utf8) || bytes[line.range].starts(with: "www.".utf8)
  }

  private func continues(_ previous: RawLine, _ line: RawLine, width: Int) -> Bool {
    if ListMarker.length(in: bytes, line.range) > 0 || isAddress(line) { return false }
    if isAddress(previous) { return false }
    let word = bytes[line.range].prefix { $0 != 0x20 }.lazy.count { $0 & 0xc0 != 0x80 }
    return previous.width + 1 + word > width - 6
  }
}
