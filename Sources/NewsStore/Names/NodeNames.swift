internal import NewsModel

/// Finds the nodes that a name in a correction means.
struct NodeNames {
  /// How a name was found.
  enum Match {
    /// As the fullest name of these nodes.
    case names([Int])
    /// As another form of these nodes' names.
    case aliases([Int])
    /// As the id of the entity that this node belongs to.
    case identifier(Int)
    case none

    /// The nodes.
    var nodes: [Int] {
      switch self {
      case .names(let nodes), .aliases(let nodes): nodes
      case .identifier(let node): [node]
      case .none: []
      }
    }
  }

  private let nodes: [NameNode]
  private let strings: StringPool
  private var byName: [String: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]
  private var byKey: [String: [Int]] = [:]

  /// The names of nodes.
  init(_ nodes: [NameNode], strings: StringPool) {
    self.nodes = nodes
    self.strings = strings
    for (number, node) in nodes.enumerated() {
      byName[strings.foldedText(node.name), default: []].append(number)
      byKey[NameForm(strings[node.name]).key, default: []].append(number)
      for alias in node.aliases where alias != node.name {
        let text = strings.foldedText(alias)
        if byAlias[text]?.last != number { byAlias[text, default: []].append(number) }
      }
    }
  }

  /// The nodes that a name means: those of the name, else of a spelling of it, else of an alias.
  ///
  /// - Parameter nodeOfSlug: the node of the entity with an id, which is given with its `@`.
  func match(_ name: String, nodeOfSlug: (String) -> Int?) -> Match {
    if name.hasPrefix("@") { return nodeOfSlug(name).map { .identifier($0) } ?? .none }
    let found = match(name) { _ in true }
    if case .none = found, let (bare, qualifier) = Self.qualified(name) {
      return match(bare) { isOf(qualifier, nodes[$0]) }
    }
    return found
  }

  private func match(_ name: String, where isMeant: (Int) -> Bool) -> Match {
    let text = folded(name)
    if text.isEmpty { return .none }
    let exact = (byName[text] ?? []).filter(isMeant)
    if !exact.isEmpty { return .names(exact) }
    let form = NameForm(name)
    let spelled = (byKey[form.key] ?? []).filter {
      isMeant($0) && form.isVariant(of: NameForm(strings[nodes[$0].name]))
    }
    if !spelled.isEmpty { return .names(spelled) }
    let aliases = (byAlias[text] ?? []).filter(isMeant)
    return aliases.isEmpty ? .none : .aliases(aliases)
  }

  /// `Orvalle (place)` taken apart.
  private static func qualified(_ name: String) -> (name: String, qualifier: String)? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return nil
    }
    let bare = name[..<open]
    let qualifier = name[name.index(after: open)...].dropLast()
    return (String(bare), folded(String(qualifier)))
  }

  private func isOf(_ qualifier: String, _ node: NameNode) -> Bool {
    qualifier == node.kind.rawValue || qualifier == strings.foldedText(node.country(strings))
  }
}
