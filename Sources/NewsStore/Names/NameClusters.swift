internal import NewsModel

/// The names of one kind, gathered into entities.
struct NameClusters {
  /// One entity.
  struct Cluster {
    /// The fullest form of its name.
    let form: NameForm
    /// Folded form of its country; nil where not known.
    var country: UInt32?
    /// Number of articles.
    var weight: Int
  }

  /// More people of one last name and initial than this are not told apart.
  private static let namesakeLimit = 100

  let kind: EntityKind
  /// Nodes that the user keeps apart.
  private let separation: NameSeparation
  private(set) var clusters: [Cluster] = []
  /// The cluster of each node, in the order in which they were given.
  private(set) var clusterOfNode: [Int] = []
  private var index = ClusterIndex()
  /// The form of each node.
  private var forms: [NameForm] = []

  /// No entities of a kind yet.
  init(kind: EntityKind, separation: NameSeparation) {
    self.kind = kind
    self.separation = separation
  }

  /// Whether a node has the name by which its cluster goes.
  func isHead(_ node: Int) -> Bool {
    forms[node].isVariant(of: clusters[clusterOfNode[node]].form)
  }

  /// Gathers all nodes, which are of this kind.
  mutating func resolve(_ nodes: [NameNode], in resolver: inout EntityResolver) {
    let rules = NameNormalization(kind: kind)
    var names: [PreparedName] = []
    for (number, node) in nodes.enumerated() {
      let country = node.country(resolver.strings)
      let countryText = country == StringPool.unknown ? nil : resolver.strings[country]
      names.append(
        PreparedName(
          number: number,
          form: rules.normalized(resolver.form(node.name), countryText),
          aliases: node.aliases.map { resolver.form($0) },
          country: country == StringPool.unknown ? nil : resolver.strings.foldedID(country),
          weight: node.weight))
    }
    forms = names.map(\.form)
    clusterOfNode = [Int](repeating: -1, count: nodes.count)
    let ordered = names.sorted { $0.precedes($1) }
    let isShort = { (name: PreparedName) in name.form.words.count < 2 || name.form.acronym != nil }
    for name in ordered where !isShort(name) { place(name, find(name, in: resolver)) }
    for name in ordered where isShort(name) { place(name, findShort(name)) }
    expandAcronyms(ordered)
  }

  /// Enters a name under a cluster, or a new one.
  private mutating func place(_ name: PreparedName, _ found: Int?) {
    let cluster = found ?? clusters.count
    if found == nil {
      clusters.append(Cluster(form: name.form, country: name.country, weight: name.weight))
    } else {
      clusters[cluster].weight += name.weight
      if clusters[cluster].country == nil { clusters[cluster].country = name.country }
    }
    clusterOfNode[name.number] = cluster
    index.add(name, to: cluster, full: clusters[cluster].form)
  }

  // MARK: Full names

  private func find(_ name: PreparedName, in resolver: EntityResolver) -> Int? {
    let variants = index.variants(of: name.form).filter { areCompatible(name, $0) }
    if let cluster = decided(variants, for: name) { return cluster }
    if !variants.isEmpty { return nil }
    if kind == .person {
      let namesakes = index.sharingLastName(with: name.form)
      if namesakes.count > Self.namesakeLimit { return nil }
      let longer = namesakes.filter {
        name.form.isShorterName(of: clusters[$0].form) && areCompatible(name, $0)
      }
      return longer.count == 1 ? longer.first : nil
    }
    let known = index.aliasVariants(of: name.form).filter { areCompatible(name, $0) }
    if !known.isEmpty { return known.count == 1 ? known.first : nil }
    let explained = acronymPartners(of: name).filter { areCompatible(name, $0) }
    return explained.count == 1 ? explained.first : nil
  }

  /// Clusters whose name spells out an acronym that `name` goes by but does not explain, or the
  /// other way round.
  ///
  /// An army of the north that is also called the NLAF is the Northern Land and Air Forces.
  private func acronymPartners(of name: PreparedName) -> [Int] {
    var partners: Set<Int> = []
    for alias in name.aliases where !alias.isAcronym(of: name.form) {
      guard let acronym = alias.acronym, acronym.utf8.count > 2 else { continue }
      partners.formUnion(
        index.withInitials(acronym).filter { alias.isAcronym(of: clusters[$0].form) })
    }
    if name.form.initials.utf8.count > 2 {
      partners.formUnion(
        index.withAcronym(name.form.initials).filter { entry in
          entry.form.isAcronym(of: name.form)
            && !entry.form.isAcronym(of: clusters[entry.cluster].form)
        }.map(\.cluster))
    }
    return Array(partners)
  }

  // MARK: Short names

