/// Reads numbers, in digits or words, off the tokens of a sentence.
struct NumberScanner {
  /// A number and where it stands.
  struct Number: Hashable, Sendable {
    var tokens: Range<Int>
    var low: Double
    var high: Double
    /// Whether it is a plural word such as 'dozens'.
    var isVague = false
    /// Code of the currency that stands with it.
    var currency: String?
  }

  private let words: QuantityWords
  private let forms: [String]

  /// A scanner of these lower-case tokens.
  init(_ forms: [String], _ words: QuantityWords) {
    self.forms = forms
    self.words = words
  }

  /// The number that begins at `start`, a currency sign in front included; nil where none does.
  func number(at start: Int) -> Number? {
    guard forms.indices.contains(start), words.mayOpenNumber(forms[start]) else { return nil }
    if let code = words.currencies[forms[start]], !forms[start].allSatisfy(\.isLetter) {
      guard var number = plain(at: start + 1), !number.isVague else { return nil }
      number.tokens = start..<number.tokens.upperBound
      number.currency = code
      return number
    }
    if let (code, rest) = currencyPrefix(forms[start]), let value = Self.digits(rest) {
      var number = extended(start + 1, value, from: start)
      number.currency = code
      return number
    }
    return plain(at: start)
  }

  private func currencyPrefix(_ form: String) -> (String, Substring)? {
    for length in [1, 2, 3] where form.count > length {
      let sign = String(form.prefix(length))
      if !sign.allSatisfy({ $0.isLetter || $0.isNumber }), let code = words.currencies[sign] {
        return (code, form.dropFirst(length))
      }
    }
    return nil
  }

  private func plain(at start: Int) -> Number? {
    guard forms.indices.contains(start) else { return nil }
    let form = forms[start]
    if let value = Self.digits(form[...]) { return extended(start + 1, value, from: start) }
    if let value = spelled(form) { return extended(start + 1, value, from: start) }
    if form == "a" || form == "an" || form == "one" || form == "half" { return unitNumber(start) }
    if let scale = words.multipliers[form], form != "score" {
      return Number(tokens: start..<start + 1, low: scale, high: scale)
    }
    if let range = words.vague[form] { return vague(start, range) }
    if form == "several" || form == "few" { return several(start) }
    return nil
  }

  /// 'a million', 'a dozen', 'one billion', 'half a million', 'a few hundred'.
  private func unitNumber(_ start: Int) -> Number? {
    if forms[start] == "half" {
      guard start + 2 < forms.count, forms[start + 1] == "a",
        let scale = words.multipliers[forms[start + 2]]
      else { return nil }
      return Number(tokens: start..<start + 3, low: scale / 2, high: scale / 2)
    }
    guard start + 1 < forms.count else { return nil }
    if forms[start + 1] == "few" {
      guard var number = several(start + 1) else { return nil }
      number.tokens = start..<number.tokens.upperBound
      return number
    }
    guard words.multipliers[forms[start + 1]] != nil else { return nil }
    return extended(start + 1, 1, from: start)
  }

  /// 'several hundred', 'few thousand'.
  private func several(_ start: Int) -> Number? {
    guard start + 1 < forms.count, let scale = words.multipliers[forms[start + 1]], scale != 12
    else { return nil }
    return Number(
      tokens: start..<start + 2, low: 2 * scale, high: 10 * scale - 1, isVague: true)
  }

  /// 'tens of thousands', 'hundreds of millions'.
  private func vague(_ start: Int, _ range: (low: Double, high: Double)) -> Number {
    guard start + 2 < forms.count, forms[start + 1] == "of",
      let scale = words.vague[forms[start + 2]], scale.low >= 2000
    else {
      return Number(
        tokens: start..<start + 1, low: range.low, high: range.high, isVague: true)
    }
    let unit = scale.low / 2
    return Number(
      tokens: start..<start + 3, low: range.low * unit, high: (range.high + 1) * unit - 1,
      isVague: true)
  }

  /// Further words of the number: '2.75 million', 'two hundred and fifty', 'three dozen'.
  private func extended(_ next: Int, _ value: Double, from start: Int) -> Number {
    var total = 0.0
    var current = value
    var at = next
    while at < forms.count, at - start < 12 {
      if let scale = words.multipliers[forms[at]] {
        if scale >= 1000 {
          total += current * scale
          current = 0
        } else {
          current *= scale
        }
        at += 1
        continue
      }
      let skipsAnd = forms[at] == "and" && words.multipliers[forms[at - 1]] != nil
      let position = skipsAnd ? at + 1 : at
      // 'two hundred fifty': a part of a number is smaller than what it follows.
      guard position < forms.count, words.multipliers[forms[at - 1]] != nil,
        let part = spelled(forms[position]), part < 100, total + current >= 100
      else { break }
      current += part
      at = position + 1
    }
    let sum = Self.tidied(total + current)
    return Number(tokens: start..<at, low: sum, high: sum)
  }

  /// The value of 'seven', 'forty-four'.
  private func spelled(_ form: String) -> Double? {
    if let value = words.numbers[form] { return value }
    let parts = form.split(separator: "-")
    guard parts.count == 2, let tens = words.numbers[String(parts[0])], tens >= 20, tens < 100
    else {
      return nil
    }
    if parts[1] == "one" { return tens + 1 }
    return words.numbers[String(parts[1])].flatMap { $0 < 10 ? tens + $0 : nil }
  }

  /// The value of '1,200', '3.5', '40bn', '5m', '10k'; nil where it is not all a number.
  static func digits(_ form: Substring) -> Double? {
    var body = form
    var scale = 1.0
    for (suffix, value) in [("bn", 1e9), ("tn", 1e12), ("mn", 1e6), ("m", 1e6), ("k", 1e3)] {
      if body.hasSuffix(suffix) {
        body = body.dropLast(suffix.count)
        scale = value
        break
      }
    }
    guard let first = body.utf8.first, (0x30...0x39).contains(first), body.utf8.count <= 20 else {
      return nil
    }
    let groups = body.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      let tail = groups.dropFirst()
      guard let lead = groups.first, (1...3).contains(lead.utf8.count),
        tail.dropLast().allSatisfy({ $0.utf8.count == 3 || $0.utf8.count == 2 }),
        (tail.last?.prefix { $0 != "." }.utf8.count ?? 0) == 3
      else { return nil }
    }
    let plain = groups.joined()
    guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2e }),
      plain.utf8.last != 0x2e
    else { return nil }
    return Double(plain).map { tidied($0 * scale) }
  }

  /// `value` without the error of a product such as 16.1 million.
  private static func tidied(_ value: Double) -> Double {
    let whole = value.rounded()
    return value >= 1000 && abs(value - whole) < 1e-3 ? whole : value
  }
}
