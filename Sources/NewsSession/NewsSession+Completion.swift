internal import QueryLanguage

extension NewsSession {
  /// What may stand at byte offset `cursor` of `text`.
  ///
  /// After a `|` at the beginning the fields are those of the last query's rows.
  public func completions(in text: String, at cursor: Int) -> CompletionList {
    let found = Completer.completions(
      in: text, at: cursor, catalog: loaded.catalog, options: binderOptions, previous: lastQuery)
    return CompletionList(
      range: found.range,
      items: found.candidates.map { candidate in
        CompletionItem(
          insertion: candidate.insertion, label: candidate.label, detail: candidate.detail)
      })
  }
}
