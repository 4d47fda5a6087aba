internal import Diagnostics
internal import NewsModel

/// What values are, by the type of the field that they are compared with.
extension Binder {
  // MARK: Texts

  mutating func bindTexts(_ test: Test, _ values: [ValueSyntax]) -> BoundCondition? {
    if test.isWeekday { return bindCategories(test, values) }
    return bindEach(test, values) { binder, value in
      let text = folded(value.text)
      if text.isEmpty { binder.reportNoLetters(value) }
      return text.isEmpty ? nil : text
    }
  }

  /// The condition that the path is any of the values: patterns and globs one by one, the texts
  /// that `read` makes of the others together.
  private mutating func bindEach(
    _ test: Test, _ values: [ValueSyntax],
    read: (inout Binder, ValueSyntax) -> String?
  ) -> BoundCondition? {
    var texts: [String] = []
    var conditions: [BoundCondition] = []
    var isValid = true
    for value in values {
      switch value.kind {
      case .pattern(let pattern):
        let condition = bindPattern(test, pattern, value)
        isValid = isValid && condition != nil
        if let condition { conditions.append(condition) }
      case .words(let text) where text.contains("*"):
        let condition = bindGlob(test, text, value)
        isValid = isValid && condition != nil
        if let condition { conditions.append(condition) }
      default:
        let text = read(&self, value)
        isValid = isValid && text != nil
        if let text { noteWord(text, of: test.path, at: value.range) }
        if let text, !texts.contains(text) { texts.append(text) }
      }
    }
    guard isValid else { return nil }
    if !texts.isEmpty || conditions.isEmpty {
      conditions.insert(.test(test.path, .text(.equals(texts))), at: 0)
    }
    return conditions.count == 1 ? conditions[0] : .or(conditions)
  }

  /// A pattern or glob on an entity's name is tried on every spelling.
  private func onAllNames(_ test: Test, _ text: TextTest) -> BoundCondition {
    let condition = BoundCondition.test(test.path, .text(text))
    guard let aliases = test.aliases else { return condition }
    return .or([condition, .test(aliases, .text(text))])
  }

  mutating func bindPattern(
    _ test: Test, _ pattern: String, _ value: ValueSyntax
  ) -> BoundCondition? {
    if let problem = RegularExpression.check(pattern) {
      report(
        .badPattern, "the pattern cannot be read: \(problem)", at: value.range,
        hints: ["next: ~ \(quoted(pattern)) looks for these very words"])
      return nil
    }
    return onAllNames(test, .pattern(pattern))
  }

  mutating func bindGlob(
    _ test: Test, _ text: String, _ value: ValueSyntax
  ) -> BoundCondition? {
    var pieces = text.split(separator: "*", omittingEmptySubsequences: false).map { folded($0) }
    // Two stars in a row say no more than one.
    if pieces.count > 2 {
      let inner = pieces[1..<pieces.count - 1].filter { !$0.isEmpty }
      pieces = [pieces[0]] + inner + [pieces[pieces.count - 1]]
    }
    return onAllNames(test, .glob(pieces: pieces))
  }

  // MARK: Closed lists

  mutating func bindCategories(_ test: Test, _ values: [ValueSyntax]) -> BoundCondition? {
    let known = Categories(of: test)
    return bindEach(test, values) { binder, value in
      guard let known else { return folded(value.text) }
      if let word = known.word(for: value.text) { return folded(word) }
      binder.reportUnknownCategory(value, test, known)
      return nil
    }
  }

  private mutating func reportUnknownCategory(
    _ value: ValueSyntax, _ test: Test, _ known: Categories
  ) {
    let text = value.text
    let name = test.syntax.text
    if ["unknown", "null", "none", "nothing"].contains(text.lowercased()) {
      report(
        .unknownCategory, "'\(text)' is no \(name)", at: value.range,
        hints: ["next: \(name) is unknown"])
      return
    }
    let parts = text.split(separator: " ").map { known.word(for: String($0)) }
    if parts.count > 1, !parts.contains(nil) {
      let list = parts.compactMap { $0 }.joined(separator: ", ")
      report(
        .unknownCategory, "there is no \(name) '\(shortened(text))'", at: value.range,
        hints: ["several values are joined by commas", "next: \(name) in (\(list))"])
      return
    }
    let others = Categories.owners(of: text).filter { $0 != known.field }
    let near = nearest(to: text, among: known.words)
    var hints: [String] = []
    if let other = others.first, let word = Categories.all[other]?.word(for: text) {
      hints.append("'\(word)' is a \(other)")
      let parent = test.syntax.names.dropLast().map { $0.text + "." }.joined()
      hints.append("next: \(parent)\(other) = \(word)")
    } else {
      hints += didYouMean(near)
    }
    let rest = known.words.filter { !near.contains($0) }
    hints.append("known: " + (near + rest).joined(separator: ", "))
    report(
      .unknownCategory, "there is no \(name) '\(shortened(text))'", at: value.range, hints: hints,
      fixIts: others.isEmpty
        ? near.prefix(1).map { fixIt(quotedIfNeeded($0), at: value.range) } : [])
  }

  // MARK: Numbers

  mutating func bindNumbers(_ test: Test, _ values: [ValueSyntax]) -> BoundCondition? {
    let numbers = values.compactMap { number($0, of: test) }
    guard numbers.count == values.count else { return nil }
    return .test(test.path, .number(.equals(numbers)))
  }

  /// The number that a value is: digits, with or without a sign, commas between thousands and a
  /// decimal point.
  mutating func number(_ value: ValueSyntax, of test: Test) -> Double? {
    if value.isOpen {
      noteUse(of: value, as: test.parameterType)
      return 0
    }
    let isText: Bool
    switch value.kind {
    case .words, .quoted: isText = true
    default: isText = false
    }
    if isText, let number = decimal(value.text) {
      note(.number, at: value.range)
      return number
    }
    let name = test.syntax.text
    let isUnknown = ["unknown", "null", "none"].contains(value.text.lowercased())
    report(
      .notANumber, "'\(name)' is a number, and \(value.canonical) is none", at: value.range,
      hints: [isUnknown ? "next: \(name) is unknown" : "next: \(name) > 100"])
    return nil
  }

  /// The number that `text` is; nil where it is none.
  func decimal(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    var digits: [UInt8] = []
    var group = -1
    var hasPoint = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: digits.append(byte)
      case 0x30...0x39:
        digits.append(byte)
        if group >= 0 { group += 1 }
      case UInt8(ascii: ",") where !hasPoint && index > 0 && (group < 0 || group == 3): group = 0
      case UInt8(ascii: ".") where !hasPoint && index > 0 && index + 1 < bytes.count:
        if group >= 0, group != 3 { return nil }
        group = -1
        hasPoint = true
        digits.append(byte)
      default: return nil
      }
    }
    guard group < 0 || group == 3 else { return nil }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
