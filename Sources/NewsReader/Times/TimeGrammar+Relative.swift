internal import NewsModel

/// Times that count from the day of writing or from the date told last.
extension TimeGrammar {
  /// A weekday with a capital; `Sun` and `Sat` need a full stop to be days.
  func weekdayNumber(_ index: Int, _ words: TimeWords) -> Int? {
    guard words.isCapital(index), let number = lexicon.weekdays[words.word(index)] else {
      return nil
    }
    if words.word(index).utf8.count < 6, !words.forms[index].hasSuffix(".") { return nil }
    return number
  }

  /// `Tuesday`, `last Tuesday`, `this coming Friday`, `Monday night`.
  func weekday(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    var which: Which?
    if let given = lexicon.whiches[words.word(at)] {
      which = given
      at += 1
      if given == .this, let second = lexicon.whiches[words.word(at)] {
        which = second
        at += 1
      }
    }
    guard let weekday = weekdayNumber(at, words) else { return nil }
    at += 1
    if lexicon.dayParts.contains(words.word(at)) { at += 1 }
    if which == nil, words.word(at) == "last", words.word(at + 1) == "week" { return nil }
    return (.weekday(weekday, which), at)
  }

  /// `the weekend`, `last weekend`, `this weekend`.
  func weekend(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    var which = lexicon.whiches[words.word(at)]
    if which != nil || words.word(at) == "the" { at += 1 }
    if which == nil || which == .this, let second = lexicon.whiches[words.word(at)] {
      which = second
      at += 1
    }
    return words.word(at) == "weekend" ? (.weekend(which), at + 1) : nil
  }

  /// `yesterday morning`, `last night`, `this evening`, `the day before yesterday`.
  func offset(_ index: Int, _ words: TimeWords) -> Match? {
    let word = words.word(index)
    if word == "the", words.word(index + 1) == "day" {
      switch (words.word(index + 2), words.word(index + 3)) {
      case ("before", "yesterday"): return (.offset(-2), index + 4)
      case ("after", "tomorrow"): return (.offset(2), index + 4)
      default: return nil
      }
    }
    if let days = lexicon.offsets[word] {
      let hasPart = lexicon.dayParts.contains(words.word(index + 1))
      return (.offset(days), index + (hasPart ? 2 : 1))
    }
    let next = words.word(index + 1)
    guard lexicon.dayParts.contains(next) else { return nil }
    switch word {
    case "last" where next == "night" || next == "evening": return (.offset(-1), index + 2)
    case "this": return (.offset(0), index + 2)
    default: return nil
    }
  }

  /// `two days ago`, `three weeks later`, `a year earlier`, `hours later`.
  func count(_ index: Int, _ words: TimeWords) -> Match? {
    if ["hours", "minutes", "moments"].contains(words.word(index)),
      ["later", "earlier"].contains(words.word(index + 1))
    {
      let before = words.word(index - 1)
      let isVague = lexicon.numbers[before] != nil || words.integer(index - 1, digits: 3) != nil
      return isVague ? nil : (.same(.day), index + 2)
    }
    guard let (number, at) = number(index, words), let unit = lexicon.units[words.word(at)] else {
      return nil
    }
    switch words.word(at + 1) {
    case "ago": return (.ago(number, unit), at + 2)
    case "later", "afterwards", "afterward", "on":
      if words.word(at + 1) == "on", !isPause(at + 2, words) { return nil }
      return (.later(number, unit), at + 2)
    case "earlier", "before", "previously":
      if words.word(at + 1) == "before", !isPause(at + 2, words) { return nil }
      return (.later(-number, unit), at + 2)
    default: return nil
    }
  }

  /// Whether the sentence ends or pauses at `index`, so that nothing depends on the word before.
  func isPause(_ index: Int, _ words: TimeWords) -> Bool {
    let word = words.word(index)
    return word.isEmpty
      || [",", ".", ";", ":", ")", "!", "?", "–", "—", "and", "but"].contains(word)
  }

  /// `two`, `24`, `twenty-five`, `twenty five`: the number and the token after it.
  func number(_ index: Int, _ words: TimeWords) -> (Int, Int)? {
    if let number = words.integer(index, digits: 4) {
      return number > 0 ? (number, index + 1) : nil
    }
    let word = words.word(index)
    let fields = word.split(separator: "-")
    if fields.count == 2, let tens = lexicon.numbers[String(fields[0])], tens >= 20,
      let ones = lexicon.numbers[String(fields[1])], ones < 10
    {
      return (tens + ones, index + 1)
    }
    guard let number = lexicon.numbers[word] else { return nil }
    if number == 1, words.word(index + 1) == "few" || words.word(index + 1) == "couple" {
      return nil
    }
    return (number, index + 1)
  }

