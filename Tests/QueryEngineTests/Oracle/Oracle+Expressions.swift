import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// Works out an expression for a row; nothing where it is not known.
  func evaluator(_ expression: BoundExpression) -> Reader {
    switch expression {
    case .path(let path): return reader(path)
    case .value(let value):
      let atoms = [Atom(value)].compactMap { $0 }
      return { _ in atoms }
    case .call(let function, let arguments):
      let evaluators = arguments.map { evaluator($0) }
      let isList = arguments.first.map(Self.isList) ?? false
      let call = call(function, isList: isList)
      return { row in
        let values = evaluators.map { $0(row) }
        return values.contains([]) ? [] : [call(values)].compactMap { $0 }
      }
    case .arithmetic(let operation, let left, let right):
      let (a, b) = (evaluator(left), evaluator(right))
      return { row in
        guard let x = a(row).first, let y = b(row).first else { return [] }
        return [Self.result(operation, x, y)].compactMap { $0 }
      }
    case .conditional(let condition, let then, let otherwise):
      let judge = judge(condition)
      let (a, b) = (evaluator(then), evaluator(otherwise))
      let type = Self.type(of: expression)
      return { row in
        (judge(row) == true ? a(row) : b(row)).compactMap { converted($0, type) }
      }
    }
  }

  /// A value in the type of the column that holds it, where it may be one of several that differ.
  func converted(_ atom: Atom, _ type: ColumnType) -> Atom? {
    if type.part != nil { return atom }
    switch (type.value, atom) {
    case (.text, .row), (.category, .row), (.text, .part), (.category, .part):
      return atom.text(snapshot).map { .text($0) }
    case (.number, .integer(let number)): return .number(Double(number))
    default: return atom
    }
  }

  /// What an expression gives, as far as values are converted to it.
  private static func type(of expression: BoundExpression) -> ColumnType {
    switch expression {
    case .path(let path): return ColumnType(path)
    case .value(.integer): return ColumnType(.integer)
    case .value(.number): return ColumnType(.number)
    case .value(.date): return ColumnType(.date)
    case .value(.text), .value(.unknown), .value(.list): return ColumnType(.text)
    case .call(let function, let arguments):
      switch function {
      case .year, .quarter, .month, .week, .day, .weekday:
        return ColumnType(.date, part: BoundPath.DatePart(rawValue: function.rawValue))
      case .daysBetween, .length, .words, .round: return ColumnType(.integer)
      case .lower, .upper, .join: return ColumnType(.text)
      case .first, .last, .absolute:
        return arguments.first.map { type(of: $0) } ?? ColumnType(.text)
      }
    case .arithmetic(let operation, let a, let b):
      let isWhole = [a, b].allSatisfy { type(of: $0).value == .integer }
      return ColumnType(isWhole && operation != .divided ? .integer : .number)
    case .conditional(_, let then, let otherwise):
      let (a, b) = (type(of: then), type(of: otherwise))
      if a.value == b.value { return a }
      return ColumnType(a.value == .integer || a.value == .number ? .number : .text)
    }
  }

  private static func isList(_ expression: BoundExpression) -> Bool {
    switch expression {
    case .path(let path): path.isList
    case .conditional(_, let then, let otherwise): isList(then) || isList(otherwise)
    case .value, .call, .arithmetic: false
    }
  }

  /// A function of known values.
  private func call(_ function: Function, isList: Bool) -> ([[Atom]]) -> Atom? {
    let snapshot = snapshot
    func part(_ part: BoundPath.DatePart) -> ([[Atom]]) -> Atom? {
      { $0[0][0].days.flatMap { Atom(part, of: $0) } }
    }
    func text(_ make: @escaping (String) -> Atom) -> ([[Atom]]) -> Atom? {
      { $0[0][0].text(snapshot).map(make) }
    }
    switch function {
    case .year: return part(.year)
    case .quarter: return part(.quarter)
    case .month: return part(.month)
    case .week: return part(.week)
    case .day: return part(.day)
    case .weekday: return part(.weekday)
    case .daysBetween:
      return { values in
        guard let a = values[0][0].days?.first, let b = values[1][0].days?.first else {
          return nil
        }
        return .integer(Int(b.number) - Int(a.number))
      }
    case .lower: return text { .text($0.lowercased()) }
    case .upper: return text { .text($0.uppercased()) }
    case .length:
      return isList ? { .integer($0[0].count) } : text { .integer($0.count) }
    case .words: return text { .integer(foldedWords($0).count) }
    case .first: return { $0[0].first }
    case .last: return { $0[0].last }
    case .absolute:
      return { values in
        switch values[0][0] {
        case .integer(let number): number == Int.min ? nil : .integer(abs(number))
        case .number(let number): .number(abs(number))
        default: nil
        }
      }
    case .round:
      return { values in
        switch values[0][0] {
        case .integer: values[0][0]
        case .number(let number):
          Int(exactly: number.rounded(.toNearestOrAwayFromZero)).map { .integer($0) }
        default: nil
        }
      }
    case .join:
      return { values in
        let texts = values.compactMap { $0[0].text(snapshot) }
        return texts.count == values.count ? .text(texts.joined()) : nil
      }
    }
  }

  private static func result(_ operation: Arithmetic, _ a: Atom, _ b: Atom) -> Atom? {
    guard let x = a.number, let y = b.number else { return nil }
    if case .integer(let x) = a, case .integer(let y) = b, operation != .divided {
      let (whole, isTooGreat) =
        switch operation {
        case .plus: x.addingReportingOverflow(y)
        case .minus: x.subtractingReportingOverflow(y)
        case .times, .divided: x.multipliedReportingOverflow(by: y)
        }
      return isTooGreat ? nil : .integer(whole)
    }
    if operation == .divided && y == 0 { return nil }
    let number =
      switch operation {
      case .plus: x + y
      case .minus: x - y
      case .times: x * y
      case .divided: x / y
      }
    return number.isFinite ? .number(number) : nil
  }
}
