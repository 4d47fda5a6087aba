internal import Diagnostics
internal import NewsModel

/// Names are resolved, not compared.
extension Binder {
  mutating func bindReferences(
    _ test: Test, _ table: Table, _ values: [ValueSyntax]
  ) -> BoundCondition? {
    var rows: Set<UInt32> = []
    var conditions: [BoundCondition] = []
    var isValid = true
    var hasNames = false
    for value in values {
      switch value.kind {
      case .pattern(let pattern):
        let condition = bindPattern(test, pattern, value)
        isValid = isValid && condition != nil
        if let condition { conditions.append(condition) }
      case .words(let text) where text.contains("*"):
        if let condition = bindGlob(test, text, value) { conditions.append(condition) }
      default:
        hasNames = true
        rows.formUnion(candidates(for: value, in: table, field: test.syntax.text).map(\.row))
      }
    }
    guard isValid else { return nil }
    if hasNames { conditions.insert(.test(test.path, .references(rows.sorted())), at: 0) }
    return conditions.count == 1 ? conditions[0] : .or(conditions)
  }

  /// `name = X` on entities themselves: the entities that the name can mean, by their slugs.
  mutating func bindOwnName(_ test: Test, _ values: [ValueSyntax]) -> BoundCondition? {
    guard let slug = test.slug else { return nil }
    var slugs: [String] = []
    var conditions: [BoundCondition] = []
    for value in values {
      switch value.kind {
      case .pattern(let pattern):
        guard let condition = bindPattern(test, pattern, value) else { return nil }
        conditions.append(condition)
      case .words(let text) where text.contains("*"):
        guard let condition = bindGlob(test, text, value) else { return nil }
        conditions.append(condition)
      default:
        slugs += candidates(for: value, in: .entities, field: test.syntax.text).map {
          folded($0.slug)
        }
      }
    }
    if !slugs.isEmpty || conditions.isEmpty {
      conditions.insert(.test(slug, .text(.equals(slugs))), at: 0)
    }
    return conditions.count == 1 ? conditions[0] : .or(conditions)
  }

  /// The rows that a name means: those of the best rank, with a note where there are several.
  ///
  /// - Parameter field: what the name is compared with; nil for nothing.
  mutating func candidates(
    for value: ValueSyntax, in table: Table, field: String?
  ) -> [Candidate] {
    let name = value.text
    let all =
      isLive
      ? catalog.quickCandidates(for: name, in: table) : catalog.candidates(for: name, in: table)
    note(.name(table, all.filter { $0.rank == all[0].rank }), at: value.range)
    guard let best = all.map(\.rank).min() else {
      if isFull(of: options.isStrict ? .error : .warning) { return [] }
      reportUnknownName(value, in: table, field)
      return []
    }
    let chosen = all.filter { $0.rank == best }
    if chosen.count > 1 { reportSeveralMeanings(chosen, value, in: table) }
    return chosen
  }

  private mutating func reportSeveralMeanings(
    _ candidates: [Candidate], _ value: ValueSyntax, in table: Table
  ) {
    let unit = table == .entities ? "mention" : "row"
    var names = candidates.prefix(5).enumerated().map { index, candidate in
      let count =
        index == 0
        ? ", \(candidate.count) \(unit)\(candidate.count == 1 ? "" : "s")" : ", \(candidate.count)"
      return "\(candidate.name) (\(candidate.slug)\(count))"
    }
    if candidates.count > 5 { names.append("\(candidates.count - 5) more") }
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    let text = "'\(shortened(value.text))' can mean \(list)"
    let slug = candidates[0].slug
    let fixIts = candidates.prefix(3).map { fixIt(quotedSlug($0.slug), at: value.range) }
    if options.isStrict {
      report(
        .ambiguousName, text, at: value.range,
        hints: ["a strict query needs one", "next: write \(slug) to choose"], fixIts: fixIts)
    } else {
      let all = candidates.count == 2 ? "both" : "all"
      report(
        .severalMeanings, "\(text); \(all) are used", at: value.range, severity: .note,
        hints: ["write \(slug) to choose"], fixIts: fixIts)
    }
  }

  private func quotedSlug(_ slug: String) -> String {
    slug.hasPrefix("@") ? slug : quotedIfNeeded(slug)
  }

  private mutating func reportUnknownName(
    _ value: ValueSyntax, in table: Table, _ field: String?
  ) {
    let name = value.text
    let near =
      isLive ? [] : catalog.nearestNames(to: name, in: table, count: 3).filter { $0 != name }
    var hints = didYouMean(near)
    if let field, ["unknown", "null", "none", "nobody"].contains(name.lowercased()) {
      hints.append("next: \(field) is unknown")
    } else if near.isEmpty {
      hints.append(
        "next: \(table.name) where \(table == .articles ? "title" : "name") ~ \(quotedIfNeeded(folded(name)))"
      )
    }
    let message = "no \(table.singular) is called '\(shortened(name))'"
    let fixIts = near.prefix(1).map { fixIt(quotedIfNeeded($0), at: value.range) }
    if options.isStrict {
      report(.unknownStrictName, message, at: value.range, hints: hints, fixIts: fixIts)
    } else {
      report(
        .unknownName, message, at: value.range, severity: .warning, hints: hints, fixIts: fixIts)
    }
  }
}
