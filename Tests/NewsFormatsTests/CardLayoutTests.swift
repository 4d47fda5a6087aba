import NewsModel
import Testing

@testable import NewsFormats

@Suite struct CardLayoutTests {
  private let reports = ResultTable(
    columns: [
      ResultColumn(name: "place", type: .text), ResultColumn(name: "mode", type: .text),
      ResultColumn(name: "evidence", type: .text),
    ],
    rows: [[.text("Bern"), .unknown, .text("Ada Brook met \u{1b}Bo in Bern")]])

  private func text(width: Int?, _ change: (inout ResultLayout) -> Void = { _ in }) -> String {
    var layout = ResultLayout(width: width)
    change(&layout)
    return ResultWriter(format: .line, layout: layout).text(of: reports)
  }

  @Test func fieldsAreAlignedAndUnknownOnesLeftOut() {
    #expect(text(width: nil) == "   place  Bern\nevidence  Ada Brook met ␛Bo in Bern\n")
  }

  @Test func valuesStandBelowTheirNamesWhereThereIsNoRoom() {
    #expect(text(width: 20) == "place\n  Bern\nevidence\n  Ada Brook met ␛Bo\n  in Bern\n")
  }

  @Test func evidenceIsMarkedAndSaysWhereItStands() {
    let sentence = "On Monday Ada Brook met \u{1b}Bo in Bern."
    let evidence = Evidence(
      text: sentence,
      marks: [
        .init(label: "date", range: TextRange(3, 9)),
        .init(label: "actor", range: TextRange(10, 19)),
        .init(label: "place", range: TextRange(31, 35)),
      ], citation: "quay-7, The Quay", link: "https://quay.example/7")
    let shown = text(width: 60) {
      $0.sources = ResultSources(evidence: { _ in [evidence] })
      $0.dress = { text, part in
        switch part {
        case .mark(let label): "[\(label) \(text)]"
        case .link(let address): "\(text) -> \(address)"
        default: text
        }
      }
    }
    #expect(
      shown == """
           place  Bern
        evidence  [actor Ada Brook] met ␛Bo in [place Bern]
                  quay-7, The Quay -> https://quay.example/7

        """)
  }
}

@Suite struct ArticleAddressTests {
  @Test(
    arguments: [
      ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
      ("HTTP://a.example/ü", "HTTP://a.example/%C3%BC"),
      ("ftp://a.example", nil), ("javascript:alert(1)", nil), ("https://a\u{1b}]8;;", nil),
      ("https://a b", nil), ("https://a\"b", nil), ("", nil),
    ] as [(String, String?)])
  func takesOnlyAddressesOfTheWeb(text: String, address: String?) {
    #expect(ArticleAddress(web: text)?.text == address)
  }

  @Test func writesFilesWithTheirMachine() {
    let text = ArticleAddress(file: "/a b/ü;\u{7}.txt").text
    #expect(text.hasPrefix("file://") && text.hasSuffix("/a%20b/%C3%BC%3B%07.txt"))
  }
}
