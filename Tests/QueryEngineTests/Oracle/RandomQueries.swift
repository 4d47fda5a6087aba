import Diagnostics
import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

/// Makes up valid queries about a snapshot, with values that mostly occur in it.
struct RandomQueries {
  var random: SplitMix
  let snapshot: Snapshot
  let oracle: Oracle

  init(seed: UInt64, snapshot: Snapshot, oracle: Oracle) {
    random = SplitMix(seed: seed)
    self.snapshot = snapshot
    self.oracle = oracle
  }

  mutating func query() -> BoundQuery {
    let source = random.pick(Table.allCases)
    var shape = RowShape(source, shown: shown(source))
    var stages: [BoundStage] = []
    for _ in 0..<random.below(5) {
      let operation = operation(shape)
      if case .follow(let table) = operation { shape = RowShape(table, shown: shown(table)) }
      if case .show(let columns) = operation { shape.shown = columns }
      if case .count(_, let keys) = operation {
        let count = RowColumn(name: "count", type: ColumnType(.integer))
        shape = RowShape(columns: keys.map(\.asColumn) + [count])
      }
      if case .distinct(let columns) = operation {
        shape = RowShape(columns: columns.map(\.asColumn))
      }
      var operations = [operation]
      if case .sort = operation, random.oneIn(2) { operations.append(.take(random.below(30))) }
      for operation in operations {
        stages.append(
          BoundStage(
            operation: operation, text: "stage \(stages.count + 1)", range: SourceRange(at: 0),
            output: shape))
      }
    }
    return BoundQuery(source: source, stages: stages)
  }

  private func shown(_ table: Table) -> [BoundColumn] {
    table.schema.fields.indices.map { position in
      let field = FieldID(table: table, position: position)
      let path = BoundPath(
        root: .fields([field]), type: field.schema.type, isList: field.schema.isList)
      return BoundColumn(name: field.schema.name, path: path)
    }
  }

  private mutating func operation(_ shape: RowShape) -> BoundOperation {
    switch random.below(shape.table == nil ? 11 : 14) {
    case 0...4:
      if let table = shape.table, random.oneIn(3) {
        let parts = (0...random.below(3)).map { _ in indexed(table) }
        return .filter(parts.count == 1 ? parts[0] : random.oneIn(3) ? .or(parts) : .and(parts))
      }
      return .filter(condition(shape, depth: 0))
    case 5:
      if let table = shape.table, let main = table.schema.mainDate, random.oneIn(2) {
        let field = FieldID(table: table, position: main)
        let path = BoundPath(root: .fields([field]), type: .date, isList: false)
        return .sort([BoundSortKey(path: path, isDescending: random.oneIn(2))])
      }
      return .sort(
        (0...random.below(2)).map { _ in
          BoundSortKey(path: path(shape), isDescending: random.oneIn(2))
        })
    case 6: return .take(random.below(30))
    case 7: return .skip(random.below(4))
    case 8: return .show(columns(shape, atMost: 4))
    case 9:
      let keys = random.oneIn(5) ? [] : columns(shape, atMost: 2)
      return .count(distinct: random.oneIn(3) ? path(shape) : nil, by: keys)
    case 10: return .distinct(columns(shape, atMost: 2))
    case 11, 12: return .follow(random.pick(Table.allCases))
    default: return .search(TextSearch(phrases: (0..<random.below(3)).map { _ in phrase() }))
    }
  }

  private mutating func columns(_ shape: RowShape, atMost count: Int) -> [BoundColumn] {
    (0...random.below(count)).map { _ in
      let path = path(shape)
      return BoundColumn(name: "column", path: path)
    }
  }

  // MARK: Paths

  private mutating func path(_ shape: RowShape) -> BoundPath {
    guard let table = shape.table else {
      let index = random.below(shape.columns.count)
      return dated(shape.columns[index].path(index), shape.columns[index].type.value)
    }
    var fields: [FieldID] = []
    var here = table
    while true {
      let field = FieldID(table: here, position: random.below(here.schema.fields.count))
      fields.append(field)
      guard case .reference(let next) = field.schema.type, fields.count < 3, random.oneIn(2)
      else { break }
      here = next
    }
    let type = fields[fields.count - 1].schema.type
    return dated(
      BoundPath(
        root: .fields(fields), type: type, isList: fields.contains { $0.schema.isList }), type)
  }

  private mutating func dated(_ path: BoundPath, _ type: ValueType) -> BoundPath {
    guard type == .date, random.oneIn(2) else { return path }
    let part = random.pick(BoundPath.DatePart.allCases)
    var path = path
    path.part = part
    path.type = part == .weekday ? .text : random.oneIn(2) ? .date : .text
    return path
  }

  // MARK: Conditions

  private mutating func condition(_ shape: RowShape, depth: Int) -> BoundCondition {
    switch depth < 2 ? random.below(9) : 8 {
    case 0, 1: return .and((0..<random.below(4)).map { _ in condition(shape, depth: depth + 1) })
    case 2: return .or((0..<random.below(4)).map { _ in condition(shape, depth: depth + 1) })
    case 3: return .not(condition(shape, depth: depth + 1))
    default:
      let path = path(shape)
      if random.oneIn(8) { return .isKnown(path) }
      if let table = shape.table, let main = table.schema.mainDate, random.oneIn(6) {
        let field = FieldID(table: table, position: main)
        let path = BoundPath(root: .fields([field]), type: .date, isList: false)
        return .test(path, .date(dateTest()))
      }
      return .test(path, test(path, sample(path)))
    }
  }

