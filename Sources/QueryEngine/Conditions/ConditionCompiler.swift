internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Compiles conditions on the rows of a table into kernels.
struct ConditionCompiler {
  let snapshot: Snapshot
  let cancellation: Cancellation
  /// About how many rows will be judged; where it is many, conditions on other tables are worked
  /// out for all of their rows first.
  let rowCount: Int
  /// Which values of a list a test must pass on.
  var lists = ListTest.any

  /// The kernel of a condition on row numbers.
  func compile(_ condition: BoundCondition) throws -> Kernel {
    switch condition {
    case .and(let parts): return .all(try sorted(parts))
    case .or(let parts): return .any(try sorted(parts))
    case .not(let part): return .not(try compile(part))
    case .isKnown(let path):
      return try compile(path, missing: Truth.no) { field, _ in
        if let part = path.part, case .dates(let column) = snapshot.column(field) {
          return .leaf(
            .period(column, PeriodTest(part, missing: Truth.no, test: { _ in true })))
        }
        return .leaf(.isKnown(snapshot.column(field)))
      }
    case .test(let path, let test):
      return try compile(path, missing: Truth.unknown) { field, compiler in
        try compiler.compile(test, of: field, part: path.part)
      }
    case .every(let path, let test):
      var compiler = self
      compiler.lists = .every
      return try compiler.compile(.test(path, test))
    case .among:
      // The values take its place before a query is planned.
      return .constant(Truth.unknown)
    }
  }

  private func sorted(_ parts: [BoundCondition]) throws -> [Kernel] {
    try parts.map { try compile($0) }.cheapestFirst
  }

  /// The kernel of a path whose last field `leaf` compiles.
  private func compile(
    _ path: BoundPath, missing: UInt8,
    leaf: (FieldID, ConditionCompiler) throws -> Kernel
  ) throws -> Kernel {
    guard case .fields(let fields) = path.root else { return .constant(missing) }
    return try compile(fields[...], missing: missing, leaf: leaf)
  }

  /// The kernel of fields, each of the table that the one before refers to, whose last one `leaf`
  /// compiles.
  func compile(
    _ fields: ArraySlice<FieldID>, missing: UInt8,
    leaf: (FieldID, ConditionCompiler) throws -> Kernel
  ) throws -> Kernel {
    guard let field = fields.first else { return .constant(missing) }
    if fields.count == 1 { return try leaf(field, self) }
    guard case .reference(let table) = field.schema.type else { return .constant(missing) }
    let rest = try compile(fields.dropFirst(), missing: missing, leaf: leaf)
    return try link(field, to: table, rest, missing: missing)
  }

  /// A condition on the rows of a table that others refer to.
  func linked(to table: Table, _ kernel: Kernel) throws -> LinkedCondition {
    let count = snapshot.rowCount(of: table)
    return try LinkedCondition(
      kernel, rowCount: count, judgesAll: rowCount >= count, cancellation: cancellation)
  }

  /// A condition on the rows of `table` that a field refers to.
  private func link(
    _ field: FieldID, to table: Table, _ kernel: Kernel, missing: UInt8
  ) throws -> Kernel {
    let condition = try linked(to: table, kernel)
    switch snapshot.column(field) {
    case .references(let column):
      return .leaf(.linked(column.rows, condition, missing: missing))
    case .referenceLists(let list):
      return .leaf(.listedLinks(list, condition, lists, missing: missing))
    default: return .constant(missing)
    }
  }

  // MARK: Tests

  /// The kernel of a test of a field of the rows at hand.
  func compile(
    _ test: ValueTest, of field: FieldID, part: BoundPath.DatePart?
  ) throws -> Kernel {
    let missing = Truth.unknown
    switch (snapshot.column(field), test) {
    case (.references(let column), .references(let rows)):
      let unknown = ReferenceColumn.unknown
      let set = KeySet(rows, domain: rowCount(referredToBy: field))
      return .leaf(.keys(column.rows, unknown: unknown, set, missing: missing))
    case (.referenceLists(let list), .references(let rows)):
      let set = KeySet(rows, domain: rowCount(referredToBy: field))
      return .leaf(.listedKeys(list, set, lists, missing: missing))
    case (.references, .text), (.referenceLists, .text), (.references, .any),
      (.referenceLists, .any):
      guard case .reference(let table) = field.schema.type else { return .constant(missing) }
      return try link(field, to: table, try compile(test, ofRowsOf: table), missing: missing)
    case (.codes(let column), .text(let test)):
      if let set = codes(test) {
        let unknown = StringPool.unknown
        return .leaf(.keys(column.codes, unknown: unknown, set, missing: missing))
      }
      return .leaf(.text(column.codes, memo(.text(test), pool)))
    case (.codes(let column), .any): return .leaf(.text(column.codes, memo(test, pool)))
    case (.codeLists(let list), .text(let test)):
      if let set = codes(test) { return .leaf(.listedKeys(list, set, lists, missing: missing)) }
      return .leaf(.listedText(list, memo(.text(test), pool), lists, missing: missing))
    case (.codeLists(let list), .any):
      return .leaf(.listedText(list, memo(test, pool), lists, missing: missing))
    case (.slices(let column), .text(.contains(let phrase))) where field.isSearchedText:
      let rows = KeySet(
        snapshot.text.articles(containing: phrase), domain: snapshot.rowCount(of: .articles))
      return .leaf(.rows(column, rows))
    case (.slices(let column), .text(let test)):
      return .leaf(
        .slices(
          SliceTest(
            snapshot: snapshot, column: column,
            matcher: TextMatcher(test, cancellation: cancellation), cancellation: cancellation)))
    case (.integers(let column), .number(let test)):
      return .leaf(.integers(column.values, NumberRange(test), missing: missing))
    case (.numbers(let column), .number(let test)):
      return .leaf(.numbers(column.values, NumberRange(test), missing: missing))
    case (.dates(let column), let test):
      return compile(test, of: column, part: part)
    case (let column, .any(let tests)):
      if tests.isEmpty { return .leaf(.never(column)) }
      return .any(try tests.map { try compile($0, of: field, part: part) }.cheapestFirst)
    case (let column, _): return .leaf(.never(column))
    }
  }

