internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Reads columns of texts, names and periods as codes of texts.
final class TextReading {
  private let snapshot: Snapshot
  private let periods = TextBuilder()
  private var ordinals: [CalendarPeriod: UInt32] = [:]

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The codes of a column's values, and what they stand for; of a list the first.
  func codes(_ column: ComputedColumn) -> ([UInt32], Texts) {
    switch column {
    case .texts(let codes, let texts): return (codes, texts)
    case .references(let rows, let table):
      let names = snapshot.nameCodes(of: table) ?? []
      let codes = RowBatch.run(0..<rows.count).map(rows, Texts.unknown) {
        Int($0) < names.count ? names[Int($0)] : Texts.unknown
      }
      return (codes, .pool(snapshot.strings))
    case .periods(let places, let part):
      let codes = places.map { place -> UInt32 in
        if place == ComputedColumn.unknownPeriod { return Texts.unknown }
        let period = CalendarPeriod(part: part, ordinal: place)
        if let code = ordinals[period] { return code }
        let code = periods.code(of: period.text)
        ordinals[period] = code
        return code
      }
      return (codes, periods.made)
    case .lists: return codes(column.firsts)
    case .integers, .numbers, .dates:
      return ([UInt32](repeating: Texts.unknown, count: column.count), .own([""]))
    }
  }
}

/// Makes a text of each different text once.
struct TextSpeller {
  private let reading: TextReading
  private let spell: (String) -> String
  private let made = TextBuilder()
  private let memo = CodeMemo<UInt32>()

  /// A maker that calls `spell` for each different text.
  init(_ snapshot: Snapshot, _ spell: @escaping (String) -> String) {
    reading = TextReading(snapshot)
    self.spell = spell
  }

  /// The texts made of those of a column.
  func spelled(_ column: ComputedColumn) -> ComputedColumn {
    let (codes, texts) = reading.codes(column)
    let results = memo.results(of: codes, unknown: Texts.unknown) {
      made.code(of: spell(texts[$0]))
    }
    return .texts(results, made.made)
  }
}

/// Puts pairs of texts one behind the other, each different pair once.
final class TextJoiner {
  private let left: TextReading
  private let right: TextReading
  private let made = TextBuilder()
  private var memo: [UInt64: UInt32] = [:]

  init(_ snapshot: Snapshot) {
    left = TextReading(snapshot)
    right = TextReading(snapshot)
  }

  /// The texts of two columns joined row by row.
  func joined(_ a: ComputedColumn, _ b: ComputedColumn) -> ComputedColumn {
    let (x, first) = left.codes(a)
    let (y, second) = right.codes(b)
    let results = x.indices.map { row -> UInt32 in
      if x[row] == Texts.unknown || y[row] == Texts.unknown { return Texts.unknown }
      let pair = UInt64(x[row]) << 32 | UInt64(y[row])
      if let known = memo[pair] { return known }
      let code = made.code(of: first[x[row]] + second[y[row]])
      memo[pair] = code
      return code
    }
    return .texts(results, made.made)
  }
}

/// Works out a number for each different text once.
struct TextMeasure {
  private let snapshot: Snapshot
  private let reading: TextReading
  private let cancellation: Cancellation
  private let measure: (String) -> Int
  private let memo = CodeMemo<Int64>()

  /// A measure of texts.
  init(
    _ snapshot: Snapshot, cancellation: Cancellation, _ measure: @escaping (String) -> Int
  ) {
    self.snapshot = snapshot
    reading = TextReading(snapshot)
    self.cancellation = cancellation
    self.measure = measure
  }

  /// The measures of the texts of a column.
  func measured(_ column: ComputedColumn) -> ComputedColumn {
    let (codes, texts) = reading.codes(column)
    return .integers(
      memo.results(of: codes, unknown: IntegerColumn.unknown) { Int64(measure(texts[$0])) })
  }

  /// The measures of the pieces of articles that some rows have.
  func measured(_ column: SliceColumn, _ rows: RowBatch) throws -> ComputedColumn {
    var values: [Int64] = []
    values.reserveCapacity(rows.count)
    try rows.forEachRow { row in
      if values.count % 64 == 0 { try cancellation.check() }
      let text = column.text(ofRow: row, snapshot)
      values.append(text.map { Int64(measure($0)) } ?? IntegerColumn.unknown)
    }
    return .integers(values)
  }
}
