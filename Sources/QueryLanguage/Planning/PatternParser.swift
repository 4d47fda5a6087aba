/// Reads the notation of a ``RegularExpression`` into a tree.
struct PatternParser {
  typealias Failure = RegularExpression.PatternError

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// The whole pattern.
  mutating func parse() throws(Failure) -> PatternNode {
    if scalars.count > RegularExpression.lengthLimit {
      throw failure("the pattern is longer than \(RegularExpression.lengthLimit) characters")
    }
    let node = try choice()
    if at < scalars.count { throw failure("')' closes no group") }
    return node
  }

  private func failure(_ message: String) -> Failure {
    let offset = scalars.prefix(at).reduce(0) { $0 + $1.utf8.count }
    return Failure(message: message, offset: offset)
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  private mutating func choice() throws(Failure) -> PatternNode {
    var options = [try sequence()]
    while skip("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(Failure) -> PatternNode {
    var items: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      items.append(try repetition(of: try atom(scalar)))
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  private mutating func repetition(of atom: PatternNode) throws(Failure) -> PatternNode {
    var node = atom
    while let scalar = next {
      switch scalar {
      case "*": node = .repeated(node, least: 0, most: nil)
      case "+": node = .repeated(node, least: 1, most: nil)
      case "?": node = .repeated(node, least: 0, most: 1)
      case "{":
        guard let (least, most, end) = bounds() else { return node }
        if let most, most < least { throw failure("the bounds of a repetition are reversed") }
        node = .repeated(node, least: least, most: most)
        at = end - 1
      default: return node
      }
      at += 1
      _ = skip("?")
    }
    return node
  }

  /// The bounds `{m}`, `{m,}`, `{,n}` or `{m,n}` at the brace, and where they end; nil where the
  /// brace stands for itself.
  private func bounds() -> (least: Int, most: Int?, end: Int)? {
    var place = at + 1
    func number() -> Int? {
      var value: Int?
      while place < scalars.count,
        let digit = scalars[place].properties.numericType == .decimal
          ? Int(String(scalars[place])) : nil
      {
        value = min((value ?? 0) * 10 + digit, 100_000)
        place += 1
      }
      return value
    }
    let least = number()
    var most = least
    if place < scalars.count, scalars[place] == "," {
      place += 1
      most = number()
      if least == nil && most == nil { return nil }
    } else if least == nil {
      return nil
    }
    guard place < scalars.count, scalars[place] == "}" else { return nil }
    return (least ?? 0, most, place + 1)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(Failure) -> PatternNode {
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracket())
    case "\\": return try escape()
    case "*", "+", "?": throw failure("'\(scalar)' has nothing to repeat")
    default: break
    }
    at += 1
    switch scalar {
    case ".": return .set(.dot)
    case "^": return .assertion(.lineStart)
    case "$": return .assertion(.lineEnd)
    default: return .set(ScalarSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func group() throws(Failure) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > RegularExpression.nestingLimit { throw failure("groups are nested too deeply") }
    let start = at
    at += 1
    if skip("?") {
      if skip("<"), next != "=", next != "!" {
        while let scalar = next, scalar != ">" { at += scalar == ")" ? scalars.count : 1 }
        if !skip(">") {
          at = min(at, scalars.count)
          throw failure("the name of a group has no '>'")
        }
      } else if skip("i") {
        if skip(")") { return .empty }
        if !skip(":") { throw failure("only the flag 'i' is known") }
      } else if !skip(":") {
        throw failure("look-around is not supported")
      }
    }
    let node = try choice()
    if !skip(")") {
      at = start
      throw failure("'(' is not closed")
    }
    return node
  }

  // MARK: Sets

  private mutating func escape() throws(Failure) -> PatternNode {
    at += 1
    guard let scalar = next else { throw failure("'\\' stands at the end") }
    at += 1
    switch scalar {
    case "b": return .assertion(.wordBoundary)
    case "B": return .assertion(.noWordBoundary)
    case "1"..."9":
      at -= 1
      throw failure("back-references are not supported")
    default: break
    }
    if let part = Self.part(scalar) { return .set(ScalarSet(parts: [part])) }
    let literal = try literal(escaped: scalar)
    return .set(ScalarSet(ranges: [literal.value...literal.value]))
  }

  private static func part(_ scalar: Unicode.Scalar) -> ScalarSet.Part? {
    switch scalar {
    case "d": .init(kind: .digit, isNegated: false)
    case "D": .init(kind: .digit, isNegated: true)
    case "w": .init(kind: .word, isNegated: false)
    case "W": .init(kind: .word, isNegated: true)
    case "s": .init(kind: .space, isNegated: false)
    case "S": .init(kind: .space, isNegated: true)
    default: nil
    }
  }

  private func literal(escaped scalar: Unicode.Scalar) throws(Failure) -> Unicode.Scalar {
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    default: break
    }
    let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
    if isLetter || scalar == "0" { throw failure("'\\\(scalar)' is not known") }
    return scalar
  }

  private mutating func bracket() throws(Failure) -> ScalarSet {
    let start = at
    at += 1
    var set = ScalarSet()
    set.isNegated = skip("^")
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      isFirst = false
      if scalar == "[", at + 1 < scalars.count, scalars[at + 1] == ":" {
        set.parts.append(try named())
        continue
      }
      if scalar == "\\", at + 1 < scalars.count, let part = Self.part(scalars[at + 1]) {
        set.parts.append(part)
        at += 2
        continue
      }
      let low = try member()
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
        set.ranges.append(low.value...low.value)
        continue
      }
      at += 1
      let high = try member()
      if high < low { throw failure("the range \(low)-\(high) is reversed") }
      set.ranges.append(low.value...high.value)
    }
    if !skip("]") {
      at = start
      throw failure("'[' is not closed")
    }
    return set
  }

  /// One scalar of a set, which may be written with a backslash.
  private mutating func member() throws(Failure) -> Unicode.Scalar {
    guard let scalar = next else { throw failure("'[' is not closed") }
    at += 1
    guard scalar == "\\" else { return scalar }
    guard let escaped = next else { throw failure("'\\' stands at the end") }
    at += 1
    return try literal(escaped: escaped)
  }

  /// A kind by name: `[:alpha:]`.
  private mutating func named() throws(Failure) -> ScalarSet.Part {
    at += 2
    var name = ""
    while let scalar = next, scalar != ":" {
      name.unicodeScalars.append(scalar)
      at += 1
    }
    guard skip(":"), skip("]"), let kind = ScalarSet.Kind(rawValue: name) else {
      throw failure("'[:\(name):]' is not known")
    }
    return ScalarSet.Part(kind: kind, isNegated: false)
  }
}
