internal import NewsModel

/// A page while its lines are told apart.
struct Page: Sendable {
  /// The article's text.
  let bytes: [UInt8]
  /// The title that its record gives, folded.
  let title: String?
  /// The lines that are not blank.
  private(set) var lines: [TextLine]
  /// What each line is; nil as long as that is open.
  var kinds: [TextBlock.Kind?]
  /// Whether each line repeats one before it.
  var isRepeated: [Bool]
  /// Where the caption begins behind a word such as `Photo:`, by line.
  var heads: [Int: Int] = [:]
  /// Where the credit behind a caption begins, by line.
  var tails: [Int: Int] = [:]
  /// The lines from the first to the last that are certainly the article's text.
  var body: Range<Int>

  /// The page of `bytes`, nothing told apart yet.
  init(bytes: [UInt8], title: String?) {
    self.bytes = bytes
    self.title = title.map { folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
    lines = LineSplitter.lines(of: bytes)
    kinds = Array(repeating: nil, count: lines.count)
    isRepeated = Array(repeating: false, count: lines.count)
    body = lines.indices
  }

  /// Puts other lines in the place of the first.
  mutating func replaceFirst(with replacement: [TextLine]) {
    lines.replaceSubrange(0..<1, with: replacement)
    kinds = Array(repeating: nil, count: lines.count)
    isRepeated = Array(repeating: false, count: lines.count)
    body = lines.indices
  }

  /// The blocks; lines of which nothing is known are paragraphs.
  var blocks: [TextBlock] {
    var blocks: [TextBlock] = []
    blocks.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let start = heads[index] ?? line.range.lowerBound
      let end = tails[index] ?? line.range.upperBound
      let kind = kinds[index] ?? .paragraph
      add(.furniture, line.range.lowerBound..<start, to: &blocks)
      add(kind, start..<end, isRepeated: isRepeated[index], to: &blocks)
      add(.furniture, end..<line.range.upperBound, to: &blocks)
    }
    return blocks
  }

  private func add(
    _ kind: TextBlock.Kind, _ range: Range<Int>, isRepeated: Bool = false,
    to blocks: inout [TextBlock]
  ) {
    let inner = ByteText.trimmed(range, in: bytes)
    if inner.isEmpty { return }
    blocks.append(
      TextBlock(
        kind: kind, range: TextRange(inner.lowerBound, inner.upperBound), isRepeated: isRepeated))
  }
}
