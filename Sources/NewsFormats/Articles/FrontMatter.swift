internal import NewsModel

/// The `key: value` lines between two `---` lines at the head of a text.
///
///     ---
///     title: Two ministers resign
///     published: 2021-03-04
///     ---
///     The text begins here.
struct FrontMatter {
  /// Keys in lower case with their values, in order.
  let entries: [(key: String, value: String)]
  /// The text behind the head.
  let body: String

  /// Splits `text`; without a whole head there are no entries and the body is the text.
  ///
  /// Lines of the head that have no key are passed over; quotes round a value are dropped.
  init(_ text: String) {
    let isRule = { (line: Substring) in trimmed(line) == "---" }
    let lines =
      isRule(text.prefix { $0 != "\n" })
      ? text.split(
        separator: "\n", maxSplits: Self.lineLimit + 1, omittingEmptySubsequences: false) : []
    guard let end = lines.dropFirst().prefix(Self.lineLimit).firstIndex(where: isRule) else {
      entries = []
      body = text
      return
    }
    entries = lines[1..<end].compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let key = trimmed(line[..<colon]).lowercased()
      let value = unquoted(trimmed(line[line.index(after: colon)...]))
      return key.isEmpty || value.isEmpty ? nil : (key, value)
    }
    body = String(text[lines[end].endIndex...].drop(while: { $0 == "\n" }))
  }

  private static let lineLimit = 100

  /// Fills in what the head says about `article`; keys that it does not know are passed over.
  func describe(_ article: inout Article) {
    for (key, value) in entries {
      switch key {
      case "id": article.id = value
      case "title", "headline": article.title = value
      case "source", "outlet", "publisher", "publication", "site": article.source = value
      case "agency": article.agency = value
      case "author", "authors", "by", "byline": article.author = value
      case "published", "date", "pubdate", "publication date", "published_at", "date_publish":
        article.published = article.published ?? recordDate(value)
      case "place", "dateline", "location": article.place = value
      case "url", "link": article.url = value
      case "language", "lang": article.language = value.lowercased()
      default: break
      }
    }
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return String(text)
}

private func unquoted(_ text: String) -> String {
  guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'"
  else { return text }
  return String(text.dropFirst().dropLast())
}
