internal import NewsModel

/// What a row comes from: each telling with its words, article and outlet.
struct PageEvidenceMarkup {
  let row: PageRow

  /// What opens on a click, and without a script too.
  func text() -> String {
    var out = "<details><summary>\(PageMarkup.text(summary))</summary>\n"
    out += row.evidence.map(item).joined()
    let more = row.evidenceCount - row.evidence.count
    if more > 0 {
      out += PageMarkup.element("p", class: "note", "\(grouped(more)) more are not shown.")
    }
    return out + "</details>"
  }

  /// `3 reports by 2 sources`.
  private var summary: String {
    let count = max(row.evidenceCount, row.evidence.count)
    let sources = Set(row.evidence.compactMap(\.source)).count
    let places = count == 1 ? "Evidence: 1 place" : "Evidence: \(grouped(count)) places"
    return sources > 1 ? "\(places), \(sources) sources" : places
  }

  private func item(_ evidence: PageEvidence) -> String {
    var out = "<figure>\n"
    for passage in evidence.passages {
      out += "<blockquote dir=\"auto\">\(Self.marked(passage))</blockquote>\n"
    }
    return out + "<figcaption dir=\"auto\">\(caption(evidence))</figcaption>\n</figure>\n"
  }

  /// Outlet, headline, day, and what else tells how far the words can be trusted.
  private func caption(_ evidence: PageEvidence) -> String {
    var parts: [String] = []
    if let source = evidence.source { parts.append(PageMarkup.element("strong", source)) }
    let title = PageMarkup.text((evidence.title ?? evidence.article).shortened(to: 300))
    if let address = evidence.url.flatMap(PageMarkup.address) {
      parts.append(
        "<a href=\"\(address)\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">\(title)</a>"
      )
    } else {
      parts.append("<cite>\(title)</cite>")
    }
    if let day = evidence.published {
      parts.append("<time>\(PageMarkup.text(day.description))</time>")
    }
    if let agency = evidence.agency { parts.append(PageMarkup.text("text of \(agency)")) }
    if let status = evidence.status, status != "happened" {
      parts.append(PageMarkup.element("b", class: "status", status))
    }
    if let attribution = evidence.attribution {
      parts.append(PageMarkup.text("on the word of \(attribution.shortened(to: 300))"))
    }
    return parts.joined(separator: " <i>·</i> ")
  }

  /// Words with their marks as elements inside one another.
  ///
  /// A mark that ends behind one that it begins in, or lies outside the text, is left out.
  static func marked(_ passage: PageEvidence.Passage) -> String {
    let bytes = Array(passage.text.utf8.prefix(PageMarkup.longestText))
    var out = ""
    var place = 0
    var open: [Int] = []
    func write(to end: Int) {
      out += PageMarkup.text(String(decoding: bytes[place..<end], as: UTF8.self))
      place = end
    }
    for mark in passage.marks {
      while let end = open.last, end <= mark.range.lower {
        write(to: end)
        out += "</mark>"
        open.removeLast()
      }
      guard mark.range.lower >= place, mark.range.upper <= open.last ?? bytes.count,
        !mark.range.isEmpty, let label = mark.labels.first
      else { continue }
      write(to: mark.range.lower)
      let labels = PageMarkup.text(mark.labels.joined(separator: ", "))
      out += "<mark class=\"m-\(kind(of: label))\" title=\"\(labels)\" data-mark=\"\(labels)\">"
      open.append(mark.range.upper)
    }
    for end in open.reversed() {
      write(to: end)
      out += "</mark>"
    }
    write(to: bytes.count)
    return passage.text.utf8.count > bytes.count ? out + "…" : out
  }

  /// The colour of a mark, by what it tells.
  private static func kind(of label: String) -> String {
    switch label {
    case "actor", "speaker", "name": "actor"
    case "target": "target"
    case "action", "quote", "figure": "action"
    case "place": "place"
    case "date": "date"
    default: "other"
    }
  }
}
