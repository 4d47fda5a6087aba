import NewsModel
import Testing

@testable import NewsReader

@Suite struct FigureGoldTests {
  private static let floor = 0.89
  private static let unitFloor = 0.81

  /// A quantity is found where its ends are the same and the words that tell it overlap.
  @Test func howManyOfWhat() throws {
    var quantities = GoldScore()
    var units = GoldScore()
    var misses: [String] = []
    for gold in try GoldCase.read("figures.txt") {
      for fields in gold.expected { try #require(fields.count == 4, "\(fields)") }
      let document = try ShippedReader.document(gold.text)
      let figures = document.figures
      let pairs = bestPairs(gold.expected, figures) { fields, figure in
        guard goldValue(fields[1]) == figure.low.map(Self.plain),
          goldValue(fields[2]) == figure.high.map(Self.plain)
        else { return 0 }
        return Double(sharedWords(fields[0], document.text(figure.range)))
      }
      let right = pairs.filter {
        sharedWords(gold.expected[$0.gold][3], figures[$0.found].unit ?? "") > 0
      }
      let counts = (found: figures.count, gold: gold.expected.count)
      quantities += GoldScore(right: pairs.count, found: counts.found, gold: counts.gold)
      units += GoldScore(right: right.count, found: counts.found, gold: counts.gold)
      if right.count < max(counts.found, counts.gold) {
        let lines = figures.map { figure in
          "\(document.text(figure.range)) | \(figure.low.map(Self.plain) ?? "-")"
            + " | \(figure.high.map(Self.plain) ?? "-") | \(figure.unit ?? "-")"
        }
        misses.append("found \(lines) in \(gold.text)")
      }
    }
    expect(quantities, atLeast: Self.floor, "quantities", misses: misses)
    expect(units, atLeast: Self.unitFloor, "quantities with units", misses: misses)
  }

  private func sharedWords(_ first: String, _ second: String) -> Int {
    Set(folded(first).split(separator: " ")).intersection(folded(second).split(separator: " "))
      .count
  }

  /// A number as the gold file writes it.
  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
