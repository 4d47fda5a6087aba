internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// A column that rows have beside the fields of their table: one value a row.
indirect enum ComputedColumn: Sendable {
  /// Whole numbers; `IntegerColumn.unknown` where not known.
  case integers([Int64])
  /// Numbers; not a number where not known.
  case numbers([Double])
  /// Intervals of days, unknown as a ``DateColumn`` has it.
  case dates(first: [Int32], last: [Int32])
  /// Codes of texts; ``Texts/unknown`` where not known.
  case texts([UInt32], Texts)
  /// Rows of a table; `ReferenceColumn.unknown` where not known.
  case references([UInt32], Table)
  /// Places of calendar periods; ``unknownPeriod`` where not known.
  case periods([Int32], BoundPath.DatePart)
  /// Several values a row: those of row *r* are the elements from `offsets[r]` up to
  /// `offsets[r + 1]`; a row without any is unknown. Elements are known and no lists.
  case lists(offsets: [UInt32], ComputedColumn)

  /// Stands for a period that is not known.
  static let unknownPeriod = Int32.min

  /// Number of rows.
  var count: Int {
    switch self {
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .dates(let first, _): first.count
    case .texts(let codes, _): codes.count
    case .references(let rows, _): rows.count
    case .periods(let ordinals, _): ordinals.count
    case .lists(let offsets, _): offsets.count - 1
    }
  }

  /// What the column holds.
  var kind: ColumnKind {
    switch self {
    case .integers: .integer
    case .numbers: .number
    case .dates: .date
    case .texts: .text
    case .references(_, let table): .reference(table)
    case .periods(_, let part): .period(part)
    case .lists(_, let elements): .list(elements.kind)
    }
  }

  /// The values at some positions, in that order.
  func picked(_ positions: RowBatch) -> ComputedColumn {
    switch self {
    case .integers(let values):
      return .integers(positions.map(values, IntegerColumn.unknown) { $0 })
    case .numbers(let values): return .numbers(positions.map(values, .nan) { $0 })
    case .dates(let first, let last):
      return .dates(
        first: positions.map(first, DateColumn.openLast) { $0 },
        last: positions.map(last, DateColumn.openFirst) { $0 })
    case .texts(let codes, let texts):
      return .texts(positions.map(codes, Texts.unknown) { $0 }, texts)
    case .references(let rows, let table):
      return .references(positions.map(rows, ReferenceColumn.unknown) { $0 }, table)
    case .periods(let ordinals, let part):
      return .periods(positions.map(ordinals, Self.unknownPeriod) { $0 }, part)
    case .lists(let offsets, let elements):
      var chosen: [UInt32] = []
      var newOffsets: [UInt32] = [0]
      newOffsets.reserveCapacity(positions.count + 1)
      positions.forEachRow { row in
        if offsets[row] < offsets[row + 1] { chosen += offsets[row]..<offsets[row + 1] }
        newOffsets.append(UInt32(chosen.count))
      }
      return .lists(offsets: newOffsets, elements.picked(.list(chosen[...])))
    }
  }

  /// The cell at a position.
  func value(at position: Int, _ snapshot: Snapshot) -> Value {
    switch self {
    case .integers(let values):
      let value = values[position]
      return value == IntegerColumn.unknown ? .unknown : .integer(Int(value))
    case .numbers(let values):
      return values[position].isNaN ? .unknown : .number(values[position])
    case .dates(let first, let last):
      let date = DateColumn(first: [first[position]], last: [last[position]]).date(ofRow: 0)
      return date.map { .date($0) } ?? .unknown
    case .texts(let codes, let texts):
      return codes[position] == Texts.unknown ? .unknown : .text(texts[codes[position]])
    case .references(let rows, let table):
      let row = rows[position]
      return row == ReferenceColumn.unknown ? .unknown : snapshot.name(ofRow: row, in: table)
    case .periods(let ordinals, let part):
      let ordinal = ordinals[position]
      if ordinal == Self.unknownPeriod { return .unknown }
      return CalendarPeriod(part: part, ordinal: ordinal).value
    case .lists(let offsets, let elements):
      let values = (offsets[position]..<offsets[position + 1]).map {
        elements.value(at: Int($0), snapshot)
      }
      return values.isEmpty ? .unknown : .list(values)
    }
  }

  /// Every row with its list; a row with a single value has a list of one.
  var asLists: (offsets: [UInt32], elements: ComputedColumn) {
    if case .lists(let offsets, let elements) = self { return (offsets, elements) }
    var offsets: [UInt32] = [0]
    var known: [UInt32] = []
    offsets.reserveCapacity(count + 1)
    let isKnown = self.isKnown
    for position in 0..<count {
      if isKnown[position] { known.append(UInt32(position)) }
      offsets.append(UInt32(known.count))
    }
    return (offsets, picked(.list(known[...])))
  }

  /// Whether each row has a value.
  var isKnown: [Bool] {
    switch self {
    case .integers(let values): values.map { $0 != IntegerColumn.unknown }
    case .numbers(let values): values.map { !$0.isNaN }
    case .dates(let first, let last): first.indices.map { first[$0] <= last[$0] }
    case .texts(let codes, _): codes.map { $0 != Texts.unknown }
    case .references(let rows, _): rows.map { $0 != ReferenceColumn.unknown }
    case .periods(let ordinals, _): ordinals.map { $0 != Self.unknownPeriod }
    case .lists(let offsets, _): (0..<count).map { offsets[$0] < offsets[$0 + 1] }
    }
  }

  /// The periods of a kind that dates, or periods, lie in; nothing known for other columns.
  func periods(_ part: BoundPath.DatePart) -> ComputedColumn {
    switch self {
    case .dates(let first, let last):
      return .periods(
        RowBatch.run(0..<count).map(first, last, Self.unknownPeriod) {
          CalendarPeriod.ordinal(part, first: $0, last: $1) ?? Self.unknownPeriod
        }, part)
    case .periods(let ordinals, let own):
      if own == part { return self }
      var memo: [Int32: Int32] = [Self.unknownPeriod: Self.unknownPeriod]
      let found = ordinals.map { ordinal in
        if let known = memo[ordinal] { return known }
        let days = CalendarPeriod(part: own, ordinal: ordinal).interval
        let period = days.flatMap { CalendarPeriod(part, of: $0) }?.ordinal ?? Self.unknownPeriod
        memo[ordinal] = period
        return period
      }
      return .periods(found, part)
    case .lists(let offsets, let elements):
      return ComputedColumn.lists(of: elements.periods(part), offsets: offsets)
    default:
      return .periods([Int32](repeating: Self.unknownPeriod, count: count), part)
    }
  }

  /// Lists of the known ones among some elements, each different one once.
  static func lists(of elements: ComputedColumn, offsets: [UInt32]) -> ComputedColumn {
    let values = elements.bits
    let bits = values.span
    var kept: [UInt32] = []
    var ends: [UInt32] = [0]
    kept.reserveCapacity(elements.count)
    ends.reserveCapacity(offsets.count)
    for row in 0..<(offsets.count - 1) {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      if range.count <= 16 {
        for place in range where bits[place] != Self.unknownBits {
          var isMet = false
          for earlier in range.lowerBound..<place where bits[earlier] == bits[place] {
            isMet = true
          }
          if !isMet { kept.append(UInt32(place)) }
        }
      } else {
        var seen: Set<Int64> = [Self.unknownBits]
        for place in range where seen.insert(bits[place]).inserted { kept.append(UInt32(place)) }
      }
      ends.append(UInt32(kept.count))
    }
    if kept.count == elements.count { return .lists(offsets: ends, elements) }
    return .lists(offsets: ends, elements.picked(.list(kept[...])))
  }
}

/// What a column holds.
indirect enum ColumnKind: Hashable, Sendable {
  case integer, number, date, text
  case reference(Table)
  case period(BoundPath.DatePart)
  case list(ColumnKind)

  /// The kind of a single value: of an element where this is a list.
  var element: ColumnKind {
    if case .list(let kind) = self { return kind }
    return self
  }

  /// Whether values are ordered and shown as texts.
  var isText: Bool {
    switch self {
    case .text, .reference: true
    default: false
    }
  }
}

extension DateColumn {
  /// The interval of a row; nil where it is not known.
  func date(ofRow row: Int) -> NewsDate? {
    if first[row] > last[row] { return nil }
    return NewsDate(
      first: first[row] == Self.openFirst ? nil : Day(number: first[row]),
      last: last[row] == Self.openLast ? nil : Day(number: last[row]))
  }
}
