import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

extension RandomQueries {
  mutating func condition(_ point: Point, depth: Int) -> BoundCondition {
    switch depth < 2 ? random.below(9) : 8 {
    case 0, 1: return .and((0..<random.below(4)).map { _ in condition(point, depth: depth + 1) })
    case 2: return .or((0..<random.below(4)).map { _ in condition(point, depth: depth + 1) })
    case 3: return .not(condition(point, depth: depth + 1))
    default:
      let path = path(point)
      if random.oneIn(8) { return .isKnown(path) }
      if point.depth > 0, random.oneIn(12), let values = among(point, path) {
        return .among(path, values)
      }
      if let date = point.shape.table?.mainDate, random.oneIn(6) {
        return .test(date, .date(dateTest()))
      }
      var test = test(path, sample(path, point))
      if random.oneIn(10) { test = .any([test, self.test(path, sample(path, point))]) }
      return random.oneIn(8) ? .every(path, test) : .test(path, test)
    }
  }

  /// A condition that postings can answer.
  mutating func indexed(_ table: Table) -> BoundCondition {
    let fields = table.schema.fields.indices.map { FieldID(table: table, position: $0) }
      .filter { snapshot.postings($0) != nil }
    if fields.isEmpty { return .and([]) }
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

  /// The values of a query that a path may be among.
  private mutating func among(_ point: Point, _ path: BoundPath) -> BoundValues? {
    if path.part != nil || columnType(path, point.shape).part != nil { return nil }
    if case .reference(let table) = path.type, random.oneIn(2) {
      return BoundValues(
        query: query(of: table, depth: point.depth - 1).query, path: nil, isEvery: random.oneIn(4))
    }
    let table = random.pick(Table.allCases)
    let made = query(of: table, depth: point.depth - 1)
    let there = Point(shape: made.query.shape, rows: made.rows, depth: 0)
    let kind = ValueKind(path.type)
    guard let values = self.path(there, where: { ValueKind($0.type) == kind && $0.part == nil }),
      columnType(values, made.query.shape).part == nil
    else { return nil }
    return BoundValues(query: made.query, path: values, isEvery: random.oneIn(4))
  }

  // MARK: Values

  /// A value of the path in some row at hand; of its table where there are none.
  mutating func sample(_ path: BoundPath, _ point: Point) -> Atom? {
    if point.rows.count == 0 { return sample(path) }
    let read = Oracle(values).reader(path)
    for _ in 0..<3 {
      let atoms = read(point.rows.rows[random.below(point.rows.count)])
      if !atoms.isEmpty { return random.pick(atoms) }
    }
    return nil
  }

  private mutating func sample(_ path: BoundPath) -> Atom? {
    guard let table = path.table, snapshot.rowCount(of: table) > 0 else { return nil }
    for _ in 0..<3 {
      let row = UInt32(random.below(snapshot.rowCount(of: table)))
      let atoms = values.memo(path).atoms(row)
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
      if let number = sample?.number { value = number }
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
    let isEmpty = sample.map { folded($0).isEmpty } ?? true
    let text = isEmpty ? "harbour talks" : sample ?? ""
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
    let date = interval() ?? NewsDate(Day(number: 0))
    switch random.below(5) {
    case 0: return .within(date)
    case 1: return .exactly(date)
    case 2: return .overlaps([date, interval()].compactMap { $0 })
    default: return .overlaps([date])
    }
  }

  /// Some interval of the years of the stores.
  mutating func interval() -> NewsDate? {
    switch random.below(6) {
    case 0: return NewsDate(first: day(), last: nil)
    case 1: return NewsDate(first: nil, last: day())
    case 2: return NewsDate(year: 2021 + random.below(3))
    case 3: return NewsDate(year: 2022, month: 1 + random.below(12))
    case 4: return day().map { NewsDate($0) }
    default: return NewsDate(first: day(), last: day())
    }
  }

  private mutating func day() -> Day? {
    Day(year: 2021 + random.below(3), month: 1 + random.below(12), day: 1 + random.below(28))
  }

  /// Some folded words, of which most occur.
  mutating func phrase() -> [String] {
    random.pick([
      ["harbour"], ["talks"], ["ana", "kovac"], ["on", "the"], ["eclair"], ["strasse"],
      ["port"], ["subscribe"], ["well", "kept"], ["nowhere"], ["ζάκυνθος"],
    ])
  }
}

/// What values can be compared with each other.
private enum ValueKind: Equatable {
  case text, number, date
  case row(Table)

  init(_ type: ValueType) {
    switch type {
    case .text, .category: self = .text
    case .integer, .number: self = .number
    case .date: self = .date
    case .reference(let table): self = .row(table)
    }
  }
}
