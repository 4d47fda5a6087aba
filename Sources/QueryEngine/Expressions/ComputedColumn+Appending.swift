internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ComputedColumn {
  /// Adds the values of another column of the same kind; codes stand for what they do in that one.
  mutating func append(_ other: ComputedColumn) {
    // The arrays are taken out of the column while they grow, so that they are not copied.
    switch other {
    case .integers(let more):
      guard case .integers(var values) = self else { break }
      self = .integers([])
      values += more
      self = .integers(values)
      return
    case .numbers(let more):
      guard case .numbers(var values) = self else { break }
      self = .integers([])
      values += more
      self = .numbers(values)
      return
    case .dates(let moreFirst, let moreLast):
      guard case .dates(var first, var last) = self else { break }
      self = .integers([])
      first += moreFirst
      last += moreLast
      self = .dates(first: first, last: last)
      return
    case .texts(let more, let texts):
      guard case .texts(var codes, _) = self else { break }
      self = .integers([])
      codes += more
      self = .texts(codes, texts)
      return
    case .references(let more, let table):
      guard case .references(var rows, table) = self else { break }
      self = .integers([])
      rows += more
      self = .references(rows, table)
      return
    case .periods(let more, let part):
      guard case .periods(var ordinals, part) = self else { break }
      self = .integers([])
      ordinals += more
      self = .periods(ordinals, part)
      return
    case .lists(let ends, let more):
      guard case .lists(var offsets, var elements) = self else { break }
      self = .integers([])
      let start = offsets.last ?? 0
      for end in ends.dropFirst() { offsets.append(start + end) }
      elements.append(more)
      self = .lists(offsets: offsets, elements)
      return
    }
    preconditionFailure("a column of \(kind) gets values of \(other.kind)")
  }

  /// The column with other texts for its codes.
  fileprivate func with(_ texts: Texts) -> ComputedColumn {
    switch self {
    case .texts(let codes, _): .texts(codes, texts)
    case .lists(let offsets, let elements): .lists(offsets: offsets, elements.with(texts))
    default: self
    }
  }
}

extension ExpressionKernel {
  /// The values of all of some rows.
  func column(of rows: Rows, cancellation: Cancellation) throws -> ComputedColumn {
    // Texts that are made on the way are not held meanwhile, which would copy them.
    let nothing = Texts.own([""])
    // A batch without rows tells the kind where there are no rows.
    var column = try values(.run(0..<0)).with(nothing)
    try rows.positions.forEachBatch { batch in
      try cancellation.check()
      column.append(try values(batch).with(nothing))
    }
    return try values(.run(0..<0)).texts.map { column.with($0) } ?? column
  }
}
