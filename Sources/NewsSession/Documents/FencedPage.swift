/// A Markdown page as its lines and its fenced blocks.
///
/// A block begins with a line of three back quotes and a word, and ends with a line of three back
/// quotes; both stand at the left edge. Fences of other lengths, and indented ones, are plain lines.
public struct FencedPage: Sendable, Hashable {
  /// A fenced block.
  public struct Block: Sendable, Hashable {
    /// The words behind its opening fence: `query`, `result`; may be empty.
    public var kind: String
    /// Its lines, without the fences.
    public var lines: [String]
    /// The number of its opening fence in the page, from 1.
    public var line: Int
    /// Whether it has a closing fence; one without reaches to the end of the page.
    public var isClosed: Bool

    /// Its lines as one text, without a line feed at the end.
    public var text: String { lines.joined(separator: "\n") }
  }

  /// A part of the page.
  public enum Part: Sendable, Hashable {
    /// A line outside of blocks, and its number from 1.
    case line(String, number: Int)
    /// A block.
    case block(Block)
  }

  /// All parts in order.
  public var parts: [Part]

  /// The blocks in order.
  public var blocks: [Block] {
    parts.compactMap { part in
      if case .block(let block) = part { return block }
      return nil
    }
  }

  /// The page in a text; carriage returns before line feeds are dropped.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    parts = []
    var open: Block?
    for (index, line) in text.replacing("\r\n", with: "\n").lines.enumerated() {
      if var block = open {
        if line.isFence, line.fenceKind.isEmpty {
          block.isClosed = true
          parts.append(.block(block))
          open = nil
        } else {
          block.lines.append(line)
          open = block
        }
      } else if line.isFence {
        open = Block(kind: line.fenceKind, lines: [], line: index + 1, isClosed: false)
      } else {
        parts.append(.line(line, number: index + 1))
      }
    }
    if let open { parts.append(.block(open)) }
  }

  /// The page as text, which ``init(_:)`` reads again; ends as the text did that it came from.
  public var text: String {
    parts.flatMap { part -> [String] in
      switch part {
      case .line(let line, _): [line]
      case .block(let block):
        ["```" + block.kind] + block.lines + (block.isClosed ? ["```"] : [])
      }
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var isFence: Bool { hasPrefix("```") && !hasPrefix("````") }
  /// The words behind a fence.
  fileprivate var fenceKind: String {
    let words = dropFirst(3).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
