internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ComputedColumn {
  /// Stands for a value that is not known among ``bits``.
  static let unknownBits = Int64.min

  /// Every value as a whole number; two values of a column are equal where these are.
  ///
  /// Those of numbers, dates and periods have the order of the values. Of a list it is its first
  /// element.
  var bits: [Int64] {
    switch self {
    case .integers(let values): return values
    case .numbers(let values):
      return mapped(values) { $0.isNaN ? Self.unknownBits : $0.orderedBits }
    case .dates(let first, let last):
      return RowBatch.run(0..<count).map(first, last, Self.unknownBits) {
        $0 > $1 ? Self.unknownBits : dateBits(first: $0, last: $1)
      }
    case .texts(let codes, _):
      return mapped(codes) { $0 == Texts.unknown ? Self.unknownBits : Int64($0) }
    case .references(let rows, _):
      return mapped(rows) { $0 == ReferenceColumn.unknown ? Self.unknownBits : Int64($0) }
    case .periods(let ordinals, _):
      return mapped(ordinals) { $0 == Self.unknownPeriod ? Self.unknownBits : Int64($0) }
    case .lists(let offsets, let elements):
      let bits = elements.bits
      return (0..<count).map {
        offsets[$0] < offsets[$0 + 1] ? bits[Int(offsets[$0])] : Self.unknownBits
      }
    }
  }

  private func mapped<Value: BitwiseCopyable>(
    _ values: [Value], _ make: (Value) -> Int64
  ) -> [Int64] {
    RowBatch.run(0..<values.count).map(values, Self.unknownBits, make)
  }

  /// The column of a kind whose ``bits`` these are.
  ///
  /// - Parameter texts: what codes stand for, where the column is one of texts.
  init(_ kind: ColumnKind, bits: [Int64], texts: Texts?) {
    switch kind {
    case .integer: self = .integers(bits)
    case .number:
      self = .numbers(bits.map { $0 == Self.unknownBits ? .nan : Double(orderedBits: $0) })
    case .date:
      self = .dates(
        first: bits.map {
          $0 == Self.unknownBits ? DateColumn.openLast : Int32(truncatingIfNeeded: $0 >> 32)
        },
        last: bits.map {
          $0 == Self.unknownBits
            ? DateColumn.openFirst : Int32(truncatingIfNeeded: $0) ^ Int32.min
        })
    case .text:
      self = .texts(
        bits.map { $0 == Self.unknownBits ? Texts.unknown : UInt32($0) }, texts ?? .own([""]))
    case .reference(let table):
      self = .references(
        bits.map { $0 == Self.unknownBits ? ReferenceColumn.unknown : UInt32($0) }, table)
    case .period(let part):
      self = .periods(
        bits.map { $0 == Self.unknownBits ? Self.unknownPeriod : Int32($0) }, part)
    case .list(let element):
      let column = ComputedColumn(element, bits: bits, texts: texts).asLists
      self = .lists(offsets: column.offsets, column.elements)
    }
  }

  /// The texts of a column of texts, or of lists of them.
  var texts: Texts? {
    switch self {
    case .texts(_, let texts): texts
    case .lists(_, let elements): elements.texts
    default: nil
    }
  }

  /// The folded text of a value by its bits, for columns that are ordered by text.
  func foldedText(_ bits: Int64, _ snapshot: Snapshot) -> String? {
    if bits == Self.unknownBits { return nil }
    switch self {
    case .texts(_, let texts): return texts.folded(UInt32(bits))
    case .references(_, let table):
      guard let name = snapshot.nameCodes(of: table) else { return nil }
      let code = name[Int(bits)]
      return code == StringPool.unknown ? nil : snapshot.strings.foldedText(code)
    case .lists(_, let elements): return elements.foldedText(bits, snapshot)
    default: return nil
    }
  }
}

extension Snapshot {
  /// The codes of the texts by which the rows of a table are named where others refer to them.
  func nameCodes(of table: Table) -> [UInt32]? {
    guard let name = table.nameFields.first, case .codes(let column) = column(name) else {
      return nil
    }
    return column.codes
  }
}

/// An interval of days as one number; its order is that of the first days, then of the last.
func dateBits(first: Int32, last: Int32) -> Int64 {
  Int64(first) << 32 | Int64(UInt32(bitPattern: last ^ Int32.min))
}

extension Double {
  /// Bits that have the order of the numbers; both zeros are the same.
  var orderedBits: Int64 {
    let bits = Int64(bitPattern: (self == 0 ? 0 : self).bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  /// The number with these ordered bits.
  init(orderedBits bits: Int64) {
    self.init(bitPattern: UInt64(bitPattern: bits < 0 ? bits ^ Int64.max : bits))
  }
}
