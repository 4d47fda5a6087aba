import NewsModel
import Testing

@testable import NewsReader

@Suite struct ArticleHeadTests {
  private let body = """
    Lawmakers in Norway voted to close the last coal mine on the island after a long debate.

    The vote was close, and the owners of the mine told reporters that they would sue.
    """

  private func head(_ text: String) throws -> Article { try TextLayerFixture.read(text).article }

  @Test(
    arguments: [
      ("OSLO (AFP) - ", "Oslo", "AFP", nil),
      ("OSLO, May 3, 2021 (Reuters) - ", "Oslo", "Reuters", "2021-05-03"),
      (
        "OSLO, 3 May 2021 (Nordfjord News Service) -- ", "Oslo", "Nordfjord News Service",
        "2021-05-03"
      ),
      ("OSLO, May 3, 2021 (Polar Wire) - ", "Oslo", "Polar Wire", "2021-05-03"),
      ("OSLO, May 3, 1989 (Reuter) - ", "Oslo", "Reuters", "1989-05-03"),
      ("NEW DELHI, India (AP) — ", "New Delhi", "AP", nil), ("BERGEN - ", "Bergen", nil, nil),
      ("Tromsø – ", "Tromsø", nil, nil), ("Bodø: ", "Bodø", nil, nil),
      ("OSLO/BERGEN (dpa) - ", "Oslo/Bergen", "dpa", nil),
      ("RIO DE JANEIRO, May 3 (EFE) - ", "Rio de Janeiro", "EFE", nil),
      ("AFP - ", nil, "AFP", nil), ("Oslo, Norway (UPI) - ", "Oslo", "UPI", nil),
      ("ANALYSIS: ", nil, nil, nil), ("Correction: ", nil, nil, nil), ("", nil, nil, nil),
    ] as [(String, String?, String?, String?)])
  func readsDatelines(
    _ line: String, _ place: String?, _ agency: String?, _ published: String?
  ) throws {
    let article = try head("Norway shuts its mine\n\n\(line)\(body)")
    #expect(article.place == place)
    #expect(article.agency == agency)
    #expect(article.published?.description == published)
    #expect(article.title == "Norway shuts its mine")
  }

  @Test(
    arguments: [
      ("FJORD POST | Tuesday 4 May 2021 | No. 77", "Fjord Post", "2021-05-04"),
      ("FJORD POST - THE VOICE OF THE COAST\nTuesday 4 May 2021", "Fjord Post", "2021-05-04"),
      ("VOZ DEL NORTE\nMay 4, 2021", "Voz del Norte", "2021-05-04"),
      ("The Quarterly Review · Essay · Issue of 4 May 2021", "The Quarterly Review", "2021-05-04"),
      ("CoastNews | 4 May 2021 | Top stories | Weather", "CoastNews", "2021-05-04"),
      ("BBD NEWS\n4 May 2021", "BBD News", "2021-05-04"),
      ("Tuesday , 4 May 2021\nHome / Nordic / Mines", nil, nil),
      ("Home > Nordic\nUpdated 4 May 2021", nil, "2021-05-04"),
      ("Tuesday 4 May 2021", nil, "2021-05-04"),
      ("Support The Fjord Post!", "The Fjord Post", nil),
    ] as [(String, String?, String?)])
  func readsMastheads(_ lines: String, _ source: String?, _ published: String?) throws {
    let article = try head("\(lines)\n\nNorway shuts its mine after a vote\n\n\(body)")
    #expect(article.source == source)
    #expect(article.published?.description == published)
    #expect(article.title == "Norway shuts its mine after a vote")
  }

  @Test(
    arguments: [
      ("Published 4 May 2021 | Coast Harbour News", "Coast Harbour News", "2021-05-04", nil),
      ("The Fjord Chronicle, Tuesday 4 May 2021", "The Fjord Chronicle", "2021-05-04", nil),
      ("Posted 4 May 2021, 21:40", nil, "2021-05-04", nil),
      ("4 May 2021 · 3 min read", nil, "2021-05-04", nil),
      ("Bergen, 4 May 2021", nil, "2021-05-04", "Bergen"),
      ("From our correspondent in Bergen, Norway", nil, nil, "Bergen"),
      (
        "By our correspondent in Bergen\nThe Fjord Chronicle, 4 May 2021", "The Fjord Chronicle",
        "2021-05-04", "Bergen"
      ),
    ] as [(String, String?, String?, String?)])
  func readsPublicationLines(
    _ lines: String, _ source: String?, _ published: String?, _ place: String?
  ) throws {
    let article = try head("Norway shuts its mine after a vote\n\n\(lines)\n\n\(body)")
    #expect(article.source == source)
    #expect(article.published?.description == published)
    #expect(article.place == place)
    #expect(article.title == "Norway shuts its mine after a vote")
  }

  @Test func prefersTheArticlesOwnDate() throws {
    let article = try head(
      "CoastNews | Friday, 7 May 2021 | Top stories | Weather\n\nNorway shuts its mine\n\n"
        + "Posted 4 May 2021, 21:40\n\n\(body)")
    #expect(article.published?.description == "2021-05-04")
  }

  @Test(
    arguments: [
      ("By Kari Lund", "Kari Lund", nil), ("By KARI LUND in Oslo", "Kari Lund", nil),
      ("By Kari Lund, Associated Press", "Kari Lund", "AP"),
      ("From our correspondent in Oslo", nil, nil),
    ] as [(String, String?, String?)])
  func readsBylines(_ line: String, _ author: String?, _ agency: String?) throws {
    let article = try head("Norway shuts its mine\n\n\(line)\n\n\(body)")
    #expect(article.author == author)
    #expect(article.agency == agency)
  }

