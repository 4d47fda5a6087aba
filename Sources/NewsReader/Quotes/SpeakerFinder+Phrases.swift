internal import NewsModel

/// Who a phrase stands for.
extension SpeakerFinder {
  /// The entity or the words of the phrase at `token`, the subject of `verb` or the object of
  /// 'according to'.
  func speaker(at token: Int, verb: Int?) -> Speaker {
    var speaker = named(at: token, verb: verb)
    let word = document.tokens[token].lower
    if ["he", "she"].contains(word), mentions.mention(at: token)?.form != .name {
      speaker.pronoun = word
    }
    return speaker
  }

  private func named(at token: Int, verb: Int?) -> Speaker {
    let word = document.tokens[token].form.lowercased()
    if words.writings.contains(word), mentions.entity(at: token) == nil {
      return Speaker(isNobody: true)
    }
    if let speaker = justSpoke(before: token) { return speaker }
    if let entity = mentions.entity(ofPhrase: token, in: reader.tree) {
      return Speaker(entity: entity)
    }
    if document.tags[token].universal == .pron { return antecedent(of: token) ?? Speaker() }
    if words.documents.contains(word) || words.spokespeople.contains(word),
      let owner = owner(of: token, upTo: verb)
    {
      return Speaker(entity: owner)
    }
    if words.documents.contains(word), reader.tree.isRelation(token, "obj"),
      let issuer = reader.tree.head(token).flatMap({ reader.surfaceSubject($0) }), issuer != token,
      !quoted[issuer]
    {
      return speaker(at: issuer, verb: nil)
    }
    if let entity = apposition(to: token) ?? described(at: token) { return Speaker(entity: entity) }
    return Speaker(text: phrase(token, verb: verb))
  }

  /// The person named between commas behind a phrase: 'the president of Chad, Ana Rivera,'.
  private func apposition(to token: Int) -> EntityIndex? {
    var at = token + 1
    while at < document.tokens.count, at - token < 8, !quoted[at],
      [.adp, .det, .adj, .noun, .propn].contains(document.tags[at].universal)
    {
      at += 1
    }
    guard at + 1 < document.tokens.count, document.tokens[at].form == ",",
      let mention = mentions.mention(at: at + 1), mention.form == .name,
      document.entities[mention.entity.position].kind == .person,
      mention.tokens.upperBound < document.tokens.count,
      document.tokens[mention.tokens.upperBound].form == ","
    else { return nil }
    return mention.entity
  }

  /// Whether a noun is somebody, or stands with an article as somebody new does.
  func isPersonNoun(_ token: Int) -> Bool {
    guard document.tags[token].universal == .noun else { return false }
    return words.isPerson(document.tokens[token].form.lowercased())
      || reader.tree.children(token).contains { document.tokens[$0].form.lowercased() == "a" }
  }

  /// Whose statement or spokesman it is: 'the ministry's statement', 'Kremlin spokesman', 'a report by
  /// the bank', 'a spokeswoman for the bank', 'a letter in Rivera's name'.
  private func owner(of token: Int, upTo verb: Int?) -> EntityIndex? {
    let sentence = document.sentences[document.tokens[token].sentence].tokens
    var before = token - 1
    while before >= sentence.lowerBound, token - before <= 6, !quoted[before] {
      if let entity = mentions.entity(at: before) { return entity }
      let tag = document.tags[before]
      guard [.adj, .noun, .propn].contains(tag.universal) || tag.penn == "POS" else { break }
      before -= 1
    }
    let limit = min(sentence.upperBound, token + 10)
    guard token + 1 < limit else { return nil }
    let links: Set<String> = [
      "of", "for", "by", "from", "in", "on", "issued", "published", "released",
    ]
    guard links.contains(document.tokens[token + 1].form.lowercased()) else { return nil }
    for after in token + 1..<limit where after != verb {
      if quoted[after] || document.tags[after].universal == .punct { return nil }
      if after > token + 2, document.tags[after].universal == .verb { return nil }
      if let mention = mentions.mention(at: after), mention.form == .name { return mention.entity }
    }
    return nil
  }

  /// The words of a noun phrase without what is set off by commas: 'a baker in the old town'.
  private func phrase(_ token: Int, verb: Int?) -> String {
    let tree = reader.tree
    let inside = Set(
      tree.subtree(token) { child in
        switch reader.relationKind(child) {
        case "appos", "punct", "conj", "cc", "parataxis", "advcl", "dep": true
        case "acl":
          child == verb || tree.children(child, "punct").contains { $0 < child } || isComma(child)
        case "case": tree.head(child) == token && child < token
        case "obl", "advmod": tree.head(child) == token
        default: false
        }
      })
    // What the tree hangs elsewhere, but stands in front as a phrase's words do.
    var run = token...token
    let start = document.sentences[document.tokens[token].sentence].tokens.lowerBound
    while run.lowerBound > start, !quoted[run.lowerBound - 1],
      inside.contains(run.lowerBound - 1) || isArticle(run.lowerBound - 1)
    {
      run = run.lowerBound - 1...run.upperBound
    }
    while inside.contains(run.upperBound + 1), !quoted[run.upperBound + 1],
      run.upperBound + 1 != verb
    {
      run = run.lowerBound...run.upperBound + 1
    }
    let end = complementEnd(after: run.upperBound, verb: verb) ?? run.upperBound + 1
    return document.text(document.range(ofTokens: run.lowerBound..<end))
  }

  private static let linksOfPlace: Set<String> = ["of", "in", "at", "from", "near"]

  /// Where the complement behind a phrase ends that the tree hangs on the verb: 'a baker in Odense',
  /// up to a mark or the verb itself.
  private func complementEnd(after token: Int, verb: Int?) -> Int? {
    var link = token + 1
    for _ in 0..<3 {
      guard link < document.tokens.count, !quoted[link],
        Self.linksOfPlace.contains(document.tokens[link].form),
        let phrase = nounPhrase(from: link + 1), !isTime[phrase.head]
      else { return nil }
      if phrase.end == verb || isMark(phrase.end) { return phrase.end }
      link = phrase.end
    }
    return nil
  }

  private func isArticle(_ token: Int) -> Bool {
    document.tags[token].universal == .det && document.tags[token].penn == "DT"
  }

  /// Whether a comma stands before the clause headed by `token`.
  private func isComma(_ token: Int) -> Bool {
    guard let first = reader.tree.subtree(token).min(), first > 0 else { return false }
    return document.tokens[first - 1].form == ","
  }
}