  private var pool: Texts { .pool(snapshot.strings) }

  /// The kernel of a test of references on the rows of the table referred to: whether the row is
  /// one of some, or any of its names passes.
  func compile(_ test: ValueTest, ofRowsOf table: Table) throws -> Kernel {
    switch test {
    case .references(let rows):
      return .leaf(.rowSet(KeySet(rows, domain: snapshot.rowCount(of: table))))
    case .text:
      let compiler = ConditionCompiler(
        snapshot: snapshot, cancellation: cancellation,
        rowCount: min(rowCount, snapshot.rowCount(of: table)))
      return .either(
        try table.nameFields.map { try compiler.compile(test, of: $0, part: nil) })
    case .any(let tests): return .any(try tests.map { try compile($0, ofRowsOf: table) })
    case .number, .date: return .constant(Truth.no)
    }
  }

  private func compile(
    _ test: ValueTest, of column: DateColumn, part: BoundPath.DatePart?
  ) -> Kernel {
    let missing = Truth.unknown
    if let part { return .leaf(.period(column, periodTest(test, part))) }
    switch test {
    case .date(let test): return .leaf(.days(column, DayRange(test), missing: missing))
    case .any(let tests) where !tests.isEmpty:
      return .any(tests.map { compile($0, of: column, part: nil) })
    default: return .leaf(.never(.dates(column)))
    }
  }

  /// A test of calendar periods.
  func periodTest(_ test: ValueTest, _ part: BoundPath.DatePart) -> PeriodTest {
    let matchers = matchers(test)
    return PeriodTest(part, missing: Truth.unknown) { test.matches($0, matchers: matchers) }
  }

  /// The tests of texts among a test and those that it is made of.
  private func matchers(_ test: ValueTest) -> [TextMatcher] {
    switch test {
    case .text(let test): [TextMatcher(test, cancellation: cancellation)]
    case .any(let tests): tests.flatMap { matchers($0) }
    case .references, .number, .date: []
    }
  }

  private func rowCount(referredToBy field: FieldID) -> Int {
    guard case .reference(let table) = field.schema.type else { return 0 }
    return snapshot.rowCount(of: table)
  }

  /// The codes whose texts pass, where they are found without looking at all.
  private func codes(_ test: TextTest) -> KeySet? {
    let codes: [UInt32]
    switch test {
    case .equals(let texts): codes = texts.flatMap { snapshot.strings.codes(foldedEqual: $0) }
    case .exactly(let text): codes = snapshot.strings.code(of: text).map { [$0] } ?? []
    default: return nil
    }
    return KeySet(codes.filter { $0 != StringPool.unknown }, domain: snapshot.strings.count)
  }

  /// The judgements of a test on some texts.
  func memo(_ test: ValueTest, _ texts: Texts) -> TextMemo {
    TextMemo(matchers(test), texts: texts, unknown: Truth.unknown)
  }
}

extension [Kernel] {
  /// The kernels, those first that judge a row most cheaply.
  var cheapestFirst: [Kernel] {
    enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }
}

extension Table {
  /// The fields by which a row is named where another table refers to it, the shown one first.
  var nameFields: [FieldID] {
    let names: [String]
    switch self {
    case .entities: names = ["name", "aliases"]
    case .sources: names = ["name"]
    default: names = ["id"]
    }
    return names.compactMap { schema.field(named: $0) }
  }
}

extension FieldID {
  /// Whether this is the text of articles, which the text index covers.
  var isSearchedText: Bool { table == .articles && schema.name == "text" }
}
