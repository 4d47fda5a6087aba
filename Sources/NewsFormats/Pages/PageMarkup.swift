internal import Diagnostics

/// Text made harmless for the places of a page where it stands.
enum PageMarkup {
  /// Characters of one text that a page shows at most; what is longer ends in `…`.
  static let longestText = 2_000

  /// Text for the content of an element or for an attribute in quotes.
  ///
  /// White space of any kind becomes a blank, what could steer a reader's eyes a visible mark.
  static func text(_ text: String) -> String {
    var out = ""
    for scalar in visible(text.spaced).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\u{fffe}", "\u{ffff}": out += "\u{fffd}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// An element around text.
  static func element(_ tag: String, class name: String? = nil, _ text: String) -> String {
    let attribute = name.map { " class=\"\($0)\"" } ?? ""
    return "<\(tag)\(attribute)>\(self.text(text))</\(tag)>"
  }

  /// The address of a web page for an attribute in quotes; nil for any other address, such as one that
  /// would run a script.
  ///
  /// Bytes that have no place in an address are percent-encoded.
  static func address(_ url: String) -> String? {
    let lowered = url.prefix(8).lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else { return nil }
    return text(encoded(url, keeping: ":/?#[]@!$&'()*+,;=%"))
  }

  /// A link to a state of the page itself, `#filter=Ada%20Brook`, for an attribute in quotes.
  static func link(_ key: String, _ value: String) -> String {
    "#\(key)=" + encoded(value, keeping: "")
  }

  /// `text` in letters, digits and marks that an address may have; all other bytes are encoded.
  private static func encoded(_ text: String, keeping marks: String) -> String {
    let kept = Set((marks + "-._~").utf8)
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where kept.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return out
  }

  /// A number for an attribute of a drawing, with two digits behind the point at most.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return decimal((value * 100).rounded() / 100)
  }
}

extension String {
  /// The text with a blank for each character of white space.
  fileprivate var spaced: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xe2 || $0 == 0xc2 }) else { return self }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0d, 0x85, 0x2028, 0x2029: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text, of which what is behind `limit` characters is left out and marked by `…`.
  func shortened(to limit: Int) -> String {
    // A character takes at least one byte.
    guard utf8.count > limit, let end = index(startIndex, offsetBy: limit, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return self[..<end] + "…"
  }
}
