import NewsModel
import Testing

@testable import NewsFormats

@Suite struct RecordDateTests {
  @Test(arguments: [
    ("2023-09-28", "2023-09-28"),
    ("2023-09-28T10:15:00+02:00", "2023-09-28"),
    ("2023-09-28 10:15", "2023-09-28"),
    ("2023-09", "2023-09"),
    ("20230928", "2023-09-28"),
    ("28/09/2023", "2023-09-28"),
    ("09/28/2023", "2023-09-28"),
    ("3.4.2023", "2023-04-03"),
    ("4/4/2023", "2023-04-04"),
    ("2023/9/5", "2023-09-05"),
    ("28 September 2023", "2023-09-28"),
    ("Sept. 28, 2023", "2023-09-28"),
    ("Thursday, 28 September 2023, 21:40", "2023-09-28"),
    ("May 2021", "2021-05"),
    ("1st March 1999", "1999-03-01"),
  ])
  func readsWhatIsBeyondDoubt(_ text: String, _ expected: String) {
    #expect(recordDate(text)?.description == expected)
  }

  @Test(arguments: ["", "3/4/2023", "31/02/2023", "yesterday", "2023-13-01", "soon, 2023"])
  func leavesTheRestOpen(_ text: String) {
    #expect(recordDate(text) == nil)
  }
}
