internal import NewsModel

/// One pass over one sentence of running text: which runs of capitals are names.
struct NameScan {
  let text: NameText
  let lexicon: NameLexicon
  let sentence: Range<Int>
  var found: [NameCandidate] = []
  /// Folded names of ships, storms and other things, which are none in the whole document.
  var things: Set<String> = []

  init(text: NameText, lexicon: NameLexicon, sentence: Range<Int>) {
    self.text = text
    self.lexicon = lexicon
    self.sentence = sentence
  }

  /// The names of the sentence in order.
  mutating func candidates() -> [NameCandidate] {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if let end = directed(at) {
        found.append(NameCandidate(tokens: at..<end, known: nil, votes: KindVotes(place: 8)))
        at = end
      } else if beginsName(at) {
        let end = runEnd(from: at)
        at = split(at..<end)
      } else {
        at += 1
      }
    }
    return found.filter { !isAgencyOfDateline($0.tokens) && !isCredit($0.tokens) }
  }

  func isCapital(_ token: Int) -> Bool {
    token < sentence.upperBound && (text.shapes[token].isCapital || isMixedName(token))
      && !isModelNumber(token)
  }

  /// `al-Masri`, `d'Orsay`, `eBay`: a name that begins with a small letter.
  private func isMixedName(_ token: Int) -> Bool {
    guard text.shapes[token] == .mixed else { return false }
    return text.tag(token).map { $0 == .propn || $0 == .noun || $0 == .adj || $0 == .other } ?? true
      && !isCompoundAdjective(token)
  }

  /// `pro-Russian`, `anti-NATO`: the capital is not the name's first.
  private func isCompoundAdjective(_ token: Int) -> Bool {
    let form = text.form(token)
    guard let hyphen = form.firstIndex(of: "-") else { return false }
    let head = folded(form[..<hyphen])
    return !NameForm.particles.contains(head)
  }

  private func beginsName(_ token: Int) -> Bool {
    if isCapital(token) { return !isHyphenAdjective(token) }
    if text.shapes[token] == .mixed, let match = known(at: token), match.end > token + 1 {
      return true
    }
    if text.shapes[token] == .lower, token + 1 < sentence.upperBound {
      // 'al Qaeda', 'van Gogh': a small word that begins a known name.
      if let match = known(at: token), match.end > token + 1 || match.value.group == .body {
        return text.form(token).contains("-")
          || isCapital(token + 1)
            && NameForm.particles.contains(text.words[token])
      }
    }
    return false
  }

  /// `Moscow-backed`, `Iran-led`: one token that only describes.
  func isHyphenAdjective(_ token: Int) -> Bool {
    let form = text.form(token)
    guard let hyphen = form.lastIndex(of: "-") else { return false }
    let tail = form[form.index(after: hyphen)...]
    guard let first = tail.first, first.isLowercase else { return false }
    if let tag = text.tag(token), tag == .adj || tag == .verb {
      // 'Jae-in', 'Il-sung': the second half of a name that stands after its first.
      let follows = token > sentence.lowerBound && text.shapes[token - 1] == .capital
      if !follows || text.tag(token - 1) != .propn { return true }
    }
    return NameText.isAdjectiveTail(tail)
  }

  /// The end of a part of a country or region that begins here: `eastern Libya`.
  private func directed(_ token: Int) -> Int? {
    guard text.classes[token].contains(.direction), token + 1 < sentence.upperBound,
      text.shapes[token] == .lower || text.shapes[token] == .capital
        || text.shapes[token] == .mixed,
      known(at: token) == nil, let match = known(at: token + 1), !isHyphenAdjective(token + 1)
    else { return nil }
    switch match.value.group {
    case .country, .region: break
    case .subdivision: if text.shapes[token] != .capital { return nil }
    case .capital, .city, .body: return nil
    }
    // 'the western United States' is as it is; 'South African' is none.
    if token > sentence.lowerBound, text.words[token - 1] == "of", text.shapes[token] == .lower,
      text.words[token] == "north" || text.words[token] == "south"
    {
      return nil
    }
    if text.shapes[token] == .lower, ["north", "south", "east", "west"].contains(text.words[token])
    {
      return nil
    }
    if isCapital(match.end), !text.isSentenceStart(match.end),
      text.classes[match.end].isDisjoint(with: [.office, .title, .titleHe, .titleShe])
    {
      return nil
    }
    return match.end
  }

  /// The longest listed name that begins at a token, written as a name.
  func known(at token: Int) -> (end: Int, value: KnownName)? {
    guard
      let match = lexicon.names.longestMatch(
        in: text.words, from: token, to: min(sentence.upperBound, token + 9))
    else { return nil }
    let last = match.end - 1
    if match.value.isAcronym {
      guard match.end == token + 1, text.shapes[token] == .capitals else { return nil }
    } else {
      guard text.shapes[last] != .lower || match.value.group == .body else { return nil }
      if match.end == token + 1, text.shapes[token] == .lower, !text.form(token).contains("-") {
        return nil
      }
    }
    if match.end == token + 1, text.shapes[token] == .lower || text.shapes[token] == .mixed,
      match.value.group != .body, !text.form(token).contains("-")
    {
      return nil
    }
    // A name does not end inside the possessor of a longer one, nor run over a comma.
    for inner in token..<match.end where text.shapes[inner] == .mark {
      let form = text.form(inner)
      if form == "," || form == "." || form == ";" || form == ":" { return nil }
    }
    if match.end > token + 1, text.shapes[token] == .lower,
      !NameForm.particles.contains(text.words[token])
    {
      return nil
    }
    return match
  }

  // MARK: What is left out

  /// `CITY (AGENCY) -` at the beginning of a block: the agency does nothing here.
  private func isAgencyOfDateline(_ tokens: Range<Int>) -> Bool {
    let lower = tokens.lowerBound
    guard lower > sentence.lowerBound, lower - sentence.lowerBound <= 12,
      text.form(lower - 1) == "("
    else { return false }
    var close = tokens.upperBound
    while close < sentence.upperBound, close < lower + 8, text.form(close) != ")" { close += 1 }
    guard close + 1 < sentence.upperBound, text.form(close) == ")" else { return false }
    return ["-", "–", "—", "--", ":"].contains(text.form(close + 1))
  }

  /// `AFP Photo`, `(Photo: Reuters)`, `Reporting by X`.
  private func isCredit(_ tokens: Range<Int>) -> Bool {
    func isPhotoWord(_ token: Int) -> Bool {
      sentence.contains(token)
        && ["photo", "photos", "photograph", "handout", "picture", "pool"].contains(
          text.words[token])
    }
    if isPhotoWord(tokens.upperBound), text.shapes[tokens.upperBound] == .capital { return true }
    guard tokens.upperBound < sentence.upperBound, text.form(tokens.upperBound) == ")" else {
      return false
    }
    let first = tokens.lowerBound
    return isPhotoWord(first - 1) || isPhotoWord(first - 2)
      || first - 1 >= sentence.lowerBound && text.form(first - 1) == "/"
  }
}
