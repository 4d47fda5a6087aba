import Foundation
import FoundationXML
import NewsModel

@testable import NewsFormats

/// A page as a parser sees it: it must be well-formed, style and script left out.
final class ParsedPage: NSObject, XMLParserDelegate {
  struct Element: Hashable {
    var name: String
    var attributes: [String: String]
  }

  struct NotWellFormed: Error {
    var line: Int
    var reason: String
  }

  /// All elements in order.
  private(set) var elements: [Element] = []
  /// All text outside style and script.
  private(set) var text = ""

  init(_ page: Page) throws {
    super.init()
    let bare = Self.cut("style", Self.cut("script", page.text()))
    let parser = XMLParser(data: Data(bare.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw NotWellFormed(
        line: parser.lineNumber, reason: parser.parserError.map { "\($0)" } ?? "unknown")
    }
  }

  /// Elements of a name.
  func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// What no page may have: handlers, foreign elements, links that are none of the web.
  var offences: [String] {
    elements.flatMap { element -> [String] in
      var found = Self.known.contains(element.name) ? [] : ["<\(element.name)>"]
      for (name, value) in element.attributes {
        if name.hasPrefix("on") || name == "src" || name == "style" || name.contains(":") {
          found.append("\(element.name) \(name)")
        }
        let isLink = ["#", "http://", "https://"].contains { value.hasPrefix($0) }
        if name == "href", !isLink { found.append("\(element.name) \(name)=\(value)") }
      }
      return found
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { elements.append(Element(name: name, attributes: attributes)) }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  /// The text without what stands in the first element of that name, which has no attributes.
  private static func cut(_ name: String, _ text: String) -> String {
    guard let start = text.range(of: "<\(name)>"), let end = text.range(of: "</\(name)>") else {
      return text
    }
    return String(text[..<start.upperBound]) + String(text[end.lowerBound...])
  }

  private static let known: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "h1", "code", "p", "nav", "a",
    "button", "main", "section", "h2", "div", "span", "svg", "g", "line", "rect", "circle", "path",
    "text", "desc", "ul", "li", "b", "i", "label", "input", "output", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "wbr", "details", "summary", "figure", "blockquote", "figcaption",
    "mark", "strong", "cite", "time", "footer", "script",
  ]
}

extension Page {
  /// A page of events of made-up people, one a day.
  static func sample(_ count: Int = 3, text: String = "Ada Brook met Carl Dorn.") -> Page {
    let names = ["Ada Brook", "Carl Dorn", "Elif Aydın", "李明"]
    let rows = (0..<count).map { number -> PageRow in
      let parties = [names[number % 4], names[(number + 1) % 4]]
      var row = PageRow(label: "CONSULT: \(text)")
      row.date = NewsDate(Day(number: Int32(19_000 + number)))
      row.lanes = [parties[0]]
      row.category = number % 3 == 0 ? "ACCUSE" : "CONSULT"
      row.tone = number % 3 == 0 ? .conflictual : .cooperative
      row.sources = ["The Quay"]
      var evidence = PageEvidence(article: "quay-\(number)")
      evidence.title = text
      evidence.source = "The Quay"
      evidence.url = "https://quay.example/\(number)?a=1&b=\"2\""
      evidence.passages = [
        .init(text: text, marks: [.init(labels: ["actor"], range: TextRange(0, 3))])
      ]
      row.evidence = [evidence]
      row.evidenceCount = 1
      return row
    }
    let table = ResultTable(
      columns: [
        ResultColumn(name: "date", type: .date), ResultColumn(name: "said", type: .text),
        ResultColumn(name: "sources", type: .integer),
      ],
      rows: rows.enumerated().map { number, row in
        [row.date.map { .date($0) } ?? .unknown, .text(text), .integer(number)]
      })
    var page = Page(
      query: "events where said ~ \"\(text)\"", noun: "events", day: Day(number: 19_700),
      articleCount: count, sourceCount: 1, table: table)
    page.rows = rows
    page.laneName = "actor"
    page.barName = "type"
    page.meetings = rows.indices.map {
      PageMeeting(parties: [names[$0 % 4], names[($0 + 1) % 4]], tone: rows[$0].tone)
    }
    return page
  }
}
