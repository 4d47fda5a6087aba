internal import NewsModel

/// Finds clusters by their names while names are being gathered.
struct ClusterIndex {
  /// A form of a cluster's name.
  struct Entry {
    /// The cluster.
    var cluster: Int
    /// The form.
    let form: NameForm
  }

  private var byKey: [String: [Entry]] = [:]
  private var byAliasKey: [String: [Entry]] = [:]
  private var byLastKey: [LastName: [Int]] = [:]
  private var byInitials: [String: [Int]] = [:]
  private var byAcronym: [String: [Entry]] = [:]
  private var redirects: [Int: Int] = [:]

  /// A last name with a first name, its initial, or neither.
  private struct LastName: Hashable {
    var key: String
    var first: String
  }

  /// Enters a name of a cluster whose fullest form is `full`.
  mutating func add(_ name: PreparedName, to cluster: Int, full: NameForm) {
    Self.add(name.form, to: cluster, in: &byKey)
    for alias in name.aliases where alias.text != name.form.text {
      Self.add(alias, to: cluster, in: &byAliasKey)
      guard let acronym = alias.acronym else { continue }
      if byAcronym[acronym]?.last?.cluster == cluster { continue }
      byAcronym[acronym, default: []].append(Entry(cluster: cluster, form: alias))
    }
    guard name.form.words.count > 1 else { return }
    // Of two family names the second is often left out.
    let keys = name.form.words.count > 2 ? name.form.wordKeys.suffix(2) : [name.form.lastKey]
    for first in Self.firstNames(of: name.form) + [""] {
      for key in keys {
        Self.add(cluster, to: &byLastKey[LastName(key: key, first: first), default: []])
      }
    }
    Self.add(cluster, to: &byInitials[name.form.initials, default: []])
  }

  /// The key of the first name and its initial; the initial alone where the name has no more.
  private static func firstNames(of form: NameForm) -> [String] {
    guard form.words.count > 1, let first = form.words.first, let letter = first.first else {
      return []
    }
    let initial = "\(letter)."
    return first.unicodeScalars.count > 1 ? [NameForm(first).key, initial] : [initial]
  }

  /// Adds a cluster to a list, which may hold it several times.
  private static func add(_ cluster: Int, to list: inout [Int]) {
    if list.last != cluster { list.append(cluster) }
  }

  private static func add(_ form: NameForm, to cluster: Int, in index: inout [String: [Entry]]) {
    if form.key.isEmpty { return }
    if let last = index[form.key]?.last, last.cluster == cluster, last.form.words == form.words {
      return
    }
    index[form.key, default: []].append(Entry(cluster: cluster, form: form))
  }

  /// Clusters with a name that `form` is a spelling of, each once.
  func variants(of form: NameForm) -> [Int] { variants(of: form, in: byKey) }

  /// Clusters to which articles give a name that `form` is a spelling of.
  func aliasVariants(of form: NameForm) -> [Int] { variants(of: form, in: byAliasKey) }

  private func variants(of form: NameForm, in index: [String: [Entry]]) -> [Int] {
    let found = (index[form.key] ?? []).filter { form.isVariant(of: $0.form) }
    return distinct(found.map(\.cluster))
  }

  /// Clusters of people with the same last name, or with it before their last word, and, where
  /// `form` has one, the same first name or initial.
  func sharingLastName(with form: NameForm) -> [Int] {
    let first = Self.firstNames(of: form).first ?? ""
    return distinct(byLastKey[LastName(key: form.lastKey, first: first)] ?? [])
  }

  /// Clusters whose names have these initials.
  func withInitials(_ initials: String) -> [Int] { distinct(byInitials[initials] ?? []) }

  /// Clusters to which articles give an acronym, in lower case, and how they write it.
  func withAcronym(_ letters: String) -> [Entry] {
    (byAcronym[letters] ?? []).map { Entry(cluster: target(of: $0.cluster), form: $0.form) }
  }

  /// Lets all that led to one cluster lead to another.
  mutating func redirect(_ cluster: Int, to other: Int) { redirects[cluster] = other }

  private func distinct(_ clusters: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return clusters.map { target(of: $0) }.filter { seen.insert($0).inserted }
  }

  private func target(of cluster: Int) -> Int {
    var target = cluster
    while let next = redirects[target] { target = next }
    return target
  }
}
