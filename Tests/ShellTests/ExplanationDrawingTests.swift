import Diagnostics
import Foundation
import NewsSession
import Testing

@testable import Shell

@Suite struct ExplanationDrawingTests {
  private static let text = "Ada Brook met\nCarl Dorn in Orvalle on Tuesday."

  /// A passage in which these words are marked.
  private static func passage(
    _ text: String, _ marks: [(String, String)]
  ) -> Explanation.Passage {
    let marks = marks.compactMap { label, words -> Explanation.Passage.Mark? in
      guard let range = text.range(of: words) else { return nil }
      let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return .init(
        labels: label.split(separator: "+").map(String.init),
        range: TextRange(lower, lower + words.utf8.count))
    }
    return Explanation.Passage(
      article: "a", text: text, range: TextRange(0, text.utf8.count), marks: marks)
  }

  private static func explanation(_ passage: Explanation.Passage) -> Explanation {
    var explanation = Explanation(title: "report r1")
    explanation.passages = [passage]
    explanation.facts = [.init("actor", "Ada Brook"), .init("date", "2024-03-05")]
    return explanation
  }

  private static func drawn(
    _ explanation: Explanation, colored: Bool = false, width: Int? = nil
  ) -> [String] {
    ExplanationDrawing(style: Style(isColored: colored), width: width).text(of: explanation)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func bracketsStandForColours() {
    let passage = Self.passage(
      Self.text, [("actor", "Ada Brook"), ("action", "met"), ("date", "Tuesday")])
    #expect(
      Self.drawn(Self.explanation(passage)) == [
        "report r1", "  [actor Ada Brook] [action met] Carl Dorn in Orvalle on [date Tuesday].",
        "  actor  Ada Brook", "  date   2024-03-05", "",
      ])
  }

  @Test func marksInsideMarksNest() {
    let passage = Self.passage(
      "the Sorian army met.", [("attribution", "the Sorian army"), ("actor+place", "Sorian")])
    #expect(
      Self.drawn(Self.explanation(passage))[1]
        == "  [attribution the [actor, place Sorian] army] met.")
  }

  @Test func aMarkAtTheEndIsClosed() {
    let passage = Self.passage("met Dorn", [("actor", "met Dorn"), ("target", "Dorn")])
    #expect(Self.drawn(Self.explanation(passage))[1] == "  [actor met [target Dorn]]")
  }

  @Test func coloursCostNoColumns() {
    let passage = Self.passage(Self.text, [("actor", "Ada Brook")])
    let lines = Self.drawn(Self.explanation(passage), colored: true)
    #expect(lines[1].hasPrefix("  \u{1b}[1;34mAda\u{1b}[0m \u{1b}[1;34mBrook\u{1b}[0m met Carl"))
    #expect(lines[2].contains("\u{1b}[1;34m"))
  }

  @Test(arguments: [24, 30, 40, 80]) func fitsTheWidth(_ width: Int) {
    var explanation = Self.explanation(Self.passage(Self.text, [("actor", "Ada Brook")]))
    explanation.parts = [Self.explanation(Self.passage(Self.text, [("date", "Tuesday")]))]
    let lines = Self.drawn(explanation, width: width)
    #expect(lines.allSatisfy { displayWidth($0) <= max(width, 32) })
    let words = { (lines: [String]) in lines.joined(separator: " ").split(separator: " ") }
    #expect(words(lines) == words(Self.drawn(explanation)))
  }

  @Test func nothingSteersTheTerminal() {
    let passage = Self.passage("Ada\u{1b}[2J met \u{202e}Dorn", [("actor", "Ada")])
    var explanation = Self.explanation(passage)
    explanation.title = "report \u{7}"
    explanation.facts.append(.init("x\u{1b}", "y\u{9b}z"))
    let text = Self.drawn(explanation).joined()
    let isPlain = { (scalar: Unicode.Scalar) in
      scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
    }
    #expect(text.unicodeScalars.allSatisfy(isPlain))
    #expect(!text.contains("\u{202e}"))
  }
}
