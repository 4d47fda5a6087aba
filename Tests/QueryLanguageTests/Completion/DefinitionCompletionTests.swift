import Testing

@testable import QueryLanguage

/// What completion learns from definitions, functions and columns.
@Suite struct DefinitionCompletionTests {
  /// The labels where `‸` stands, with a definition that is known.
  private func labels(_ text: String) throws -> [String] {
    let parts = text.split(separator: "‸", omittingEmptySubsequences: false)
    let made = try #require(
      define(
        "define visits(who, place_of = Oslo) = events where actor = $who and place = $place_of"))
    var options = testOptions()
    options.definitions["visits"] = made
    let completion = Completer.completions(
      in: parts.joined(), at: parts[0].utf8.count, catalog: TownCatalog(), options: options)
    return completion.candidates.map(\.label)
  }

  @Test func definitionsAreSources() throws {
    #expect(try labels("vi‸") == ["visits"])
    #expect(try labels("events where actor in (vis‸").contains("visits"))
  }

  @Test func parametersAreOffered() throws {
    let offered = try labels("visits(‸")
    #expect(offered.contains("who = ") && offered.contains("place_of = "))
  }

  @Test func parametersAreOfferedInTheQueryOfTheirDefinition() throws {
    #expect(
      try labels("define near(whom, n = 3) = events where actor = $‸").prefix(2) == ["$whom", "$n"])
    #expect(try labels("define near(whom) = events where actor = $wh‸") == ["$whom"])
  }

  @Test func fieldsBehindACallAreThoseOfItsRows() throws {
    #expect(try labels("visits(Oslo) | count by ty‸") == ["type"])
    #expect(try labels("visits(Oslo) | group by type: max date | sort by ma‸") == ["max_date"])
  }

  @Test func functionsAndAggregatesComeFromTheirTables() throws {
    #expect(try labels("events | add n = leng‸") == ["length("])
    #expect(try labels("events | group by type: med‸") == ["median"])
  }

  @Test func wordsOfAFieldAreOfferedForItsColumn() throws {
    #expect(try labels("events | count by type | where type = cons‸") == ["CONSULT"])
  }
}
