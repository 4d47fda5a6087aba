internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Reads what a path leads to from a batch of rows at a time.
///
/// The values of a row are its known ones, each once, in the order in which they are met.
struct PathKernel {
  private enum Start {
    /// The row of the table at each position.
    case rows(RowSelection)
    /// A column of the rows.
    case column(ComputedColumn)
    /// A path that does not fit the rows.
    case nothing
  }

  private let start: Start
  private let fields: [FieldID]
  private let part: BoundPath.DatePart?
  private let isList: Bool
  private let snapshot: Snapshot
  /// The texts of pieces of articles that were met.
  private let pieces = TextBuilder()

  /// A reader of a path from `rows`.
  init(_ path: BoundPath, of rows: Rows, snapshot: Snapshot) {
    self.snapshot = snapshot
    part = path.part
    switch path.root {
    case .fields(let fields):
      self.fields = fields
      start = rows.base.map { .rows($0.selection) } ?? .nothing
      isList = fields.contains { $0.schema.isList }
    case .column(let index, let fields):
      self.fields = fields
      start = rows.column(index).map { .column($0) } ?? .nothing
      var startsInList = false
      if case .column(.lists) = start { startsInList = true }
      isList = startsInList || fields.contains { $0.schema.isList }
    }
  }

  /// The values at some positions of the rows.
  func values(_ positions: RowBatch) -> ComputedColumn {
    let values: ComputedColumn
    switch start {
    case .rows(let selection):
      let rows = selection.batch(at: positions)
      if fields.count == 1, let field = fields.first {
        values = gathered(field, rows)
      } else {
        var targets: [UInt32] = []
        targets.reserveCapacity(rows.count)
        rows.forEachRow { targets.append(UInt32($0)) }
        values = followed((0...targets.count).map { UInt32($0) }, targets)
      }
    case .column(let column):
      let picked = column.picked(positions)
      if fields.isEmpty {
        values = picked
      } else if case (let offsets, .references(let rows, _)) = picked.asLists {
        values = followed(offsets, rows)
      } else {
        values = Self.nothing(positions.count)
      }
    case .nothing: values = Self.nothing(positions.count)
    }
    return part.map { values.periods($0) } ?? values
  }

  private static func nothing(_ count: Int) -> ComputedColumn {
    .integers([Int64](repeating: IntegerColumn.unknown, count: count))
  }

  /// What the fields lead to from lists of rows.
  private func followed(_ offsets: [UInt32], _ rows: [UInt32]) -> ComputedColumn {
    var (offsets, rows) = (offsets, rows)
    for field in fields.dropLast() {
      let column = gathered(field, .list(rows[...]))
      guard case (let inner, .references(let targets, _)) = column.asLists else {
        return Self.nothing(offsets.count - 1)
      }
      rows = targets
      offsets = offsets.map { inner[Int($0)] }
    }
    guard let field = fields.last else { return Self.nothing(offsets.count - 1) }
    let column = gathered(field, .list(rows[...]))
    let (inner, elements) = column.asLists
    let values = ComputedColumn.lists(of: elements, offsets: offsets.map { inner[Int($0)] })
    return isList ? values : values.firsts
  }

  /// The values of a field in some rows of its table.
  private func gathered(_ field: FieldID, _ rows: RowBatch) -> ComputedColumn {
    switch (snapshot.column(field), field.schema.type) {
    case (.codes(let column), _):
      return .texts(rows.map(column.codes, Texts.unknown) { $0 }, .pool(snapshot.strings))
    case (.references(let column), .reference(let table)):
      return .references(rows.map(column.rows, ReferenceColumn.unknown) { $0 }, table)
    case (.dates(let column), _):
      return .dates(
        first: rows.map(column.first, DateColumn.openLast) { $0 },
        last: rows.map(column.last, DateColumn.openFirst) { $0 })
    case (.integers(let column), _):
      return .integers(rows.map(column.values, IntegerColumn.unknown) { $0 })
    case (.numbers(let column), _): return .numbers(rows.map(column.values, .nan) { $0 })
    case (.codeLists(let list), _):
      let (offsets, codes) = list.elements(of: rows)
      return .lists(of: .texts(codes, .pool(snapshot.strings)), offsets: offsets)
    case (.referenceLists(let list), .reference(let table)):
      let (offsets, targets) = list.elements(of: rows)
      return .lists(of: .references(targets, table), offsets: offsets)
    case (.slices(let column), _):
      var codes: [UInt32] = []
      codes.reserveCapacity(rows.count)
      rows.forEachRow { row in
        codes.append(column.text(ofRow: row, snapshot).map { pieces.code(of: $0) } ?? 0)
      }
      return .texts(codes, pieces.made)
    default: return Self.nothing(rows.count)
    }
  }

  /// The pieces of articles that the path leads to, where it is a single field of them.
  var slices: (RowSelection, SliceColumn)? {
    guard case .rows(let selection) = start, fields.count == 1, let field = fields.first,
      case .slices(let column) = snapshot.column(field)
    else { return nil }
    return (selection, column)
  }
}

extension SliceColumn {
  /// The piece of a row; nil where it is not known.
  func text(ofRow row: Int, _ snapshot: Snapshot) -> String? {
    let article = articles[row]
    if article == ReferenceColumn.unknown { return nil }
    return snapshot.slice(article: article, lower: lower[row], upper: upper[row])
  }
}

extension ListColumn {
  /// The values of some rows, one behind the other, and where those of each begin.
  fileprivate func elements(of rows: RowBatch) -> (offsets: [UInt32], elements: [UInt32]) {
    var ends: [UInt32] = [0]
    var elements: [UInt32] = []
    ends.reserveCapacity(rows.count + 1)
    elements.reserveCapacity(rows.count * 2)
    rows.forEachRow { row in
      elements += values[Int(offsets[row])..<Int(offsets[row + 1])]
      ends.append(UInt32(elements.count))
    }
    return (ends, elements)
  }
}

extension ComputedColumn {
  /// The first value of each row.
  var firsts: ComputedColumn {
    guard case .lists = self else { return self }
    return ComputedColumn(kind.element, bits: bits, texts: texts)
  }

  /// The last value of each row.
  var lasts: ComputedColumn {
    guard case .lists(let offsets, let elements) = self else { return self }
    let bits = elements.bits
    let lasts = (0..<count).map {
      offsets[$0] < offsets[$0 + 1] ? bits[Int(offsets[$0 + 1]) - 1] : Self.unknownBits
    }
    return ComputedColumn(kind.element, bits: lasts, texts: texts)
  }
}
