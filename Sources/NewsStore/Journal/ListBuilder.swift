/// Builds a list column row by row.
struct ListBuilder: Sendable {
  private(set) var offsets: [UInt32] = [0]
  private(set) var values: [UInt32] = []

  /// Number of rows so far.
  var count: Int { offsets.count - 1 }

  /// Adds a row with these values, each once, in the order of their first occurrence.
  mutating func append(_ row: some Sequence<UInt32>) {
    let start = values.count
    for value in row where !values[start...].contains(value) { values.append(value) }
    offsets.append(UInt32(values.count))
  }

  /// The values of a row.
  subscript(row: Int) -> ArraySlice<UInt32> {
    values[Int(offsets[row])..<Int(offsets[row + 1])]
  }

  /// The column.
  var column: ListColumn { ListColumn(offsets: offsets, values: values) }
}
