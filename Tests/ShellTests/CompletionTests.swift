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

@Suite struct CompletionMenuTests {
  private let plain = Style(isColored: false)

  @Test func showsDetailsBesideNames() {
    let menu = CompletionMenu(
      items: [item("東京", "place"), item("actor", "who did it")], width: 40, height: 10)
    #expect(menu.rows(style: plain) == ["東京   place", "actor  who did it"])
  }

  @Test func showsManyNamesInColumns() {
    let names = (1...7).map { item("name\($0)", "a detail") }
    let menu = CompletionMenu(items: names, width: 20, height: 4)
    #expect(
      menu.rows(style: plain) == ["name1  name4  name7", "name2  name5", "name3  name6"])
  }

  @Test func saysHowManyDoNotFit() {
    let menu = CompletionMenu(items: (1...9).map { item("n\($0)") }, width: 8, height: 2)
    #expect(menu.rows(style: plain) == ["n1  n3", "n2  n4", "… and 5 more; type on"])
  }

  @Test(arguments: [1, 2, 9, 30, 200]) func keepsToTheWidth(width: Int) {
    let items = [
      item("Hodžić-Müller Straße 東京 東京", "person, minister of foreign affairs"),
      item("evil\u{1b}[2J", "\u{7}"),
    ]
    for height in [1, 5] {
      let rows = CompletionMenu(items: items, width: width, height: height).rows(style: plain)
      #expect(!rows.isEmpty)
      for row in rows where !row.hasPrefix("…") {
        #expect(displayWidth(row) <= max(2, width))
        #expect(row.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
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
    #expect(complete(".h") == (".h", [".help", ".history", ".hint"]))
    #expect(complete(".EX") == (".EX", [".explain", ".exit"]))
    #expect(complete(".zzz").1.isEmpty)
  }

  @Test func offersWhatACommandTakes() {
    #expect(complete(".format j") == ("j", ["json", "jsonl"]))
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
