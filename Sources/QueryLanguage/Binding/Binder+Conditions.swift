internal import Diagnostics
internal import NewsModel

extension Binder {
  /// The condition with its fields, names and dates found; nil where there are errors.
  ///
  /// All parts are bound, so that one run shows all errors.
  mutating func bind(_ condition: Condition) -> BoundCondition? {
    switch condition.kind {
    case .and(let operands): return bindAll(operands).map { .and($0) }
    case .or(let operands): return bindAll(operands).map { .or($0) }
    case .not(let operand): return bind(operand).map { .not($0) }
    case .comparison(let path, let comparison, let value):
      return bindComparison(path, comparison, value)
    case .membership(let path, let values, let isNegated):
      return bindMembership(path, values).map { isNegated ? .not($0) : $0 }
    case .between(let path, let lower, let upper, let isNegated):
      return bindBetween(path, lower, upper).map { isNegated ? .not($0) : $0 }
    case .known(let path, let isKnown):
      return bind(path).map { isKnown ? .isKnown($0) : .not(.isKnown($0)) }
    case .date(let path, let clause): return bindDate(path, clause, at: condition.range)
    case .among(let path, let query, let isNegated):
      return bindAmong(path, query, at: condition.range).map { isNegated ? .not($0) : $0 }
    case .absent(let path): return bind(path).map { .not(.isKnown($0)) }
    case .quantified(let quantifier, let test):
      return bindQuantified(quantifier, test, at: condition.range)
    case .invalid: return nil
    }
  }

  private mutating func bindAll(_ operands: [Condition]) -> [BoundCondition]? {
    var bound: [BoundCondition] = []
    for operand in operands {
      if let condition = bind(operand) { bound.append(condition) }
    }
    return bound.count == operands.count ? bound : nil
  }

  // MARK: Tests

