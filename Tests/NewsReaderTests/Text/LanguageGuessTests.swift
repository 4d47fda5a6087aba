import NewsModel
import Testing

@testable import NewsReader

@Suite struct LanguageGuessTests {
  private static let guess = Result {
    LanguageGuess(
      try SectionedWordList(resource: "languages.txt"), languages: LanguageGuess.known)
  }

  private func language(_ text: String) throws -> String? {
    try Self.guess.get().language(of: Array(text.utf8))
  }

  @Test(arguments: [
    (
      "Die Regierung hat am Montag beschlossen, dass die Brücke über den Fluss nicht mehr geöffnet "
        + "wird, weil es für die Fischer zu gefährlich ist.", "de"
    ),
    (
      "Le conseil a décidé lundi que le pont sur la rivière ne sera plus ouvert, parce que les "
        + "pêcheurs ont peur pour leurs bateaux.", "fr"
    ),
    (
      "El consejo decidió el lunes que el puente sobre el río no se abrirá más, porque los "
        + "pescadores tienen miedo por sus barcos.", "es"
    ),
    (
      "Il consiglio ha deciso lunedì che il ponte sul fiume non sarà più aperto, perché i pescatori "
        + "hanno paura per le loro barche.", "it"
    ),
    (
      "O conselho decidiu na segunda-feira que a ponte sobre o rio não será mais aberta, porque os "
        + "pescadores têm medo pelos seus barcos.", "pt"
    ),
    (
      "De raad heeft maandag besloten dat de brug over de rivier niet meer wordt geopend, omdat het "
        + "voor de vissers te gevaarlijk is.", "nl"
    ),
    (
      "Rada postanowiła w poniedziałek, że most na rzece nie będzie już otwierany, ponieważ jest to "
        + "zbyt niebezpieczne dla rybaków i ich łodzi.", "pl"
    ),
    (
      "Meclis pazartesi günü nehrin üzerindeki köprünün artık açılmayacağını söyledi, çünkü bu "
        + "balıkçılar için çok tehlikeli bir durum olarak görülüyor.", "tr"
    ),
    (
      "Rådet beslutade på måndagen att bron över floden inte ska öppnas mer, eftersom det är för "
        + "farligt för fiskarna och deras båtar.", "sv"
    ),
    (
      "Dewan memutuskan pada hari Senin bahwa jembatan di atas sungai itu tidak akan dibuka lagi "
        + "karena terlalu berbahaya untuk para nelayan.", "id"
    ),
    (
      "Hội đồng đã quyết định vào thứ Hai rằng cây cầu trên sông sẽ không được mở nữa vì quá nguy "
        + "hiểm cho các ngư dân và những con thuyền của họ.", "vi"
    ),
    (
      "Neuvosto päätti maanantaina, että joen yli vievä silta ei enää aukea, koska se on kalastajille "
        + "liian vaarallista, mutta he voivat vielä valittaa.", "fi"
    ),
    (
      "A tanács hétfőn úgy döntött, hogy a folyón átívelő hidat már nem nyitják meg, mert az a "
        + "halászok szerint túl veszélyes, és nem is kell.", "hu"
    ),
    ("Ο δήμαρχος άνοιξε τη γέφυρα", "el"), ("ראש העיר פתח את הגשר", "he"),
    ("महापौर ने पुल खोला", "hi"), ("นายกเทศมนตรีเปิดสะพาน", "th"), ("시장이 다리를 열었다", "ko"),
    ("市長は橋を開けた。", "ja"), ("市长昨天打开了大桥。", "zh"), ("Мэр вчера открыл этот мост", "ru"),
    ("فتح العمدة الجسر أمس", "ar"), ("শহরের মেয়র সেতু খুললেন", "bn"),
  ])
  func recognises(_ text: String, _ expected: String) throws {
    #expect(try language(text) == expected)
  }

  @Test(arguments: [
    "Mayor opens bridge", "Bridge opens", "Vive la France!", "Club Atlético de la Plata 2-1",
    "Karl von der Aue, Jan van den Berg, María de la Cruz and Luis del Río", "李明", "",
  ])
  func aShortTextIsNoOtherLanguage(_ text: String) throws {
    let found = try language(text)
    #expect(found == nil || found == "en")
  }

  @Test(arguments: [
    "« La vie est belle et nous sommes là pour vous », the mayor told the fishermen of the town, and "
      + "they said that they would not leave the bridge until the council had heard them.",
    "The mayor said: «Мост будет открыт в понедельник для всех». It was the first time that he had "
      + "spoken of it, and those who were there did not believe him at all.",
    "The ministers Nguyễn Văn Hải, Trần Thị Hoa and Lê Đức Minh met in the town of Đà Lạt, where they "
      + "signed the plan for the bridge over the river.",
  ])
  func anEnglishTextThatQuotesStaysEnglish(_ text: String) throws {
    #expect(try language(text) == "en")
  }

  @Test func theWholeOfALongTextCounts() throws {
    let english = "The mayor of the town said that the bridge was not to be opened again. "
    let french = "Le maire de la ville a dit que le pont ne sera pas ouvert pour les bateaux. "
    let page = String(repeating: english, count: 20) + String(repeating: french, count: 400)
    #expect(try language(page) == "fr")
    let quote = String(repeating: french, count: 20) + String(repeating: english, count: 400)
    #expect(try language(quote) == "en")
  }

  @Test func bytesThatAreCutAreNoLetters() throws {
    let text = String(repeating: "é", count: 5_000)
    #expect(try language(text) == nil)
    #expect(try language(String(repeating: "\u{0}", count: 9_000)) == nil)
  }
}
