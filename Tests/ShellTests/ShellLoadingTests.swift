import NewsSession
import Testing

@testable import Shell

@Suite struct ShellLoadingTests {
  private let french =
    "Le maire de la ville a ouvert le pont lundi, et il a dit que les bateaux ne sont plus là."
  private let polish =
    "Burmistrz miasta otworzył w poniedziałek most, ale powiedział, że nie jest to już dla łodzi."

  @Test func saysInOneLineWhichLanguagesAreNotRead() throws {
    let folder = try TemporaryFolder()
    for number in 1...3 { _ = try folder.write(french, to: "f\(number).txt") }
    _ = try folder.write(polish, to: "p.txt")
    _ = try folder.write("The mayor opened the bridge.", to: "e.txt")
    let fixture = ShellFixture()
    #expect(fixture.shell.load([folder.path]))
    #expect(
      fixture.messages.text
        == "note: 4 articles in other languages (3 French, 1 Polish): "
        + "searched like all others, but only English is read for events\n")
  }

  @Test func namesTheOnlyLanguage() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(french, to: "f.txt")
    let fixture = ShellFixture()
    #expect(fixture.shell.load([path]))
    #expect(fixture.messages.text.hasPrefix("note: 1 article in French: searched"))
  }

  @Test func namesWhatIsTooLongToBeReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let text = "The mayor opened the bridge.\n"
    let gap = String(repeating: " ", count: NewsSession.longestText)
    try folder.write(text + "\n" + gap + "\n\nThe mayor closed the harbour.\n", to: "long.txt")
    try folder.write(text, to: "short.txt")
    let fixture = ShellFixture()
    #expect(fixture.shell.load([folder.path]))
    #expect(
      fixture.messages.text
        == "note: '\(folder.path)/long.txt' is longer than 2,000,000 bytes: what is behind them can "
        + "be searched, but is not read for events\n")
  }

  @Test func saysNothingOfEnglish() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("The mayor opened the bridge.", to: "e.txt")
    let fixture = ShellFixture()
    #expect(fixture.shell.load([path]))
    #expect(fixture.messages.text.isEmpty)
  }
}
