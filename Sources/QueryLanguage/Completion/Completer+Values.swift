internal import Diagnostics
internal import NewsModel

extension Completer {
  // MARK: Fields

  /// The fields of the rows; after a dot, those of the row that the path before it leads to.
  mutating func addFields(_ shape: RowShape?, takesPeriods: Bool) {
    let typed = cursor.typed
    guard let dot = typed.lastIndex(of: ".") else {
      if let table = shape?.table { addFields(of: table, head: "") }
      for column in shape?.columns ?? [] { propose(column.name, column.type.value.word, .field) }
      if takesPeriods { addPeriods(shape) }
      return
    }
    let head = String(typed[...dot])
    let names = head.dropLast().split(separator: ".").map {
      PathSyntax.Name(text: $0.lowercased(), range: cursor.word)
    }
    guard !names.isEmpty,
      let path = bound(PathSyntax(names: names, range: cursor.word), shape), path.part == nil
    else { return }
    switch path.type {
    case .reference(let table): addFields(of: table, head: head)
    case .date:
      for part in BoundPath.DatePart.allCases {
        propose(head + part.rawValue, "part of the date", .field)
      }
    default: break
    }
  }

  private mutating func addFields(of table: Table, head: String) {
    for field in table.schema.fields {
      propose(
        head + field.name, "\(field.isList ? field.type.plural : field.type.word): \(field.help)",
        .field)
    }
  }

  private mutating func addPeriods(_ shape: RowShape?) {
    guard let table = shape?.table, let date = table.schema.mainDate else { return }
    for part in BoundPath.DatePart.allCases {
      propose(part.rawValue, "of \(table.schema.fields[date].name)", .field)
    }
  }

  // MARK: Values

  /// The values of a path that fit what was typed of a value from `start` on, those that most of the
  /// rows have that the query keeps so far in front.
  mutating func addValues(_ path: PathSyntax, _ expectation: Expectation, from start: Int) {
    if cursor.typed(from: start).hasPrefix("$") { return addParameters() }
    let shape = shape(before: expectation)
    guard let bound = bound(path, shape) else { return }
    if bound.type == .date { return addDates(from: start) }
    let test = Test(path: bound, syntax: path, type: shape?.type(of: bound))
    let known = Categories(of: test)
    guard case .fields(let fields) = bound.root, let field = fields.last else {
      if let known { addWords(known, [:], from: start) }
      return
    }
    let rows = fields.count == 1 ? rows(before: expectation, at: path.range.lower) : nil
    addValues(of: field, known, among: rows, from: start)
  }

  /// The values of a field, or the words of its closed list, that fit what was typed.
  mutating func addValues(
    of field: FieldID, _ known: Categories?, among rows: BoundQuery?, from start: Int
  ) {
    let typed = cursor.typed(from: start)
    if typed.hasPrefix("$") { return addParameters() }
    let isSlug = typed.hasPrefix("@")
    var request = ValueRequest(
      field: field, typed: known != nil ? "" : isSlug ? folded(typed) : typed,
      count: Completer.limit)
    request.isSlug = isSlug
    request.rows = rows
    request.isExact = !isLoose
    if let known {
      request.isExact = true
      let found = isExact ? [] : catalog.suggestions(for: request)
      return addWords(
        known, Dictionary(found.map { (folded($0.value), $0) }) { a, _ in a }, from: start)
    }
    if isSlug, field.schema.type != .reference(.entities), field.table != .entities { return }
    for found in catalog.suggestions(for: request) {
      if !isSlug {
        addValue(found.value, found.detail, typed: typed, from: start)
      } else if let slug = found.slug, slug.hasPrefix("@") {
        addValue(slug, found.value, typed: typed, from: start)
      }
    }
    if typed.isEmpty { addParameters() }
  }

  /// The words of a closed list, those that most rows have in front.
  private mutating func addWords(
    _ known: Categories, _ found: [String: ValueSuggestion], from start: Int
  ) {
    let typed = cursor.typed(from: start)
    let wanted = folded(typed)
    let words = known.words.map { ($0, found[folded($0)]) }
    let ranked = words.enumerated().sorted { a, b in
      let (left, right) = (a.element.1, b.element.1)
      let counts = [left, right].map { $0.map { $0.keptCount ?? $0.count } ?? 0 }
      if counts[0] != counts[1] { return counts[0] > counts[1] }
      return (left?.count ?? 0, -a.offset) > (right?.count ?? 0, -b.offset)
    }.map(\.element)
    func add(_ fits: (String) -> Bool) {
      for (word, found) in ranked where fits(folded(word)) {
        addValue(word, found?.detail ?? known.field, typed: typed, from: start)
      }
    }
    if !isLoose { return add { $0.hasPrefix(wanted) } }
    guard let likeness = Likeness(wanted) else { return }
    add { likeness.distance(to: $0) != nil }
  }

  private mutating func addValue(
    _ text: String, _ detail: String, typed: String, from start: Int
  ) {
    guard !text.isEmpty, !typed.hasPrefix(text) else { return }
    let insertion: String
    if cursor.isQuoted {
      let whole = quoted(text)
      insertion = cursor.isClosed ? String(whole.dropLast()) : whole
    } else {
      insertion = text.hasPrefix("@") ? text : quotedIfNeeded(text)
    }
    let place = cursor.isQuoted ? cursor.word.lower : min(start, cursor.word.lower)
    add(
      CompletionCandidate(insertion: insertion, label: text, detail: detail, kind: .value),
      from: place)
  }

  /// Dates by today whose form begins with what was typed from `start` on.
  mutating func addDates(from start: Int) {
    let typed = cursor.typed(from: start)
    if typed.hasPrefix("$") { return addParameters() }
    let today = options.today
    let month = NewsDate(year: today.year, month: today.month)
    let dates: [(String, String)] = [
      ("today", today.description), ("yesterday", today.advanced(by: -1).description),
      ("last week", ""), ("last month", ""), ("last year", ""), ("this month", ""),
      (month?.description ?? "", "this month"),
      (NewsDate(year: today.year)?.description ?? "", "this year"),
      (today.description, "today"),
    ]
    let wanted = folded(typed)
    for (text, detail) in dates where !text.isEmpty && folded(text).hasPrefix(wanted) {
      guard text != typed else { continue }
      let place = cursor.isQuoted ? cursor.word.lower : min(start, cursor.word.lower)
      add(
        CompletionCandidate(
          insertion: cursor.isQuoted ? quoted(text) : text, label: text,
          detail: detail.isEmpty ? days(text) : detail, kind: .date),
        from: place)
    }
    if typed.isEmpty { addParameters() }
  }

  private func days(_ text: String) -> String {
    (try? DateLiteral.read(text, today: options.today))?.days ?? ""
  }

  /// The names that have a value.
  mutating func addParameters() {
    guard !cursor.isQuoted else { return }
    for name in parameterNames { propose("$" + name, "", .value) }
    for name in options.parameters.keys.sorted() {
      propose("$" + name, options.parameters[name] ?? "", .value)
    }
  }
}
