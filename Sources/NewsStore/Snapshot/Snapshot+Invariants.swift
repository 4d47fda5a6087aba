internal import NewsModel

extension Snapshot {
  /// What is wrong with the snapshot; empty when all is well.
  ///
  /// Looks for columns that are too short, references that lead nowhere, rows out of order and
  /// postings that differ from their columns.
  ///
  /// - Complexity: O(*cells*).
  func checkInvariants() -> [String] {
    var faults: [String] = []
    for table in Table.allCases {
      for position in table.schema.fields.indices {
        let field = FieldID(table: table, position: position)
        let name = "\(table.name).\(field.schema.name)"
        faults += check(field).map { "\(name): \($0)" }
      }
      faults += checkOrder(of: table)
      if table != .sources { faults += checkIDs(of: table) }
    }
    faults += checkEventCounts()
    return faults
  }

  // MARK: Columns

  private func check(_ field: FieldID) -> [String] {
    let rows = rowCount(of: field.table)
    var faults: [String] = []
    func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
      if !condition { faults.append(fault()) }
    }
    let column = column(field)
    expect(column.rowCount == rows, "\(column.rowCount) values for \(rows) rows")
    expect(column.fits(field.schema), "the column is of the wrong case")
    if !faults.isEmpty { return faults }
    let bound = keyBound(of: field)
    switch column {
    case .codes(let column):
      expect(column.codes.allSatisfy { $0 < bound }, "a code is not in the pool")
    case .references(let column):
      let known = column.rows.filter { $0 != ReferenceColumn.unknown }
      expect(known.allSatisfy { $0 < bound }, "a reference leads nowhere")
    case .codeLists(let column), .referenceLists(let column):
      expect(column.values.allSatisfy { $0 < bound }, "an element leads nowhere")
      expect(
        zip(column.offsets, column.offsets.dropFirst()).allSatisfy { $0 <= $1 }, "offsets fall")
      expect(
        (0..<rows).allSatisfy { row in
          let values = column.values(ofRow: row)
          return Set(values).count == values.count
        }, "a list holds a value twice")
    case .slices(let column):
      let texts = storage.text.searched.texts
      expect(
        (0..<rows).allSatisfy { row in
          let article = column.articles[row]
          if article == ReferenceColumn.unknown { return true }
          return article < texts.count && column.lower[row] <= column.upper[row]
            && column.upper[row] <= texts[Int(article)].utf8.count
        }, "a slice lies outside its text")
    case .dates(let column):
      expect(
        zip(column.first, column.last).allSatisfy { first, last in
          first <= last || (first == DateColumn.openLast && last == DateColumn.openFirst)
        }, "an interval ends before it begins")
    case .integers, .numbers: break
    }
    if let postings = postings(field) {
      let wanted = Self.pairs(of: column)
      let found = postings.keys.flatMap { key in
        postings.rows(of: key).map { UInt64(key) << 32 | UInt64($0) }
      }
      expect(found == wanted.sorted(), "postings differ from the column")
      expect(
        postings.keys.allSatisfy { postings.count(of: $0) == postings.rows(of: $0).count },
        "counts differ from postings")
    } else {
      switch column {
      case .references, .referenceLists: expect(false, "a reference field has no postings")
      default: break
      }
    }
    return faults
  }

  private func keyBound(of field: FieldID) -> UInt32 {
    if case .reference(let table) = field.schema.type { return UInt32(rowCount(of: table)) }
    return UInt32(strings.count)
  }

  /// Key and row of each known value.
  private static func pairs(of column: Column) -> [UInt64] {
    func pair(_ key: UInt32, _ row: Int) -> UInt64 { UInt64(key) << 32 | UInt64(row) }
    switch column {
    case .codes(let column):
      return column.codes.indices.filter { column.codes[$0] != StringPool.unknown }
        .map { pair(column.codes[$0], $0) }
    case .references(let column):
      return column.rows.indices.filter { column.rows[$0] != ReferenceColumn.unknown }
        .map { pair(column.rows[$0], $0) }
    case .codeLists(let column), .referenceLists(let column):
      return (0..<(column.offsets.count - 1)).flatMap { row in
        column.values(ofRow: row).map { pair($0, row) }
      }
    default: return []
    }
  }

  // MARK: Tables

  private func checkOrder(of table: Table) -> [String] {
    let name: String
    switch table {
    case .articles: name = "published"
    case .events, .reports: name = "date"
    default: return []
    }
    guard let field = table.schema.field(named: name), case .dates(let dates) = column(field) else {
      return ["\(table.name): no date"]
    }
    let rises = zip(dates.first, dates.first.dropFirst()).allSatisfy { $0 <= $1 }
    return rises ? [] : ["\(table.name): rows are not in the order of time"]
  }

  private func checkIDs(of table: Table) -> [String] {
    guard let field = table.schema.field(named: "id"), case .codes(let ids) = column(field) else {
      return []
    }
    let known = ids.codes.filter { $0 != StringPool.unknown }
    return Set(known).count == ids.codes.count ? [] : ["\(table.name): ids are not unique"]
  }

  private func checkEventCounts() -> [String] {
    guard let field = Table.reports.schema.field(named: "event"),
      let count = Table.events.schema.field(named: "reports"),
      case .references(let events) = column(field), case .integers(let counts) = column(count)
    else { return ["events: no counts"] }
    var told = [Int64](repeating: 0, count: counts.values.count)
    for event in events.rows where event != ReferenceColumn.unknown { told[Int(event)] += 1 }
    var faults: [String] = []
    if events.rows.contains(ReferenceColumn.unknown) { faults.append("a report has no event") }
    if told != counts.values { faults.append("events.reports differs from reports.event") }
    return faults
  }
}

extension Column {
  /// Number of rows.
  var rowCount: Int {
    switch self {
    case .codes(let column): column.codes.count
    case .references(let column): column.rows.count
    case .dates(let column): column.first.count
    case .integers(let column): column.values.count
    case .numbers(let column): column.values.count
    case .slices(let column): column.articles.count
    case .codeLists(let column), .referenceLists(let column): column.offsets.count - 1
    }
  }

  /// Whether a field of the schema can have this kind of column.
  func fits(_ field: FieldSchema) -> Bool {
    switch (self, field.type) {
    case (.codes, .text), (.codes, .category), (.slices, .text), (.dates, .date),
      (.integers, .integer), (.numbers, .number), (.references, .reference):
      !field.isList
    case (.codeLists, .text), (.codeLists, .category), (.referenceLists, .reference):
      field.isList
    default: false
    }
  }
}
