internal import NewsModel

/// The whole page: head, drawings, table.
struct PageDocument {
  private let page: Page

  init(_ page: Page) { self.page = page }

  func text() -> String {
    let drawings = [
      ("timeline", "When", PageTimeline(page)?.text()), ("bars", "How many", PageBars(page)?.text()),
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
    "Asked on \(page.day) of \(counted(page.articleCount, "articles")) from "
      + "\(counted(page.sourceCount, "sources")), read by Dateline. What a machine read may be wrong: "
      + "each row's evidence shows the words that it comes from."
  }
}

/// What a page answers, in a sentence.
struct PageSummary {
  private let page: Page

  init(_ page: Page) { self.page = page }

  /// `12 events, dated 2011 to 2023-09-26, as 4 sources tell them.`
  var text: String {
    guard page.table.rowCount > 0 else { return "No \(page.noun) found." }
    var text = counted(page.table.rowCount, page.noun)
    let isPart = !page.rows.isEmpty && page.rows.count < page.table.rowCount
    if isPart { text += "; the first \(grouped(page.rows.count)) of them are drawn" }
    if let span { text += ", dated \(span)" }
    let sources = Set(page.rows.flatMap(\.sources)).count
    if sources > 0 { text += ", from \(counted(sources, "sources"))" }
    let undated = page.rows.isEmpty || span == nil ? 0 : page.rows.count { $0.date == nil }
    if undated > 0 { text += "; \(grouped(undated)) without a date" }
    return text + "."
  }

  /// `2019-04-04 to 2023`: from the earliest first day to the latest last one, as they are written.
  private var span: String? {
    let dates = page.rows.compactMap(\.date)
    let first = dates.compactMap(\.first).min()
    let last = dates.compactMap(\.last).max()
    switch (first, last) {
    case (let first?, let last?):
      return first == last ? first.description : NewsDate(first: first, last: last).map { date in
        date.precision == .span ? "\(first) to \(last)" : date.description
      }
    case (let first?, nil): return "\(first) and later"
    case (nil, let last?): return "\(last) and earlier"
    case (nil, nil): return nil
    }
  }
}
