internal import NewsModel

/// Places for the nodes of a graph in a box: those that met lie near each other, all others apart
/// (Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991).
///
/// The same graph and box always give the same places.
struct PageLayout {
  /// A place in the box.
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  private static let rounds = 300
  /// How strongly all are drawn to the middle, so that those who met nobody of the rest stay near.
  private static let pull = 1.2

  /// One place a node.
  private(set) var points: [Point]
  private let width: Double
  private let height: Double

  /// - Complexity: O(*rounds* · *nodes*²).
  init(_ graph: PageGraph, width: Double, height: Double) {
    self.width = width
    self.height = height
    var random = SplitMix64(seed: 1)
    points = graph.nodes.indices.map { _ in
      Point(x: .random(in: 0...1, using: &random), y: .random(in: 0...1, using: &random))
    }
    guard points.count > 1 else {
      points = points.map { _ in Point(x: width / 2, y: height / 2) }
      return
    }
    let ideal = (0.7 / Double(points.count)).squareRoot()
    for round in 0..<Self.rounds {
      let heat = 0.1 * (1 - Double(round) / Double(Self.rounds)) + 0.001
      move(graph, ideal: ideal, heat: heat)
    }
    fill()
  }

  private mutating func move(_ graph: PageGraph, ideal: Double, heat: Double) {
    var forces = points.map { Point(x: (0.5 - $0.x) * Self.pull, y: (0.5 - $0.y) * Self.pull) }
    for a in points.indices {
      for b in points.indices where b > a {
        let (x, y, distance) = way(a, b)
        let force = ideal * ideal / distance
        push(&forces, a, b, x / distance * force, y / distance * force)
      }
    }
    for edge in graph.edges {
      let (x, y, distance) = way(edge.from, edge.to)
      let force = -distance * distance / ideal
      push(&forces, edge.from, edge.to, x / distance * force, y / distance * force)
    }
    for node in points.indices {
      let force = forces[node]
      let length = max(1e-9, (force.x * force.x + force.y * force.y).squareRoot())
      points[node].x += force.x / length * min(length, heat)
      points[node].y += force.y / length * min(length, heat)
    }
  }

  /// From one node to another, and how far that is, which is never 0.
  private func way(_ a: Int, _ b: Int) -> (x: Double, y: Double, distance: Double) {
    let x = points[a].x - points[b].x + (points[a] == points[b] ? 1e-3 : 0)
    let y = points[a].y - points[b].y
    return (x, y, max(1e-4, (x * x + y * y).squareRoot()))
  }

  private func push(_ forces: inout [Point], _ a: Int, _ b: Int, _ x: Double, _ y: Double) {
    forces[a].x += x
    forces[a].y += y
    forces[b].x -= x
    forces[b].y -= y
  }

  /// Stretches the places over the box, with a margin for labels.
  private mutating func fill() {
    func range(_ values: [Double]) -> (low: Double, size: Double) {
      let low = values.min() ?? 0
      return (low, max(1e-6, (values.max() ?? 0) - low))
    }
    let across = range(points.map(\.x))
    let down = range(points.map(\.y))
    let margin = Point(x: width * 0.13, y: 34)
    points = points.map { point in
      Point(
        x: margin.x + (point.x - across.low) / across.size * (width - 2 * margin.x),
        y: margin.y + (point.y - down.low) / down.size * (height - 2 * margin.y))
    }
  }
}
