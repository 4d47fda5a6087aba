internal import NewsModel

/// The tokens between a pair of quotation marks.
struct QuotationSpan: Hashable, Sendable {
  /// The tokens inside; never empty.
  var tokens: Range<Int>
  /// Whether the closing mark is missing because the quotation goes on in the next paragraph.
  var isOpenEnded = false
}

/// Pairs quotation marks.
///
/// Double marks, typographic or straight, and guillemets pair within a block. Single marks count
/// only where they cannot be apostrophes: the opening one before a word and after a gap, the closing
/// one after a word or a stop. A paragraph that opens with a mark and never closes it is quoted to
/// its end if the next paragraph opens with one too. A mark without its partner is passed over.
struct QuotationScanner {
  private let document: Document

  init(_ document: Document) { self.document = document }

  private enum Side { case opening, closing, either }

  /// Longest quotation, in tokens, that is accepted within a block.
  private static let limit = 400

  /// The quotations of the document in order; those inside others are left out.
  ///
  /// - Complexity: O(*n*).
  func spans() -> [QuotationSpan] {
    var result: [QuotationSpan] = []
    let runs = blockRuns()
    for (index, run) in runs.enumerated() {
      let next = index + 1 < runs.count ? runs[index + 1] : nil
      result += spans(in: run, next: next)
    }
    return result
  }

  /// The tokens of each block, in order.
  private func blockRuns() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var block = -1
    for sentence in document.sentences {
      if sentence.block == block, let last = result.popLast() {
        result.append(last.lowerBound..<sentence.tokens.upperBound)
      } else {
        result.append(sentence.tokens)
        block = sentence.block
      }
    }
    return result
  }

  private func spans(in run: Range<Int>, next: Range<Int>?) -> [QuotationSpan] {
    var result: [QuotationSpan] = []
    var open: (token: Int, family: Character)?
    for token in run {
      guard let (family, side) = mark(token, in: run) else { continue }
      if let start = open {
        guard family == start.family, side != .opening, token - start.token <= Self.limit else {
          if family == start.family, side == .opening || token - start.token > Self.limit {
            open = side == .closing ? nil : (token, family)
          }
          continue
        }
        if token > start.token + 1 {
          result.append(QuotationSpan(tokens: start.token + 1..<token))
        }
        open = nil
      } else if side != .closing {
        open = (token, family)
      }
    }
    if let start = open, start.family == "\"", start.token + 1 < run.upperBound,
      let next, mark(next.lowerBound, in: next)?.family == "\""
    {
      result.append(
        QuotationSpan(tokens: start.token + 1..<run.upperBound, isOpenEnded: true))
    }
    return result
  }

  private func mark(_ token: Int, in run: Range<Int>) -> (family: Character, side: Side)? {
    guard document.tokens[token].folded.isEmpty else { return nil }
    switch document.tokens[token].form {
    case "“", "„": return ("\"", .opening)
    case "``": return ("\"", .opening)
    case "”", "''": return ("\"", .closing)
    case "\"": return ("\"", straightSide(token, in: run))
    case "«": return ("«", .opening)
    case "»": return ("«", .closing)
    case "‘": return singleSide(token, in: run) == .opening ? ("'", .opening) : nil
    case "’", "'": return singleSide(token, in: run).map { ("'", $0) }
    default: return nil
    }
  }

  /// By the gaps on either side; where they do not tell, by what is open.
  private func straightSide(_ token: Int, in run: Range<Int>) -> Side {
    let (before, after) = gaps(token, in: run)
    return before == after ? .either : before ? .opening : .closing
  }

  private func singleSide(_ token: Int, in run: Range<Int>) -> Side? {
    let (before, after) = gaps(token, in: run)
    if before, !after, token + 1 < run.upperBound,
      document.tokens[token + 1].form.first?.isLetter == true
    {
      return .opening
    }
    guard !before, token > run.lowerBound else { return nil }
    let previous = document.tokens[token - 1].form
    // 'the ministers' offices': a plural's apostrophe closes nothing unless a stop came before.
    let closes = previous.last.map { ",.!?".contains($0) } ?? false
    return closes || (after && previous.last != "s") || isAtEnd(token, run) ? .closing : nil
  }

  private func isAtEnd(_ token: Int, _ run: Range<Int>) -> Bool {
    token + 1 >= run.upperBound
      || [".", ",", ";", "?", "!"].contains(document.tokens[token + 1].form)
  }

  /// Whether there is white space, or the block's edge, or an opening bracket, on either side.
  private func gaps(_ token: Int, in run: Range<Int>) -> (before: Bool, after: Bool) {
    let range = document.tokens[token].range
    let before =
      token == run.lowerBound || document.tokens[token - 1].range.upper < range.lower
      || ["(", "[", "—", "–"].contains(document.tokens[token - 1].form)
    let after = token + 1 >= run.upperBound || document.tokens[token + 1].range.lower > range.upper
    return (before, after)
  }
}
