internal import QueryEngine
internal import QueryLanguage

/// A stage of a query on its way from text to answer, for those who want to see how it works.
public enum QueryView: String, CaseIterable, Sendable {
  /// The words and marks that the text is cut into.
  case tokens
  /// The tree that they make.
  case tree
  /// What the rows are after each stage, with names found and types known.
  case types
  /// How the answer would be found.
  case plan
}

extension NewsSession {
  /// A view of one statement, or of the last query where `source` is nil; nothing is run.
  ///
  /// Where the text has errors, the answer has them and as much of the view as there is. Without
  /// a text and a last query the answer says so.
  public func view(_ view: QueryView, of source: SourceText? = nil) -> Answer {
    let text = source ?? SourceText(name: "query", text: lastQuery?.canonical ?? "")
    let parsed = Parser.statement(text.text)
    var answer = Answer(source: text, diagnostics: parsed.diagnostics)
    switch view {
    case .tokens: answer.result = ResultTable(tokens(of: text.text))
    case .tree: answer.result = ResultTable(lines: parsed.tree.tree.lines, named: "tree")
    case .types, .plan:
      guard !parsed.hasErrors, case .query(let query) = parsed.tree else { return answer }
      let whole = lastQuery.map { query.continuing($0) } ?? query
      let bound = Binder.bind(whole, catalog: loaded.catalog, options: binderOptions)
      answer.diagnostics += bound.diagnostics
      guard let query = bound.query else { return answer }
      answer.result =
        view == .types
        ? ResultTable(typesOf: query) { loaded.statistics.name(ofRow: $0, in: $1) }
        : ResultTable(lines: loaded.planner.plan(query).text().lines, named: "plan")
    }
    answer.rowNoun = view == .tokens ? "tokens" : view == .types ? "stages" : "lines"
    return answer
  }
}

extension ResultTable {
  /// Lines of text, a line a row.
  init(lines: [String], named name: String) {
    self.init(
      columns: [ResultColumn(name: name, type: .text)], rows: lines.map { [.text($0)] })
  }

  /// Tokens, one a row.
  fileprivate init(_ tokens: [ListedToken]) {
    self.init(
      columns: [
        ResultColumn(name: "from", type: .integer), ResultColumn(name: "to", type: .integer),
        ResultColumn(name: "kind", type: .text), ResultColumn(name: "text", type: .text),
      ],
      rows: tokens.map {
        [.integer($0.range.lower), .integer($0.range.upper), .text($0.kind), .text($0.text)]
      })
  }

  /// The stages of a query, one a row, with what the rows are behind each.
  ///
  /// Conditions are written with the names that were found.
  fileprivate init(typesOf query: BoundQuery, name: (UInt32, Table) -> String) {
    var steps = [(query.source.text, query.source.shape)]
    for stage in query.stages {
      var text = stage.text
      if case .filter(let condition) = stage.operation {
        text = "where " + condition.text(in: steps[steps.count - 1].1, name: name)
      }
      steps.append((text, stage.output))
    }
    self.init(
      columns: [
        ResultColumn(name: "stage", type: .text), ResultColumn(name: "rows", type: .text),
        ResultColumn(name: "columns", type: .text, isList: true),
      ],
      rows: steps.map { text, shape in
        let columns = shape.shown.map { Value.text("\($0.name): \($0.typeName)") }
        return [
          .text(text), .text(shape.table?.name ?? "groups"),
          columns.isEmpty ? .unknown : .list(columns),
        ]
      })
  }
}

extension String {
  /// The lines of a text.
  var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
}
