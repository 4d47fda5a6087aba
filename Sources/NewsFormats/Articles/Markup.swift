/// The text without the HTML that was left in it: what a reader of the page would see.
///
/// Tags of HTML go, those of blocks leave a blank line; scripts, styles, menus and comments go with
/// what they hold; character references (`&amp;`, `&#8217;`) become their characters. In a text with
/// blocks, white space counts as HTML counts it. Angle brackets round other words stay (`<sic>`), and
/// a text that holds no tag with its end is not touched but for the references.
///
/// - Complexity: O(*n*).
func withoutMarkup(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&")) else { return text }
  var scan = MarkupScan(bytes)
  return scan.run() ? String(decoding: scan.out, as: UTF8.self) : text
}

/// One pass over a text with markup.
private struct MarkupScan {
  private let bytes: [UInt8]
  private(set) var out: [UInt8] = []
  /// Whether tags are taken out at all, and whether single line ends are mere white space.
  private var hasTags = false
  private var hasBlocks = false
  /// Elements whose end does not come any more.
  private var endless: Set<String> = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count)
    var at = 0
    while let start = next(UInt8(ascii: "<"), from: at) {
      at = start + 1
      guard let tag = tag(at: start), tag.isEnd || tag.name == "br" else { continue }
      hasTags = true
      if Markup.blocks.contains(tag.name), tag.name != "br" {
        hasBlocks = true
        break
      }
    }
  }

  /// Fills ``out``; false where nothing of the text was markup.
  mutating func run() -> Bool {
    var changed = false
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<") where hasTags:
        if let end = skipComment(at) ?? skipTag(at) {
          at = end
          changed = true
          continue
        }
      case UInt8(ascii: "&"):
        if let (scalar, end) = CharacterReference.scalar(in: bytes, at: at) {
          out += Array(String(Character(scalar)).utf8)
          at = end
          changed = true
          continue
        }
      case 0x0a where hasBlocks && !isBlankLine(after: at):
        out.append(0x20)
        at += 1
        changed = true
        continue
      default: break
      }
      out.append(bytes[at])
      at += 1
    }
    return changed
  }

  /// Whether a line end stands beside another, so that it separates paragraphs.
  private func isBlankLine(after at: Int) -> Bool {
    at > 0 && bytes[at - 1] == 0x0a || at + 1 < bytes.count && bytes[at + 1] == 0x0a
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? { bytes[start...].firstIndex(of: byte) }

  // MARK: Comments and tags

  private mutating func skipComment(_ start: Int) -> Int? {
    guard bytes[start...].starts(with: "<!--".utf8), !endless.contains("!--") else { return nil }
    var at = start + 4
    while let end = next(UInt8(ascii: ">"), from: at) {
      if end >= start + 6, bytes[end - 1] == 0x2d, bytes[end - 2] == 0x2d { return end + 1 }
      at = end + 1
    }
    endless.insert("!--")
    return nil
  }

  private mutating func skipTag(_ start: Int) -> Int? {
    guard let tag = tag(at: start) else { return nil }
    if Markup.unread.contains(tag.name), !tag.isEnd, let end = end(of: tag.name, from: tag.end) {
      return end
    }
    if tag.name == "br" {
      out.append(0x0a)
    } else if Markup.blocks.contains(tag.name) {
      out += [0x0a, 0x0a]
    } else if tag.name == "q" {
      out.append(UInt8(ascii: "\""))
    } else if Markup.cells.contains(tag.name) {
      out.append(0x20)
    }
    return tag.end
  }

  private struct Tag {
    var name: String
    var isEnd: Bool
    /// The byte behind its `>`.
    var end: Int
  }

  /// The tag of HTML that begins at `start`, or nil.
  private func tag(at start: Int) -> Tag? {
    var at = start + 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "!") { at += 1 }
    let first = at
    while at < bytes.count, at - first <= Markup.longestName, isNameByte(bytes[at]) { at += 1 }
    guard at > first, at < bytes.count else { return nil }
    let name = String(decoding: bytes[first..<at], as: UTF8.self).lowercased()
    guard Markup.known.contains(name) else { return nil }
    switch bytes[at] {
    case UInt8(ascii: ">"): return Tag(name: name, isEnd: isEnd, end: at + 1)
    case 0x20, 0x09, 0x0a, UInt8(ascii: "/"): break
    default: return nil
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      if bytes[at] == UInt8(ascii: ">") { return Tag(name: name, isEnd: isEnd, end: at + 1) }
      at += 1
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }

  /// The byte behind the next end of the element `name`.
  private mutating func end(of name: String, from start: Int) -> Int? {
    guard !endless.contains(name) else { return nil }
    var at = start
    while let open = next(UInt8(ascii: "<"), from: at) {
      if let tag = tag(at: open), tag.isEnd, tag.name == name { return tag.end }
      at = open + 1
    }
    endless.insert(name)
    return nil
  }
}

/// The elements of HTML.
private enum Markup {
  static let longestName = 12
  /// Elements that begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "table",
    "tbody", "tfoot", "thead", "title", "tr", "ul",
  ]
  /// Elements whose content no reader sees, or only as a control.
  static let unread: Set<String> = [
    "button", "head", "iframe", "nav", "noscript", "script", "select", "style", "svg", "template",
    "textarea",
  ]
  static let cells: Set<String> = ["td", "th"]
  static let known: Set<String> = blocks.union(unread).union(cells).union([
    "a", "abbr", "amp", "audio", "b", "big", "cite", "code", "del", "doctype", "em", "embed",
    "font",
    "i", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "object", "option", "param",
    "picture", "q", "s", "small", "source", "span", "strike", "strong", "sub", "sup", "time",
    "track",
    "tt", "u", "var", "video", "wbr",
  ])
}
