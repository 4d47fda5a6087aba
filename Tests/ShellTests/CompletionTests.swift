import Diagnostics
import NewsSession
import Testing

@testable import Shell

private func item(_ text: String, _ detail: String = "") -> CompletionItem {
  CompletionItem(insertion: text, label: text, detail: detail)
}

@Suite struct CompletionChoiceTests {
  @Test(
    arguments: [
      ("ev", ["events"], "events"),
      ("e", ["events", "entities"], nil),
      ("art", ["article", "articles"], "article"),
      ("ART", ["article", "articles"], "article"),
      ("celi", ["Çelik Ali", "Çelik Veli"], "Çelik "),
      ("ali", ["Çelik Ali", "Çelik Alim"], nil),
      ("x", [], nil),
      ("hafter", ["Çelik"], "Çelik"),
      ("", ["a1", "a2"], "a"),
    ] as [(String, [String], String?)])
  func inserts(typed: String, candidates: [String], replacement: String?) {
    let list = CompletionList(range: SourceRange(at: 0), items: candidates.map { item($0) })
    #expect(list.replacement(for: typed) == replacement)
  }
}

@Suite struct CompleterTests {
  private func complete(_ text: String) -> (String, [String]) {
    let list = Completer(session: NewsSession()).completions(in: text, at: text.utf8.count)
    let typed = String(decoding: Array(text.utf8)[list.range.lower...], as: UTF8.self)
    return (typed, list.items.map(\.insertion))
  }

  @Test func offersCommands() {
    #expect(complete(".").1.count == DotCommand.all.count)
    #expect(complete(".h") == (".h", [".help", ".hint", ".history"]))
    #expect(complete(".EX") == (".EX", [".explain", ".exit"]))
    #expect(complete(".zzz").1.isEmpty)
    #expect(complete("  .h") == (".h", [".help", ".hint", ".history"]))
  }

  @Test func offersWhatACommandTakes() {
    #expect(complete(".format j") == ("j", ["json", "jsonl"]))
    #expect(complete(" .format j") == ("j", ["json", "jsonl"]))
    #expect(complete(".timer ") == ("", ["on", "off"]))
    #expect(complete(".quit ").1.isEmpty)
    #expect(complete(".help .lo") == (".lo", [".load"]))
    #expect(complete("?.lo") == (".lo", [".load"]))
    #expect(complete(".nonsense x").1.isEmpty)
  }

  @Test func offersFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "Zürich notes.txt")
    try folder.write("x", to: "Zürich/a.txt")
    try folder.write("x", to: ".hidden")
    let start = folder.path + "/"
    #expect(
      complete(".load \(start)Z").1 == [start + "Zürich/", start + "Zürich\\ notes.txt"])
    #expect(complete(".load \(start)").1.count == 2)
    #expect(complete(".load \(start).").1 == [start + ".hidden"])
    #expect(complete(".load \(start)Zürich\\ n").1 == [start + "Zürich\\ notes.txt"])
    #expect(complete(".load no/such/folder/").1.isEmpty)
  }
}
