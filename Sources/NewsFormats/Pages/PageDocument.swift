internal import NewsModel

/// The whole page: head, drawings, table.
struct PageDocument {
  private let page: Page

  init(_ page: Page) { self.page = page }

  func text() -> String {
    let drawings = [
      ("timeline", "When", PageTimeline(page)?.text()),
      ("bars", "How many", PageBars(page)?.text()),
      ("network", "Who with whom", PageNetwork(page)?.text()),
    ]
    let query = PageMarkup.text(page.query)
    var out = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="\(PageFrame.policy)" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="generator" content="Dateline" />
      <title>\(query)</title>
      <style>\(PageFrame.style)</style>
      </head>
      <body>
      <header>
      <h1><code>\(query)</code></h1>
      <p class="lead">\(PageMarkup.text(PageSummary(page).text))</p>
      <nav aria-label="Parts of this page">
      """
    for (id, name, drawing) in drawings where drawing != nil {
      out += "<a href=\"#\(id)\">\(name)</a> "
    }
    out += """
      <a href="#rows">Rows</a> <button type="button" id="theme" hidden="hidden">Light or dark</button></nav>
      </header>
      <main>

      """
    out += drawings.compactMap(\.2).joined()
    out += page.table.rowCount == 0 ? empty : PageTable(page: page).text()
    out += "</main>\n<footer>"
    out += PageMarkup.element("p", footer)
    out += "</footer>\n<script>\(PageFrame.script)</script>\n</body>\n</html>\n"
    return out
  }

  private var empty: String {
    """
    <section id="rows">
    <h2>Nothing found</h2>
    <p class="note">No \(PageMarkup.text(page.noun)) answer this query.</p>
    </section>

    """
  }

  private var footer: String {
    var text = "Asked on \(page.day) of \(counted(page.articleCount, "articles"))"
    if page.sourceCount > 1 { text += " from \(counted(page.sourceCount, "sources"))" }
    text += ", read by Dateline. What a machine reads may be wrong"
    let hasEvidence = page.rows.contains { !$0.evidence.isEmpty }
    return text + (hasEvidence ? ": a click on a row shows the words that it comes from." : ".")
  }
}

/// What a page answers, in a sentence.
struct PageSummary {
  private let page: Page

  init(_ page: Page) { self.page = page }

  /// Such as `12 events, 2011 to 2023-09-26, told in 5 articles from 4 sources; 2 without a date`.
  var text: String {
    guard page.table.rowCount > 0 else { return "No \(page.noun) found." }
    var text = counted(page.table.rowCount, page.noun)
    let parts = [span, tellers].compactMap { $0 }
    if !page.rows.isEmpty, page.rows.count < page.table.rowCount, !parts.isEmpty {
      text += "; the first \(grouped(page.rows.count)): "
    } else if !parts.isEmpty {
      text += ", "
    }
    text += parts.joined(separator: ", ")
    let undated = span == nil ? 0 : page.rows.count { $0.date == nil }
    if undated > 0 { text += "; \(grouped(undated)) without a date" }
    return text + "."
  }

  /// `told in 5 articles from 4 sources`, as far as all of them are known.
  private var tellers: String? {
    guard page.rows.allSatisfy({ $0.evidence.count == $0.evidenceCount }) else { return nil }
    let evidence = page.rows.flatMap(\.evidence)
    let articles = Set(evidence.map(\.article)).count
    guard articles > 0, page.noun != Table.articles.name, page.noun != Table.sources.name else {
      return nil
    }
    let sources = Set(evidence.compactMap(\.source)).count
    let isKnown = evidence.allSatisfy { $0.source != nil }
    return "told in \(counted(articles, "articles"))"
      + (isKnown ? " from \(counted(sources, "sources"))" : "")
  }

  /// `2011 to 2023-09-26`: the beginning of the earliest date and the end of the latest, as they are
  /// written.
  private var span: String? {
    let dates = page.rows.compactMap(\.date)
    func end(_ date: NewsDate?, isLast: Bool) -> Substring? {
      let parts = date?.description.split(separator: "/")
      return isLast ? parts?.last : parts?.first
    }
    let first = dates.filter { $0.first != nil }.min { a, b in
      a.first.flatMap { first in b.first.map { first < $0 } } ?? false
    }
    let last = dates.filter { $0.last != nil }.max { a, b in
      a.last.flatMap { last in b.last.map { last < $0 } } ?? false
    }
    switch (end(first, isLast: false), end(last, isLast: true)) {
    case (let first?, let last?): return first == last ? String(first) : "\(first) to \(last)"
    case (let first?, nil): return "\(first) and later"
    case (nil, let last?): return "\(last) and earlier"
    case (nil, nil): return nil
    }
  }
}
