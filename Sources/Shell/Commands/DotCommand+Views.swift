internal import Diagnostics
internal import NewsSession

extension DotCommand {
  static let tokens = view(
    .tokens, named: "tokens", summary: "the words and marks that a query is cut into")
  static let ast = view(.tree, named: "ast", summary: "the tree that they make")
  static let types = view(
    .types, named: "types", summary: "what the rows are behind each stage, names found")
  static let plan = view(.plan, named: "plan", summary: "how a query would be answered")

  static let explain = DotCommand(
    names: ["explain"], usage: "[QUERY]", summary: "run a query and say how, as '| explain' does",
    help: "Without a query, the last one.", group: .views, argument: .query, arity: 0...1
  ) { shell, words in
    let text = (words.first ?? "") + "\n| explain"
    let outcome = shell.run(SourceText(name: "query", text: text), stopsAtError: true)
    return outcome == .done ? .done : .failed
  }

  private static func view(_ view: QueryView, named name: String, summary: String) -> DotCommand {
    DotCommand(
      names: [name], usage: "[QUERY]", summary: summary,
      help: """
        Without a query, of the last one. Nothing is run. '.tokens', '.ast',
        '.types' and '.plan' show the way of a query from its text to its answer;
        '| explain' runs it.
        """,
      group: .views, argument: .query, arity: 0...1
    ) { shell, words in
      if words.isEmpty, !shell.session.hasLastQuery {
        shell.complain(
          "there is no last query", hint: "write one behind it: '.\(name) events | take 5'")
        return .failed
      }
      let source = words.first.map { SourceText(name: "query", text: $0) }
      return shell.show(shell.session.view(view, of: source)) == .done ? .done : .failed
    }
  }
}
