import NewsModel
import Testing

@testable import NewsReader

@Suite struct TokenizerTests {
  private func tokens(_ text: String) throws -> [String] {
    let abbreviations = AbbreviationList(try SectionedWordList(resource: "abbreviations.txt"))
    let bytes = Array(text.utf8)
    return Tokenizer(abbreviations: abbreviations).tokens(in: bytes, range: 0..<bytes.count)
      .map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("The envoy left.", ["The", "envoy", "left", "."]),
    ("It didn't, he’d say", ["It", "did", "n't", ",", "he", "’d", "say"]),
    ("Lisbon's mayor can't", ["Lisbon", "'s", "mayor", "ca", "n't"]),
    ("We’ll see they've gone", ["We", "’ll", "see", "they", "'ve", "gone"]),
    ("couldn't've", ["could", "n't", "'ve"]),
    ("cannot", ["can", "not"]),
    ("the ministers' cars", ["the", "ministers", "'", "cars"]),
    ("O'Brien and d'Estaing of Sana'a", ["O'Brien", "and", "d'Estaing", "of", "Sana'a"]),
    ("rock'n'roll", ["rock'n'roll"]),
    ("the '90s and ’68", ["the", "'90s", "and", "’68"]),
    ("a Berlin-backed so-called truce", ["a", "Berlin-backed", "so-called", "truce"]),
    ("COVID-19 and Mi-8", ["COVID-19", "and", "Mi-8"]),
    ("1,200 men, 3.5 km", ["1,200", "men", ",", "3.5", "km"]),
    ("$2.50 or 48%", ["$", "2.50", "or", "48", "%"]),
    ("US$30 and A$5m", ["US$", "30", "and", "A$", "5m"]),
    ("€47m", ["€", "47m"]),
    ("1998-2000", ["1998", "-", "2000"]),
    ("2021-04-09", ["2021-04-09"]),
    ("26/09/2021 at 16:30", ["26/09/2021", "at", "16:30"]),
    ("OSLO/BERGEN", ["OSLO", "/", "BERGEN"]),
    ("AT&T", ["AT&T"]),
    ("Gen. Maria Berg", ["Gen.", "Maria", "Berg"]),
    ("on Sept. 4", ["on", "Sept.", "4"]),
    ("the U.S. envoy, a U.N report", ["the", "U.S.", "envoy", ",", "a", "U.N", "report"]),
    ("J. K. Holm and K.C. Rao", ["J.", "K.", "Holm", "and", "K.C.", "Rao"]),
    ("at 6 a.m. on", ["at", "6", "a.m.", "on"]),
    ("No. 10", ["No.", "10"]), ("He said no.", ["He", "said", "no", "."]),
    ("St. Vincent", ["St.", "Vincent"]), ("Th. Lund", ["Th.", "Lund"]),
    ("the sun.", ["the", "sun", "."]),
    ("went home.Then", ["went", "home", ".", "Then"]),
    ("see https://news.example/a?b=1.", ["see", "https://news.example/a?b=1", "."]),
    ("mail desk@news.example.", ["mail", "desk@news.example", "."]),
    ("on example.org now", ["on", "example.org", "now"]),
    ("\"Go\" – “now”", ["\"", "Go", "\"", "–", "“", "now", "”"]),
    ("(off) — on... yes…", ["(", "off", ")", "—", "on", "...", "yes", "…"]),
    ("what?!", ["what", "?!"]),
    ("a - b -- c", ["a", "-", "b", "--", "c"]),
    ("@desk #vote", ["@desk", "#vote"]),
    ("Þórður Ægisson’s", ["Þórður", "Ægisson", "’s"]),
    ("one\u{a0}two\u{200b}three", ["one", "two", "three"]),
    ("", []), ("   ", []),
  ])
  func cuts(_ text: String, _ expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test func cutsLongRunsAtScalars() throws {
    let found = try tokens(String(repeating: "é", count: 5000))
    #expect(found.count == 10)
    #expect(
      found.allSatisfy { $0.utf8.count <= Tokenizer.longestToken && !$0.contains("\u{fffd}") })
  }

  @Test func takesLinearTimeForRunsWithoutSpaces() throws {
    for run in ["a", "a.", "a-", "'", "1,", "a@", "www.", "\"", ".x", "’s"] {
      let text = String(repeating: run, count: 200_000 / run.utf8.count)
      let found = try tokens(text)
      #expect(found.joined() == text)
    }
  }
}