  /// A condition that postings can answer.
  private mutating func indexed(_ table: Table) -> BoundCondition {
    let fields = table.schema.fields.indices.map { FieldID(table: table, position: $0) }
      .filter { snapshot.postings($0) != nil }
    let field = random.pick(fields)
    let path = BoundPath(
      root: .fields([field]), type: field.schema.type, isList: field.schema.isList)
    switch (field.schema.type, sample(path)) {
    case (.reference, .row(_, let row)?): return .test(path, .references([row]))
    case (.reference, _): return .test(path, .references([]))
    case (_, let atom):
      return .test(path, .text(.equals([folded(atom?.text(snapshot) ?? "visit")])))
    }
  }

  /// A value of the path in some row of its table.
  private mutating func sample(_ path: BoundPath) -> Atom? {
    guard let table = path.table, snapshot.rowCount(of: table) > 0 else { return nil }
    for _ in 0..<3 {
      let row = UInt32(random.below(snapshot.rowCount(of: table)))
      let atoms = oracle.atoms(path, row)
      if !atoms.isEmpty { return random.pick(atoms) }
    }
    return nil
  }

  private mutating func test(_ path: BoundPath, _ sample: Atom?) -> ValueTest {
    if random.oneIn(40) { return .number(.equals([2])) }
    switch path.type {
    case .reference(let table):
      if random.oneIn(4) { return .text(textTest(sample?.text(snapshot))) }
      var rows = (0..<random.below(3)).map { _ in
        UInt32(random.below(snapshot.rowCount(of: table)))
      }
      if case .row(_, let row)? = sample { rows.append(row) }
      let valid = Set(rows).filter { Int($0) < snapshot.rowCount(of: table) }
      return .references(valid.sorted())
    case .date: return .date(dateTest())
    case .integer, .number:
      var value = Double(random.below(4))
      if case .number(let number, _)? = sample { value = number }
      return .number(numberTest(value))
    case .text, .category:
      if path.part != nil {
        if random.oneIn(4) { return .number(numberTest(Double(random.below(12)))) }
        if random.oneIn(4) { return .date(dateTest()) }
      }
      return .text(textTest(sample?.text(snapshot)))
    }
  }

  private mutating func numberTest(_ value: Double) -> NumberTest {
    switch random.below(4) {
    case 0: .equals([value])
    case 1: .equals([value, value + 1, 100])
    case 2: .ordered(random.pick(Comparison.allCases), value)
    default: .between(value - 1, value + Double(random.below(3)))
    }
  }

  private mutating func textTest(_ sample: String?) -> TextTest {
    let text = sample ?? "harbour talks"
    let words = folded(text).split(separator: " ").map { String($0) }
    switch random.below(8) {
    case 0, 1: return .equals([folded(text)])
    case 2: return .equals([folded(text), "consult", "ana kovac"])
    case 3: return .exactly(text)
    case 4:
      let start = random.below(words.count)
      return .contains(phrase: Array(words.dropFirst(start).prefix(1 + random.below(2))))
    case 5:
      let letters = folded(text)
      let cut = String(letters.prefix(random.below(letters.count + 1)))
      let pieces = [[cut, ""], ["", cut], [cut], ["", cut, ""], ["", "a", cut, ""]]
      return .glob(pieces: random.pick(pieces))
    case 6:
      return .pattern(random.pick(["an|en", "^[a-m]", "o.+r", "[0-9]{2}", "é", "ry\\b", "(a.)+$"]))
    default: return .ordered(random.pick(Comparison.allCases), folded(text))
    }
  }

  private mutating func dateTest() -> DateTest {
    func day() -> Day? {
      Day(year: 2021 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28))
    }
    func interval() -> NewsDate? {
      switch random.below(6) {
      case 0: NewsDate(first: day(), last: nil)
      case 1: NewsDate(first: nil, last: day())
      case 2: NewsDate(year: 2021 + random.below(3))
      case 3: NewsDate(year: 2022, month: 1 + random.below(12))
      case 4: day().map { NewsDate($0) }
      default: NewsDate(first: day(), last: day())
      }
    }
    let date = interval() ?? NewsDate(Day(number: 0))
    switch random.below(5) {
    case 0: return .within(date)
    case 1: return .exactly(date)
    case 2: return .overlaps([date, interval()].compactMap { $0 })
    default: return .overlaps([date])
    }
  }

  private mutating func phrase() -> [String] {
    random.pick([
      ["harbour"], ["talks"], ["ana", "kovac"], ["on", "the"], ["eclair"], ["strasse"],
      ["port"], ["subscribe"], ["well", "kept"], ["nowhere"], ["ζάκυνθος"],
    ])
  }
}

extension BoundColumn {
  fileprivate var asColumn: RowColumn {
    RowColumn(name: name, type: ColumnType(path.type, part: path.part))
  }
}
