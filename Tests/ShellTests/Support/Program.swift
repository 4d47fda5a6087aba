import Foundation
import Glibc
import TerminalSupport

@testable import Shell

/// The program itself, as it was built, in surroundings of its own.
struct Program {
  let folder: TemporaryFolder

  /// Where it lies: beside the tests.
  static let path: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "dateline").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return packageFolder + "/.build/debug/dateline"
  }()

  /// The folder of the package.
  static let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The program in a folder that holds an article in one folder and nothing in another.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "nothing/.keep")
    try folder.write(
      """
      ---
      title: Minister visits Zürich
      source: Landbote
      published: 2024-03-05
      ---
      Foreign Minister Ayşe Yıldız arrived in Zürich on Monday. She met President Jürg Müller.
      """, to: "articles/visit.txt")
  }

  /// The variables that it is started with.
  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    let own = [
      "HOME": folder.path, "XDG_STATE_HOME": folder.path(of: "state"),
      "XDG_CONFIG_HOME": folder.path(of: "config"), "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin", "PAGER": "",
    ]
    return own.merging(changes) { $1 }
  }

  /// What running it without a terminal gave.
  struct Run {
    var exitCode: Int32
    var output: String
    var error: String
  }

  /// Runs it to its end, without a terminal.
  ///
  /// - Parameter throughPipe: whether the input comes through a pipe rather than from a file.
  func run(
    _ arguments: [String], input: String = "", throughPipe: Bool = false,
    environment changes: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: Data(input.utf8), throughPipe: throughPipe, environment: changes)
  }

  /// Runs it to its end, without a terminal.
  func run(
    _ arguments: [String], input: Data, throughPipe: Bool = false,
    environment changes: [String: String] = [:]
  ) throws -> Run {
    let name = UUID().uuidString
    let output = folder.path(of: name + ".out")
    let error = folder.path(of: name + ".err")
    let inputPath = folder.path(of: name + ".in")
    var pipe: OpenFile?
    if throughPipe {
      try makeNamedPipe(at: inputPath)
      // Open for both, so that neither side waits for the other; no other process gets it.
      pipe = try OpenFile(inputPath, flags: O_RDWR)
    } else {
      try folder.write(input, to: name + ".in")
    }
    let process = try ChildProcess(
      Self.path, arguments, environment: environment(changes), folder: folder.path,
      streams: .files(input: inputPath, output: output, error: error))
    try pipe?.write(Array(input))
    pipe = nil
    let code = process.waitForExit()
    return Run(
      exitCode: code, output: folder.text(of: name + ".out") ?? "",
      error: folder.text(of: name + ".err") ?? "")
  }

  /// Starts it on a terminal.
  func onTerminal(
    _ arguments: [String], environment changes: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Self.path, arguments, environment: environment(changes), folder: folder.path,
      columns: columns, rows: rows)
  }
}
