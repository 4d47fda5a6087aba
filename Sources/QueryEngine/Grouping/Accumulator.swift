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
    guard offsets != nil || !groups.isSingle else {
      return take(bits, numbers, of: groups.keys, elements)
    }
    var own: (owners: [UInt32], bits: [Int64], numbers: [Double]) = ([], [], [])
    for row in 0..<positions.count {
      let values =
        offsets.map { Int($0[row])..<Int($0[row + 1]) } ?? row..<(row + 1)
      for owner in groups.places(ofRow: row) {
        for place in values {
          own.owners.append(groups.keys[owner])
          own.bits.append(bits[place])
          if aggregate.needsNumbers { own.numbers.append(numbers[place]) }
        }
        if own.owners.count > 1 << 14 {
          try cancellation.check()
          take(own.bits, own.numbers, of: own.owners, elements)
          own = ([], [], [])
        }
      }
    }
    take(own.bits, own.numbers, of: own.owners, elements)
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

  /// Takes in values, each for the group at the same place of `owners`.
  private mutating func take(
    _ bits: [Int64], _ numbers: [Double], of owners: [UInt32], _ column: ComputedColumn
  ) {
    let owners = counted(owners, bits)
    let places = owners.indices.lazy.filter { owners[$0] != KeyBatch.missing }
    switch aggregate.function {
    case .count: break
    case .sum, .average, .share:
      add(numbers, of: owners)
      if column.kind == .integer { add(bits, of: owners) }
    case .median, .list:
      for place in places { members.append(Member(group: owners[place], bits: bits[place])) }
    case .min:
      for place in places {
        let group = Int(owners[place])
        if chosen[group] == ComputedColumn.unknownBits
          || precedes(bits[place], chosen[group], column)
        {
          chosen[group] = bits[place]
        }
      }
    case .max:
      for place in places {
        let group = Int(owners[place])
        if chosen[group] == ComputedColumn.unknownBits
          || precedes(chosen[group], bits[place], column)
        {
          chosen[group] = bits[place]
        }
      }
    case .first:
      for place in places where chosen[Int(owners[place])] == ComputedColumn.unknownBits {
        chosen[Int(owners[place])] = bits[place]
      }
    case .last: for place in places { chosen[Int(owners[place])] = bits[place] }
    }
  }

  /// The owners of the values that count, which are counted; ``KeyBatch/missing`` for others.
  private mutating func counted(_ owners: [UInt32], _ bits: [Int64]) -> [UInt32] {
    var owners = owners
    let isEachOnce = aggregate.isDistinct || aggregate.function == .list
    let values = bits.span
    var out = owners.mutableSpan
    precondition(values.count == out.count)
    for place in values.indices where out[place] != KeyBatch.missing {
      if values[place] == ComputedColumn.unknownBits
        || isEachOnce
          && !seen.insert(Member(group: out[place], bits: values[place])).inserted
      {
        out[place] = KeyBatch.missing
      } else {
        counts[Int(out[place])] &+= 1
      }
    }
    return owners
  }

  private mutating func add(_ numbers: [Double], of owners: [UInt32]) {
    let (owners, numbers) = (owners.span, numbers.span)
    precondition(owners.count == numbers.count)
    var sums = sums.mutableSpan
    for place in owners.indices where owners[place] != KeyBatch.missing {
      sums[Int(owners[place])] += numbers[place]
    }
  }

  private mutating func add(_ wholes: [Int64], of owners: [UInt32]) {
    let (owners, numbers) = (owners.span, wholes.span)
    precondition(owners.count == numbers.count)
    var tooGreat: [Int] = []
    var sums = self.wholes.mutableSpan
    for place in owners.indices where owners[place] != KeyBatch.missing {
      let group = Int(owners[place])
      let (sum, overflow) = sums[group].addingReportingOverflow(numbers[place])
      sums[group] = sum
      if overflow { tooGreat.append(group) }
    }
    for group in tooGreat { isTooGreat[group] = true }
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
      var values = Array(bits[Int(offsets[group])..<Int(offsets[group + 1])])
      if values.isEmpty { return Double.nan }
      let middle = values.count / 2
      let upper: Double = number(try values.select(middle, checking: cancellation))
      guard values.count % 2 == 0, let lower = values[..<middle].max() else { return upper }
      return known((number(lower) + upper) / 2)
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
