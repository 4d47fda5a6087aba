internal import Diagnostics
internal import NewsModel

/// Functions where a field should stand: `where length(title) > 10`, `count by year(date)`.
extension Parser {
  /// Whether a word with its arguments in brackets, and no blank between, stands at `place`.
  func isCall(_ place: Int) -> Bool {
    let word = token(at: place)
    let next = token(at: place + 1)
    guard word.kind == .word, next.kind == .leftParenthesis,
      next.range.lower == word.range.upper, word.range.count <= 64
    else { return false }
    if word.keyword == nil { return true }
    let name = lowered(word)
    return Function(rawValue: name) != nil || Aggregate(spelled: name) != nil
  }

  /// Goes past a function, and reports what is written instead; the path where it is one.
  ///
  /// - Parameter word: what stands before; `where` for a condition.
  mutating func parseCallAsPath(after word: String) -> PathSyntax? {
    let start = index
    let name = lowered(token)
    advance()
    skipBrackets()
    let range = range(from: start)
    let written = range.count < 500 ? text(range) : ""
    if let path = written.calledPath(inCondition: word == "where") {
      report(
        .foreignSyntax, "'\(shortened(written))' is written '\(path)' here", at: range,
        hints: path == written.calledFunction?.argument.lowercased()
          ? ["small and capital letters are the same in comparisons"] : [],
        fixIts: [replacement(path, at: range)])
      let names = path.split(separator: ".").map {
        PathSyntax.Name(text: String($0), range: range)
      }
      return PathSyntax(names: names, range: range)
    }
    if Function(rawValue: name) == nil, let aggregate = Aggregate(spelled: name) {
      let field = written.calledFunction?.argument.lowercased() ?? ""
      let text = field.isPathText ? "\(aggregate.rawValue) \(field)" : "count"
      report(
        .foreignSyntax, "'\(aggregate.rawValue)' is worked out for groups, not for a row",
        at: range, hints: ["next: group: \(text), or group by type: \(text)"])
      return nil
    }
    reportWorkedOut(written, name, range, from: start)
    return nil
  }

  /// Reports a function whose value needs a column before it can be asked about.
  private mutating func reportWorkedOut(
    _ written: String, _ name: String, _ range: SourceRange, from start: Int
  ) {
    let function = FunctionSynonyms.functions[name] ?? name
    let argument = written.calledFunction?.argument ?? ""
    var fixIts: [FixIt] = []
    var column = function
    if Function(rawValue: function) != nil, argument.isPathText, !isFull {
      column += "_" + argument.lowercased().filter { $0 != "." }
      if let stage = beginningOfStage(before: start) {
        let whole = SourceRange(stage.lower, range.upper)
        let head = text(SourceRange(stage.lower, range.lower))
        fixIts.append(
          FixIt(
            message: "add it as a column", range: whole,
            replacement: (stage.isPiped ? "" : "| ")
              + "add \(column) = \(function)(\(argument.lowercased())) | \(head)\(column)"))
      }
    }
    report(
      .foreignSyntax, "a field should stand here; what is worked out is a column that 'add' makes",
      at: range,
      hints: [
        "next: add \(shortened("\(column) = \(function)(\(argument))")), then ask for \(column)"
      ],
      fixIts: fixIts)
  }

  /// Goes past the rest of a test whose field could not be understood.
  mutating func skipTest(of field: SourceRange) {
    switch kind {
    case .equal, .exactly, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .notContains, .lessGreater, .equalTilde, .colon:
      break
    case .word where keyword == .in || keyword == .between || keyword == .not || keyword == .is:
      break
    default:
      skipCondition()
      return
    }
    _ = parseTestKind(PathSyntax(names: [PathSyntax.Name(text: "it", range: field)], range: field))
  }

  /// Where the stage or the `where` begins that holds the token at `place`.
  private func beginningOfStage(before place: Int) -> (lower: Int, isPiped: Bool)? {
    for earlier in stride(from: place - 1, through: max(0, place - 500), by: -1) {
      let word = token(at: earlier)
      if word.kind == .pipe { return (token(at: earlier + 1).range.lower, true) }
      if word.keyword == .where {
        return (word.range.lower, earlier > 0 && token(at: earlier - 1).kind == .pipe)
      }
    }
    return nil
  }

  /// A test in the form of a function, `isnull(place)`, which is `place is unknown` here; nil where
  /// none stands here.
  mutating func parseCalledTest() -> Condition.Kind? {
    guard isCall(index), let isKnown = Parser.calledTests[lowered(token)] else { return nil }
    guard peek(2).kind == .word, peek(3).kind == .rightParenthesis else { return nil }
    let field = peek(2).range
    guard text(field).lowercased().isPathText else { return nil }
    let start = index
    for _ in 0..<4 { advance() }
    guard let path = path(in: field) else { return .invalid }
    let replaced = "\(path.text) is \(isKnown ? "known" : "unknown")"
    let range = range(from: start)
    report(
      .foreignSyntax, "'\(shortened(text(range)))' is written '\(shortened(replaced))'", at: range,
      fixIts: [replacement(replaced, at: range)])
    return .known(path, isKnown: isKnown)
  }

  /// What functions of other languages ask for: whether a field is known.
  private static let calledTests: [String: Bool] = [
    "isnull": false, "is_null": false, "isempty": false, "is_empty": false, "missing": false,
    "isnotnull": true, "isnotempty": true, "notnull": true, "exists": true, "defined": true,
    "has": true,
  ]
}

extension String {
  /// Whether it is a field or fields joined by dots, as far as its letters tell.
  var isPathText: Bool {
    !isEmpty && utf8.count <= 64 && first?.isLetter == true
      && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }

  /// The path that a function of a date, or of the case of letters, is here; nil for any other.
  fileprivate func calledPath(inCondition: Bool) -> String? {
    if let period = translatedPeriod { return period }
    guard let (name, argument) = calledFunction, argument.isPathText else { return nil }
    let field = argument.lowercased()
    let function = FunctionSynonyms.functions[name] ?? name
    if BoundPath.DatePart(rawValue: function) != nil { return "\(field).\(function)" }
    return inCondition && ["lower", "upper", "trim"].contains(function) ? field : nil
  }
}

/// Words that people use for functions that are called something else, or are written otherwise.
enum FunctionSynonyms {
  /// The function that a word, in small letters, means.
  static let functions: [String: String] = [
    "strlen": "length", "len": "length", "char_length": "length", "character_length": "length",
    "tolower": "lower", "to_lower": "lower", "lcase": "lower", "lowercase": "lower",
    "toupper": "upper", "to_upper": "upper", "ucase": "upper", "uppercase": "upper",
    "getyear": "year", "getmonth": "month", "dayofweek": "weekday", "day_of_week": "weekday",
    "word_count": "words", "array_length": "length", "floor": "round", "ceil": "round",
  ]

  /// What is written instead of a function that there is not.
  static let forms: [String: String] = [
    "concat": "type + \" \" + action", "strcat": "type + \" \" + action",
    "concat_ws": "type + \" \" + action",
    "coalesce": "if place is known then place else \"none\"",
    "ifnull": "if place is known then place else \"none\"",
    "nvl": "if place is known then place else \"none\"",
    "datetime_diff": "days between date and today", "datediff": "days between date and today",
    "date_diff": "days between date and today", "age": "days between date and today",
    "now": "today", "today": "today", "getdate": "today", "ago": "2023-09-28, or today",
  ]
}
