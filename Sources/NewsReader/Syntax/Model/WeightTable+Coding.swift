/// The table in a model file.
///
/// Number of classes and of rows; then tiers of rows, each behind the number of its rows, heavy
/// tiers first; in a tier rows go by key, so that a row begins with the small difference to the
/// key before and its exponent. Its weights that are not 0 follow: up to a few as pairs of class
/// and weight behind their number, more behind a bit mask of the classes.
extension WeightTable {
  private static let masked = 255
  /// Share of the rows up to the end of each tier, in 64ths.
  private static let tierEnds = [1, 4, 16, 64]

  func write(to writer: inout ByteWriter) {
    writer.put(word: classes)
    writer.put(word: rows)
    let all = allRows
    var start = 0
    for share in WeightTable.tierEnds {
      let end = all.count * share / 64
      writer.put(word: end - start)
      var previous: UInt32 = 0
      for row in all[start..<end].sorted(by: { $0.key < $1.key }) {
        writer.put(variable: Int(row.key - previous) << 3 | Int(row.exponent))
        previous = row.key
        write(row.values, to: &writer)
      }
      start = end
    }
  }

  /// Bytes of a bit mask of the classes.
  private static func groups(forClasses classes: Int) -> Int { (classes + 7) / 8 }

  private func write(_ values: [Int8], to writer: inout ByteWriter) {
    let used = values.indices.filter { values[$0] != 0 }
    let groups = WeightTable.groups(forClasses: classes)
    if used.count < groups {
      writer.put(byte: UInt8(used.count))
      for place in used {
        writer.put(byte: UInt8(place))
        writer.put(byte: UInt8(bitPattern: values[place]))
      }
    } else {
      writer.put(byte: UInt8(WeightTable.masked))
      for group in 0..<groups {
        var mask: UInt8 = 0
        for bit in 0..<8 where used.contains(group * 8 + bit) { mask |= 1 << UInt8(bit) }
        writer.put(byte: mask)
      }
      for place in used { writer.put(byte: UInt8(bitPattern: values[place])) }
    }
  }

  /// Reads a table of `classes` classes.
  init(from reader: inout ByteReader, classes: Int) throws(ModelError) {
    guard try reader.word() == classes else { throw reader.malformed("number of classes") }
    let rows = try reader.count(of: "weights", size: 2)
    guard rows < WeightTable.maximalRows else { throw reader.malformed("weights") }
    var index = WeightTable.emptyIndex(forRows: rows)
    var values = [Int8](zeros: rows * WeightTable.stride(forClasses: classes))
    var row = 0
    for _ in WeightTable.tierEnds {
      let count = try reader.count(of: "weights", size: 2)
      guard count <= rows - row else { throw reader.malformed("weights") }
      var position = reader.position
      var slots = index.mutableSpan
      var cells = values.mutableSpan
      let isSound = WeightTable.decode(
        reader.bytes.span, &position, row: row, count: count, classes: classes, &slots, &cells)
      guard isSound else { throw reader.malformed("weights") }
      reader.skip(to: position)
      row += count
    }
    guard row == rows else { throw reader.malformed("weights") }
    self.init(classes: classes, rows: rows, index: index, values: values)
  }

  /// Decodes a tier of `count` rows from row number `row` on; false when they are malformed.
  ///
  /// Works on spans, not through the reader: this loop decides how long loading takes.
  private static func decode(
    _ source: Span<UInt8>, _ position: inout Int, row: Int, count: Int, classes: Int,
    _ index: inout MutableSpan<UInt64>, _ values: inout MutableSpan<Int8>
  ) -> Bool {
    let stride = stride(forClasses: classes)
    let groups = groups(forClasses: classes)
    var at = position
    var key = 0
    for number in row..<row + count {
      var head = 0
      var shift = 0
      repeat {
        guard at < source.count, shift < 35 else { return false }
        head |= Int(source[at] & 127) << shift
        shift += 7
        at += 1
      } while source[at - 1] >= 128
      key += head >> 3
      guard key < 1 << FeatureKeys.bits, at < source.count else { return false }
      enter(UInt32(key), exponent: UInt8(head & 7), row: number, into: &index)
      let start = number * stride
      let used = Int(source[at])
      at += 1
      if used != masked {
        guard at + 2 * used <= source.count else { return false }
        for _ in 0..<used {
          let place = Int(source[at])
          guard place < classes else { return false }
          values[start + place] = Int8(bitPattern: source[at + 1])
          at += 2
        }
        continue
      }
      let masks = at
      at += groups
      guard at + classes <= source.count || fits(source, masks, groups) else { return false }
      for group in 0..<groups {
        var mask = source[masks + group]
        while mask != 0 {
          let place = group * 8 + mask.trailingZeroBitCount
          guard place < classes else { return false }
          values[start + place] = Int8(bitPattern: source[at])
          at += 1
          mask &= mask - 1
        }
      }
    }
    position = at
    return true
  }

  /// Whether the masks at `start` and the weights that they announce lie within `source`.
  private static func fits(_ source: Span<UInt8>, _ start: Int, _ groups: Int) -> Bool {
    guard start + groups <= source.count else { return false }
    var weights = 0
    for group in start..<start + groups { weights += source[group].nonzeroBitCount }
    return start + groups + weights <= source.count
  }
}
