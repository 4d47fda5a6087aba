internal import Dispatch
internal import QueryLanguage

extension NewsSession {
  /// What may stand at byte offset `cursor` of `text`.
  ///
  /// After a `|` at the beginning the fields are those of the last query's rows.
  public func completions(in text: String, at cursor: Int) -> CompletionList {
    let surroundings = surroundings(of: text, at: cursor)
    if let lastCompletion, lastCompletion.surroundings == surroundings {
      return lastCompletion.list
    }
    let found = Completer.completions(
      in: text, at: cursor, catalog: loaded.catalog, options: surroundings.options,
      previous: lastQuery)
    let list = CompletionList(
      range: found.range,
      items: found.candidates.map { candidate in
        CompletionItem(
          insertion: candidate.insertion, label: candidate.label, detail: candidate.detail,
          kind: CompletionItem.Kind(candidate))
      })
    lastCompletion = (surroundings, list)
    return list
  }

  /// Makes, beside what the caller does, what the first completion of a name needs: now, and again
  /// whenever what is loaded has changed.
  public func prepareCompletions() {
    preparesCompletions = true
    // One that is no longer in use when its turn comes is passed over.
    Self.preparation.async { [weak catalog = loaded.catalog] in catalog?.prepare() }
  }

  private static let preparation = DispatchQueue(label: "completions", qos: .utility)
}

extension CompletionItem.Kind {
  fileprivate init(_ candidate: CompletionCandidate) {
    switch candidate.kind {
    case .table: self = .table
    case .stage, .clause, .keyword, .comparison: self = .keyword
    case .field: self = .field
    case .function: self = .function
    case .value: self = candidate.label.hasPrefix("$") ? .parameter : .value
    case .date: self = .date
    }
  }
}
