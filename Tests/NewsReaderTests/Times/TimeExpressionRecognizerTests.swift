import NewsModel
import Testing

@testable import NewsReader

@Suite struct TimeExpressionRecognizerTests {
  /// The dates of a text, published on a Wednesday unless told otherwise.
  private func dates(_ text: String, published: String? = "2021-05-05") throws -> [String] {
    let document = try TextLayerFixture.read(text) {
      $0.published = published.flatMap { NewsDate(iso: $0) }
    }
    return document.times.map { $0.date?.description ?? "nil" }
  }

  /// Wednesday 5 May 2021 is the day of publication.
  @Test(arguments: [
    // Weekdays
    ("The envoy left on Tuesday.", "2021-05-04"), ("The envoy left on Wednesday.", "2021-05-05"),
    ("The envoy left on Thursday.", "2021-04-29"),
    ("The envoy will leave on Thursday.", "2021-05-06"),
    ("The envoy is to leave on Monday.", "2021-05-10"),
    ("The talks are due to begin on Sunday.", "2021-05-09"),
    ("On Friday the court will rule.", "2021-05-07"), ("On Friday the court ruled.", "2021-04-30"),
    ("The envoy, who on Friday denied it, will resign.", "2021-04-30"),
    ("He refused to go, and on Saturday he will say why.", "2021-05-08"),
    ("Police said on Monday that they would search the ship.", "2021-05-03"),
    ("The board would meet on Friday, he told reporters.", "2021-05-07"),
    ("Unions called a strike for Friday.", "2021-05-07"),
    ("They asked the council to meet on Saturday.", "2021-05-08"),
    ("She flew to Oslo to meet the king on Saturday.", "2021-05-01"),
    ("It must pay by Friday.", "2021-05-07"), ("He had fled by Monday.", "2021-05-03"),
    ("The minister flies to Rome on Friday.", "2021-05-07"),
    ("The accord will be signed on Friday.", "2021-05-07"),
    ("Last Wednesday they met.", "2021-04-28"), ("They meet next Wednesday.", "2021-05-12"),
    ("He spoke on Monday night.", "2021-05-03"), ("The Tuesday's vote failed.", "2021-05-04"),
    // Days near publication
    ("He resigned yesterday.", "2021-05-04"), ("Today he spoke.", "2021-05-05"),
    ("He flies tomorrow.", "2021-05-06"), ("They dined last night.", "2021-05-04"),
    ("He wrote this morning.", "2021-05-05"), ("He left the day before yesterday.", "2021-05-03"),
    ("He left two days ago.", "2021-05-03"), ("He left a week ago.", "2021-04-28"),
    ("It rained over the weekend.", "2021-05-01/2021-05-02"),
    // Weeks, months, years
    ("They met last week.", "2021-04-26/2021-05-02"),
    ("They meet next week.", "2021-05-10/2021-05-16"),
    ("It fell last month.", "2021-04"), ("It fell earlier this month.", "2021-05-01/2021-05-05"),
    ("It fell early last year.", "2020-01/2020-04"), ("It ends next year.", "2022"),
    ("Three months ago it rose.", "2021-02"), ("Five years ago it rose.", "2016"),
    ("In the past two weeks it fell.", "2021-04-21/2021-05-05"),
    // Days and months without a year
    ("They met on March 3.", "2021-03-03"), ("They met on 3 June.", "2020-06-03"),
    ("They will meet on 3 June.", "2021-06-03"), ("The leaders meet on 28 June.", "2021-06-28"),
    ("He was shot in April.", "2021-04"), ("He was shot in September.", "2020-09"),
    ("It will open in September.", "2021-09"), ("It closed last August.", "2020-08"),
    ("He left on June 9 last year.", "2020-06-09"),
    ("It fell in early March.", "2021-03-01/2021-03-10"),
    ("In May he was elected.", "2021-05"), ("The strike has gone on since March.", "2021-03/.."),
    ("They met on Christmas Day.", "2020-12-25"), ("On Easter Monday they met.", "2021-04-05"),
    ("It fell last winter.", "2020-12/2021-02"),
    // Full dates and spans
    ("It shut on Sept. 26, 2019.", "2019-09-26"), ("It shut on 26/09/2019.", "2019-09-26"),
    ("It shut on 2019-09-26.", "2019-09-26"), ("It shut on 3/4/2019.", "nil"),
    ("The quay was closed between May 2011 and July 2012.", "2011-05/2012-07"),
    ("Fighting raged from April to June 2019.", "2019-04/2019-06"),
    ("It lasted from 30 March to 2 April 2019.", "2019-03-30/2019-04-02"),
    ("The fair runs from January 23 through March 9 2019.", "2019-01-23/2019-03-09"),
    ("He has ruled since 2014.", "2014/.."), ("He ruled until 2014.", "../2014"),
    ("The war of 1950-53 cost much.", "1950/1953"), ("In the 1990s he was a clerk.", "1990/1999"),
    ("In spring 2019 it rose.", "2019-03/2019-05"), ("Sales rose in Q3 2019.", "2019-07/2019-09"),
    ("It rose in the first half of 2019.", "2019-01/2019-06"),
    ("By mid-2017 it was gone.", "2017-05/2017-08"),
    ("Talks at the Expo-2019 fair failed.", "2019"),
  ])
  func resolvesFromPublication(_ text: String, _ expected: String) throws {
    #expect(try dates(text) == [expected])
  }