  @Test func takesNoAgencyFromPhotoCredits() throws {
    let article = try head(
      "Norway shuts its mine\n\nMiners leave the pit. (AFP Photo)\n\n\(body)\n\nPhoto: Reuters")
    #expect(article.agency == nil)
  }

  @Test(arguments: [
    ("", " (AFP)", "AFP"), ("", " – Reuters", "Reuters"), ("\n\nSource: Xinhua", "", "Xinhua"),
    ("\n\nWith inputs from PTI", "", "PTI"),
  ])
  func readsSignatures(_ line: String, _ tail: String, _ agency: String) throws {
    #expect(try head("Norway shuts its mine\n\n\(body)\(tail)\(line)").agency == agency)
  }

  @Test func takesAnAgencyOfItsOwnForTheOutlet() throws {
    let article = try head(
      "Mine shuts\n\nOSLO (Nordfjord News Service) - \(body)\n\n"
        + "Sign up for Nordfjord Daily, our newsletter.")
    #expect(article.source == "Nordfjord News Service")
    #expect(article.agency == nil)
  }

  @Test func takesTheSubjectOfAReadOut() throws {
    let article = try head(
      "MINISTRY OF MINES\nPress office\n\nOslo, 4 May 2021\n\nSubject: End of mining\n\n\(body)")
    #expect(article.title == "End of mining")
    #expect(article.source == "Ministry of Mines")
    #expect(article.place == "Oslo")
    #expect(article.published?.description == "2021-05-04")
  }

  @Test func takesTheDayOfAnAgencysLead() throws {
    let article = try head(
      "OSLO (NTB) - The last mine has shut, officials said on Tuesday, 4 May 2021. \(body)")
    #expect(article.published?.description == "2021-05-04")
  }

  @Test func keepsWhatTheRecordGave() throws {
    let article = try TextLayerFixture.read(
      "FJORD POST\nTuesday 4 May 2021\n\nMine shuts for good\n\nOSLO (AFP) - \(body)"
    ) {
      $0.title = "Other"
      $0.source = "Coast Wire"
      $0.agency = "AP"
      $0.published = NewsDate(year: 2020, month: 1, day: 2)
      $0.place = "Bergen"
      $0.language = "de"
    }.article
    #expect(article.title == "Other")
    #expect(article.source == "Coast Wire")
    #expect(article.agency == "AP")
    #expect(article.published?.description == "2020-01-02")
    #expect(article.place == "Bergen")
    #expect(article.language == "de")
  }

  @Test(
    arguments: [
      ("Lawmakers voted on the law and it was passed by the house.", "en"),
      ("Le président a rencontré les ministres dans la ville et ils ont parlé.", "fr"),
      ("Der Präsident hat sich mit der Kanzlerin in Berlin getroffen und ist abgereist.", "de"),
      ("El presidente se reunió con los ministros en la capital de la provincia.", "es"),
      ("Президент встретился с министром, они обсудили вопросы экономики и выборы.", "ru"),
      ("Президент зустрівся з міністром і вони обговорили її план.", "uk"),
      ("التقى الرئيس بالوزير في العاصمة", "ar"), ("رئیس جمهور با وزیر گفتگو کرد", "fa"),
      ("大統領は大臣と会談した", "ja"), ("总统与部长举行了会谈", "zh"),
      ("대통령이 장관을 만났다", "ko"), ("12 34 56", nil), ("Oslo", nil),
    ] as [(String, String?)])
  func guessesLanguages(_ text: String, _ language: String?) throws {
    #expect(try head(text).language == language)
  }
}

extension ArticleHeadTests {
  @Test(
    arguments: [
      ("Norway shuts its mine | The Fjord Post", "Norway shuts its mine", "The Fjord Post"),
      ("Norway shuts its mine - Fjord Times", "Norway shuts its mine", "Fjord Times"),
      ("Norway shuts its mine - and nobody weeps", "Norway shuts its mine - and nobody weeps", nil),
      ("UPDATE 2-Norway shuts its mine", "Norway shuts its mine", nil),
      ("WRAPUP-Norway shuts its mine", "Norway shuts its mine", nil),
      ("COVID-19 shuts Norway's last mine", "COVID-19 shuts Norway's last mine", nil),
    ] as [(String, String, String?)])
  func cleansTitles(_ line: String, _ title: String, _ source: String?) throws {
    let article = try TextLayerFixture.read(
      "\(line)\n\nLawmakers in Norway voted to close the last coal mine on the island.\n"
    ).article
    #expect(article.title == title)
    #expect(article.source == source)
  }

  @Test(
    arguments: [
      ("OSLO. May 3 (Interfax) - The mine has shut for good, officials said.", "Oslo", "Interfax"),
      ("OSLO, Sept. 12 (AP) - The mine has shut for good, officials said.", "Oslo", "AP"),
      ("Oslo (AP) The mine has shut for good, officials said.", "Oslo", "AP"),
      ("Oslo (XNN)The mine has shut for good, officials said.", "Oslo", "XNN"),
      ("The party (ABC) Secretary has shut the mine for good, officials said.", nil, nil),
    ] as [(String, String?, String?)])
  func readsOtherDatelines(_ text: String, _ place: String?, _ agency: String?) throws {
    let article = try TextLayerFixture.read("Norway shuts its mine\n\n\(text)").article
    #expect(article.place == place)
    #expect(article.agency == agency)
  }

  @Test func readsTheOutletBehindTheText() throws {
    let article = try TextLayerFixture.read(
      "Mine shuts for good\n\nLawmakers in Norway voted to close the last coal mine on the island.\n\n"
        + "Published in Fjord Daily, May 2nd, 2021\n"
    ).article
    #expect(article.source == "Fjord Daily")
    #expect(article.published?.description == "2021-05-02")
  }
}
