internal import NewsModel

/// Finds the locals, the entities as single articles name them, that are one entity of the store.
///
/// Works on distinct names (*nodes*), the fullest first, in an order that does not depend on the
/// order of arrival. Kinds are kept apart. A name joins the entity that it is a spelling of; else
/// the only one that it can be short for; else it is an entity of its own.
struct EntityResolver {
  let strings: StringPool
  private(set) var nodes: [NameNode] = []
  private var nodeOfLocal: [UInt32] = []
  private var forms: [UInt32: NameForm] = [:]

  /// The entities of a journal, as rules and the user's corrections have them.
  ///
  /// - Parameter localOfSlug: the local that the id of an entity belongs to.
  static func resolve(
    _ journal: Journal, corrections: [NameCorrection] = [],
    localOfSlug: (String, StringPool) -> Int? = { _, _ in nil }
  ) -> EntityResolution {
    var resolver = EntityResolver(strings: journal.strings)
    resolver.collect(journal.locals)
    struct Key: Hashable, Sendable {
      var kind: EntityKind
      var cluster: Int
    }
    var numbers = Numbering<Key>()
    var clusterOf = [UInt32](repeating: 0, count: resolver.nodes.count)
    var isHead = [Bool](repeating: false, count: resolver.nodes.count)
    let corrector = corrections.isEmpty ? nil : resolver.corrector(corrections, localOfSlug)
    for kind in EntityKind.allCases {
      let members = resolver.nodes.indices.filter { resolver.nodes[$0].kind == kind }
      var clusters = NameClusters(
        kind: kind, separation: corrector?.separation.reduced(to: members) ?? NameSeparation())
      clusters.resolve(members.map { resolver.nodes[$0] }, in: &resolver)
      for (node, cluster) in zip(members, clusters.clusterOfNode) {
        clusterOf[node] = numbers.number(of: Key(kind: kind, cluster: cluster))
      }
      for (position, node) in members.enumerated() { isHead[node] = clusters.isHead(position) }
    }
    let nodes = resolver.nodes
    let result =
      corrector?.apply(
        entityOf: clusterOf, heads: isHead, kinds: nodes.map(\.kind), weights: nodes.map(\.weight))
      ?? NameCorrector.Result(entityOf: clusterOf)
    return resolver.resolution(result)
  }

  /// What corrections make of the nodes, which must be collected.
  private func corrector(
    _ corrections: [NameCorrection], _ localOfSlug: (String, StringPool) -> Int?
  ) -> NameCorrector {
    let names = NodeNames(nodes, strings: strings)
    return NameCorrector(corrections, names: names) { slug in
      localOfSlug(slug, strings).map { Int(nodeOfLocal[$0]) }
    }
  }

  /// The entities of nodes as those of locals, numbered without gaps.
  private func resolution(_ result: NameCorrector.Result) -> EntityResolution {
    var numbers = Numbering<UInt32>()
    let entityOf = nodeOfLocal.map { numbers.number(of: result.entityOf[Int($0)]) }
    return EntityResolution(
      entityOf: entityOf, count: numbers.count,
      isAdded: nodeOfLocal.map { result.isAdded[Int($0)] },
      givenNames: result.names.map { (numbers.number(of: $0.entity), $0.name, $0.isMain) },
      outcomes: result.outcomes)
  }

  private init(strings: StringPool) { self.strings = strings }

  /// The form of a name, made once.
  mutating func form(_ code: UInt32) -> NameForm {
    if let known = forms[code] { return known }
    let form = NameForm(strings[code])
    forms[code] = form
    return form
  }

  private mutating func collect(_ locals: LocalEntityLog) {
    struct Key: Hashable, Sendable {
      var kind: EntityKind
      var name: UInt32
      /// Two places or organizations of one name in two countries are two.
      var country: UInt32
    }
    var numbers = Numbering<Key>()
    for local in 0..<locals.count {
      let kind = locals.kind[local]
      let country = locals.country[local]
      let key = Key(
        kind: kind, name: strings.foldedID(locals.name[local]),
        country: kind == .person ? 0 : strings.foldedID(country))
      let node = Int(numbers.number(of: key))
      if node == nodes.count { nodes.append(NameNode(kind: kind, name: locals.name[local])) }
      nodes[node].add(
        name: locals.name[local], aliases: locals.aliases[local], country: country, strings)
      nodeOfLocal.append(UInt32(node))
    }
  }
}

/// A name under which articles know somebody or something.
struct NameNode: Sendable {
  let kind: EntityKind
  /// Code of the spelling that comes first in the order of texts, so that capitals win.
  private(set) var name: UInt32
  /// Number of articles that use it as the fullest name.
  private(set) var weight = 0
  /// Codes of other forms that articles have for it.
  private(set) var aliases: [UInt32] = []
  private var countries = CodeTally()

  /// A name of some kind.
  init(kind: EntityKind, name: UInt32) {
    self.kind = kind
    self.name = name
  }

  /// Takes in what an article says.
  mutating func add(
    name: UInt32, aliases: some Sequence<UInt32>, country: UInt32, _ strings: StringPool
  ) {
    weight += 1
    if name != self.name, strings[name] < strings[self.name] { self.name = name }
    for alias in aliases where !self.aliases.contains(alias) { self.aliases.append(alias) }
    if country != StringPool.unknown { countries.add(country) }
  }

  /// Code of the country that most articles give; unknown where none does.
  func country(_ strings: StringPool) -> UInt32 {
    countries.ranked(strings).first ?? StringPool.unknown
  }
}
