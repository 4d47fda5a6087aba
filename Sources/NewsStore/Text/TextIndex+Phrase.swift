internal import NewsModel

extension TextIndex {
  /// Positions of the first words of all occurrences of `phrase`, ascending.
  ///
  /// Takes the occurrences of the rarest word and keeps those round which every other word stands.
  func positions(of phrase: [String], lastIsPrefix: Bool) -> [UInt32] {
    var lists: [(offset: Int, positions: ArraySlice<UInt32>)] = []
    for (offset, text) in phrase.enumerated() {
      if lastIsPrefix, offset == phrase.count - 1 {
        lists.append((offset, mergedPositions(ofPrefix: text)[...]))
      } else if let word = id(ofWord: text) {
        lists.append((offset, positions[positionRange(of: word)]))
      } else {
        return []
      }
    }
    lists.sort { $0.positions.count < $1.positions.count }
    guard let rarest = lists.first else { return [] }
    var starts = rarest.positions.compactMap { position in
      Int(position) >= rarest.offset ? position - UInt32(rarest.offset) : nil
    }
    for list in lists.dropFirst() {
      starts = starts.kept(byShift: UInt32(list.offset), in: list.positions)
    }
    return starts
  }

  /// Positions of all words that begin with `prefix`, ascending.
  private func mergedPositions(ofPrefix prefix: String) -> [UInt32] {
    let words = sortedWords[sortedRange(ofPrefix: prefix)]
    if words.count == 1, let word = words.first { return Array(positions[positionRange(of: word)]) }
    var merged: [UInt32] = []
    for word in words { merged += positions[positionRange(of: word)] }
    merged.sort()
    return merged
  }

  /// The article rows in which ascending positions stand, with the number of positions in each.
  func rows(ofPositions positions: [UInt32]) -> [(row: UInt32, count: UInt32)] {
    var rows: [(row: UInt32, count: UInt32)] = []
    var row = 0
    for position in positions {
      row = articleStarts.gallop(from: row, upTo: position)
      if let last = rows.last, last.row == UInt32(row) {
        rows[rows.count - 1].count += 1
      } else {
        rows.append((UInt32(row), 1))
      }
    }
    return rows
  }
}

extension [UInt32] {
  /// The elements *x* for which *x* + `shift` is in `others`; both ascend.
  ///
  /// Gallops through `others`, so that a short list against a long one costs little.
  fileprivate func kept(byShift shift: UInt32, in others: ArraySlice<UInt32>) -> [UInt32] {
    var result: [UInt32] = []
    var at = others.startIndex
    for value in self {
      let wanted = value &+ shift
      var step = 1
      while at + step < others.endIndex, others[at + step] < wanted {
        at += step
        step *= 2
      }
      var high = Swift.min(at + step, others.endIndex)
      while at < high {
        let middle = (at + high) / 2
        if others[middle] < wanted { at = middle + 1 } else { high = middle }
      }
      if at == others.endIndex { break }
      if others[at] == wanted { result.append(value) }
    }
    return result
  }

  /// The last index, not before `start`, whose element is not greater than `value`.
  fileprivate func gallop(from start: Int, upTo value: UInt32) -> Int {
    var low = start
    var step = 1
    while low + step < count, self[low + step] <= value {
      low += step
      step *= 2
    }
    var high = Swift.min(low + step, count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
