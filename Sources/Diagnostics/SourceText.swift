/// A half-open range of UTF-8 byte offsets in a source text.
///
/// Offsets count from 0; an empty range is a position between two bytes.
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var lower: Int
  /// Offset after the last byte; never less than `lower`.
  public var upper: Int

  /// The range from `lower` up to but not including `upper`.
  ///
  /// An `upper` below `lower` gives the empty range at `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The empty range at `position`.
  public init(at position: Int) {
    self.init(position, position)
  }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// Number of bytes.
  public var count: Int { upper - lower }

  /// The smallest range that covers both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A text that diagnostics point into: a query, a script, an alias file.
///
/// Two are equal when name and text are.
public struct SourceText: Sendable, Hashable {
  /// What the text is called in messages: a path, or `query`.
  public let name: String
  /// The text itself.
  public let text: String
  /// Byte offset at which each line begins; never empty.
  private let lineStarts: [Int]
  private let utf8: [UInt8]

  /// A named source text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    utf8 = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Whether name and text are the same.
  public static func == (a: SourceText, b: SourceText) -> Bool {
    a.name == b.name && a.text == b.text
  }

  /// Adds name and text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(text)
  }

  /// The text that `range` covers, clamped to the source; broken UTF-8 is repaired.
  public func slice(_ range: SourceRange) -> String {
    let lower = min(max(0, range.lower), utf8.count)
    let upper = min(max(lower, range.upper), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// Line (from 1) and column (from 1, in characters) of a byte offset.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let clamped = min(max(0, offset), utf8.count)
    let line = lineIndex(of: clamped)
    let before = slice(SourceRange(lineStarts[line], clamped))
    return (line + 1, before.count + 1)
  }

  /// The byte range of line `line` (from 1), without its line feed; empty past the end.
  public func range(ofLine line: Int) -> SourceRange {
    guard lineStarts.indices.contains(line - 1) else { return SourceRange(at: utf8.count) }
    let lower = lineStarts[line - 1]
    let upper = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
    return SourceRange(lower, upper)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
