internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Works out one aggregate for all groups, from a batch of rows after the other.
struct Accumulator {
  /// A value of a group.
  private struct Member: Hashable {
    var group: UInt32
    var bits: Int64
  }

  private let aggregate: BoundAggregate
  private let kernel: ExpressionKernel?
  private let snapshot: Snapshot
  private let cancellation: Cancellation

  /// Number of values of each group.
  private var counts: [Int] = []
  /// Whole sums, and whether one of a group became too great.
  private var wholes: [Int64] = []
  private var isTooGreat: [Bool] = []
  private var sums: [Double] = []
  /// Bits of the value that stands for each group: its least, first and so on.
  private var chosen: [Int64] = []
  /// All values, for medians and lists.
  private var members: [Member] = []
  private var seen: Set<Member> = []
  private var orderTexts: [Int64: String] = [:]

  /// An aggregate of some rows.
  init(
    _ aggregate: BoundAggregate, of rows: Rows, snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    self.aggregate = aggregate
    self.snapshot = snapshot
    self.cancellation = cancellation
    let compiler = ExpressionCompiler(rows: rows, snapshot: snapshot, cancellation: cancellation)
    kernel = try aggregate.argument.map { try compiler.compile($0) }
  }

  /// Takes in the values of the rows at some positions, which belong to these groups.
  mutating func add(_ positions: Range<Int>, _ groups: KeyBatch, groupCount: Int) throws {
    guard let kernel else { return }
    grow(to: groupCount)
    let column = try kernel.values(.run(positions))
    let (offsets, elements): ([UInt32]?, ComputedColumn)
    if case .lists(let ends, let values) = column {
      (offsets, elements) = (ends, values)
    } else {
      (offsets, elements) = (nil, column)
    }
    let bits = elements.bits
    let numbers = aggregate.needsNumbers ? elements.doubles : []
    let isWhole = elements.kind == .integer
    var work = 0
    for row in 0..<positions.count {
      let values =
        offsets.map { Int($0[row])..<Int($0[row + 1]) } ?? row..<(row + 1)
      for group in groups.keys(ofRow: row) {
        for place in values where bits[place] != ComputedColumn.unknownBits {
          if aggregate.isDistinct || aggregate.function == .list {
            let member = Member(group: group, bits: bits[place])
            if !seen.insert(member).inserted { continue }
          }
          take(
            bits[place], aggregate.needsNumbers ? numbers[place] : 0, isWhole, Int(group),
            elements)
        }
        work += 1 + values.count
        if work > 1 << 14 {
          work = 0
          try cancellation.check()
        }
      }
    }
  }

  private mutating func grow(to count: Int) {
    let more = count - counts.count
    if more <= 0 { return }
    counts += [Int](repeating: 0, count: more)
    switch aggregate.function {
    case .sum, .average, .share:
      wholes += [Int64](repeating: 0, count: more)
      isTooGreat += [Bool](repeating: false, count: more)
      sums += [Double](repeating: 0, count: more)
    case .min, .max, .first, .last:
      chosen += [Int64](repeating: ComputedColumn.unknownBits, count: more)
    case .count, .median, .list: break
    }
  }

  @inline(__always)
  private mutating func take(
    _ bits: Int64, _ number: Double, _ isWhole: Bool, _ group: Int, _ column: ComputedColumn
  ) {
    counts[group] += 1
    switch aggregate.function {
    case .count: break
    case .sum, .average, .share:
      sums[group] += number
      if isWhole {
        let (sum, overflow) = wholes[group].addingReportingOverflow(bits)
        wholes[group] = sum
        if overflow { isTooGreat[group] = true }
      }
    case .median, .list: members.append(Member(group: UInt32(group), bits: bits))
    case .min:
      if counts[group] == 1 || precedes(bits, chosen[group], column) { chosen[group] = bits }
    case .max:
      if counts[group] == 1 || precedes(chosen[group], bits, column) { chosen[group] = bits }
    case .first: if counts[group] == 1 { chosen[group] = bits }
    case .last: chosen[group] = bits
    }
  }

