import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// Gives the known values of something in a row.
  typealias Reader = (Row) -> [Atom]

  /// The place of a value among others of its kind.
  enum Place: Comparable {
    case number(Double)
    case whole(Int)
    case days(Int, Int)
    case text(String)
  }

  /// Reads a path, each known value once.
  func reader(_ path: BoundPath) -> Reader {
    switch path.root {
    case .fields:
      let memo = values.memo(path)
      return { memo.atoms($0.number) }
    case .column(let column, let fields):
      if fields.isEmpty { return { $0.columns[column].parts(path.part) } }
      var onward = path
      onward.root = .fields(fields)
      let memo = values.memo(onward)
      return { row in
        row.columns[column].flatMap { atom -> [Atom] in
          if case .row(_, let number) = atom { memo.atoms(number) } else { [] }
        }.parts(nil)
      }
    }
  }

  /// The cells of a row in a shape.
  func cells(_ row: Row, _ shape: RowShape) -> [Value] {
    if shape.isOpen { return row.columns.map { $0.first?.value(snapshot) ?? .unknown } }
    return shape.shown.map { cell($0.path, row) }
  }

  private func cell(_ path: BoundPath, _ row: Row) -> Value {
    if case .fields(let fields) = path.root, fields.count == 1, path.part == nil {
      return snapshot.value(fields[0], row: row.number)
    }
    let cells = reader(path)(row).map { $0.value(snapshot) }
    if cells.isEmpty { return .unknown }
    return path.isList ? .list(cells) : cells[0]
  }

  // MARK: Order

  /// The place of a value: dates by first day, then last; names and texts by their folded form.
  func place(_ atom: Atom) -> Place {
    switch atom {
    case .integer(let number): .whole(number)
    case .number(let number): .number(number)
    case .part(_, _, _, let order, _): .whole(order)
    case .date(let date):
      .days(
        date.first.map { Int($0.number) } ?? Int.min, date.last.map { Int($0.number) } ?? Int.max)
    case .text, .row: .text(values.folded(atom.text(snapshot) ?? ""))
    }
  }

  /// Rows in the order of keys; stable; rows without a value come last in either direction.
  func ordered(_ rows: [Row], _ keys: [(read: Reader, isDescending: Bool)]) -> [Row] {
    let places = rows.map { row in keys.map { $0.read(row).first.map(place) } }
    return rows.indices.sorted { a, b in
      for (index, key) in keys.enumerated() {
        switch (places[a][index], places[b][index]) {
        case (nil, nil): continue
        case (nil, _?): return false
        case (_?, nil): return true
        case (let x?, let y?):
          if x != y { return x < y ? !key.isDescending : key.isDescending }
        }
      }
      return a < b
    }.map { rows[$0] }
  }
}
