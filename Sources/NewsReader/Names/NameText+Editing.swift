internal import NewsModel

extension NameText {
  /// Whether the text is written with the care of a printed one, and not as people talk.
  ///
  /// Outside its quotations a printed text hardly ever says `I` or `you`, calls out, or lets its
  /// sentences begin with a small letter and end without a mark. Three in two hundred words do so
  /// in letters, reviews and chat; a text that tells its outlet, agency or place of report must do
  /// so more often. True where there is too little text to tell, and of long texts of careful
  /// sentences: speeches and interviews are talk that was written down.
  var isEdited: Bool {
    let article = document.article
    let isReport = article.source != nil || article.agency != nil || article.place != nil
    let quoted = QuotedTokens(document)
    var (sentences, tokens, slips, talk) = (0, 0, 0, 0)
    for (position, sentence) in document.sentences.enumerated()
    where styles[position] == .running && isRead(position) {
      tokens += sentence.tokens.count
      talk += sentence.tokens.count { !quoted.contains($0) && isTalk($0) }
      if sentence.tokens.count > 1 {
        sentences += 1
        if !isCareful(sentence.tokens) { slips += 1 }
      }
    }
    // With fewer of either one slip would decide.
    if sentences < 4 || slips < 2 { slips = 0 }
    if talk < 2 { talk = 0 }
    // A speech or an interview is talk, and yet written down with care.
    let isComposed = tokens >= 300 && slips * 10 < sentences
    return (2 * talk + slips) * 100 <= (isReport ? 8 : 3) * tokens || isComposed
  }

  /// Whether a token is a word or a sign of talk: `you`, `don't`, `!`, `:-)`.
  private func isTalk(_ token: Int) -> Bool {
    let form = document.tokens[token].form
    if shapes[token] == .mark {
      return form.utf8.first == UInt8(ascii: "!") || Self.faces.contains(form)
    }
    // 'the US' is a country.
    if shapes[token] == .capitals { return false }
    return Self.talk.contains(document.tokens[token].lower)
  }

  private static let faces: Set<String> = [
    ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":-P", "<3",
  ]

  /// Pronouns of the first and second person, and what is run together in talk.
  private static let talk: Set<String> = [
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
    "yours", "yourself", "yourselves", "u", "ur", "ya", "im", "ive", "n't", "n’t", "'m", "’m",
    "'ve", "’ve", "'ll", "’ll", "'re", "’re", "'d", "’d",
  ]

  private func isCareful(_ sentence: Range<Int>) -> Bool {
    guard
      let first = sentence.first(where: { shapes[$0] != .mark }), shapes[first] != .lower,
      let last = sentence.last(where: { !Self.closing.contains(form($0)) })
    else { return false }
    return [".", "?", "!", "...", "…", ":"].contains(form(last))
  }

  private static let closing: Set<String> = ["\"", "”", "’", "'", "''", ")", "]", "»"]
}
