import Foundation
import Testing

@testable import Shell

@Suite struct PlainReaderTests {
  private func lines(of data: Data) throws -> [LineRead] {
    let folder = try TemporaryFolder()
    let reader = PlainReader(try OpenFile(try folder.write(data, to: "input")))
    var lines: [LineRead] = []
    while true {
      let line = reader.read(.statement)
      if line == .end { return lines }
      lines.append(line)
    }
  }

  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]),
      ("a\r\nb\r\n", ["a", "b"]), ("Ayşe\nJürg", ["Ayşe", "Jürg"]), ("a\0b", ["a\0b"]),
    ] as [(String, [String])])
  func reads(text: String, expected: [String]) throws {
    #expect(try lines(of: Data(text.utf8)) == expected.map { .line($0) })
  }

  @Test func repairsBrokenUTF8() throws {
    #expect(try lines(of: Data([0x61, 0xff, 0x62, 0x0a])) == [.line("a\u{fffd}b")])
  }

  @Test func passesOverALineThatIsTooLong() throws {
    let long = Data(repeating: 0x61, count: 3 * PlainReader.lineLimit)
    #expect(try lines(of: long + Data("\nb\n".utf8)) == [.tooLong, .line("b")])
    #expect(try lines(of: long) == [.tooLong])
  }

  @Test func prompts() throws {
    let folder = try TemporaryFolder()
    let sink = StringSink()
    let reader = PlainReader(
      try OpenFile(try folder.write("a\nb\n", to: "input")), prompts: sink)
    _ = reader.read(.statement)
    _ = reader.read(.continuation)
    #expect(sink.text == "dateline>       -> ")
  }
}
