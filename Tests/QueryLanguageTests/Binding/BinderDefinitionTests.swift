import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct BinderDefinitionTests {
  /// A definition whose text is `define name(parameters) = body`; `x = y` is a default.
  private func definition(
    _ name: String, _ parameters: [String] = [], _ body: String,
    source: (inout Query) -> Void = { _ in }
  ) throws -> (definition: Definition, text: SourceText) {
    let head = "define \(name)(\(parameters.joined(separator: ", "))) = "
    let text = SourceText(name: name, text: head + body)
    var query = Parser.query(
      text.text, range: SourceRange(head.utf8.count, text.text.utf8.count)
    ).tree
    source(&query)
    let made = try parameters.map { parameter -> Definition.Parameter in
      let parts = parameter.split(separator: "=").map { $0.trimmingPrefix(" ") }
      let name = parts[0].split(separator: " ").joined()
      let range = try place(of: parameter, in: text.text)
      return Definition.Parameter(
        name: name,
        defaultValue: parts.count > 1
          ? ValueSyntax(
            kind: .words(String(parts[1])), range: try place(of: String(parts[1]), in: text.text))
          : nil, range: range)
    }
    return (
      Definition(
        name: name, parameters: made, body: query, help: "",
        nameRange: try place(of: name, in: text.text),
        range: SourceRange(0, text.text.utf8.count)), text
    )
  }

  private func place(of part: String, in text: String) throws -> SourceRange {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = try #require(
      (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) })
    return SourceRange(start, start + wanted.count)
  }

  /// A call whose text is given; an argument is `value` or `name = value`.
  private func call(_ name: String, _ arguments: String..., in text: String) throws -> Query {
    let made = try arguments.map { argument -> Call.Argument in
      let parts = argument.split(separator: "=").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      let value = parts[parts.count - 1]
      let kind: ValueSyntax.Kind =
        value.hasPrefix("$") ? .parameter(String(value.dropFirst())) : .words(value)
      return Call.Argument(
        name: parts.count > 1 ? parts[0] : nil,
        value: ValueSyntax(kind: kind, range: try place(of: value, in: text)))
    }
    let range = SourceRange(0, text.utf8.count)
    let call = Call(
      name: name, nameRange: try place(of: name, in: text), arguments: made, range: range)
    return Query(source: Source(kind: .call(call), range: range), stages: [], range: range)
  }

  private func check(
    _ made: (definition: Definition, text: SourceText),
    knowing known: Binder.Options = testOptions()
  ) -> (definition: CheckedDefinition?, diagnostics: [Diagnostic]) {
    Binder.check(made.definition, in: made.text, catalog: TownCatalog(), options: known)
  }

  private func options(
    _ made: (definition: Definition, text: SourceText)..., isStrict: Bool = false
  ) -> Binder.Options {
    var options = testOptions(isStrict: isStrict, ["limit": "7"])
    for (definition, text) in made {
      options.definitions[definition.name] = CheckedDefinition(definition: definition, source: text)
    }
    return options
  }

  // MARK: Calls

  @Test func callsAreTheQueryWithItsValues() throws {
    let visits = try definition(
      "visits", ["who", "to = Oslo"],
      "events where actor = $who and place = $to | newest | take $limit")
    let known = options(visits)
    var query = try call("visits", "Ada Lovelace", in: "visits(Ada Lovelace)")
    query.stages = tree("events where type = AID").stages
    #expect(
      understand(query, options: known).bound?.canonical
        == "events where actor = Ada Lovelace and place = Oslo | newest | take 7 | where type = AID"
    )
    let named = try call(
      "visits", "to = Norway", "who = Byron", in: "visits(to = Norway, who = Byron)")
    let result = understand(named, options: known)
    #expect(result.codes == ["N001"])
    #expect(
      result.bound?.canonical
        == "events where actor = Byron and place = Norway | newest | take 7")
    #expect(
      result.diagnostics[0].range
        == (try place(of: "Byron", in: "visits(to = Norway, who = Byron)")))
  }

  @Test func definitionsMayCallOthers() throws {
    let inner = try definition("inner", ["a"], "events where actor = $a")
    var outer = try definition("outer", ["b"], "events | take 3")
    let called = try call("inner", "$b", in: outer.text.text + "inner($b)")
    outer.definition.body.source = called.source
    let query = try call("outer", "Lovelace", in: "outer(Lovelace)")
    let result = understand(query, options: options(inner, outer))
    #expect(result.bound?.canonical == "events where actor = Lovelace | take 3")
  }

  @Test func wrongCallsAreTold() throws {
    let visits = try definition("visits", ["who", "to = Oslo"], "events where actor = $who")
    let known = options(visits)
    func problem(_ query: Query) -> (codes: [String], hints: [String]) {
      let result = understand(query, options: known)
      return (result.codes, result.diagnostics.first?.hints ?? [])
    }
    let signature = "'visits' is called so: visits(who, to = Oslo)"
    let many = problem(try call("visits", "Lovelace", "Oslo", "x", in: "visits(Lovelace, Oslo, x)"))
    #expect(many.codes.contains("E225") && many.hints.contains(signature))
    let none = problem(try call("visits", in: "visits"))
    #expect(none.codes == ["E225"] && none.hints == [signature, "next: visits(who)"])
    let other = problem(try call("visits", "Lovelace", "too = x", in: "visits(Lovelace, too = x)"))
    #expect(other.codes == ["E225"] && other.hints.first == "did you mean 'to'?")
    let twice = problem(
      try call("visits", "Lovelace", "who = Oslo", in: "visits(Lovelace, who = Oslo)"))
    #expect(twice.codes == ["E225"])
    let unknown = understand(try call("vists", "x", in: "vists(x)"), options: known)
    #expect(unknown.codes == ["E224"])
    #expect(unknown.diagnostics[0].fixIts.first?.replacement == "visits")
  }

  @Test func aWrongCallHidesNoErrorBehindIt() throws {
    let visits = try definition("visits", ["who"], "events where actor = $who")
    var query = try call("visits", in: "visits")
    query.stages = tree("events where typ = AID").stages
    #expect(understand(query, options: options(visits)).codes.sorted() == ["E201", "E225"])
  }

  @Test func aMisnamedValueIsOneErrorAtItsName() throws {
    let visits = try #require(define("define visits(who) = events where actor = $who"))
    var known = testOptions()
    known.definitions["visits"] = visits
    let text = "visits(whom = Lovelace)"
    let result = understand(Parser.query(text).tree, options: known)
    #expect(result.codes == ["E225"])
    let problem = try #require(result.diagnostics.first)
    #expect(problem.range == (try place(of: "whom", in: text)))
    #expect(problem.fixIts.first?.applied(to: text) == "visits(who = Lovelace)")
  }

  // MARK: Places of errors

  @Test func errorsPointAtTheArgumentThatCausesThem() throws {
    let long = try definition("long", ["n"], "articles where words > $n")
    let text = "long(many)"
    let result = understand(try call("long", "many", in: text), options: options(long))
    let problem = try #require(result.diagnostics.first)
    #expect(result.codes == ["E204"] && result.bound == nil)
    #expect(problem.range == (try place(of: "many", in: text)))
    let note = try #require(problem.notes.first)
    #expect(note.source == long.text && note.message == "in 'long'")
    #expect(long.text.slice(note.range) == "$n")
  }

  @Test func errorsThatNoArgumentCausesPointAtTheCall() throws {
    let broken = try definition("broken", [], "events where aktor = Oslo")
    let text = "broken"
    let result = understand(try call("broken", in: text), options: options(broken))
    let problem = try #require(result.diagnostics.first)
    #expect(result.codes == ["E201"] && problem.range == SourceRange(0, 6))
    #expect(problem.fixIts.isEmpty)
    #expect(broken.text.slice(try #require(problem.notes.first?.range)) == "aktor")
  }

  @Test func everyLevelHasANote() throws {
    let inner = try definition("inner", ["a"], "articles where words > $a")
    var outer = try definition("outer", ["b"], "events")
    outer.text = SourceText(name: "outer", text: "define outer(b) = inner($b)")
    outer.definition.body = try call("inner", "$b", in: outer.text.text)
    let text = "outer(lots)"
    let result = understand(try call("outer", "lots", in: text), options: options(inner, outer))
    let problem = try #require(result.diagnostics.first)
    #expect(problem.range == (try place(of: "lots", in: text)))
    #expect(problem.notes.map(\.message) == ["in 'inner'", "in 'outer'"])
    #expect(inner.text.slice(problem.notes[0].range) == "$a")
    #expect(outer.text.slice(problem.notes[1].range) == "$b")
  }

  @Test func aBetterNameIsOfferedInTheCall() throws {
    let visits = try definition("visits", ["who"], "events where actor = $who")
    let text = "visits(Lovelick)"
    let result = understand(
      try call("visits", "Lovelick", in: text), options: options(visits, isStrict: true))
    #expect(result.codes == ["E212"])
    #expect(
      result.diagnostics[0].fixIts.first?.applied(to: text) == "visits(Ada Lovelace)")
  }

  // MARK: Checking

  @Test func parametersAreTypedByTheirUse() throws {
    let made = try definition(
      "visits", ["who", "since", "n", "kind", "word", "other = 5"],
      "events where actor = $who and type = $kind and action ~ $word since $since | take $n")
    let (checked, diagnostics) = check(made)
    #expect(diagnostics.isEmpty)
    #expect(
      checked?.signature
        == "visits(who: entity, since: date, n: number, kind: type, word: text, other = 5)")
    #expect(checked?.table == .events)
  }

  @Test func everyOperatorTakesAParameter() throws {
    let made = try definition(
      "all", ["a"],
      "events where actor = $a and actor != $a and actor == $a and actor in ($a, Oslo) "
        + "and action < $a and action between $a and $a and date = $a and date > $a "
        + "and date between $a and 2020 and sources > $a and sources between 5 and $a "
        + "and type = $a and context in ($a) and date.month = $a and date.weekday = $a "
        + "and date within $a days of $a last $a days | search $a | skip $a | top $a by date")
    let (checked, diagnostics) = check(made)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(checked?.signature == "all(a: entity)")
  }

  @Test func errorsPointIntoTheDefinition() throws {
    let made = try definition(
      "wrong", ["who", "n = many"], "events where aktor = $who and date ~ $who | take $m")
    let (checked, diagnostics) = check(made)
    #expect(checked == nil)
    #expect(diagnostics.map(\.code) == ["E201", "E205", "E208"])
    #expect(diagnostics.map { made.text.slice($0.range) } == ["aktor", "date ~ $who", "$m"])
  }

  @Test func defaultsMustFit() throws {
    let made = try definition("long", ["n = many"], "articles where words > $n")
    let (checked, diagnostics) = check(made)
    #expect(checked == nil && diagnostics.map(\.code) == ["E204"])
    #expect(made.text.slice(try #require(diagnostics.first?.range)) == "many")
    #expect(check(try definition("long", ["n = 5"], "articles where words > $n")).definition != nil)
  }

  @Test(arguments: ["events", "entity", "count", "where", "month", "average"])
  func takenNamesAreRefused(_ name: String) throws {
    let (checked, diagnostics) = check(try definition(name, [], "events"))
    #expect(checked == nil && diagnostics.map(\.code) == ["E221"])
  }

  @Test func parametersNeedNamesOfTheirOwn() throws {
    let (_, diagnostics) = check(try definition("two", ["a", "a"], "events | take $a"))
    #expect(diagnostics.map(\.code) == ["E221"])
  }

  // MARK: Recursion

  @Test func aDefinitionCannotUseItself() throws {
    var own = try definition("again", [], "events")
    own.definition.body = try call("again", in: own.text.text)
    let (checked, diagnostics) = check(own)
    #expect(checked == nil && diagnostics.map(\.code) == ["E226"])
    #expect(diagnostics.first?.message.hasSuffix("again uses again") == true)
  }

  @Test func theWayRoundIsShown() throws {
    var first = try definition("first_one", [], "events")
    var second = try definition("second_one", [], "events")
    first.text = SourceText(name: "first_one", text: "define first_one = second_one")
    second.text = SourceText(name: "second_one", text: "define second_one = first_one")
    first.definition.body = try call("second_one", in: first.text.text)
    second.definition.body = try call("first_one", in: second.text.text)
    let (checked, diagnostics) = check(first, knowing: options(second))
    #expect(checked == nil && diagnostics.map(\.code) == ["E226"])
    #expect(
      diagnostics.first?.message.hasSuffix(
        "first_one uses second_one, second_one uses first_one") == true)
    #expect(diagnostics.first?.notes.map(\.message) == ["in 'second_one'"])
  }

  @Test func definitionsThatMultiplyAreStopped() throws {
    var known = testOptions()
    var below = "base"
    let base = try definition("base", [], "events")
    known.definitions["base"] = CheckedDefinition(definition: base.definition, source: base.text)
    for level in 0..<20 {
      var made = try definition("level\(level)", [], "events")
      let inner = try call(below, in: below)
      made.definition.body = Query(
        source: inner.source,
        stages: [Stage(kind: .subset(inner, isNegated: false), range: nowhere)], range: nowhere)
      below = "level\(level)"
      known.definitions[below] = CheckedDefinition(definition: made.definition, source: made.text)
    }
    let result = understand(try call(below, in: below), options: known)
    #expect(result.bound == nil && result.codes.contains("E112"))
    #expect(result.diagnostics.count <= 2 * Parser.diagnosticLimit)
  }
}
