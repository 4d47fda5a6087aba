/// The characters that tables and drawings are made of, which not every terminal can show.
public enum Glyphs: Sendable, Hashable, CaseIterable {
  /// Lines, blocks and Braille patterns of Unicode.
  case unicode
  /// Printable ASCII.
  case ascii

  /// A line below heads and between cards.
  var rule: String { self == .unicode ? "─" : "-" }
  /// A value that is not known.
  var unknown: String { self == .unicode ? "–" : "-" }
  /// What stands in place of the end of a text that was cut.
  var ellipsis: String { self == .unicode ? "…" : "..." }
  /// An upright line.
  var upright: String { self == .unicode ? "│" : "|" }
  /// Where an upright line and one below it meet.
  var corner: String { self == .unicode ? "└" : "+" }
  /// A place on an axis that a label belongs to.
  var tick: String { self == .unicode ? "┴" : "+" }
  /// A thing on an exact day.
  var point: String { self == .unicode ? "●" : "*" }
  /// A thing on a day that is not known exactly.
  var hollowPoint: String { self == .unicode ? "○" : "o" }
  /// What stands between words that are listed.
  var dot: String { self == .unicode ? "·" : "-" }
  /// Marks that tell several lines of a chart apart, in order.
  var markers: [String] {
    self == .unicode
      ? ["●", "■", "▲", "◆", "○", "□", "△", "◇"] : ["*", "#", "+", "x", "o", "@", "%", "="]
  }

  /// A bar of a length in eighths of a column; hollow below zero.
  func bar(eighths: Int, isHollow: Bool = false) -> String {
    switch self {
    case .ascii: return String(repeating: isHollow ? "-" : "#", count: (eighths + 7) / 8)
    case .unicode where isHollow: return String(repeating: "░", count: (eighths + 7) / 8)
    case .unicode:
      let rest = eighths % 8 == 0 ? "" : String(Self.parts[eighths % 8 - 1])
      return String(repeating: "█", count: eighths / 8) + rest
    }
  }

  /// A column as high as `share` of a row; blank for 0 and below.
  func spark(_ share: Double) -> String {
    guard share > 0 else { return self == .unicode ? " " : "." }
    let levels = self == .unicode ? Self.levels : Self.plainLevels
    let level = Int((min(1, share) * Double(levels.count)).rounded(.up)) - 1
    return String(levels[max(0, level)])
  }

  private static let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plainLevels: [Character] = ["_", ":", "|", "#"]
}
