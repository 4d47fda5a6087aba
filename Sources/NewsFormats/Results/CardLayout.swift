internal import Diagnostics
internal import NewsModel

/// A result as cards: one field a line, names aligned, an empty line or a numbered one between rows.
///
/// Fields that are not known are left out; long values wrap under their own column, or on a narrow
/// terminal under their name. The words that a row comes from are marked, and where they stand is
/// said below them.
struct CardLayout {
  /// Columns that a value gets beside its name; with less it stands below.
  private static let leastRoom = 20

  /// The name of words that no field shows.
  private static let evidence = "evidence"
  /// Fields whose values are words of an article.
  private static let quoting: Set<String> = ["evidence", "sentence", "text"]

  private let result: ResultTable
  private let layout: ResultLayout
  private let names: [String]
  private let margin: Int
  private let isStacked: Bool
  private let room: Int

  init(_ result: ResultTable, layout: ResultLayout) {
    self.result = result
    self.layout = layout
    names = result.columns.map { visible($0.name) }
    let addsEvidence = result.rowCount > 0 && !layout.sources.evidence(0).isEmpty
    let fields = names + (addsEvidence ? [Self.evidence] : [])
    let widest = fields.map { displayWidth($0) }.max() ?? 0
    margin = widest
    let beside = layout.width.map { $0 - widest - 2 } ?? .max
    isStacked = beside < Self.leastRoom
    room = isStacked ? max(4, (layout.width ?? 80) - 2) : beside
  }

  /// Hands over the cards in pieces, until `emit` says false.
  func write(to emit: (String) -> Bool) {
    var out = ""
    for row in 0..<min(result.rowCount, layout.rowLimit ?? .max) {
      if layout.numbersRows {
        out += separator(layout.firstNumber + row)
      } else if row > 0 {
        out += "\n"
      }
      append(row, to: &out)
      if out.utf8.count > ResultWriter.pieceSize {
        guard emit(out) else { return }
        out = ""
      }
    }
    if !out.isEmpty { _ = emit(out) }
  }

  /// `── 3 ─────────`.
  private func separator(_ number: Int) -> String {
    let rule = layout.glyphs.rule
    let lead = "\(rule)\(rule) \(number) "
    let length = min(layout.width ?? 40, 40) - displayWidth(lead)
    return layout.dress(lead + String(repeating: rule, count: max(0, length)), .rule) + "\n"
  }

  private func append(_ row: Int, to out: inout String) {
    var evidence = layout.sources.evidence(row)
    for column in names.indices {
      let value = result[row, column]
      if value == .unknown { continue }
      if Self.quoting.contains(result.columns[column].name), case .text(let text) = value,
        let place = evidence.firstIndex(where: { $0.marks(in: text).map { !$0.isEmpty } ?? false })
      {
        let marks = evidence[place].marks(in: text) ?? []
        append(names[column], MarkedText(text, marks: marks), to: &out)
        append(citationOf: evidence.remove(at: place), to: &out)
        continue
      }
      append(
        names[column], MarkedText(value.readableText(), link: layout.sources.link(row, column)),
        to: &out)
    }
    for piece in evidence {
      append(Self.evidence, MarkedText(piece.text, marks: piece.marks), to: &out)
      append(citationOf: piece, to: &out)
    }
  }

  /// Where the words above stand, and their article's address.
  private func append(citationOf evidence: Evidence, to out: inout String) {
    for line in wrap(visible(evidence.citation), width: room, lineLimit: .max - 1) {
      let dressed = layout.dress(line, .note)
      out += indent + (evidence.link.map { layout.dress(dressed, .link($0)) } ?? dressed) + "\n"
    }
  }

  private var indent: String { String(repeating: " ", count: isStacked ? 2 : margin + 2) }

  private func append(_ name: String, _ text: MarkedText, to out: inout String) {
    let lines = text.lines(width: room, dress: layout.dress)
    if isStacked {
      let width = layout.width ?? 80
      for line in wrap(name, width: max(1, width), lineLimit: .max - 1) {
        out += layout.dress(line, .field) + "\n"
      }
      for line in lines { out += indent + line + "\n" }
      return
    }
    let blank = String(repeating: " ", count: max(0, margin - displayWidth(name)))
    for (index, line) in lines.enumerated() {
      out += index == 0 ? blank + layout.dress(name, .field) + "  " : indent
      out += line + "\n"
    }
  }
}
