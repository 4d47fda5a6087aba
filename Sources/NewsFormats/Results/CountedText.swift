internal import NewsModel

/// A count with the word for what is counted: `1 event`, `1,204 events`.
///
/// The word is given for many; of one that is no table's name, the last `s` is left out for one.
public func counted(_ count: Int, _ noun: String) -> String {
  guard count == 1 else { return "\(grouped(count)) \(noun)" }
  let singular = Table(named: noun)?.singular
  return "1 \(singular ?? (noun.hasSuffix("s") ? String(noun.dropLast()) : noun))"
}

/// A number with a comma between groups of three digits.
public func grouped(_ number: Int) -> String {
  var out: [Character] = []
  for (index, digit) in String(number.magnitude).reversed().enumerated() {
    if index > 0, index % 3 == 0 { out.append(",") }
    out.append(digit)
  }
  return (number < 0 ? "-" : "") + String(out.reversed())
}
