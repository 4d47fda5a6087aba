internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

extension LibEditReader {
  /// Bytes of the longest text that is taken back from a program.
  private static let textLimit = 1 << 20

  /// Opens the line in the user's own editor, and takes back what was made of it.
  ///
  /// A program that fails leaves the line as it was.
  func editInProgram() -> LineEditor.Effect {
    eraseLine()
    defer {
      // Where the program left the cursor is not known.
      editor.write("\r\u{1b}[J")
      editor.redraw()
    }
    guard let program = Self.program(Environment.current) else {
      say("no editor: set VISUAL or EDITOR to the name of one")
      return .nothing
    }
    do {
      if let text = try edited(editor.line.text, in: program) { replaceLine(with: text) }
    } catch {
      say("the line cannot go to a file: \(error.message)")
    }
    return .nothing
  }

  private func say(_ message: String) { editor.write(visible(message) + "\r\n") }

  /// The user's editor as a command of the system's shell; nil where there is none.
  private static func program(_ environment: [String: String]) -> String? {
    for name in ["VISUAL", "EDITOR"] {
      if let program = environment[name], !program.allSatisfy(\.isWhitespace) { return program }
    }
    let folders = environment["PATH", default: "/usr/bin:/bin"].split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: $0 + "/vi") }
      ? "vi" : nil
  }

  /// What a program makes of a text; nil where it fails, and a word on that has been said.
  private func edited(_ text: String, in program: String) throws(SystemError) -> String? {
    let path = Self.newPath()
    let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try file.write(Array((text + "\n").utf8))
    // The command may have arguments of its own: 'code --wait'.
    let code = editor.run(["/bin/sh", "-c", program + " \"$1\"", "sh", path])
    guard code == 0 else {
      let why = code.map { "ended with \($0)" } ?? "did not end well"
      say("\(shortened(program)) \(why); the line is as it was")
      return nil
    }
    // It may have written another file in place of the old.
    guard let bytes = try OpenFile(path).readAll(limit: Self.textLimit) else {
      say("the text is longer than \(Self.textLimit >> 20) MiB; the line is as it was")
      return nil
    }
    return pasted(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
  }

  private static func newPath() -> String {
    let folder = Environment.current["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    return "\(folder)/dateline-\(String(UInt64.random(in: .min ... .max), radix: 36)).dql"
  }
}
