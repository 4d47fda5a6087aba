public import NewsModel

/// Finds the entities that a name can mean.
///
/// Rows of entities stand in the order of their mentions, so that lists of rows do too.
public struct NameIndex: Sendable {
  /// How well a name fits an entity; the best rank wins.
  public enum Rank: Int, Comparable, Sendable {
    /// The name is the entity's own.
    case exactName
    /// The name is one that an article gives it, or its acronym.
    case alias
    /// The name is a person's last name, perhaps with a first name or initials.
    case lastName
    /// The words of the name are among those of the entity's.
    case part

    /// Better ranks are less.
    public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// An entity that a name can mean.
  public struct Match: Sendable, Hashable {
    /// The entity.
    public let entity: EntityID
    /// How well the name fits.
    public let rank: Rank

    /// A match.
    public init(entity: EntityID, rank: Rank) {
      self.entity = entity
      self.rank = rank
    }
  }

  /// One name of one entity.
  struct Entry: Sendable {
    let row: UInt32
    let code: UInt32
    let isOwnName: Bool
    let kind: EntityKind
  }

  let strings: StringPool
  let entries: [Entry]
  private let byKey: KeyIndex
  private let byLastKey: KeyIndex
  private let byInitials: KeyIndex
  private let byWord: KeyIndex
  private let bySlug: [UInt32: UInt32]

  /// The names of entities.
  ///
  /// - Parameter slugs: row of the entity that each slug ever given out leads to, by its code.
  init(_ entities: EntityTable, strings: StringPool, slugs: [UInt32: UInt32]) {
    var entries: [Entry] = []
    var keys = KeyIndex.Builder()
    var lastKeys = KeyIndex.Builder()
    var initials = KeyIndex.Builder()
    var words = KeyIndex.Builder()
    var wordKeys = WordKeys()
    for row in 0..<entities.count {
      let name = entities.name[row]
      let kind = entities.kind[row]
      var seen: Set<UInt32> = []
      for alias in entities.aliases[row] {
        let form = NameForm(strings[alias])
        guard seen.insert(strings.foldedID(alias)).inserted || form.acronym != nil else { continue }
        let number = UInt32(entries.count)
        entries.append(
          Entry(row: UInt32(row), code: alias, isOwnName: alias == name, kind: kind))
        keys.add(number, under: form.key)
        for word in form.tokens { words.add(number, under: wordKeys.key(of: word)) }
        if let acronym = form.acronym { initials.add(number, under: acronym) }
        guard form.words.count > 1 else { continue }
        if kind == .person { lastKeys.add(number, under: form.lastKey) }
        initials.add(number, under: form.initials)
      }
    }
    self.entries = entries
    self.strings = strings
    byKey = keys.finish()
    byLastKey = lastKeys.finish()
    byInitials = initials.finish()
    byWord = words.finish()
    bySlug = slugs
  }

  /// All entities that `name` can mean, each once, best rank first, then most mentions.
  ///
  /// Case, accents, hyphens, particles and transliteration do not matter; titles in front of a
  /// person's name are left out where nothing else fits.
  ///
  /// - Parameter isQuick: whether, where a name is a part of very many others, only those are found
  ///   that have its words as they are written: for a name that is still being typed.
  public func matches(_ name: String, isQuick: Bool = false) -> [Match] {
    let found = matches(NameForm(name), isQuick)
    if !found.isEmpty { return found }
    guard let bare = Titles.withoutTitles(name) else { return [] }
    return matches(NameForm(bare), isQuick).filter { entities(ofKind: .person, contain: $0.entity) }
  }

  /// Those of ``matches(_:)`` that have the best rank.
  public func bestMatches(_ name: String) -> [Match] {
    let all = matches(name)
    return all.filter { $0.rank == all.first?.rank }
  }

  /// The entity with a slug, which is given without `@`; nil where there is none.
  ///
  /// A slug that an entity had before it was found to be the same as another leads to that one.
  public func entity(slug: String) -> EntityID? {
    strings.code(of: "@\(slug)").flatMap { bySlug[$0] }.map { EntityID(row: $0) }
  }

  private func matches(_ form: NameForm, _ isQuick: Bool) -> [Match] {
    if form.words.isEmpty { return [] }
    var best: [UInt32: Rank] = [:]
    func add(_ row: UInt32, _ rank: Rank) { best[row] = min(best[row] ?? rank, rank) }
    for entry in byKey[form.key].map({ entries[Int($0)] }) where isVariant(form, entry) {
      add(entry.row, entry.isOwnName ? .exactName : .alias)
    }
    if let acronym = form.acronym {
      for entry in byInitials[acronym].map({ entries[Int($0)] }) where entry.kind != .person {
        if form.isAcronym(of: NameForm(strings[entry.code])) { add(entry.row, .alias) }
      }
    } else if form.words.count > 1 {
      for entry in byInitials[form.initials].map({ entries[Int($0)] }) where entry.kind != .person {
        if NameForm(strings[entry.code]).isAcronym(of: form) { add(entry.row, .alias) }
      }
    }
    for entry in byLastKey[form.lastKey].map({ entries[Int($0)] }) {
      let other = NameForm(strings[entry.code])
      if form.words.count == 1 ? form.relation(to: other) == .last : form.isShorterName(of: other) {
        add(entry.row, .lastName)
      }
    }
    for number in parts(of: form, isQuick) { add(entries[Int(number)].row, .part) }
    return best.map { (row: $0.key, rank: $0.value) }
      .sorted { ($0.rank.rawValue, $0.row) < ($1.rank.rawValue, $1.row) }
      .map { Match(entity: EntityID(row: $0.row), rank: $0.rank) }
  }

  private func isVariant(_ form: NameForm, _ entry: Entry) -> Bool {
    let other = NameForm(strings[entry.code])
    return form.isVariant(of: other)
  }

  /// Most names that a name which is being typed is compared with in every spelling.
  private static let quickLimit = 500

  /// Names that hold every word of `form`, in some spelling.
  private func parts(of form: NameForm, _ isQuick: Bool) -> [UInt32] {
    let lists = form.words.map { (word: NameForm($0), numbers: byWord[NameForm($0).key]) }
      .sorted { $0.numbers.count < $1.numbers.count }
    guard let rarest = lists.first else { return [] }
    let isLiteral = isQuick && rarest.numbers.count > Self.quickLimit
    return rarest.numbers.filter { number in
      let text = strings.foldedText(entries[Int(number)].code)
      let tokens = text.split(separator: " ")
      // Most names have the word as it is written; the others cost ten times as much.
      if form.words.allSatisfy({ word in tokens.contains { $0 == word } }) { return true }
      if isLiteral { return false }
      let words = tokens.map { NameForm(String($0)) }
      return lists.allSatisfy { list in words.contains { $0.isVariant(of: list.word) } }
    }
  }

  private func entities(ofKind kind: EntityKind, contain entity: EntityID) -> Bool {
    // Entries stand in the order of rows.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row < entity.row { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].row == entity.row && entries[low].kind == kind
  }
}

/// Keys of single words, each made once.
private struct WordKeys {
  private var keys: [String: String] = [:]

  mutating func key(of word: String) -> String {
    if let known = keys[word] { return known }
    let key = NameForm(word).key
    keys[word] = key
    return key
  }
}