  private mutating func bindComparison(
    _ path: PathSyntax, _ comparison: Operator, _ value: ValueSyntax
  ) -> BoundCondition? {
    guard let bound = bind(path), value.kind != .missing else { return nil }
    let test = test(bound, path)
    switch comparison {
    case .equal: return bindAny(test, [value])
    case .notEqual: return bindAny(test, [value]).map { .not($0) }
    case .exactly: return bindExactly(test, value)
    case .contains: return bindContains(test, comparison, value)
    case .notContains: return bindContains(test, comparison, value).map { .not($0) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return bindOrdered(test, comparison, value)
    }
  }

  private mutating func bindMembership(
    _ path: PathSyntax, _ values: [ValueSyntax]
  ) -> BoundCondition? {
    guard let bound = bind(path), !values.contains(where: { $0.kind == .missing }) else {
      return nil
    }
    return bindAny(test(bound, path), values)
  }

  /// The condition that the path is any of the values.
  mutating func bindAny(_ test: Test, _ all: [ValueSyntax]) -> BoundCondition? {
    for value in all { noteUse(of: value, as: test.parameterType) }
    let values = all.filter { !$0.isOpen }
    if values.isEmpty, !all.isEmpty { return .isKnown(test.path) }
    if test.isEntityName { return bindOwnName(test, values) }
    switch test.path.type {
    case .reference(let table): return bindReferences(test, table, values)
    case .text: return bindTexts(test, values)
    case .category: return bindCategories(test, values)
    case .integer, .number: return bindNumbers(test, values)
    case .date: return bindDates(test, values)
    }
  }

  private mutating func bindExactly(_ test: Test, _ value: ValueSyntax) -> BoundCondition? {
    if value.isOpen { return bindAny(test, [value]) }
    switch test.path.type {
    case .integer, .number: return bindNumbers(test, [value])
    case .date:
      guard let date = date(value) else { return nil }
      return .test(test.path, .date(.exactly(date)))
    case .text, .category, .reference:
      if case .pattern = value.kind {
        reportMisfit("==", test, at: value.range, next: "~ \(value.canonical)")
        return nil
      }
      return .test(test.path, .text(.exactly(value.text)))
    }
  }

  private mutating func bindContains(
    _ test: Test, _ comparison: Operator, _ value: ValueSyntax
  ) -> BoundCondition? {
    switch test.path.type {
    case .integer, .number, .date:
      let sign = comparison == .contains ? "=" : "!="
      reportMisfit(
        comparison.rawValue, test, at: test.syntax.range.union(value.range),
        next: "\(sign) \(value.canonical)")
      return nil
    case .text, .category, .reference: break
    }
    if value.isOpen {
      noteUse(of: value, as: ParameterType(.text))
      return .isKnown(test.path)
    }
    if case .pattern(let pattern) = value.kind { return bindPattern(test, pattern, value) }
    if case .words(let text) = value.kind, text.contains("*") {
      return bindGlob(test, "*" + text + "*", value)
    }
    let words = folded(value.text).split(separator: " ").map { String($0) }
    guard !words.isEmpty else {
      reportNoLetters(value)
      return nil
    }
    let condition = BoundCondition.test(test.path, .text(.contains(phrase: words)))
    guard test.isEntityName, let aliases = test.aliases else { return condition }
    return .or([condition, .test(aliases, .text(.contains(phrase: words)))])
  }

  private mutating func bindOrdered(
    _ test: Test, _ comparison: Operator, _ value: ValueSyntax
  ) -> BoundCondition? {
    guard let order = Comparison(rawValue: comparison.rawValue) else { return nil }
    switch test.path.type {
    case .integer, .number:
      return number(value, of: test).map { .test(test.path, .number(.ordered(order, $0))) }
    case .date:
      if test.isPeriod, let place = wholeNumber(value.text), place < 100 {
        return .test(test.path, .number(.ordered(order, Double(place))))
      }
      if value.isOpen { return bindAny(test, [value]) }
      guard let date = date(value), let days = order.days(of: date) else { return nil }
      return .test(test.path, .date(.overlaps([days])))
    case .text, .reference:
      if case .pattern = value.kind { break }
      if value.isOpen { return bindAny(test, [value]) }
      let text = folded(value.text)
      guard !text.isEmpty else { break }
      return .test(test.path, .text(.ordered(order, text)))
    case .category: break
    }
    reportMisfit(
      comparison.rawValue, test, at: test.syntax.range.union(value.range),
      next: "= \(value.canonical)")
    return nil
  }

  private mutating func bindBetween(
    _ path: PathSyntax, _ lower: ValueSyntax, _ upper: ValueSyntax
  ) -> BoundCondition? {
    guard let bound = bind(path), lower.kind != .missing, upper.kind != .missing else {
      return nil
    }
    let test = test(bound, path)
    let range = lower.range.union(upper.range)
    switch bound.type {
    case .category, .reference: break
    default:
      if lower.isOpen || upper.isOpen { return bindAny(test, [lower, upper]) }
    }
    switch bound.type {
    case .integer, .number:
      let first = number(lower, of: test)
      guard let last = number(upper, of: test), let first else { return nil }
      if first > last { return reportReversed(lower, upper) }
      return .test(bound, .number(.between(first, last)))
    case .date:
      guard let date = interval(lower, upper) else { return nil }
      return .test(bound, .date(.overlaps([date])))
    case .text:
      let (first, last) = (folded(lower.text), folded(upper.text))
      if first > last { return reportReversed(lower, upper) }
      return .and([
        .test(bound, .text(.ordered(.greaterOrEqual, first))),
        .test(bound, .text(.ordered(.lessOrEqual, last))),
      ])
    case .category, .reference:
      reportMisfit(
        "between", test, at: path.range.union(range),
        next: "in (\(lower.canonical), \(upper.canonical))")
      return nil
    }
  }

  mutating func reportReversed(_ lower: ValueSyntax, _ upper: ValueSyntax) -> BoundCondition? {
    let range = lower.range.union(upper.range)
    let text = "\(upper.canonical) and \(lower.canonical)"
    report(
      .reversedRange, "\(lower.canonical) comes after \(upper.canonical)", at: range,
      hints: ["next: between \(text)"], fixIts: [fixIt(text, at: range)])
    return nil
  }

  mutating func reportMisfit(
    _ comparison: String, _ test: Test, at range: SourceRange, next: String
  ) {
    let fits: String
    switch test.path.type {
    case .text: fits = "= != == ~ !~ < <= > >= in between, is known"
    case .category: fits = "= != == ~ !~ in, is known"
    case .integer, .number: fits = "= != < <= > >= in between, is known"
    case .date: fits = "= != == < <= > >= in between, since, until, before, after, is known"
    case .reference: fits = "= != == ~ !~ in, is known"
    }
    let kind = test.path.type.word
    report(
      .operatorMisfit, "'\(comparison)' does not fit '\(test.syntax.text)', which is a \(kind)",
      at: range,
      hints: ["operators that fit: \(fits)", "next: \(test.syntax.text) \(next)"])
  }

  mutating func reportNoLetters(_ value: ValueSyntax) {
    report(
      .emptySearch, "there are no letters or digits in '\(shortened(value.text))'", at: value.range,
      hints: ["next: == \(quoted(value.text)) compares every character"])
  }

  // MARK: Dates

  private mutating func bindDate(
    _ path: PathSyntax?, _ clause: DateClause, at range: SourceRange
  ) -> BoundCondition? {
    guard let path else {
      guard let main = mainDate(for: clause.canonical, at: range) else { return nil }
      return bind(clause, on: main)
    }
    guard let bound = bind(path) else { return nil }
    guard bound.type == .date else {
      let test = test(bound, path)
      reportMisfit(clause.word, test, at: range, next: test.exampleOfUse)
      return nil
    }
    return bind(clause, on: bound)
  }
}

/// A path that is tested, as it is written and as it is bound.
struct Test {
  let path: BoundPath
  let syntax: PathSyntax
  /// What the path holds, and which field it comes from.
  let type: ColumnType

