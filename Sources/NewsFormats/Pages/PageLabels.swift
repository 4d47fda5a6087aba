internal import Diagnostics

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

    /// Whether a point lies in the box.
    func contains(_ point: PageLayout.Point) -> Bool {
      left < point.x && point.x < right && top < point.y && point.y < bottom
    }

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
  /// What it costs to cover a point of a line, of which each has ``pointCount``.
  private static let lineCost = 12.0
  private static let pointCount = 24

  /// One label a node, of as many as have room.
  private(set) var labels: [Label] = []

  /// Labels in the box for the first `limit` nodes, placed in their order.
  init(_ graph: PageGraph, _ layout: PageLayout, width: Double, height: Double, limit: Int) {
    let greatest = Double(graph.nodes.first?.count ?? 1)
    var taken = graph.nodes.indices.map { index in
      let point = layout.points[index]
      let radius = PageNetwork.radius(graph.nodes[index].count, of: greatest)
      return Box(
        left: point.x - radius, top: point.y - radius, right: point.x + radius,
        bottom: point.y + radius)
    }
    for (index, node) in graph.nodes.prefix(limit).enumerated() {
      let text = node.name.shortened(to: Self.longest)
      let half = Double(displayWidth(visible(text))) * Self.letter / 2
      let circle = taken[index]
      let x = (circle.left + circle.right) / 2
      let y = (circle.top + circle.bottom) / 2
      let places = [
        (x, circle.bottom + 13), (x, circle.top - 5), (circle.right + half + 4, y + 4),
        (circle.left - half - 4, y + 4), (x + half, circle.bottom + 13),
        (x - half, circle.bottom + 13),
        (x + half, circle.top - 5), (x - half, circle.top - 5),
      ].map { place in
        (min(width - half - 2, max(half + 2, place.0)), min(height - 4, max(12, place.1)))
      }
      func box(_ place: (Double, Double)) -> Box {
        Box(left: place.0 - half, top: place.1 - 11, right: place.0 + half, bottom: place.1 + 3)
      }
      let points = Self.points(onLinesOf: index, graph, layout)
      let costs = places.map { place in
        let box = box(place)
        return taken.reduce(0) { $0 + $1.shared(with: box) }
          + Double(points.count { box.contains($0) }) * Self.lineCost
      }
      let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
      taken.append(box(places[best]))
      labels.append(Label(text: text, x: places[best].0, y: places[best].1))
    }
  }

  /// Points along the lines that end in a node.
  private static func points(
    onLinesOf node: Int, _ graph: PageGraph, _ layout: PageLayout
  ) -> [PageLayout.Point] {
    graph.edges.filter { $0.from == node || $0.to == node }.flatMap { edge in
      let (a, b) = (layout.points[edge.from], layout.points[edge.to])
      return (0...pointCount).map { step in
        let share = Double(step) / Double(pointCount)
        return PageLayout.Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      }
    }
  }
}
