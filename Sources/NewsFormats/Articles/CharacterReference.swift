/// Character references of HTML: `&amp;`, `&#8217;`, `&#x2019;`.
enum CharacterReference {
  /// The longest that is looked at, in bytes, with its `&` and `;`.
  private static let longest = 10

  /// The scalar that the reference at `start` stands for and the byte behind it.
  ///
  /// Nil where none stands there, or where it stands for no character of a text.
  static func scalar(in bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(bytes.count, start + longest)
    guard let stop = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), stop > start + 2 else {
      return nil
    }
    let name = String(decoding: bytes[start + 1..<stop], as: UTF8.self)
    guard name.hasPrefix("#") else { return named[name].map { ($0, stop + 1) } }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
      let scalar = Unicode.Scalar(windows1252[value] ?? value),
      value >= 0x20 || value == 0x09 || value == 0x0a, !(0x7f...0x9f).contains(scalar.value)
    else { return nil }
    return (scalar, stop + 1)
  }

  /// Numbers that pages take from Windows-1252.
  private static let windows1252: [UInt32: UInt32] = [
    128: 0x20ac, 130: 0x201a, 132: 0x201e, 133: 0x2026, 138: 0x0160, 140: 0x0152, 142: 0x017d,
    145: 0x2018, 146: 0x2019, 147: 0x201c, 148: 0x201d, 149: 0x2022, 150: 0x2013, 151: 0x2014,
    153: 0x2122, 154: 0x0161, 156: 0x0153, 158: 0x017e, 159: 0x0178,
  ]

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "thinsp": " ",
    "ensp": " ", "emsp": " ", "shy": "\u{ad}", "zwnj": "\u{200c}", "zwj": "\u{200d}",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™", "deg": "°",
    "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶", "times": "×",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "iexcl": "¡", "iquest": "¿", "ordf": "ª",
    "ordm": "º", "szlig": "ß", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã",
    "auml": "ä", "aring": "å", "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é",
    "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï",
    "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö",
    "oslash": "ø", "oelig": "œ", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü",
    "yacute": "ý", "scaron": "š", "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Auml": "Ä",
    "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Iacute": "Í",
    "Ntilde": "Ñ", "Oacute": "Ó", "Ouml": "Ö", "Oslash": "Ø", "Uacute": "Ú", "Uuml": "Ü",
    "Scaron": "Š",
  ]
}
