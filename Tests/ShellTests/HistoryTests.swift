import Dispatch
import Foundation
import Testing

@testable import Shell

@Suite struct HistoryTests {
  @Test func keepsEachTextOnceAndTheLatestLast() {
    let history = History()
    #expect(history.add("events") == .added)
    #expect(history.add("entities where name = Şahin") == .added)
    #expect(history.add("events") == .rearranged)
    #expect(history.add("events") == .none)
    #expect(history.entries == ["entities where name = Şahin", "events"])
  }

  @Test(arguments: ["", " ", " events", "\n", "\t \n"])
  func passesOver(text: String) {
    let history = History()
    #expect(history.add(text) == .none)
    #expect(history.entries.isEmpty)
  }

  @Test func dropsSpaceAtTheEnd() {
    let history = History()
    history.add("events  \n")
    #expect(history.entries == ["events"])
  }

  @Test func isBounded() {
    let history = History(limit: 3)
    for number in 1...5 { history.add("take \(number)") }
    #expect(history.entries == ["take 3", "take 4", "take 5"])
  }

  @Test func passesOverAHugeText() {
    let history = History()
    #expect(history.add(String(repeating: "x", count: HistoryFile.entryLimit + 1)) == .none)
  }
}

@Suite struct HistoryFileTests {
  private func permissions(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
  }

  @Test func survivesTheSession() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "deep/down/history.jsonl")
    let first = History(file: HistoryFile(path: path))
    first.add("events\n| count by place")
    first.add("quotes where speaker = \"Ayşe\"")
    let second = History(file: HistoryFile(path: path))
    #expect(second.entries == first.entries)
    #expect(try permissions(of: path) == 0o600)
    #expect(try permissions(of: folder.path(of: "deep/down")) == 0o700)
    #expect(folder.text(of: "deep/down/history.jsonl")?.split(separator: "\n").count == 2)
  }

  @Test func takesTheLatestOfEqualEntries() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\"a\"\n\"b\"\n\"a\"\n\"c\"\n", to: "history.jsonl")
    #expect(HistoryFile(path: path).load(limit: 10) == ["b", "a", "c"])
    #expect(HistoryFile(path: path).load(limit: 2) == ["a", "c"])
  }

  @Test func passesOverBrokenLines() throws {
    let folder = try TemporaryFolder()
    var data = Data("\"a\"\nnot json\n{\"q\":1}\n\"\"\n\n\"b".utf8)
    data += [0x0a, 0x22, 0xff, 0x22, 0x0a]
    data += Data("\"c\"\n".utf8)
    let path = try folder.write(data, to: "history.jsonl")
    #expect(HistoryFile(path: path).load(limit: 10) == ["a", "c"])
  }

  @Test func finishesALineThatWasCutShort() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("\"a\"\n\"b", to: "history.jsonl")
    try HistoryFile(path: path).append("c")
    #expect(folder.text(of: "history.jsonl") == "\"a\"\n\"b\n\"c\"\n")
    #expect(HistoryFile(path: path).load(limit: 10) == ["a", "c"])
  }

  @Test func isShortenedWhenItHasTooManyLines() throws {
    let folder = try TemporaryFolder()
    let lines = (1...25).map { "\"take \($0)\"\n" }.joined()
    let path = try folder.write(lines, to: "history.jsonl")
    #expect(HistoryFile(path: path).load(limit: 13).count == 13)
    #expect(folder.text(of: "history.jsonl") == lines)
    #expect(HistoryFile(path: path).load(limit: 2) == ["take 24", "take 25"])
    #expect(folder.text(of: "history.jsonl") == "\"take 24\"\n\"take 25\"\n")
    #expect(try permissions(of: path) == 0o600)
  }

  @Test func keepsALinkToTheFile() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("\"a\"\n\"b\"\n\"c\"\n", to: "target.jsonl")
    let link = folder.path(of: "history.jsonl")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(HistoryFile(path: link).load(limit: 1) == ["c"])
    #expect(folder.text(of: "target.jsonl") == "\"c\"\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test func takesEntriesOfSeveralShellsAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "history.jsonl")
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      let file = HistoryFile(path: path)
      for number in 0..<50 {
        try? file.append("writer \(writer) entry \(number)")
        // Shortening at the same time loses nothing that is to be kept.
        if number % 10 == 0 { _ = file.load(limit: 220) }
      }
    }
    let entries = HistoryFile(path: path).load(limit: 220)
    #expect(entries.count == 200)
    for writer in 0..<4 {
      let own = entries.filter { $0.hasPrefix("writer \(writer) ") }
      #expect(own == (0..<50).map { "writer \(writer) entry \($0)" })
    }
  }

  @Test func isReplacedWhileOthersWrite() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "history.jsonl")
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      let file = HistoryFile(path: path)
      for number in 0..<50 {
        try? file.append("writer \(writer) entry \(number)")
        _ = file.load(limit: 8)
      }
    }
    let lines = (folder.text(of: "history.jsonl") ?? "").split(separator: "\n")
    #expect(lines.count <= 17)
    #expect(lines.allSatisfy { decodedJSONString(Array($0.utf8)) != nil })
    for writer in 0..<4 {
      // What a writer has added last of all is among the latest entries of everyone.
      let last = HistoryFile(path: path).load(limit: 8).last { $0.hasPrefix("writer \(writer) ") }
      if let last { #expect(last == "writer \(writer) entry 49") }
    }
  }

  @Test func refusesWhatIsNoPlainFile() throws {
    let folder = try TemporaryFolder()
    #expect(HistoryFile(path: folder.path).load(limit: 10).isEmpty)
    #expect(throws: (any Error).self) { try HistoryFile(path: folder.path).append("a") }
    #expect(HistoryFile(path: "/dev/zero").load(limit: 10).isEmpty)
    #expect(throws: (any Error).self) { try HistoryFile(path: "/dev/null").append("a") }
  }

  @Test(
    arguments: [
      (["DATELINE_HISTORY": "/tmp/h", "HOME": "/home/x"], "/tmp/h"),
      (["DATELINE_HISTORY": "", "HOME": "/home/x"], nil),
      (["XDG_STATE_HOME": "/s", "HOME": "/home/x"], "/s/dateline/history.jsonl"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/dateline/history.jsonl"),
      (["HOME": "/h"], "/h/.local/state/dateline/history.jsonl"),
      ([:], nil),
    ] as [([String: String], String?)])
  func lies(environment: [String: String], path: String?) {
    #expect(HistoryFile(environment: environment)?.path == path)
  }
}
