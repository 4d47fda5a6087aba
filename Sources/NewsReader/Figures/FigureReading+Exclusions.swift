internal import NewsModel

/// What is no quantity.
extension FigureReading {
  func isQuantity(
    _ number: NumberScanner.Number, _ unit: Unit, _ sentence: Range<Int>, before: Int
  ) -> Bool {
    let first = number.tokens.lowerBound
    let end = number.tokens.upperBound
    if number.tokens.contains(where: { timeAt[$0] >= 0 && !number.isVague }) { return false }
    for token in number.tokens where mentions.mention(at: token)?.form == .name { return false }
    if end < sentence.upperBound, words.excluded.contains(forms[end]) { return false }
    if let lemma = unit.lemma, words.excluded.contains(lemma) { return false }
    if number.currency != nil { return true }
    let previous = first > sentence.lowerBound ? forms[first - 1] : ""
    if isLabel(first, end, sentence) || isAge(first, end, sentence) { return false }
    if end + 1 < sentence.upperBound, forms[end] == "in",
      NumberScanner(Array(forms[sentence]), words).number(at: end + 1 - sentence.lowerBound) != nil
    {
      return false
    }
    if ["aged", "age", "no", "no.", "number", "page", "chapter", "article", "section", "top"]
      .contains(
        previous)
    {
      return false
    }
    if unit.head == nil { return isBareQuantity(number, sentence, before: before) }
    // 'the two leaders' points back at people who are known; nothing is counted.
    if number.high <= 10, !number.isVague, ["the", "these", "those", "both"].contains(previous) {
      return false
    }
    return true
  }

  /// A number without a unit counts where it is an argument, a round large one, or bounded.
  func isBareQuantity(
    _ number: NumberScanner.Number, _ sentence: Range<Int>, before: Int
  ) -> Bool {
    let last = number.tokens.upperBound - 1
    if before < number.tokens.lowerBound { return number.low >= 10 || number.isVague }
    if number.isVague { return true }
    guard let tree, let head = tree.head(last) else {
      return number.low >= 1_000 && isWhole(number)
    }
    let year =
      (1900...2100).contains(number.low) && number.tokens.count == 1
      && !forms[last].contains(",")
    if year { return false }
    if tree.isRelation(last, "obj") {
      return words.fates[document.lemmas[head].lowercased()] != nil || number.low >= 100
        || number.tokens.count > 1
    }
    if tree.relation(last) == "nsubj:pass" || tree.isRelation(last, "nsubj") {
      return number.low >= 10 || words.fates[document.lemmas[head].lowercased()] != nil
    }
    return number.low >= 10_000 || (number.tokens.count > 1 && tree.isRelation(last, "conj"))
  }

  func isWhole(_ number: NumberScanner.Number) -> Bool {
    number.low == number.low.rounded()
  }

  /// 'Flight 370', 'Resolution 1701', 'Mi-24', '2-1', '10:30'.
  func isLabel(_ first: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
    if first > sentence.lowerBound {
      let gap = document.tokens[first].range.lower - document.tokens[first - 1].range.upper
      if gap == 0, ["-", "–", "/", ":", "#", "."].contains(forms[first - 1]) { return true }
      if document.tags[first - 1].universal == .propn, let tree, tree.head(first) == first - 1 {
        return true
      }
    }
    guard end < sentence.upperBound else { return false }
    let gap = document.tokens[end].range.lower - document.tokens[end - 1].range.upper
    return gap == 0 && ["/", ":", "-", "–"].contains(forms[end])
  }

  /// 'Rivera, 64, said'.
  func isAge(_ first: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
    first > sentence.lowerBound && end < sentence.upperBound && end == first + 1
      && forms[first - 1] == "," && [",", ".", ";", ")"].contains(forms[end])
      && document.tags[first].universal == .num
      && first - 2 >= sentence.lowerBound && mentions.entity(at: first - 2) != nil
  }

}