  /// Whether a value comes before another in the order of `sort by`.
  private mutating func precedes(_ a: Int64, _ b: Int64, _ column: ComputedColumn) -> Bool {
    if !column.kind.isText { return a < b }
    return a != b && text(a, column) < text(b, column)
  }

  private mutating func text(_ bits: Int64, _ column: ComputedColumn) -> String {
    if let known = orderTexts[bits] { return known }
    let text = column.foldedText(bits, snapshot) ?? ""
    orderTexts[bits] = text
    return text
  }

  // MARK: Results

  /// The results for all groups.
  ///
  /// - Parameters:
  ///   - rowCounts: number of rows of each group.
  ///   - keyedCount: number of rows that have a group.
  mutating func column(_ rowCounts: [Int], keyedCount: Int) throws -> ComputedColumn {
    grow(to: rowCounts.count)
    guard let kernel else {
      guard aggregate.function == .share else { return .integers(rowCounts.map { Int64($0) }) }
      let all = Double(keyedCount)
      return .numbers(rowCounts.map { all == 0 ? .nan : Double($0) / all })
    }
    let none = try kernel.values(.run(0..<0))
    let kind = none.kind.element
    switch aggregate.function {
    case .count: return .integers(counts.map { Int64($0) })
    case .sum where kind == .integer:
      return .integers(
        counts.indices.map {
          counts[$0] == 0 || isTooGreat[$0] ? IntegerColumn.unknown : wholes[$0]
        })
    case .sum: return .numbers(counts.indices.map { known(counts[$0] == 0 ? .nan : sums[$0]) })
    case .average:
      return .numbers(counts.indices.map { known(sums[$0] / Double(counts[$0])) })
    case .share:
      let all = sums.reduce(0, +)
      return .numbers(
        counts.indices.map { counts[$0] == 0 ? .nan : known(sums[$0] / all) })
    case .median: return .numbers(try medians(kind))
    case .min, .max, .first, .last:
      return ComputedColumn(kind, bits: chosen, texts: none.texts)
    case .list:
      let (offsets, bits) = grouped()
      return .lists(offsets: offsets, ComputedColumn(kind, bits: bits, texts: none.texts))
    }
  }

  /// The number, or not a number where it is too great.
  private func known(_ number: Double) -> Double { number.isFinite ? number : .nan }

  /// The bits of the members of each group one behind the other, in the order in which they came.
  private func grouped() -> (offsets: [UInt32], bits: [Int64]) {
    var offsets = [UInt32](repeating: 0, count: counts.count + 1)
    for group in counts.indices { offsets[group + 1] = offsets[group] + UInt32(counts[group]) }
    var next = offsets
    var bits = [Int64](repeating: 0, count: members.count)
    for member in members {
      bits[Int(next[Int(member.group)])] = member.bits
      next[Int(member.group)] += 1
    }
    return (offsets, bits)
  }

  private func medians(_ kind: ColumnKind) throws -> [Double] {
    let (offsets, bits): ([UInt32], [Int64]) = grouped()
    func number(_ bits: Int64) -> Double {
      ComputedColumn(kind, bits: [bits], texts: nil).doubles[0]
    }
    return try counts.indices.map { (group: Int) -> Double in
      let own = bits[Int(offsets[group])..<Int(offsets[group + 1])]
      let values = try Array(own).sorted(checking: cancellation) { $0 < $1 }
      if values.isEmpty { return Double.nan }
      let upper: Double = number(values[values.count / 2])
      if values.count % 2 == 1 { return upper }
      let lower: Double = number(values[values.count / 2 - 1])
      return known((lower + upper) / 2)
    }
  }
}

extension BoundAggregate {
  /// Whether the values are added up as numbers.
  fileprivate var needsNumbers: Bool {
    switch function {
    case .sum, .average, .share: true
    case .count, .median, .min, .max, .first, .last, .list: false
    }
  }
}
