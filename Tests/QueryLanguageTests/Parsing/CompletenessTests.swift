import Testing

@testable import QueryLanguage

@Suite struct CompletenessTests {
  @Test(arguments: [
    "", "events", "events where actor = Ada", "events | take 5", "events where (a = b)",
    "events | sotr by", "SELECT a FROM b", "events;", "param x = 5", "evnts |", "events where )",
    "events | newest 5 |", "events where place = Trinidad and Tobago", "# only a comment",
  ])
  func isWhole(_ text: String) {
    #expect(Parser.isComplete(text))
  }

  @Test(arguments: [
    "events |", "events where", "events where actor", "events where actor =",
    "events where actor = Ada and", "events where actor = Ada or not", "events where (actor = Ada",
    "events where type in (AID,", "events where type in (AID", "events where actor = \"Ada",
    "events since", "events last", "events last 7", "events within 3 days",
    "events within 3 days of",
    "events | sort", "events | sort by", "events | sort by date,", "events | top 5",
    "events | take",
    "events | show", "events between 2020", "events between 2020 and", "events where place is",
    "param x =", "param", "articles search", "events where place is not", "|",
  ])
  func wantsMore(_ text: String) {
    #expect(!Parser.isComplete(text))
  }
}
