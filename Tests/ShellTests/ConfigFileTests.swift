import NewsSession
import Testing

@testable import Shell

@Suite struct ConfigFileTests {
  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/dateline/config.dql"),
    (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "/h/.config/dateline/config.dql"),
    (["HOME": "/h"], "/h/.config/dateline/config.dql"), (["HOME": ""], nil), ([:], nil),
  ])
  func isWhereTheEnvironmentSays(environment: [String: String], path: String?) {
    #expect(ConfigFile(environment: environment)?.path == path)
  }

  private func shell(_ folder: TemporaryFolder) -> ShellFixture {
    ShellFixture(isDialogue: true, environment: ["XDG_CONFIG_HOME": folder.path])
  }

  @Test func isWrittenOnce() throws {
    let folder = try TemporaryFolder()
    let fixture = shell(folder)
    fixture.type(".config")
    #expect(fixture.messages.take().contains("not there yet"))
    fixture.type(".config init")
    #expect(folder.text(of: "dateline/config.dql") == ConfigFile.template)
    #expect(fixture.messages.take().contains("written: "))
    try folder.write(".timer off\n", to: "dateline/config.dql")
    fixture.type(".config init")
    #expect(fixture.messages.take().contains("is there already"))
    #expect(folder.text(of: "dateline/config.dql") == ".timer off\n")
    fixture.type(".config")
    #expect(fixture.messages.take().contains("read at a start"))
  }

  @Test func saysWhereItCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "dateline")
    let fixture = shell(folder)
    fixture.type(".config init")
    #expect(fixture.messages.take().contains("cannot be written: Not a directory"))
  }

  @Test func changesNothingAsItIsWritten() {
    for line in ConfigFile.template.split(separator: "\n") { #expect(line.hasPrefix("#")) }
  }

  @Test func holdsEverySettingAndRunsWhenFreed() throws {
    for command in DotCommand.all {
      guard let setting = command.setting else { continue }
      let line = "\(command.name) \(setting.standard)"
      #expect(ConfigFile.template.contains("\n# \(line)\n"))
      let fixture = ShellFixture(isDialogue: true)
      fixture.type(line)
      #expect(!fixture.messages.take().contains("error"))
      #expect(setting.current(fixture.shell) == setting.standard)
    }
    let freed = ConfigFile.template.split(separator: "\n")
      .filter { $0.hasPrefix("# define") || $0.hasPrefix("# let") }.map { $0.dropFirst(2) }
    #expect(freed.count == 2)
    let fixture = ShellFixture(isDialogue: true)
    freed.forEach { fixture.type(String($0)) }
    #expect(!fixture.messages.take().contains("error"))
  }
}
