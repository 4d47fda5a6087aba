internal import NewsModel
internal import NewsStore

/// Goes from rows of one table to those of another that they lead to.
struct LinkFollower {
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The rows of `target` that the rows of `source` lead to, each once, in table order.
  func rows(from source: Table, _ rows: RowSelection, to target: Table) throws -> RowSelection {
    let steps = Route(from: source, to: target).steps
    if steps.isEmpty { return .list(try marked(rows, source).members) }
    var here = rows
    for step in steps {
      switch step {
      case .forward(let fields): here = try forward(here, fields)
      case .backward(let fields): here = try backward(here, fields)
      }
    }
    return here
  }

  /// The set of some rows of a table.
  func marked(_ rows: RowSelection, _ table: Table) throws -> Bitmap {
    var set = Bitmap(size: snapshot.rowCount(of: table))
    try rows.forEachBatch { batch in
      try cancellation.check()
      batch.forEachRow { set.insert(UInt32($0)) }
    }
    return set
  }

  private func forward(_ rows: RowSelection, _ fields: [FieldID]) throws -> RowSelection {
    guard case .reference(let table)? = fields.first?.schema.type else { return .list([]) }
    var found = Bitmap(size: snapshot.rowCount(of: table))
    for field in fields {
      let column = snapshot.column(field)
      try rows.forEachBatch { batch in
        try cancellation.check()
        switch column {
        case .references(let column):
          batch.forEachRow { row in
            let target = column.rows[row]
            if target != ReferenceColumn.unknown { found.insert(target) }
          }
        case .referenceLists(let list):
          batch.forEachRow { row in
            for target in list.values(ofRow: row) { found.insert(target) }
          }
        default: break
        }
      }
    }
    return .list(found.members)
  }

  private func backward(_ rows: RowSelection, _ fields: [FieldID]) throws -> RowSelection {
    guard let owner = fields.first?.table else { return .list([]) }
    var found = Bitmap(size: snapshot.rowCount(of: owner))
    for field in fields {
      if let postings = snapshot.postings(field) {
        try rows.forEachBatch { batch in
          try cancellation.check()
          batch.forEachRow { row in
            for holder in postings.rows(of: UInt32(row)) { found.insert(holder) }
          }
        }
      } else {
        try scan(field, for: rows, into: &found)
      }
    }
    return .list(found.members)
  }

  /// Adds the rows that refer to any of `rows` in a field without postings.
  private func scan(
    _ field: FieldID, for rows: RowSelection, into found: inout Bitmap
  ) throws {
    guard case .reference(let table) = field.schema.type else { return }
    let wanted = try marked(rows, table)
    let column = snapshot.column(field)
    try RowSelection.run(0..<snapshot.rowCount(of: field.table)).forEachBatch { batch in
      try cancellation.check()
      batch.forEachRow { row in
        if column.references(ofRow: row).contains(where: { wanted.contains($0) }) {
          found.insert(UInt32(row))
        }
      }
    }
  }
}

extension Column {
  /// The rows that a row of a column of references leads to; empty for other columns.
  fileprivate func references(ofRow row: Int) -> ArraySlice<UInt32> {
    switch self {
    case .references(let column):
      column.rows[row] == ReferenceColumn.unknown ? [] : column.rows[row...row]
    case .referenceLists(let column): column.values(ofRow: row)
    default: []
    }
  }
}
