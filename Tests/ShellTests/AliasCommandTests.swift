import Foundation
import NewsSession
import Testing

@testable import Shell

/// What `.alias`, `.merge`, `.split` and `.aliases` do, and what they write where.
@Suite struct AliasCommandTests {
  /// A folder with one article, and a shell that has loaded it.
  private struct Fixture {
    let folder: TemporaryFolder
    let shell: ShellFixture

    init(isDialogue: Bool = true, aliases: String? = nil) throws {
      folder = try TemporaryFolder()
      try folder.write("Ada Brook met Carl Dorn in Oslo on 5 March 2024.\n", to: "a.txt")
      if let aliases { try folder.write(aliases, to: AliasFile.folderFileName) }
      shell = ShellFixture(isDialogue: isDialogue, joined: true)
      shell.shell.load([folder.path])
      _ = shell.results.take()
    }

    var kept: String? {
      try? String(contentsOfFile: folder.path + "/" + AliasFile.folderFileName, encoding: .utf8)
    }

    func run(_ command: String) -> String {
      _ = shell.shell.run(command: command)
      return shell.results.take()
    }

    var aliases: [String] { shell.shell.session.corrections.map { AliasText.line($0) } }
  }

  @Test func aDialogueKeepsThemInTheFolder() throws {
    let fixture = try Fixture()
    #expect(fixture.run(".alias Brookie = Ada Brook").contains("kept in '"))
    #expect(fixture.kept?.hasSuffix("\nBrookie = Ada Brook\n") == true)
    _ = fixture.run(".alias \"Dorn\" != Ada Brook")
    #expect(fixture.kept?.hasSuffix("\nBrookie = Ada Brook\nDorn != Ada Brook\n") == true)
    _ = fixture.run(".split Brookie")
    #expect(fixture.kept?.hasSuffix("\nDorn != Ada Brook\n") == true)
    #expect(fixture.aliases == ["Dorn != Ada Brook"])
  }

  @Test func aScriptWritesNothing() throws {
    let fixture = try Fixture(isDialogue: false)
    _ = fixture.run(".alias Brookie = Ada Brook")
    #expect(fixture.kept == nil)
    #expect(fixture.aliases == ["Brookie = Ada Brook"])
  }

  @Test func theFileOfAFolderIsRead() throws {
    let fixture = try Fixture(aliases: "# mine\nBrookie = Ada Brook\n")
    #expect(fixture.aliases == ["Brookie = Ada Brook"])
    let seen = fixture.run("events where actor = Brookie")
    #expect(!seen.isEmpty)
    _ = fixture.run(".merge \"Carl Dorn\" Brookie")
    #expect(fixture.kept == "# mine\nBrookie = Ada Brook\nCarl Dorn = Ada Brook\n")
  }

  @Test func wrongLinesAreShownWithTheirPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("x y\nBrookie = Ada Brook\n", to: "names.txt")
    let fixture = ShellFixture(isDialogue: true, joined: true)
    #expect(!fixture.shell.readAliases(at: folder.path + "/names.txt"))
    #expect(fixture.results.take().contains("names.txt:1:4: error[A001]"))
    #expect(fixture.shell.session.corrections.count == 1)
  }

  @Test(arguments: ["Carl Dorn", "Dorn", "@carl-dorn", "Ada Brook"])
  func mergingAndSplittingUndoOneAnother(_ name: String) throws {
    let fixture = try Fixture()
    let entities = fixture.shell.shell.session.rowCount(of: .entities)
    _ = fixture.run(".merge @carl-dorn @ada-brook")
    #expect(fixture.aliases == ["Carl Dorn = Ada Brook"])
    #expect(fixture.shell.shell.session.rowCount(of: .entities) == entities - 1)
    _ = fixture.run(".split \(name)")
    #expect(fixture.aliases == [])
    #expect(fixture.shell.shell.session.rowCount(of: .entities) == entities)
  }

  static let refused: [(String, String)] = [
    (".alias Brookie", "'.alias' needs more"), (".alias Ada Brook", "error[A001]"),
    (".alias = Ada", "error[A002]"), (".merge Nobody Brook", "no article names 'Nobody'"),
    (".merge @no-one @ada-brook", "no article names '@no-one'"),
    (".merge Brook @ada-brook", "are one entity already"),
    (".split Ada Brook", "is the name by which its entity goes"),
    (".split Nobody", "no article names 'Nobody'"), (".aliases /no/such/file", "no such"),
  ]

  @Test(arguments: refused) func saysWhatIsWrong(_ command: String, _ message: String) throws {
    let fixture = try Fixture(isDialogue: false)
    #expect(fixture.shell.shell.run(command: command) == .failed)
    #expect(fixture.shell.results.take().contains(message))
    #expect(fixture.aliases == [])
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let fixture = try Fixture()
    _ = fixture.run(".aliases /no-such-folder/names")
    let seen = fixture.run(".alias Brookie = Ada Brook")
    #expect(seen.contains("cannot be written"))
    #expect(fixture.aliases == ["Brookie = Ada Brook"])
  }

  @Test func articlesOfSeveralPlacesHaveNoFile() throws {
    let fixture = try Fixture()
    let other = try TemporaryFolder()
    try other.write("Eva Fry left Bergen.\n", to: "b.txt")
    fixture.shell.shell.load([other.path])
    _ = fixture.shell.results.take()
    #expect(fixture.run(".alias Brookie = Ada Brook").contains("until you quit"))
    #expect(fixture.kept == nil)
  }

  @Test func listsWhatWasSaid() throws {
    let fixture = try Fixture(aliases: "Brookie = Ada Brook\nX != Y\n")
    let lines = fixture.run(".aliases").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "Brookie = Ada Brook  # no article has 'Brookie'")
    #expect(lines.last?.hasPrefix("kept in '") == true)
  }

  @Test(
    arguments: [
      (".alias Brookie = Ad", 17, ["Ada Brook"]),
      (".alias Carl D", 7, ["Carl Dorn"]),
      (".alias Brookie != ", 18, ["Ada Brook", "Carl Dorn", "Oslo"]),
      (".merge Carl", 7, ["\"Carl Dorn\""]),
      (".merge \"Carl Dorn\" \"Ada B", 19, ["\"Ada Brook\""]),
      (".merge @ad", 7, ["@ada-brook"]),
      (".split Ada Brook from C", 22, ["Carl Dorn"]),
    ] as [(String, Int, [String])])
  func namesAreCompleted(text: String, start: Int, names: [String]) throws {
    let fixture = try Fixture()
    let list = Completer(session: fixture.shell.shell.session)
      .completions(in: text, at: text.utf8.count)
    #expect(list.range.lower == start)
    #expect(list.items.map(\.insertion).sorted() == names)
  }
}
