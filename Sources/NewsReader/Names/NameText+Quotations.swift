extension NameText {
  /// Which tokens stand between quotation marks.
  ///
  /// A mark without its partner counts to the end of its block.
  var quotedTokens: [Bool] {
    var quoted = [Bool](repeating: false, count: words.count)
    var (isOpen, block) = (false, -1)
    for sentence in document.sentences {
      if sentence.block != block {
        block = sentence.block
        isOpen = false
      }
      for token in sentence.tokens {
        guard words[token].isEmpty else {
          quoted[token] = isOpen
          continue
        }
        switch form(token) {
        case "“", "«", "``": isOpen = true
        case "”", "»", "''": isOpen = false
        case "\"": isOpen.toggle()
        default: quoted[token] = isOpen
        }
      }
    }
    return quoted
  }
}
