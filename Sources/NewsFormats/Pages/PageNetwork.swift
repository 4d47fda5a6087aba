internal import Diagnostics

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
    out += drawing(width: 720, height: graph.nodes.count > 16 ? 560 : 400, kind: "wide")
    out += drawing(width: 340, height: graph.nodes.count > 16 ? 640 : 400, kind: "narrow")
    out += PageLegend.lines
    return out + "<p class=\"readout\" aria-live=\"polite\"></p>\n</section>\n"
  }

  private var note: String {
    var text = "A circle is as large as the number of events with others, a line as thick as those of the two."
    if graph.otherCount > 0 {
      text += " \(grouped(graph.otherCount)) more are left out, who appear in fewer events."
    }
    return text
  }

  private func drawing(width: Int, height: Int, kind: String) -> String {
    let layout = PageLayout(graph, width: Double(width), height: Double(height))
    let labels = PageLabels(graph, layout, width: Double(width), height: Double(height))
    let greatest = Double(graph.nodes.first?.count ?? 1)
    var out = "<svg class=\"network \(kind)\" viewBox=\"0 0 \(width) \(height)\" role=\"group\">\n"
    out += "<title>Who with whom</title><desc>\(PageMarkup.text(description))</desc>\n"
    for edge in graph.edges {
      let (a, b) = (layout.points[edge.from], layout.points[edge.to])
      let thickness = PageMarkup.number(min(9, 0.8 + 1.2 * Double(edge.count).squareRoot()))
      out += "<line class=\"\(edge.kind)\" x1=\"\(PageMarkup.number(a.x))\" y1=\"\(PageMarkup.number(a.y))\" "
      out += "x2=\"\(PageMarkup.number(b.x))\" y2=\"\(PageMarkup.number(b.y))\" stroke-width=\"\(thickness)\">"
      out += "<title>\(PageMarkup.text(title(of: edge)))</title></line>\n"
    }
    for (index, node) in graph.nodes.enumerated() {
      let point = layout.points[index]
      let title = PageMarkup.text("\(node.name): \(counted(node.count, "events"))")
      out += "<a href=\"\(PageMarkup.link("filter", node.name))\" aria-label=\"\(title)\"><title>\(title)</title>"
      out += "<circle cx=\"\(PageMarkup.number(point.x))\" cy=\"\(PageMarkup.number(point.y))\" "
      out += "r=\"\(PageMarkup.number(Self.radius(node.count, of: greatest)))\" />"
      let label = labels.labels[index]
      out += "<text x=\"\(PageMarkup.number(label.x))\" y=\"\(PageMarkup.number(label.y))\" "
      out += "text-anchor=\"middle\">\(PageMarkup.text(label.text))</text></a>\n"
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

/// Words beside the circles of a network, each where it covers least.
struct PageLabels {
  /// A label, by the middle of its base line.
  struct Label: Hashable {
    var text: String
    var x: Double
    var y: Double
  }

  private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// The area that two boxes share.
    func shared(with other: Box) -> Double {
      let width = min(right, other.right) - max(left, other.left)
      let height = min(bottom, other.bottom) - max(top, other.top)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  /// Width of a column of letters at the size in which labels are written.
  private static let letter = 6.6
  private static let longest = 22

  /// One label a node.
  private(set) var labels: [Label] = []

  /// Labels in the box, placed in the order of the nodes.
  init(_ graph: PageGraph, _ layout: PageLayout, width: Double, height: Double) {
    let greatest = Double(graph.nodes.first?.count ?? 1)
    var taken = graph.nodes.indices.map { index in
      let point = layout.points[index]
      let radius = PageNetwork.radius(graph.nodes[index].count, of: greatest)
      return Box(left: point.x - radius, top: point.y - radius, right: point.x + radius, bottom: point.y + radius)
    }
    for (index, node) in graph.nodes.enumerated() {
      let text = node.name.shortened(to: Self.longest)
      let half = Double(displayWidth(visible(text))) * Self.letter / 2
      let circle = taken[index]
      let x = (circle.left + circle.right) / 2
      let y = (circle.top + circle.bottom) / 2
      let places = [
        (x, circle.bottom + 13), (x, circle.top - 5), (circle.right + half + 4, y + 4),
        (circle.left - half - 4, y + 4), (x + half, circle.bottom + 13), (x - half, circle.bottom + 13),
        (x + half, circle.top - 5), (x - half, circle.top - 5),
      ].map { place in
        (min(width - half - 2, max(half + 2, place.0)), min(height - 4, max(12, place.1)))
      }
      func box(_ place: (Double, Double)) -> Box {
        Box(left: place.0 - half, top: place.1 - 11, right: place.0 + half, bottom: place.1 + 3)
      }
      let costs = places.map { place in taken.reduce(0) { $0 + $1.shared(with: box(place)) } }
      let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
      taken.append(box(places[best]))
      labels.append(Label(text: text, x: places[best].0, y: places[best].1))
    }
  }
}