  @Test(arguments: [
    ("They met on Sunday. A day later she left.", ["2021-05-02", "2021-05-03"]),
    ("It broke on Monday; the crew was saved the same evening.", ["2021-05-03", "2021-05-03"]),
    (
      "In June 2018 he won. On 8 July he flew home; a day later he spoke.",
      ["2018-06", "2018-07-08", "2018-07-09"]
    ),
    ("In 2016 the court, which had sat since 2 May, ruled.", ["2016", "2016-05-02/.."]),
    ("In September 1978 they met. The envoy had come ten months earlier.", ["1978-09", "1977-11"]),
    ("He won in October 2019. The pact, signed in December, failed.", ["2019-10", "2020-12"]),
    ("He hailed the ruling of 2002. On 8 April he left.", ["2002", "2021-04-08"]),
    ("They fled in March 2015. That year the war spread.", ["2015-03", "2015"]),
    ("It was signed in March 2015 and a year later broken.", ["2015-03", "2016"]),
  ])
  func resolvesFromWhatWasToldBefore(_ text: String, _ expected: [String]) throws {
    #expect(try dates(text) == expected)
  }

  // MARK: Articles without a date of their own

  private let caption = "Miners greet the envoy at the harbour on May 4, 2021. (NTB Photo)"

  @Test func takesTheDayOfACaptionWithTheSameWeekday() throws {
    let found = try dates(
      "Envoy visits the last mine\n\n\(caption)\n\n"
        + "The envoy of Sweden arrived at the mine on Tuesday to speak with the owners.\n\n"
        + "On Thursday he dined with the mayor, and on Monday he had seen the king.\n\n"
        + "They had last met on April 17 in Oslo, and he will return on Friday.",
      published: nil)
    #expect(
      found == ["2021-05-04", "2021-05-04", "2021-05-06", "2021-05-03", "2021-04-17", "2021-05-07"])
  }

  @Test func takesTheCaptionThatAWeekdayConfirms() throws {
    let found = try dates(
      "Envoy visits the last mine\n\nThe mine in winter on January 2, 2019. (NTB Photo)\n\n"
        + "\(caption)\n\nThe envoy of Sweden arrived at the mine on Tuesday to speak with the owners.",
      published: nil)
    #expect(found == ["2019-01-02", "2021-05-04", "2021-05-04"])
  }

  @Test func leavesWeekdaysOpenWithoutConfirmation() throws {
    let found = try dates(
      "Envoy visits the last mine\n\n\(caption)\n\n"
        + "The envoy of Sweden arrived at the mine on Saturday to speak with the owners.",
      published: nil)
    #expect(found == ["2021-05-04", "nil"])
  }

  @Test func countsNoPicturesFromTheArchive() throws {
    let found = try dates(
      "Envoy visits the last mine\n\nFILE - Miners greet the envoy on May 4, 2021. (NTB Photo)\n\n"
        + "The envoy of Sweden arrived at the mine on Tuesday to speak with the owners.",
      published: nil)
    #expect(found.last == "nil")
  }

  @Test func takesTheDayOfALeadWithItsWeekday() throws {
    let found = try dates(
      "The last mine shut on Tuesday, 4 May 2021, after a vote of the assembly in Oslo.\n\n"
        + "On Monday the owners had told the miners to go home for good.", published: nil)
    #expect(found == ["2021-05-04", "2021-05-03"])
  }

  @Test func keepsWhatThereIsOfADate() throws {
    let document = try TextLayerFixture.read(
      "The envoy left on Tuesday, after talks on September 17.")
    #expect(document.times.map(\.date) == [nil, nil])
    #expect(
      document.times.map(\.partialDate)
        == [PartialDate(weekday: 2), PartialDate(month: 9, dayOfMonth: 17)])
    #expect(document.times[0].basis == "Tuesday, no date of publication")
  }

  @Test func saysHowItWasWorkedOut() throws {
    let document = try TextLayerFixture.read("The envoy left on Tuesday.") {
      $0.published = NewsDate(iso: "2021-05-05")
    }
    #expect(document.times.map(\.basis) == ["Tuesday before 2021-05-05"])
    #expect(
      document.times.map { document.text(document.range(ofTokens: $0.tokens)) } == ["Tuesday"])
  }

  @Test func givesExpressionsInOrderWithoutOverlap() throws {
    let document = try TextLayerFixture.read(
      "From Monday to Friday, 3 May 2019, and since 2 June last year, early on Sunday, he slept.")
    for (earlier, later) in zip(document.times, document.times.dropFirst()) {
      #expect(earlier.tokens.upperBound <= later.tokens.lowerBound)
    }
  }
}
