import Testing

@testable import NewsModel

struct NameFormTests {
  @Test(arguments: [
    ("Gaddafi", "Qadhafi"), ("Gaddafi", "Kadafi"), ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Mohammed Karimi", "Muhammad Karimi"), ("Mohamed Karimi", "Mohammad Karimi"),
    ("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelenski"), ("Kyiv", "Kiev"),
    ("Yunus-Bek Magomedov", "Yunus Bek Magomedov"), ("Yunus-bek", "Yunusbek"),
    ("al-Masri", "El Masry"), ("Abdel Fattah Idris", "Abdelfattah Idris"),
    ("Abd al-Rahman Nour", "Abdul Rahman Nour"), ("Hussein", "Husayn"), ("Osama", "Usama"),
    ("Hezbollah", "Hizbullah"), ("Müller", "Mueller"), ("ERDOĞAN", "Erdogan"),
    ("José Álvarez", "Jose Alvarez"), ("Aleksandr Volkov", "Alexander Volkov"),
  ])
  func variants(_ a: String, _ b: String) {
    let (first, second) = (NameForm(a), NameForm(b))
    #expect(first.key == second.key)
    #expect(first.isVariant(of: second) && second.isVariant(of: first))
  }

  @Test(arguments: [
    ("Chen", "Chan"), ("Zhang", "Zheng"), ("Kerry", "Gerry"), ("Ivanov", "Ivanova"),
    ("Maron", "Moran"), ("Putin", "Patten"), ("Anderson", "Andersen"), ("Alexander", "Alexandra"),
    ("Pedro Lima Sr.", "Pedro Lima Jr."), ("Ana Lima", "Rui Lima"), ("Lima", "Ana Lima"),
    ("Niger", "Nigeria"), ("Austria", "Australia"), ("Iran", "Iraq"), ("Mali", "Malawi"),
    ("Guinea", "Guyana"), ("", "Lima"), ("...", "!!!"),
  ])
  func strangers(_ a: String, _ b: String) {
    #expect(!NameForm(a).isVariant(of: NameForm(b)))
    #expect(!NameForm(b).isVariant(of: NameForm(a)))
  }

  @Test(arguments: [
    ("Ana Lima", "ANA LIMA", NameForm.Relation.same),
    ("von der Heide", "Heide", .same),
    ("Kadafi", "Gaddafi", .variant),
    ("Lima", "Ana Lima", .last),
    ("A. Lima", "Ana Lima", .last),
    ("A. B. Lima", "Ana Beatriz Lima", .last),
    ("Ana Lima", "Ana Beatriz Lima", .last),
    ("al-Masri", "Tarek el-Masry", .last),
    ("Lima", "Pedro Lima Sr.", .last),
    ("Ren", "Ren Wei Min", .first),
    ("Beatriz", "Ana Beatriz Lima", .part),
    ("World Food", "World Food Programme", .first),
    ("WFP", "World Food Programme", .acronym),
    ("U.A.E.", "United Arab Emirates", .acronym),
    ("DRC", "Democratic Republic of the Congo", .acronym),
    ("UNHCR", "UN High Commissioner for Refugees", .acronym),
  ])
  func relations(_ short: String, _ full: String, _ expected: NameForm.Relation) {
    #expect(NameForm(short).relation(to: NameForm(full)) == expected)
  }

  @Test(arguments: [
    ("R. Lima", "Ana Lima"), ("Rui Lima", "Ana Beatriz Lima"), ("Lima Jr.", "Pedro Lima Sr."),
    ("WFO", "World Food Programme"), ("Wfp", "World Food Programme"), ("Costa", "Ana Lima"),
    ("Ana Beatriz Lima", "Ana Lima"), ("", "Ana Lima"), ("Ana Lima", ""),
  ])
  func unrelated(_ short: String, _ full: String) {
    #expect(NameForm(short).relation(to: NameForm(full)) == nil)
  }

  @Test func parts() {
    let form = NameForm("Pedro de Souza-Lima Jr.")
    #expect(form.tokens == ["pedro", "de", "souza", "lima", "jr"])
    #expect(form.words == ["pedro", "souza", "lima"])
    #expect(form.generation == "jr")
    #expect(form.last == "lima")
    #expect(form.lastKey == NameForm("Lima").key)
    #expect(NameForm("Ministry of Trade and Industry").initials == "mti")
    #expect(NameForm("U.N.").acronym == "un")
    #expect(NameForm("Lima").acronym == nil)
  }

  @Test func otherScriptsAndLongInput() {
    #expect(NameForm("Иван Петров").isVariant(of: NameForm("иван петров")))
    #expect(!NameForm("Иван").isVariant(of: NameForm("Петр")))
    let long = String(repeating: "ab", count: 50_000)
    #expect(NameForm(long).isVariant(of: NameForm(long)))
  }
}
