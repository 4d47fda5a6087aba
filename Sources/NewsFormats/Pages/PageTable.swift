internal import NewsModel

/// The rows of a page as a table, each with its evidence behind it.
struct PageTable {
  let page: Page

  /// Characters of a cell at most: fewer where there are many cells, so that a page can be opened.
  private var longestCell: Int {
    let cells = max(1, rowCount * page.table.columns.count)
    return min(PageMarkup.longestText, max(200, 20_000_000 / cells))
  }

  /// Rows of the table.
  var rowCount: Int { min(page.table.rowCount, Page.rowLimit) }

  /// The section.
  func text() -> String {
    var out = "<section id=\"rows\">\n<h2>\(Self.heading(page.noun))</h2>\n"
    out += notes().map { PageMarkup.element("p", class: "note", $0) + "\n" }.joined()
    out += """
      <div class="tools"><label>Filter <input type="search" id="filter" autocomplete="off" \
      spellcheck="false" /></label> <output id="shown" aria-live="polite"></output></div>

      """
    out += "<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"Rows\">\n<table>\n"
    out += "<caption>\(PageMarkup.text(page.query))</caption>\n"
    out += "<thead><tr><th class=\"n\" scope=\"col\">#</th>" + page.table.columns.map(head).joined()
    out += "</tr></thead>\n"
    for row in 0..<rowCount { out += body(row) }
    return out + "</table>\n</div>\n</section>\n"
  }

  /// `Events` for `events`.
  private static func heading(_ noun: String) -> String {
    PageMarkup.text(noun.prefix(1).uppercased() + noun.dropFirst())
  }

  /// What is not on the page.
  private func notes() -> [String] {
    var notes: [String] = []
    let all = page.table.rowCount
    if all > rowCount {
      notes.append(
        "The table has the first \(grouped(rowCount)) of "
          + counted(all, page.noun) + ".")
    }
    if !page.rows.isEmpty, page.rows.count < rowCount {
      notes.append("The first \(grouped(page.rows.count)) are drawn.")
    }
    let withEvidence = page.rows.lastIndex { !$0.evidence.isEmpty }.map { $0 + 1 } ?? 0
    if withEvidence > 0, withEvidence < rowCount {
      notes.append("The first \(grouped(withEvidence)) have their evidence.")
    }
    return notes
  }

  private func head(_ column: ResultColumn) -> String {
    let kind =
      column.isNumeric ? "number" : column.type == .date && !column.isList ? "date" : "text"
    return """
      <th scope="col" data-type="\(kind)" aria-sort="none"><button type="button">\
      \(PageMarkup.text(column.name))</button></th>
      """
  }

  private func body(_ row: Int) -> String {
    let known = page.rows.indices.contains(row) ? page.rows[row] : nil
    let number = row + 1
    let hasEvidence = known.map { !$0.evidence.isEmpty } ?? false
    var out = "<tbody id=\"r\(number)\"><tr><td class=\"n\">"
    out +=
      hasEvidence
      ? "<button type=\"button\" aria-expanded=\"false\" aria-label=\"Evidence of row \(number)\">"
        + "\(number)</button><span>\(number)</span>"
      : "\(number)"
    out += "</td>"
    for index in page.table.columns.indices { out += cell(row, index) }
    out += "</tr>\n"
    if let known, hasEvidence {
      out += "<tr class=\"more\"><td colspan=\"\(page.table.columns.count + 1)\">"
      out += PageEvidenceMarkup(row: known).text() + "</td></tr>"
    }
    return out + "</tbody>\n"
  }

  private func cell(_ row: Int, _ index: Int) -> String {
    let column = page.table.columns[index]
    let value = page.table[row, index]
    let label = "data-label=\"\(PageMarkup.text(column.name))\""
    if value == .unknown {
      return "<td class=\"none\(column.isNumeric ? " number" : "")\" \(label)>–</td>"
    }
    let text = PageMarkup.text(value.readableText().shortened(to: longestCell))
    var attributes = label
    if column.isNumeric {
      attributes += " class=\"number\""
      if case .number(let number) = value { attributes += " data-value=\"\(number)\"" }
    } else if column.type == .date {
      attributes += " class=\"date\""
    } else if column.type == .text {
      attributes += " class=\"prose\""
    }
    if case .date = value {
      // An interval may be broken between its ends, a day nowhere.
      let ends = text.split(separator: "/").map { "<span>\($0)</span>" }
      return "<td \(attributes)>\(ends.joined(separator: "/<wbr />"))</td>"
    }
    return "<td \(attributes) dir=\"auto\">\(text)</td>"
  }
}
