/// Who did something with whom, as circles and lines.
///
/// It is drawn twice, for wide and for narrow screens, of which the style shows one: words keep a size
/// that can be read.
struct PageNetwork {
  private let graph: PageGraph

  /// A network; nil where no two names met.
  init?(_ page: Page) {
    graph = PageGraph(page.meetings)
    guard !graph.edges.isEmpty else { return nil }
  }

  /// The section.
  func text() -> String {
    var out = "<section id=\"network\">\n<h2>Who with whom</h2>\n"
    out += PageMarkup.element("p", class: "note", note) + "\n"
    let isLarge = graph.nodes.count > 16
    let isSmall = graph.nodes.count < 7
    out += drawing(width: 720, height: isLarge ? 560 : isSmall ? 300 : 400, kind: "wide")
    out += drawing(width: 340, height: isLarge ? 640 : isSmall ? 300 : 400, kind: "narrow")
    return out + PageLegend.foot(PageLegend.lines) + "</section>\n"
  }

  private var note: String {
    var text =
      "The larger a circle, the more events with others; the thicker a line, the more between the two. "
      + "What is denied does not count."
    if graph.otherCount > 0 {
      text += " \(grouped(graph.otherCount)) more are left out, who appear in fewer events."
    }
    if graph.otherEdgeCount > 0 {
      text += " \(grouped(graph.otherEdgeCount)) weaker lines are left out."
    }
    return text
  }

  private func drawing(width: Int, height: Int, kind: String) -> String {
    let layout = PageLayout(graph, width: Double(width), height: Double(height))
    let labels = PageLabels(
      graph, layout, width: Double(width), height: Double(height), limit: width / 18)
    let greatest = Double(graph.nodes.first?.count ?? 1)
    var out = "<svg class=\"network \(kind)\" viewBox=\"0 0 \(width) \(height)\" role=\"group\">\n"
    out += "<title>Who with whom</title><desc>\(PageMarkup.text(description))</desc>\n"
    for edge in graph.edges {
      let (a, b) = (layout.points[edge.from], layout.points[edge.to])
      let thickness = PageMarkup.number(min(9, 0.8 + 1.2 * Double(edge.count).squareRoot()))
      out +=
        "<line class=\"\(edge.kind)\" x1=\"\(PageMarkup.number(a.x))\" y1=\"\(PageMarkup.number(a.y))\" "
      out +=
        "x2=\"\(PageMarkup.number(b.x))\" y2=\"\(PageMarkup.number(b.y))\" stroke-width=\"\(thickness)\">"
      out += "<title>\(PageMarkup.text(title(of: edge)))</title></line>\n"
    }
    for (index, node) in graph.nodes.enumerated() {
      let point = layout.points[index]
      let title = PageMarkup.text("\(node.name): \(counted(node.count, "events"))")
      out +=
        "<a href=\"\(PageMarkup.link("filter", node.name))\" aria-label=\"\(title)\"><title>\(title)</title>"
      out += "<circle cx=\"\(PageMarkup.number(point.x))\" cy=\"\(PageMarkup.number(point.y))\" "
      out += "r=\"\(PageMarkup.number(Self.radius(node.count, of: greatest)))\" />"
      if labels.labels.indices.contains(index) {
        let label = labels.labels[index]
        out += "<text x=\"\(PageMarkup.number(label.x))\" y=\"\(PageMarkup.number(label.y))\" "
        out += "text-anchor=\"middle\">\(PageMarkup.text(label.text))</text>"
      }
      out += "</a>\n"
    }
    return out + "</svg>\n"
  }

  /// Radius of a circle whose area grows with the count.
  static func radius(_ count: Int, of greatest: Double) -> Double {
    5 + 11 * (Double(count) / max(1, greatest)).squareRoot()
  }

  /// The strongest ties in words, for those who cannot see the drawing.
  private var description: String {
    let strongest = graph.edges.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .prefix(10).map { title(of: $0.element) }
    return strongest.joined(separator: "; ") + "."
  }

  /// `Ada Brook and Carl Dorn: 3 events, 2 cooperative, 1 conflictual`.
  private func title(of edge: PageGraph.Edge) -> String {
    var text = "\(graph.nodes[edge.from].name) and \(graph.nodes[edge.to].name): "
    text += counted(edge.count, "events")
    if edge.cooperative > 0 { text += ", \(edge.cooperative) cooperative" }
    if edge.conflictual > 0 { text += ", \(edge.conflictual) conflictual" }
    return text
  }
}
