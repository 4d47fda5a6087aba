internal import Diagnostics
internal import NewsModel

extension HistorySearch {
  /// The rows that show the search: how many entries match and what is searched for, and then the
  /// entry, with what matches standing out.
  ///
  /// - Parameters:
  ///   - width: columns that a row may take.
  ///   - height: rows that there may be; at least one.
  func rows(width: Int, height: Int, style: Style) -> [String] {
    let count = matches.isEmpty ? "no match" : "\(position + 1) of \(matches.count)"
    let head = fitted("search (\(count)): ", to: width)
    let room = max(1, width - displayWidth(head))
    return [head + fittedAtEnd(visible(pattern), to: room)]
      + entryRows(width: width, height: height - 1, style: style)
  }

  private func entryRows(width: Int, height: Int, style: Style) -> [String] {
    guard let selection, height > 0 else { return [] }
    let rows = selection.split(separator: "\n", omittingEmptySubsequences: false).map {
      visible(String($0))
    }
    guard rows.count > height else { return rows.map { marked($0, width: width, style) } }
    // The rows about the first match, and how many there are beside them.
    let shownCount = max(1, height - 1)
    let match = rows.firstIndex { range(in: $0) != nil } ?? 0
    let start = min(match, rows.count - shownCount)
    let shown = rows[start..<(start + shownCount)].map { marked($0, width: width, style) }
    guard height > 1 else { return shown }
    let rest = rows.count - shownCount
    return shown + [style.dim(fitted("… \(rest) more row\(rest == 1 ? "" : "s")", to: width))]
  }

  /// A row, cut so that the match is seen.
  private func marked(_ row: String, width: Int, _ style: Style) -> String {
    guard let range = range(in: row) else { return style.dim(fitted(row, to: width)) }
    let match = fitted(String(row[range]), to: width)
    let matchWidth = displayWidth(match)
    let before = fittedAtEnd(String(row[..<range.lowerBound]), to: width - matchWidth)
    let after = fitted(
      String(row[range.upperBound...]), to: width - matchWidth - displayWidth(before))
    return style.dim(before) + style.dressed(match, as: .match) + style.dim(after)
  }

  /// Where the pattern stands in a row, as it is searched for; nil where it is spread over rows, or a
  /// letter of the row becomes several.
  private func range(in row: String) -> Range<String.Index>? {
    guard !pattern.isEmpty else { return nil }
    return range(of: pattern.lowercased(), in: row) { $0.lowercased() }
      ?? (isPlain ? range(of: folded(pattern), in: row) { folded(String($0)) } : nil)
  }

  private func range(
    of wanted: String, in row: String, as spelling: (Character) -> String
  ) -> Range<String.Index>? {
    let wanted = Array(wanted)
    let letters = row.map { character in
      let letter = spelling(character)
      return letter.count == 1 ? letter.first : character
    }
    guard !wanted.isEmpty, wanted.count <= letters.count else { return nil }
    let start = (0...(letters.count - wanted.count)).first { start in
      letters[start] == wanted[0] && letters[start..<(start + wanted.count)].elementsEqual(wanted)
    }
    guard let start else { return nil }
    let lower = row.index(row.startIndex, offsetBy: start)
    return lower..<row.index(lower, offsetBy: wanted.count)
  }
}
