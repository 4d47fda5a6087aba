import NewsModel
import Testing

@testable import NewsReader

@Suite struct TimeGrammarTests {
  private static let grammar = Result {
    TimeGrammar(TimeLexicon(try SectionedWordList(resource: "time-words.txt")))
  }

  /// The expressions of a sentence whose tokens are set apart by spaces.
  private func expressions(_ text: String) throws -> [String] {
    let words = TimeWords(text.split(separator: " ").map(String.init))
    return try Self.grammar.get().expressions(in: words).map { found in
      words.forms[found.tokens].joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("It shut on Sept. 26 , 2023 in Oslo", ["Sept. 26 , 2023"]),
    ("On the 26th of September , 2023 it shut", ["26th of September , 2023"]),
    ("On Tuesday , 26 September 2023 , it shut", ["Tuesday , 26 September 2023"]),
    ("It shut on Tuesday and on September 17", ["Tuesday", "September 17"]),
    ("between May 2011 and July 2012", ["May 2011 and July 2012"]),
    ("from 12 to 14 March 2021", ["12 to 14 March 2021"]),
    ("the war of 1998 - 2000 and that of 1950 - 53", ["1998 - 2000", "1950 - 53"]),
    ("open from Monday to Friday", ["Monday to Friday"]),
    ("in the early 1990s and the sixties", ["the early 1990s", "the sixties"]),
    ("late last month , early next year", ["late last month", "early next year"]),
    ("two days ago , three weeks later", ["two days ago", "three weeks later"]),
    ("in the third quarter of 2021", ["the third quarter of 2021"]),
    ("by the end of the year", ["the end of the year"]),
    ("at the weekend , last weekend", ["the weekend", "last weekend"]),
    ("the following day and the day after", ["the following day", "the day after"]),
    ("on Christmas Day and New Year 's Eve", ["Christmas Day", "New Year 's Eve"]),
    ("over the past three weeks", ["the past three weeks"]),
    ("mid-March , mid-2017", ["mid-March", "mid-2017"]),
    ("June 9 last year", ["June 9 last year"]),
    ("output over 2000 - 2050", ["2000 - 2050"]),
    ("Jan Berg ( 1704 - 1787 ) , the Hydraulica ( 1738 )", ["1704 - 1787", "1738"]),
    ("in 1687 and 1689 , circa 1620", ["1687", "1689", "1620"]),
    ("on the fifth of January", ["fifth of January"]),
    ("between May and June in 1981", ["May and June in 1981"]),
  ])
  func finds(_ text: String, _ expected: [String]) throws {
    let found = try expressions(text)
    #expect(found == expected)
  }

  /// Durations, ages, amounts, verbs and names are no times.
  @Test(arguments: [
    "They talked for two days", "Berg , 54 , has led it for ten years", "about 2000 people marched",
    "It may rain and they march on", "the second battalion", "2019 soldiers were there",
    "He can fall in spring water", "Mr March spoke", "the 25-year-old driver",
    "The Sun reported it",
    "48 % of them", "three months in prison", "Room 2012B", "1960 tonnes of oil",
    "between 1200 and 1500 people",
    "within hours of the vote", "the day after the attack", "$ 2000", "The sat phone rang",
  ])
  func findsNone(_ text: String) throws {
    #expect(try expressions(text).isEmpty)
  }

  @Test func survivesAnything() throws {
    let words = ["the", "last", "2", "of", "May", "and", "-", "year", "early", ",", "from", "next"]
    for first in words {
      for second in words {
        for third in words { _ = try expressions("\(first) \(second) \(third)") }
      }
    }
    #expect(try expressions("").isEmpty)
  }
}
