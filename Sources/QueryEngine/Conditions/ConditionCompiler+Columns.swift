internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ConditionCompiler {
  /// The kernel of a condition on rows that may have columns of their own; it judges positions.
  ///
  /// Parts that look at no column run on the rows of the table.
  func compile(_ condition: BoundCondition, over rows: Rows) throws -> Kernel {
    if let base = rows.base, !condition.usesColumns {
      return .ofRows(base.selection, try compile(condition))
    }
    switch condition {
    case .and(let parts): return .all(try parts.map { try compile($0, over: rows) }.cheapestFirst)
    case .or(let parts): return .any(try parts.map { try compile($0, over: rows) }.cheapestFirst)
    case .not(let part): return .not(try compile(part, over: rows))
    case .isKnown(let path):
      return try compile(
        path, over: rows, missing: Truth.no,
        known: { column in
          column.knownKernel
        },
        leaf: { field, compiler in
          try compiler.compile(
            .isKnown(
              BoundPath(
                root: .fields([field]), part: path.part, type: path.type, isList: path.isList)))
        })
    case .test(let path, let test):
      return try compile(
        path, over: rows, missing: Truth.unknown,
        known: { column in
          try compile(test, of: column)
        },
        leaf: { field, compiler in
          try compiler.compile(test, of: field, part: path.part)
        })
    case .every(let path, let test):
      var compiler = self
      compiler.lists = .every
      return try compiler.compile(.test(path, test), over: rows)
    case .among: return .constant(Truth.unknown)
    }
  }

  /// The kernel of a path that begins at a column.
  ///
  /// - Parameters:
  ///   - known: compiles the test of a column of single values.
  ///   - leaf: compiles that of a field.
  private func compile(
    _ path: BoundPath, over rows: Rows, missing: UInt8,
    known: (ComputedColumn) throws -> Kernel,
    leaf: (FieldID, ConditionCompiler) throws -> Kernel
  ) throws -> Kernel {
    guard case .column(let index, let fields) = path.root, let column = rows.column(index) else {
      return .constant(missing)
    }
    func kernel(_ column: ComputedColumn) throws -> Kernel {
      if fields.isEmpty { return try known(path.part.map { column.periods($0) } ?? column) }
      guard case .references(let targets, let table) = column else { return .constant(missing) }
      let rest = try compile(fields[...], missing: missing, leaf: leaf)
      return .leaf(.linked(targets, try linked(to: table, rest), missing: missing))
    }
    guard case .lists(let offsets, let elements) = column else { return try kernel(column) }
    return .listed(offsets: offsets, try kernel(elements), lists, missing: missing)
  }

  /// The kernel of a test of a column of single values.
  private func compile(_ test: ValueTest, of column: ComputedColumn) throws -> Kernel {
    let missing = Truth.unknown
    switch (column, test) {
    case (.periods(let ordinals, let part), _):
      return .leaf(.ordinals(ordinals, periodTest(test, part)))
    case (.texts(let codes, let texts), .text), (.texts(let codes, let texts), .any):
      return .leaf(.text(codes, memo(test, texts)))
    case (.references(let targets, let table), .references(let wanted)):
      let set = KeySet(wanted, domain: snapshot.rowCount(of: table))
      return .leaf(.keys(targets, unknown: ReferenceColumn.unknown, set, missing: missing))
    case (.references(let targets, let table), .text),
      (.references(let targets, let table), .any):
      let names = try compile(test, ofRowsOf: table)
      return .leaf(.linked(targets, try linked(to: table, names), missing: missing))
    case (.integers(let values), .number(let test)):
      return .leaf(.integers(values, NumberRange(test), missing: missing))
    case (.numbers(let values), .number(let test)):
      return .leaf(.numbers(values, NumberRange(test), missing: missing))
    case (.dates(let first, let last), .date(let test)):
      return .leaf(
        .days(DateColumn(first: first, last: last), DayRange(test), missing: missing))
    case (_, .any(let tests)) where !tests.isEmpty:
      return .any(try tests.map { try compile($0, of: column) })
    default:
      // A test that does not fit fails on every value.
      return .all([.not(column.knownKernel), .constant(missing)])
    }
  }
}

extension ComputedColumn {
  /// Whether a value is known; never unknown.
  fileprivate var knownKernel: Kernel {
    switch self {
    case .integers(let values): .leaf(.isKnown(.integers(IntegerColumn(values: values))))
    case .numbers(let values): .leaf(.isKnown(.numbers(NumberColumn(values: values))))
    case .dates(let first, let last):
      .leaf(.isKnown(.dates(DateColumn(first: first, last: last))))
    case .texts(let codes, _): .leaf(.isKnown(.codes(CodeColumn(codes: codes))))
    case .references(let rows, _): .leaf(.isKnown(.references(ReferenceColumn(rows: rows))))
    case .periods(let ordinals, let part):
      .leaf(.ordinals(ordinals, PeriodTest(part, missing: Truth.no) { _ in true }))
    case .lists(let offsets, _):
      .listed(offsets: offsets, .constant(Truth.yes), .any, missing: Truth.no)
    }
  }
}

extension BoundCondition {
  /// Whether the condition looks at a column of the rows rather than at fields alone.
  var usesColumns: Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains(where: \.usesColumns)
    case .not(let part): part.usesColumns
    case .test(let path, _), .isKnown(let path), .every(let path, _), .among(let path, _):
      path.usesColumn
    }
  }
}

extension BoundPath {
  /// Whether the path begins at a column.
  var usesColumn: Bool {
    if case .column = root { return true }
    return false
  }
}
