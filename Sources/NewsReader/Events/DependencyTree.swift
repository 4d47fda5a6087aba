/// The dependency trees of a document, with the children of every token at hand.
///
/// Positions are token positions of the document. An arc whose head lies outside the document
/// counts as a root, and every walk is bounded, so that a damaged tree cannot hang a reader.
struct DependencyTree: Sendable {
  private let heads: [Int]
  private let relations: [String]
  private let kinds: [String]
  private let starts: [Int]
  private let offspring: [Int]

  /// The longest way up that ``ancestors(of:limit:)`` follows.
  static let depthLimit = 64

  /// Takes the arcs of a document apart.
  ///
  /// - Complexity: O(*n*).
  init(_ arcs: [Arc]) {
    var heads = [Int](repeating: -1, count: arcs.count)
    var counts = [Int](repeating: 0, count: arcs.count + 1)
    for (token, arc) in arcs.enumerated() {
      guard let head = arc.head, arcs.indices.contains(head), head != token else { continue }
      heads[token] = head
      counts[head + 1] += 1
    }
    for position in 1..<(arcs.count + 1) { counts[position] += counts[position - 1] }
    var offspring = [Int](repeating: 0, count: counts[arcs.count])
    var next = counts
    for (token, head) in heads.enumerated() where head >= 0 {
      offspring[next[head]] = token
      next[head] += 1
    }
    self.heads = heads
    self.relations = arcs.map(\.relation)
    kinds = arcs.map(\.kind)
    self.starts = counts
    self.offspring = offspring
  }

  /// Number of tokens.
  var count: Int { heads.count }

  /// The head of `token`; nil for a root.
  func head(_ token: Int) -> Int? { heads[token] >= 0 ? heads[token] : nil }

  /// The relation of `token` to its head with its subtype: `nsubj:pass`.
  func relation(_ token: Int) -> String { relations[token] }

  /// The relation of `token` to its head without its subtype: `nsubj`.
  func kind(_ token: Int) -> String { kinds[token] }

  /// Whether the relation of `token` is `name` or a subtype of it.
  func isRelation(_ token: Int, _ name: String) -> Bool {
    let relation = relations[token]
    guard relation.utf8.count != name.utf8.count else { return relation == name }
    return relation.hasPrefix(name) && relation.utf8.dropFirst(name.utf8.count).first == 0x3a
  }

  /// Whether the relation of `token` is one of `names` or a subtype of one.
  func isRelation(_ token: Int, among names: [String]) -> Bool {
    names.contains { isRelation(token, $0) }
  }

  /// The dependents of `token`, in order.
  func children(_ token: Int) -> ArraySlice<Int> {
    offspring[starts[token]..<starts[token + 1]]
  }

  /// The dependents of `token` in relation `name` or a subtype of it.
  func children(_ token: Int, _ name: String) -> [Int] {
    children(token).filter { isRelation($0, name) }
  }

  /// The first dependent of `token` in relation `name` or a subtype of it.
  func child(_ token: Int, _ name: String) -> Int? {
    children(token).first { isRelation($0, name) }
  }

  /// `token` and what is conjoined with it.
  func conjuncts(_ token: Int) -> [Int] { [token] + children(token, "conj") }

  /// The heads above `token`, nearest first, at most ``depthLimit`` of them.
  func ancestors(of token: Int) -> [Int] {
    var result: [Int] = []
    var current = token
    while result.count < Self.depthLimit, let head = head(current) {
      result.append(head)
      current = head
    }
    return result
  }

  /// The tokens below `token`, itself included, without the branches that `skip` answers true for.
  ///
  /// - Complexity: O(*m*) for *m* tokens visited.
  func subtree(_ token: Int, skipping skip: (Int) -> Bool = { _ in false }) -> [Int] {
    var result = [token]
    var next = 0
    while next < result.count, result.count <= count {
      for child in children(result[next]) where !skip(child) { result.append(child) }
      next += 1
    }
    return result
  }

  /// Whether `ancestor` is `token` or stands above it.
  func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
    token == ancestor || ancestors(of: token).contains(ancestor)
  }
}
