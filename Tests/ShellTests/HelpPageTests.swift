import NewsSession
import Testing

@testable import Shell

@Suite struct HelpPageTests {
  private let page = HelpPage(
    examples: ["events where actor = Ada", String(repeating: "Ŵ", count: 200)],
    topics: NewsSession().helpTopics)

  @Test func fitsAScreen() {
    let rows = page.overview.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count <= 24)
    #expect(rows.allSatisfy { displayWidth(String($0)) <= 80 })
  }

  @Test func namesEveryCommandAndTopic() {
    for command in DotCommand.all {
      #expect(page.overview.contains(command.name))
      #expect(HelpPage.commands.contains(command.summary))
    }
    for topic in NewsSession().helpTopics + HelpPage.shellTopics {
      #expect(page.overview.contains(topic))
    }
  }

  @Test func explainsEveryTopicThatItNames() {
    for topic in NewsSession().helpTopics + HelpPage.shellTopics {
      let fixture = ShellFixture(isDialogue: true)
      fixture.type(".help \(topic)", "?\(topic)")
      let said = fixture.messages.take()
      #expect(!said.contains("error: "))
      #expect(said.count > 100)
    }
  }

  @Test func tellsEveryKey() {
    for binding in KeyBinding.all {
      #expect(HelpPage.keys.contains(binding.keys[0]) && HelpPage.keys.contains(binding.summary))
    }
    #expect(HelpPage.keys.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func tellsSettingsWithWhatTheyAreAtFirst() {
    for command in DotCommand.all where command.setting != nil {
      #expect(HelpPage.settings.contains(command.synopsis))
    }
    #expect(HelpPage.settings.contains("(at first: table)"))
  }
}
