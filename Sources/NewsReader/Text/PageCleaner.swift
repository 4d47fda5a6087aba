internal import NewsModel

/// Splits the text into blocks and tells the article from the page round it.
///
/// Works by what can be seen of a line: how long it is, whether it ends as a sentence does, marks
/// that set labels apart, where it stands, and words of a list. What is doubtful stays a paragraph:
/// to lose a sentence of the article is worse than to read a share box.
///
/// - Complexity: O(*n*) in the length of the text.
struct PageCleaner: Component {
  static let requires: Set<Layer> = []
  static let provides: Set<Layer> = [.blocks]
  static let readsEveryLanguage = true

  let lexicon: PageLexicon
  let outlets: OutletNames
  let dates: PageDates

  /// A cleaner with these words.
  init(lexicon: PageLexicon, outlets: OutletNames, dates: PageDates) {
    self.lexicon = lexicon
    self.outlets = outlets
    self.dates = dates
  }

  func annotate(_ document: inout Document) {
    var page = Page(bytes: document.bytes, title: document.article.title)
    splitDump(&page)
    for index in page.lines.indices { page.kinds[index] = kind(of: page.lines[index], in: page) }
    markAppeals(&page)
    markTeasers(&page)
    markBody(&page)
    markHeadline(&page)
    markHead(&page)
    markTail(&page)
    markRepetitions(&page)
    splitCaptions(&page)
    splitHeadlines(&page)
    document.blocks = page.blocks
  }

  /// Cuts the fields that a program left in front of the text (`date 2021-03-05 The minister ...`)
  /// off the first line.
  private func splitDump(_ page: inout Page) {
    guard let line = page.lines.first else { return }
    let bytes = page.bytes
    let limit = min(line.range.upperBound, line.range.lowerBound + 80)
    var upper = limit
    while upper > line.range.lowerBound, upper < bytes.count, bytes[upper] & 0xc0 == 0x80 {
      upper -= 1
    }
    let head = String(decoding: bytes[line.range.lowerBound..<upper], as: UTF8.self)
    guard let found = dates.date(in: head), found.date.precision == .day else { return }
    let field = foldedWords(found.before)
    guard !field.isEmpty, lexicon.dumps.covers(field) else { return }
    let isField = head.first?.isLowercase ?? false
    var end = line.range.lowerBound + found.end
    // A time of day belongs to the field.
    while end < line.range.upperBound, "0123456789:.TZ+-".utf8.contains(bytes[end]) { end += 1 }
    let rest = ByteText.trimmed(end..<line.range.upperBound, in: bytes)
    guard isField, !rest.isEmpty else { return }
    page.replaceFirst(
      with: [
        TextLine(range: line.range.lowerBound..<end, in: bytes, followsGap: true),
        TextLine(range: rest, in: bytes, followsGap: true),
      ])
  }
}
