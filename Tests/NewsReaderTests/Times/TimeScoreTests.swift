import NewsModel
import Testing

@testable import NewsReader

@Suite struct TimeScoreTests {
  private func score(
    _ words: String, _ golds: [(text: String, iso: String)]
  ) throws -> TimeScore {
    var score = try TimeScore()
    let expressions = try golds.map { gold in
      TimeScore.Gold(
        sentence: 3, words: words, text: gold.text, date: try #require(NewsDate(iso: gold.iso)))
    }
    score.add(expressions, published: NewsDate(iso: "2023-09-28"))
    return score
  }

  @Test(arguments: [
    ("The mine shut on Tuesday .", "Tuesday", "2023-09-26", 1),
    // Another precision is wrong.
    ("The mine shut in May .", "May", "2023-05-04", 0),
    // Of an open interval the end that is known counts.
    ("It has been shut since 2014 .", "2014", "2014", 1),
    ("It has been shut since 2014 .", "2014", "2015", 0),
    ("The mine was shut during the storm .", "the storm", "2023-09-01", 0),
  ])
  func comparesIntervals(_ words: String, _ text: String, _ iso: String, _ right: Int) throws {
    let score = try score(words, [(text, iso)])
    #expect(score.gold == 1)
    #expect(score.right == right)
    #expect(score.errors.count == 1 - right)
  }

  @Test func comparesASpanEndByEnd() throws {
    let words = "It was open from 3 May 2021 to 9 June 2021 ."
    let both = try score(words, [("3 May 2021", "2021-05-03"), ("9 June 2021", "2021-06-09")])
    #expect(both.right == 2 && both.read == 2)
    let one = try score(words, [("3 May 2021", "2021-05-03"), ("9 June 2021", "2021-06-10")])
    #expect(one.right == 1 && one.found == 2)
  }

  @Test func whatIsNotAnnotatedCountsAgainstPrecision() throws {
    let score = try score("Shut on Monday , open on Tuesday .", [("Tuesday", "2023-09-26")])
    #expect(score.line == "1 expressions, 1 found, 1 right; 2 read; P 0.500 R 1.000 F1 0.667")
  }
}
