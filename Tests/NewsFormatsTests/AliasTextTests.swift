import Diagnostics
import NewsFormats
import NewsModel
import TestSupport
import Testing

@Suite struct AliasTextTests {
  private static func read(_ text: String) -> AliasText {
    AliasText(SourceText(name: "names", text: text))
  }

  static let lines: [(String, NameCorrection?)] = [
    ("LNA = Libyan National Army", NameCorrection("LNA", .same, "Libyan National Army")),
    ("  A=B\t\r", NameCorrection("A", .same, "B")),
    ("Omar Lima != Sami Omar Lima", NameCorrection("Omar Lima", .different, "Sami Omar Lima")),
    ("Go! = Run", NameCorrection("Go!", .same, "Run")),
    ("\"A = B\" = C", NameCorrection("A = B", .same, "C")),
    ("C != \"No. #1\"", NameCorrection("C", .different, "No. #1")),
    ("Team#7 = Seven # a comment", NameCorrection("Team#7", .same, "Seven")),
    ("Zoë = Зоя", NameCorrection("Zoë", .same, "Зоя")),
    ("# A = B", nil), ("", nil), ("   ", nil), ("  # note", nil),
  ]

  @Test(arguments: lines) func reads(_ line: String, _ wanted: NameCorrection?) {
    let read = Self.read(line)
    #expect(read.entries.map(\.correction) == [wanted].compactMap { $0 })
    #expect(read.diagnostics == [])
  }

  /// Line, code, and line and column of the range.
  static let wrong: [(String, String, Int, Int)] = [
    ("A B", "A001", 1, 4), ("A", "A001", 1, 2), ("A # = B", "A001", 1, 3),
    ("= B", "A002", 1, 1), ("A =", "A002", 1, 4), ("A = # B", "A002", 1, 5),
    ("A = B = C", "A003", 1, 7), ("x = y\nA = \"B\" C", "A003", 2, 9),
    ("é = E", "A004", 1, 1), ("A = \"B", "A005", 1, 5),
  ]

  @Test(arguments: wrong) func saysWhere(_ text: String, _ code: String, _ line: Int, _ column: Int)
  {
    let source = SourceText(name: "names", text: text)
    let diagnostics = AliasText(source).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    let position = source.position(of: diagnostics.first?.range.lower ?? 0)
    #expect(position.line == line && position.column == column)
  }

  @Test func aWrongLineLeavesTheOthers() {
    let read = Self.read("A = B\nnonsense\nC != D\n")
    #expect(read.entries.count == 2)
    #expect(read.diagnostics.count == 1)
  }

  @Test func ofContraryLinesTheLaterHolds() {
    let read = Self.read("A = B\nC = D\nb != a\n")
    #expect(
      read.entries.map(\.correction) == [
        NameCorrection("b", .different, "a"), NameCorrection("C", .same, "D"),
      ])
    #expect(read.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    NameCorrection("A", .same, "B"), NameCorrection("A = B", .different, "C # D"),
    NameCorrection("Zoë Ng", .same, "@zoe"), NameCorrection("X (place)", .same, "Y!"),
  ])
  func aLineReadsAsItWasWritten(_ correction: NameCorrection) {
    #expect(Self.read(AliasText.line(correction)).entries.map(\.correction) == [correction])
  }

  @Test func updatingKeepsCommentsAndDropsWhatIsGone() {
    let old = "# mine\nA = B  # sure\n\nC = D\nE = F"
    let new = AliasText.updated(
      old,
      to: [
        NameCorrection("A", .same, "B"), NameCorrection("E", .same, "F"),
        NameCorrection("G", .different, "H"),
      ])
    #expect(new == "# mine\nA = B  # sure\n\nE = F\nG != H\n")
    #expect(AliasText.updated("", to: []) == "")
  }

  @Test func updatingKeepsTheOtherLinesOfAWindowsFile() {
    let old = "# mine\r\nA = B\r\nC = D\r\nE = F\r\n"
    let new = AliasText.updated(
      old, to: [NameCorrection("A", .same, "B"), NameCorrection("E", .same, "F")])
    #expect(new == "# mine\r\nA = B\r\nE = F\r\n")
  }

  @Test func updatingDropsAllLinesOfAReplacedPair() {
    let old = "A = B\nA != B\nwrong line\n"
    #expect(AliasText.updated(old, to: []) == "wrong line\n")
  }

  @Test func noTextBreaksIt() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("AB =!\"#\r\n\t é".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<12 {
        text.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
      }
      let source = String(text)
      let read = Self.read(source)
      let size = source.utf8.count
      #expect(read.diagnostics.allSatisfy { $0.range.lower >= 0 && $0.range.upper <= size })
      let corrections = read.entries.map(\.correction)
      let rewritten = AliasText.updated(source, to: corrections)
      #expect(Set(Self.read(rewritten).entries.map(\.correction)) == Set(corrections))
    }
  }
}