  /// A test of a path; of a column, `type` says more than the path does.
  init(path: BoundPath, syntax: PathSyntax, type: ColumnType? = nil) {
    self.path = path
    self.syntax = syntax
    self.type = type ?? ColumnType(path)
  }

  /// What a parameter is that is compared with the path.
  var parameterType: ParameterType { ParameterType(path.type, field: type.origin) }

  /// Whether the path is the name of an entity, which every spelling of it fits.
  var isEntityName: Bool {
    path.part == nil && path.lastField == Table.entities.schema.field(named: "name")
  }

  /// The path to the other spellings of the entity; nil where the path is not an entity's name.
  var aliases: BoundPath? { sibling("aliases") }

  /// The path to the entity's slug; nil where the path is not an entity's name.
  var slug: BoundPath? { sibling("id") }

  private func sibling(_ name: String) -> BoundPath? {
    guard isEntityName, let field = Table.entities.schema.field(named: name) else { return nil }
    let root: BoundPath.Root
    switch path.root {
    case .fields(let fields): root = .fields(fields.dropLast() + [field])
    case .column(let index, let fields):
      root = .column(index, then: fields.dropLast() + [field])
    }
    return BoundPath(
      root: root, type: field.schema.type, isList: path.isList || field.schema.isList)
  }

  /// The path to the entity itself; nil where the path is not an entity's name, or where the rows
  /// are the entities.
  var owner: BoundPath? {
    guard isEntityName else { return nil }
    let root: BoundPath.Root
    switch path.root {
    case .fields(let fields):
      guard fields.count > 1 else { return nil }
      root = .fields(Array(fields.dropLast()))
    case .column(let index, let fields): root = .column(index, then: Array(fields.dropLast()))
    }
    return BoundPath(root: root, type: .reference(.entities), isList: path.isList)
  }

  /// Whether the path is a calendar period, which also has a number: the ninth month.
  var isPeriod: Bool { type.part != nil && path.type == .date }

  /// Whether the path is the day of the week.
  var isWeekday: Bool { type.part == .weekday }

  /// An operator and a value that suit the path.
  var exampleOfUse: String {
    switch path.type {
    case .text: "~ words"
    case .category: "= \(Categories(of: self)?.words.first ?? "word")"
    case .integer, .number: "> 100"
    case .date: "= 2023-09"
    case .reference: "= name"
    }
  }
}

extension DateClause {
  /// The keyword of the clause.
  var word: String {
    switch kind {
    case .relation(let relation, _): relation.rawValue
    case .between: "between"
    case .within: "within"
    case .last: "last"
    }
  }
}