  /// The entity that a single word or an acronym stands for.
  private func findShort(_ name: PreparedName) -> Int? {
    let variants = index.variants(of: name.form).filter { areCompatible(name, $0) }
    if let cluster = decided(variants, for: name) { return cluster }
    var candidates = Set(index.aliasVariants(of: name.form))
    if kind == .person {
      candidates.formUnion(
        index.sharingLastName(with: name.form).filter {
          name.form.relation(to: clusters[$0].form) == .last
        })
    } else if let acronym = name.form.acronym, candidates.isEmpty, acronym.utf8.count > 2 {
      candidates.formUnion(
        index.withInitials(acronym).filter { name.form.isAcronym(of: clusters[$0].form) })
    }
    let compatible = candidates.filter { areCompatible(name, $0) }
    return decided(Array(compatible), for: name)
  }

  /// The only candidate; else the only one of the same country; else the one that is in the news
  /// ten times as often as all others.
  private func decided(_ candidates: [Int], for name: PreparedName) -> Int? {
    if candidates.count < 2 { return candidates.first }
    if let country = name.country {
      let local = candidates.filter { clusters[$0].country == country }
      if local.count == 1 { return local.first }
    }
    let total = candidates.reduce(0) { $0 + clusters[$1].weight }
    return candidates.first { clusters[$0].weight >= 10 * (total - clusters[$0].weight) }
  }

  private func areCompatible(_ name: PreparedName, _ cluster: Int) -> Bool {
    if !separation.isEmpty,
      separation[name.number].contains(where: { clusterOfNode[$0] == cluster })
    {
      return false
    }
    // The country of a person is whom they act for, which articles tell differently.
    if kind == .person, name.form.words.count > 1 { return true }
    guard let a = name.country, let b = clusters[cluster].country else { return true }
    return a == b
  }

  // MARK: Acronyms inside names

  /// "UN Security Council" is "United Nations Security Council" where UN is the United Nations.
  private mutating func expandAcronyms(_ names: [PreparedName]) {
    if kind == .person { return }
    for name in names where name.form.acronym == nil && name.form.words.count > 1 {
      let parts = name.form.text.split(separator: " ").map(String.init)
      var expanded = parts
      for (position, part) in parts.enumerated() {
        let form = NameForm(part)
        guard form.acronym != nil, let cluster = findShort(name.reduced(to: form)),
          clusters[cluster].form.words.count > 1
        else { continue }
        expanded[position] = clusters[cluster].form.text
      }
      guard expanded != parts else { continue }
      let form = NameForm(expanded.joined(separator: " "))
      let own = clusterOfNode[name.number]
      let others = index.variants(of: form).filter { $0 != own && areCompatible(name, $0) }
      if others.count == 1, let other = others.first, mayBeOne(own, other) {
        redirect(own, to: other)
      }
    }
  }

  /// Whether nobody keeps a name of one cluster apart from one of the other.
  private func mayBeOne(_ cluster: Int, _ other: Int) -> Bool {
    separation.isEmpty
      || !clusterOfNode.indices.contains { node in
        clusterOfNode[node] == cluster
          && separation[node].contains { clusterOfNode[$0] == other }
      }
  }

  /// Makes one cluster of two; the number of the first is not used any more.
  private mutating func redirect(_ cluster: Int, to other: Int) {
    clusters[other].weight += clusters[cluster].weight
    clusters[cluster].weight = 0
    for node in clusterOfNode.indices where clusterOfNode[node] == cluster {
      clusterOfNode[node] = other
    }
    index.redirect(cluster, to: other)
  }
}

/// A node with its names taken apart.
struct PreparedName {
  /// Number of the node.
  let number: Int
  let form: NameForm
  let aliases: [NameForm]
  /// Folded form of the country; nil where not known.
  let country: UInt32?
  let weight: Int

  /// The order in which names are placed: the fullest first, and those with a country first.
  func precedes(_ other: PreparedName) -> Bool {
    if fullness != other.fullness { return fullness > other.fullness }
    if form.words.count != other.form.words.count {
      return form.words.count > other.form.words.count
    }
    if (country == nil) != (other.country == nil) { return country != nil }
    if form.text != other.form.text { return form.text < other.form.text }
    return weight > other.weight
  }

  /// Number of words that are more than an initial.
  private var fullness: Int { form.words.count { $0.unicodeScalars.count > 1 } }

  /// Another name of the same country.
  func reduced(to form: NameForm) -> PreparedName {
    PreparedName(number: number, form: form, aliases: [], country: country, weight: 0)
  }
}

extension NameForm {
  /// Whether this can be a person's longer name with words left out or cut to initials.
  ///
  /// The last word may be left out where two stand before it: a second family name.
  /// The first name must agree, since `Omar Lima` may be the father of `Sami Omar Lima`, and so
  /// must the generation.
  func isShorterName(of other: NameForm) -> Bool {
    let relation = relation(to: other)
    let leavesOutSecondName =
      relation == .first && words.count > 1 && other.words.count == words.count + 1
    guard generation == other.generation, relation == .last || leavesOutSecondName,
      let first = words.first, let otherFirst = other.words.first
    else { return false }
    if first.utf8.count == 1 || otherFirst.utf8.count == 1 {
      return first.utf8.first == otherFirst.utf8.first
    }
    return NameForm(first).isVariant(of: NameForm(otherFirst))
  }
}
