import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

extension RandomQueries {
  /// An expression with its type.
  typealias Typed = (value: BoundExpression, type: ColumnType)

  /// An expression of any type.
  mutating func expression(_ point: Point, depth: Int) -> Typed {
    switch random.below(7) {
    case 0, 1:
      let path = path(point)
      return (.path(path), columnType(path, point.shape))
    case 2: return number(point, depth: depth)
    case 3: return text(point, depth: depth)
    case 4: return period(point)
    case 5: return reference(point)
    default:
      let date = date(point)
      return (date, ColumnType(.date))
    }
  }

  /// A number.
  mutating func number(_ point: Point, depth: Int) -> Typed {
    if depth == 0 || random.oneIn(3) {
      if let path = path(point, where: { [.integer, .number].contains($0.type) && !$0.isList }) {
        return (.path(path), ColumnType(path))
      }
      return constant()
    }
    let whole = ColumnType(.integer)
    switch random.below(8) {
    case 0, 1:
      let a = number(point, depth: depth - 1)
      let b = random.oneIn(2) ? constant() : number(point, depth: depth - 1)
      let operation = random.pick(Arithmetic.allCases)
      let isWhole = a.type.value == .integer && b.type.value == .integer && operation != .divided
      return (.arithmetic(operation, a.value, b.value), isWhole ? whole : ColumnType(.number))
    case 2: return (.call(.daysBetween, [date(point), date(point)]), whole)
    case 3:
      if let list = path(point, where: \.isList), random.oneIn(2) {
        return (.call(.length, [.path(list)]), whole)
      }
      return (.call(.length, [text(point, depth: 0).value]), whole)
    case 4: return (.call(.words, [text(point, depth: 0).value]), whole)
    case 5:
      let argument = number(point, depth: depth - 1)
      return (.call(.absolute, [argument.value]), argument.type)
    case 6: return (.call(.round, [number(point, depth: depth - 1).value]), whole)
    default:
      let condition = condition(point, depth: 2)
      let a = number(point, depth: depth - 1)
      let b = number(point, depth: depth - 1)
      let type = a.type.value == b.type.value ? a.type : ColumnType(.number)
      return (.conditional(condition, then: a.value, otherwise: b.value), type)
    }
  }

  private mutating func constant() -> Typed {
    random.oneIn(3)
      ? (.value(.number(Double(random.below(9)) / 2)), ColumnType(.number))
      : (.value(.integer(random.below(60) - 10)), ColumnType(.integer))
  }

  /// A text.
  private mutating func text(_ point: Point, depth: Int) -> Typed {
    let type = ColumnType(.text)
    if depth == 0 || random.oneIn(3) {
      let path = path(point) {
        [.text, .category].contains($0.type) && !$0.isList && $0.part == nil
      }
      if let path, columnType(path, point.shape).part == nil {
        return (.path(path), ColumnType(path))
      }
      return (.value(.text(random.pick(["Éclair", "well-kept water", "", "Straße 7"]))), type)
    }
    switch random.below(4) {
    case 0, 1:
      let isName = random.oneIn(2)
      let argument = isName ? reference(point).value : text(point, depth: depth - 1).value
      return (.call(random.oneIn(2) ? .lower : .upper, [argument]), type)
    case 2:
      let parts = [text(point, depth: depth - 1).value, text(point, depth: 0).value]
      return (.call(.join, parts), type)
    default:
      let condition = condition(point, depth: 2)
      let then = text(point, depth: depth - 1).value
      let otherwise = random.oneIn(2) ? reference(point).value : text(point, depth: 0).value
      return (.conditional(condition, then: then, otherwise: otherwise), type)
    }
  }

  /// A calendar period.
  private mutating func period(_ point: Point) -> Typed {
    let (function, part) = random.pick([
      (Function.year, BoundPath.DatePart.year), (.quarter, .quarter), (.month, .month),
      (.week, .week), (.day, .day), (.weekday, .weekday),
    ])
    return (
      .call(function, [date(point)]), ColumnType(part == .weekday ? .text : .date, part: part)
    )
  }

  private mutating func date(_ point: Point) -> BoundExpression {
    let path = path(point) { $0.type == .date && $0.part == nil }
    guard let path, columnType(path, point.shape).part == nil, !random.oneIn(6) else {
      return .value(.date(interval() ?? NewsDate(Day(number: 19_000))))
    }
    if !path.isList { return .path(path) }
    return .call(random.oneIn(2) ? .first : .last, [.path(path)])
  }

  /// The name of a row, where there is a path to one; a text else.
  private mutating func reference(_ point: Point) -> Typed {
    let path = path(point) { if case .reference = $0.type { true } else { false } }
    guard let path else { return text(point, depth: 0) }
    if !path.isList { return (.path(path), ColumnType(path)) }
    return (
      .call(random.oneIn(2) ? .first : .last, [.path(path)]), ColumnType(path.type)
    )
  }
}
