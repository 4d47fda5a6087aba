internal import FoundationEssentials

/// Where an article can be opened, in characters that a terminal can be given between two escapes.
public struct ArticleAddress: Sendable, Hashable {
  /// The address, which holds printable ASCII only.
  public let text: String

  private static let lengthLimit = 2_000

  /// An address on the web; nil for a text that is none, or that a terminal or browser could take
  /// for more than an address.
  public init?(web text: String) {
    let lowered = text.prefix(8).lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://"),
      text.utf8.count <= Self.lengthLimit,
      !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7f || Self.refused.contains($0) })
    else { return nil }
    self.text = Self.encoded(text) { $0 < 0x80 }
    if self.text.utf8.count > Self.lengthLimit { return nil }
  }

  /// The address of a file on this machine, whose name a terminal on another one can tell.
  public init(file path: String) {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    text =
      "file://" + Self.encoded(ProcessInfo.processInfo.hostName, keeping: Self.isPlain)
      + Self.encoded(whole) { Self.isPlain($0) || $0 == UInt8(ascii: "/") }
  }

  private static let refused = Set("\"<>\\^`{|}".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isKept(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
