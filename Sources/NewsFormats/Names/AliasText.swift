public import Diagnostics
public import NewsModel

/// The text of an alias file: the user's word on names, one correction a line.
///
///     # who is who
///     LNA = Libyan National Army
///     Omar Lima != Sami Omar Lima
///     "Black = White" = Black and White
///
/// In `A = B` the entity of `B` stays and has the name `A` too; `A != B` keeps two apart. A `#` at
/// the start of a line or behind a blank begins a comment; a name that holds `=` or `#` stands in
/// double quotes.
public struct AliasText: Sendable {
  /// A correction and where it stands.
  public struct Entry: Sendable, Hashable {
    /// The correction.
    public var correction: NameCorrection
    /// Its line without comment and white space around it.
    public var range: SourceRange
  }

  /// The corrections in the order of their lines; one that was repeated stands where it stood first.
  public let entries: [Entry]
  /// What is wrong with lines that could not be read, and which lines contradict others.
  public let diagnostics: [Diagnostic]

  /// Reads the lines of `source`; a line that cannot be read is reported and left out.
  ///
  /// Of two lines about the same two names the later one holds, with a warning.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ source: SourceText) {
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    var known: [Set<String>: Int] = [:]
    var start = 0
    let bytes = Array(source.text.utf8)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      do throws(Diagnostic.Thrown) {
        if let entry = try AliasLine(bytes, start..<end).entry {
          let names = Set([folded(entry.correction.name), folded(entry.correction.other)])
          if let earlier = known[names] {
            diagnostics.append(Self.repetition(of: entries[earlier], by: entry))
            entries[earlier].correction = entry.correction
            entries[earlier].range = entry.range
          } else {
            known[names] = entries.count
            entries.append(entry)
          }
        }
      } catch {
        diagnostics.append(error.diagnostic)
      }
      start = end + 1
    }
    self.entries = entries
    self.diagnostics = diagnostics
  }

  private static func repetition(of earlier: Entry, by later: Entry) -> Diagnostic {
    let isSame = earlier.correction.relation == later.correction.relation
    return Diagnostic(
      code: "A101", severity: .warning,
      message: isSame
        ? "these two names stand in an earlier line"
        : "this line says the contrary of an earlier one, and holds",
      range: later.range, notes: [.init(message: "the earlier line", range: earlier.range)],
      hints: ["next: take one of the two lines out"])
  }

  // MARK: Writing

  /// A correction as a line, without a line feed.
  public static func line(_ correction: NameCorrection) -> String {
    let sign = correction.relation == .same ? "=" : "!="
    return "\(written(correction.name)) \(sign) \(written(correction.other))"
  }

  private static func written(_ name: String) -> String {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .filter { $0 != "\"" }
    let needsQuotes = name.contains("=") || name.contains("#") || name.isEmpty
    return needsQuotes ? "\"\(name)\"" : name
  }

  /// The text of a file that holds `corrections`, where `text` is what it held before.
  ///
  /// Comments and the lines of corrections that stay are kept as they are, line ends of Windows
  /// included; lines of others go, and new corrections follow at the end.
  public static func updated(_ text: String, to corrections: [NameCorrection]) -> String {
    let source = SourceText(name: "", text: text)
    let old = AliasText(source).entries
    let wanted = Set(corrections)
    let kept = Set(old.map(\.correction))
    var gone = Set(
      old.filter { !wanted.contains($0.correction) }
        .map { source.position(of: $0.range.lower).line })
    // A line that a later one replaces would come to life again without it.
    let standing = Set(old.map { source.position(of: $0.range.lower).line })
    // By bytes: a carriage return and a line feed are one character.
    var lines = text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    for (index, line) in lines.enumerated() where !standing.contains(index + 1) {
      let single = AliasText(SourceText(name: "", text: line))
      if !single.entries.isEmpty { gone.insert(index + 1) }
    }
    lines = lines.enumerated().filter { !gone.contains($0.offset + 1) }.map(\.element)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    lines += corrections.filter { !kept.contains($0) }.map(line)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

extension Diagnostic {
  /// A diagnostic as an error.
  struct Thrown: Error {
    var diagnostic: Diagnostic
  }
}

/// One line of an alias file, being read.
private struct AliasLine {
  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  private let start: Int

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    start = line.lowerBound
    at = line.lowerBound
    end = line.upperBound
  }

  /// The correction; nil for a blank line or a comment.
  var entry: AliasText.Entry? {
    get throws(Diagnostic.Thrown) {
      var line = self
      return try line.read()
    }
  }

  private mutating func read() throws(Diagnostic.Thrown) -> AliasText.Entry? {
    skipBlanks()
    let first = at
    if isAtEnd { return nil }
    let name = try readName()
    let signStart = at
    guard let relation = readSign() else {
      throw fault(
        "A001", "'=' or '!=' is missing behind the name", SourceRange(at: signStart),
        "a line is 'A = B' (A is another name of B) or 'A != B' (they are two)")
    }
    if name.isEmpty {
      throw fault(
        "A002", "there is no name in front of the sign", SourceRange(signStart, at),
        "a line is 'A = B' or 'A != B'")
    }
    skipBlanks()
    let otherStart = at
    let other = try readName()
    if other.isEmpty {
      throw fault(
        "A002", "there is no name behind the sign", SourceRange(at: otherStart),
        "a line is 'A = B' or 'A != B'")
    }
    let last = trimmedEnd(from: otherStart)
    skipBlanks()
    if !isAtEnd {
      throw fault(
        "A003", "a line says one thing of two names", SourceRange(at, end),
        "put what follows on a line of its own; a name that holds '=' stands in double quotes")
    }
    if folded(name) == folded(other) {
      throw fault(
        "A004", "both names are the same", SourceRange(first, last), "take the line out")
    }
    return AliasText.Entry(
      correction: NameCorrection(name, relation, other), range: SourceRange(first, last))
  }

  /// Whether only a comment or nothing is left.
  private var isAtEnd: Bool { at >= end || beginsComment(at) }

  private func beginsComment(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "#") && (index == start || isBlank(bytes[index - 1]))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }

  private mutating func skipBlanks() { while at < end, isBlank(bytes[at]) { at += 1 } }

  private mutating func readSign() -> NameCorrection.Relation? {
    guard at < end else { return nil }
    if bytes[at] == UInt8(ascii: "=") {
      at += 1
      return .same
    }
    guard bytes[at] == UInt8(ascii: "!"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "=") else {
      return nil
    }
    at += 2
    return .different
  }

  /// A name up to a sign, a comment or the end; without white space around it.
  private mutating func readName() throws(Diagnostic.Thrown) -> String {
    let from = at
    if at < end, bytes[at] == UInt8(ascii: "\"") {
      guard let close = bytes[(at + 1)..<end].firstIndex(of: UInt8(ascii: "\"")) else {
        throw fault(
          "A005", "the quote is not closed", SourceRange(from, from + 1), "end the name with '\"'")
      }
      at = close + 1
      let name = text(from + 1, close)
      skipBlanks()
      return name
    }
    while at < end, !beginsComment(at) {
      if bytes[at] == UInt8(ascii: "=") { break }
      if bytes[at] == UInt8(ascii: "!"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "=") { break }
      at += 1
    }
    return text(from, trimmedEnd(from: from))
  }

  /// The end of what was read from `from` on, without white space.
  private func trimmedEnd(from: Int) -> Int {
    var last = min(at, end)
    while last > from, isBlank(bytes[last - 1]) { last -= 1 }
    return last
  }

  private func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[lower..<max(lower, upper)], as: UTF8.self)
  }

  private func fault(
    _ code: String, _ message: String, _ range: SourceRange, _ hint: String
  ) -> Diagnostic.Thrown {
    Diagnostic.Thrown(
      diagnostic: Diagnostic(code: code, message: message, range: range, hints: [hint]))
  }
}
