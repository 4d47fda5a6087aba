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

  /// The values of a path that begin with what was typed of a value from `start` on.
  mutating func addValues(_ path: PathSyntax, _ shape: RowShape?, from start: Int) {
    let typed = cursor.typed(from: start)
    if typed.hasPrefix("$") { return addParameters() }
    guard let bound = bound(path, shape) else { return }
    if bound.type == .date { return addDates(from: start) }
    let test = Test(path: bound, syntax: path, type: shape?.type(of: bound))
    if let known = Categories(of: test) {
      let wanted = folded(typed)
      for word in known.words where folded(word).hasPrefix(wanted) {
        addValue(word, known.field, typed: typed, from: start)
      }
      return
    }
    guard case .fields(let fields) = bound.root, let field = fields.last else { return }
    let isSlug = typed.hasPrefix("@")
    let beginning = isSlug ? folded(typed) : typed
    for value in catalog.values(of: field, beginningWith: beginning, count: Completer.limit) {
      let detail = value.count == 1 ? "1 row" : "\(value.count) rows"
      if isSlug {
        guard case .reference(let table) = bound.type else { return }
        let slug = catalog.candidates(for: value.value, in: table).first?.slug
        if let slug, slug.hasPrefix("@") { addValue(slug, value.value, typed: typed, from: start) }
      } else {
        addValue(value.value, detail, typed: typed, from: start)
      }
    }
    if typed.isEmpty { addParameters() }
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
          insertion: cursor.isQuoted ? quoted(text) : text, label: text, detail: detail,
          kind: .date),
        from: place)
    }
    if typed.isEmpty { addParameters() }
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
