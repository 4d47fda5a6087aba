import NewsModel
import NewsStore
import QueryLanguage

/// What a store holds, as the oracle reads it: each value is made once and then kept.
final class StoredValues {
  /// The atoms of one path, by row.
  final class Memo {
    fileprivate var atoms: [[Atom]?]
    fileprivate let make: (UInt32) -> [Atom]

    fileprivate init(rowCount: Int, make: @escaping (UInt32) -> [Atom]) {
      atoms = Array(repeating: nil, count: rowCount)
      self.make = make
    }

    /// The known values in a row, each once.
    func atoms(_ row: UInt32) -> [Atom] {
      if let known = atoms[Int(row)] { return known }
      let made = make(row)
      atoms[Int(row)] = made
      return made
    }
  }

  let snapshot: Snapshot
  let articles: [String: AnnotatedArticle]
  private var memos: [BoundPath: Memo] = [:]
  private var foldedTexts: [String: String] = [:]
  private var wordsOfTexts: [String: [String]] = [:]
  private var reportsOfEvents: [UInt32: [UInt32]] = [:]
  private var namesOfRows: [Atom: [String]] = [:]
  private var searchedBlocks: [UInt32: [[String]]] = [:]
  private var links: [[Table]: [[UInt32]]] = [:]

  init(_ snapshot: Snapshot, _ articles: [AnnotatedArticle]) {
    self.snapshot = snapshot
    self.articles = Dictionary(articles.map { ($0.article.id, $0) }) { first, _ in first }
  }

  /// The values of a path that begins at a field.
  func memo(_ path: BoundPath) -> Memo {
    if let known = memos[path] { return known }
    guard case .fields(let fields) = path.root, let first = fields.first else {
      return Memo(rowCount: 0) { _ in [] }
    }
    let snapshot = snapshot
    let memo = Memo(rowCount: snapshot.rowCount(of: first.table)) { row in
      Self.atoms(fields, row, snapshot).parts(path.part)
    }
    memos[path] = memo
    return memo
  }

  /// The rows that a row refers to over fields.
  private static func rows(
    _ fields: some Sequence<FieldID>, _ row: UInt32, _ snapshot: Snapshot
  ) -> [UInt32] {
    var rows = [row]
    for field in fields {
      rows = rows.flatMap { row -> [UInt32] in
        switch snapshot.column(field) {
        case .references(let column):
          let target = column.rows[Int(row)]
          return target == ReferenceColumn.unknown ? [] : [target]
        case .referenceLists(let list):
          return Array(
            list.values[Int(list.offsets[Int(row)])..<Int(list.offsets[Int(row) + 1])])
        default: return []
        }
      }
    }
    return rows
  }

  private static func atoms(_ fields: [FieldID], _ row: UInt32, _ snapshot: Snapshot) -> [Atom] {
    guard let last = fields.last else { return [] }
    if case .reference(let table) = last.schema.type {
      return rows(fields, row, snapshot).map { .row(table, $0) }
    }
    return rows(fields.dropLast(), row, snapshot).flatMap { row -> [Atom] in
      switch snapshot.value(last, row: row) {
      case .list(let values): values.compactMap { Atom($0) }
      case let value: [Atom(value)].compactMap { $0 }
      }
    }
  }

  // MARK: Texts

  /// The folded form of a text.
  func folded(_ text: String) -> String {
    if let known = foldedTexts[text] { return known }
    let made = NewsModel.folded(text)
    foldedTexts[text] = made
    return made
  }

  /// The name of a row and, for entities, its aliases.
  func names(_ table: Table, _ row: UInt32) -> [String] {
    let key = Atom.row(table, row)
    if let known = namesOfRows[key] { return known }
    var texts = [key.text(snapshot)].compactMap { $0 }
    if table == .entities, let aliases = table.schema.field(named: "aliases"),
      case .list(let values) = snapshot.value(aliases, row: row)
    {
      texts += values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    namesOfRows[key] = texts
    return texts
  }

  /// Whether a phrase stands in a block of an article that is searched.
  func searched(_ row: UInt32, _ phrase: [String]) -> Bool {
    let blocks: [[String]]
    if let known = searchedBlocks[row] {
      blocks = known
    } else {
      guard case .text(let id) = snapshot.name(ofRow: row, in: .articles),
        let article = articles[id]
      else { return false }
      let bytes = Array(article.article.text.utf8)
      blocks = article.blocks.filter { $0.kind != .furniture }.map { block in
        let text = String(decoding: bytes[block.range.lower..<block.range.upper], as: UTF8.self)
        return words(text)
      }
      searchedBlocks[row] = blocks
    }
    return blocks.contains { $0.hasRun(phrase) }
  }

  /// The folded words of a text.
  func words(_ text: String) -> [String] {
    if let known = wordsOfTexts[text] { return known }
    let made = folded(text).split(separator: " ").map { String($0) }
    wordsOfTexts[text] = made
    return made
  }

  // MARK: Links

  /// The rows of the reports of an event.
  func reports(ofEvent row: UInt32) -> [UInt32] {
    if reportsOfEvents.isEmpty {
      for (report, events) in links(.reports, .events).enumerated() {
        for event in events { reportsOfEvents[event, default: []].append(UInt32(report)) }
      }
    }
    return reportsOfEvents[row] ?? []
  }

  /// The rows of `target` that each row of `owner` names in a field that links them.
  func links(_ owner: Table, _ target: Table) -> [[UInt32]] {
    if let known = links[[owner, target]] { return known }
    let isLinked = owner != .articles || target != .entities
    let fields = owner.schema.fields.indices.map { FieldID(table: owner, position: $0) }
      .filter { isLinked && $0.schema.type == .reference(target) }
    let made = (0..<snapshot.rowCount(of: owner)).map { row in
      fields.flatMap { Self.rows([$0], UInt32(row), snapshot) }
    }
    links[[owner, target]] = made
    return made
  }
}

extension [Atom] {
  /// The part of each date, where one is asked for; each value once.
  func parts(_ part: BoundPath.DatePart?) -> [Atom] {
    let atoms =
      part.map { part in compactMap { $0.days }.compactMap { Atom(part, of: $0) } } ?? self
    if atoms.count < 2 { return atoms }
    var seen: Set<Atom> = []
    return atoms.filter { seen.insert($0).inserted }
  }
}

extension [String] {
  /// Whether these words hold those of `phrase` one after another; never where it has none.
  func hasRun(_ phrase: [String]) -> Bool {
    guard let first = phrase.first, phrase.count <= count else { return false }
    return indices.dropLast(phrase.count - 1).contains {
      self[$0] == first && Array(self[$0..<($0 + phrase.count)]) == phrase
    }
  }
}
