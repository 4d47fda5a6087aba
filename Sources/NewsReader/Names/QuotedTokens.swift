/// Which tokens of a document stand between quotation marks.
///
/// A quotation ends with its block at the latest, so that a mark which nobody closed does no harm.
struct QuotedTokens {
  private var quoted: [Bool]

  /// The quotations of `document`.
  init(_ document: Document) {
    quoted = [Bool](repeating: false, count: document.tokens.count)
    var (isOpen, block) = (false, -1)
    for sentence in document.sentences {
      if sentence.block != block {
        block = sentence.block
        isOpen = false
      }
      for token in sentence.tokens {
        guard document.tokens[token].folded.isEmpty else {
          quoted[token] = isOpen
          continue
        }
        switch document.tokens[token].form {
        case "“", "«", "``": isOpen = true
        case "”", "»", "''": isOpen = false
        case "\"": isOpen.toggle()
        default: quoted[token] = isOpen
        }
      }
    }
  }

  /// Whether a token stands in a quotation.
  func contains(_ token: Int) -> Bool { quoted[token] }
}