  /// `the past three weeks`, `the last year`, `the next ten days`.
  func pastUnits(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    if ["the", "this", "these"].contains(words.word(at)) { at += 1 }
    let word = words.word(at)
    guard let which = lexicon.whiches[word], which != .this, word != "previous" else { return nil }
    at += 1
    if let (number, after) = number(at, words), let unit = lexicon.units[words.word(after)] {
      return (.past(which == .next ? -number : number, unit), after + 1)
    }
    // `the past year` is a stretch of time up to now, `last year` a calendar year.
    guard word == "past" || word == "coming", index < at - 1,
      let unit = lexicon.units[words.word(at)], unit != .day, unit != .hour
    else { return nil }
    return (.past(which == .next ? -1 : 1, unit), at + 1)
  }

  /// `last month`, `this week`, `early next year`, `earlier this month`, `the end of the year`.
  func unit(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    var part: Part?
    switch words.word(at) {
    case "earlier":
      part = .earlier
      at += 1
    case "later":
      part = .later
      at += 1
    default: (part, at) = leadingPart(index, words)
    }
    var which = lexicon.whiches[words.word(at)]
    if which != nil {
      at += 1
    } else if part != nil, words.word(at) == "the" {
      which = .this
      at += 1
    } else if words.word(at) == "the", let following = lexicon.whiches[words.word(at + 1)],
      following == .this
    {
      which = .this
      at += 2
    }
    guard let which, let unit = lexicon.units[words.word(at)], unit != .hour,
      words.word(at).hasSuffix(unit.rawValue)
    else { return nil }
    if unit == .day, part == nil || part == .earlier || part == .later {
      return part != nil && which == .this ? (.offset(0), at + 1) : nil
    }
    return unit == .day ? nil : (.unit(unit, which, part: part), at + 1)
  }

  /// `that day`, `the same evening`, `that year`, `later that month`.
  func sameUnit(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    if words.word(at) == "later" || words.word(at) == "earlier" { at += 1 }
    switch words.word(at) {
    case "that":
      at += 1
      if words.word(at) == "same" { at += 1 }
    case "the" where words.word(at + 1) == "same": at += 2
    case "same": at += 1
    default: return nil
    }
    let word = words.word(at)
    if lexicon.dayParts.contains(word) { return (.same(.day), at + 1) }
    guard let unit = lexicon.units[word], unit != .hour, unit != .decade, unit != .century,
      word == unit.rawValue
    else { return nil }
    return (.same(unit), at + 1)
  }

  /// `In the evening`, `Late in the afternoon`, `Before dawn`, where they open the sentence.
  func dayPart(_ index: Int, _ words: TimeWords) -> Match? {
    let hasArticle = words.word(index) == "the"
    let at = hasArticle ? index + 1 : index
    guard index > 0, index <= 3, lexicon.dayParts.contains(words.word(at)),
      (hasArticle ? ["in", "during"] : ["at", "before", "by", "after"])
        .contains(words.word(index - 1)),
      words.lower[..<(index - 1)].allSatisfy({
        ["late", "early", "later", "shortly", "just", "and", "but", "then"].contains($0)
      }),
      words.word(at + 1) != "of", words.word(at + 1) != "on"
    else { return nil }
    return (.dayTold, at + 1)
  }

  /// `within hours`, `within minutes`, `within a day`.
  func deadline(_ index: Int, _ words: TimeWords) -> Match? {
    guard words.word(index) == "within" else { return nil }
    switch words.word(index + 1) {
    case "hours", "minutes": return words.word(index + 2) == "of" ? nil : (.within(0), index + 2)
    case "a" where words.word(index + 2) == "day", "one" where words.word(index + 2) == "day":
      return words.word(index + 3) == "of" ? nil : (.within(1), index + 3)
    default: return nil
    }
  }

  /// `the next day`, `the following week`, `the previous year`, `the day before`.
  func neighbour(_ index: Int, _ words: TimeWords) -> Match? {
    guard words.word(index) == "the" else {
      // `next day`, `following day` without an article, as headlines and short prose have it.
      guard words.word(index + 1) == "day", ["next", "following"].contains(words.word(index)) else {
        return nil
      }
      return (.later(1, .day), index + 2)
    }
    let word = words.word(index + 1)
    let step: Int? =
      switch word {
      case "next", "following": 1
      case "previous", "preceding": -1
      default: nil
      }
    if let step {
      let unitWord = words.word(index + 2)
      if lexicon.dayParts.contains(unitWord) { return (.later(step, .day), index + 3) }
      guard let unit = lexicon.units[unitWord], unit.rawValue == unitWord, unit != .hour else {
        return nil
      }
      return (.later(step, unit), index + 3)
    }
    guard let unit = lexicon.units[word], unit.rawValue == word, unit != .hour,
      isPause(index + 3, words)
    else { return nil }
    switch words.word(index + 2) {
    case "before": return (.later(-1, unit), index + 3)
    case "after": return (.later(1, unit), index + 3)
    default: return nil
    }
  }
}
