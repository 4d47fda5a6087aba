import Diagnostics
import NewsSession
import Testing

@testable import Shell

private func items(_ count: Int) -> [CompletionItem] {
  (1...count).map { CompletionItem(insertion: "n\($0)", label: "n\($0)", detail: "row \($0)") }
}

@Suite struct MenuSelectionTests {
  @Test func needsCandidates() { #expect(MenuSelection([], height: 5) == nil) }

  @Test func goesRound() throws {
    var menu = try #require(MenuSelection(items(3), height: 10))
    #expect(menu.item == nil)
    menu.goOn()
    #expect(menu.position == 0)
    menu.goBack()
    #expect(menu.position == 2)
    menu.goOn()
    #expect(menu.position == 0 && menu.visible == 0..<3)
  }

  @Test func keepsWhatIsChosenInView() throws {
    var menu = try #require(MenuSelection(items(43), height: 10))
    #expect(menu.visible == 0..<10)
    for _ in 0..<11 { menu.goOn() }
    #expect(menu.position == 10 && menu.visible == 1..<11)
    menu.pageDown()
    #expect(menu.position == 20 && menu.visible == 11..<21)
    menu.pageUp()
    menu.pageUp()
    #expect(menu.position == 0 && menu.visible == 0..<10)
    menu.goBack()
    #expect(menu.position == 42 && menu.visible == 33..<43)
    menu.pageDown()
    #expect(menu.position == 42)
    menu.resize(height: 3)
    #expect(menu.position == 42 && menu.visible == 40..<43)
    menu.resize(height: 100)
    #expect(menu.visible == 0..<43)
  }

  @Test func aViewNeverLeavesTheCandidates() throws {
    for count in 1...7 {
      for height in 0...8 {
        var menu = try #require(MenuSelection(items(count), height: height))
        for step in 0..<40 {
          switch (step * 7 + count) % 4 {
          case 0: menu.goOn()
          case 1: menu.goBack()
          case 2: menu.pageDown()
          default: menu.pageUp()
          }
          let position = try #require(menu.position)
          #expect(menu.visible.contains(position) && menu.visible.upperBound <= count)
        }
      }
    }
  }
}

@Suite struct CompletionMenuRowTests {
  private let plain = Style(isColored: false)

  private func rows(
    _ items: [CompletionItem], width: Int, height: Int = 10, chosen: Int = 0,
    style: Style = Style(isColored: false)
  ) throws -> [String] {
    var selection = try #require(MenuSelection(items, height: height))
    for _ in 0..<chosen { selection.goOn() }
    return CompletionMenu(selection: selection, width: width).rows(style: style)
  }

  @Test func showsDetailsBesideNames() throws {
    let items = [
      CompletionItem(insertion: "x", label: "東京", detail: "place"),
      CompletionItem(insertion: "x", label: "actor", detail: "who did it"),
    ]
    #expect(try rows(items, width: 50) == [" 東京   place", " actor  who did it"])
    #expect(try rows(items, width: 50, chosen: 2) == [" 東京   place", ">actor  who did it"])
    #expect(try rows(items, width: 40) == [" 東京", " actor"])
  }

  @Test func saysWhereTheViewStands() throws {
    #expect(
      try rows(items(43), width: 60, height: 2) == [" n1  row 1", " n2  row 2", " rows 1-2 of 43"])
    #expect(try rows(items(43), width: 60, height: 2, chosen: 3).last == " rows 2-3 of 43")
  }

  @Test func theChosenOneIsInverse() throws {
    let rows = try rows(items(2), width: 60, chosen: 1, style: Style(isColored: true))
    #expect(rows[0].hasPrefix("\u{1b}[7m n1") && !rows[1].contains("\u{1b}[7m"))
  }

  @Test(arguments: [1, 2, 9, 30, 44, 60, 200]) func keepsToTheWidth(width: Int) throws {
    let items = [
      CompletionItem(
        insertion: "x", label: "Hodžić-Müller Straße 東京 東京",
        detail: "person, minister of foreign affairs of a country with a long name"),
      CompletionItem(insertion: "x", label: "evil\u{1b}[2J", detail: "\u{7}"),
    ]
    for height in [1, 5] {
      for chosen in [0, 1] {
        for row in try rows(items, width: width, height: height, chosen: chosen) {
          #expect(displayWidth(row) <= max(3, width - 1), "\(row)")
          #expect(row.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
      }
    }
  }
}
