/// Something that text is written to.
protocol TextSink: AnyObject {
  /// Whether it is a terminal.
  var isTerminal: Bool { get }
  /// The first error of writing; nothing is written after it.
  var failure: SystemError? { get }
  /// Writes text.
  func write(_ text: String)
}

/// A file that text is written to at once.
final class FileSink: TextSink {
  let isTerminal: Bool
  private(set) var failure: SystemError?
  private let file: OpenFile

  /// A sink for an open file.
  init(_ file: OpenFile) {
    self.file = file
    isTerminal = file.isTerminal
  }

  func write(_ text: String) {
    guard failure == nil, !text.isEmpty else { return }
    do throws(SystemError) {
      try file.write(Array(text.utf8))
    } catch {
      failure = error
    }
  }
}

/// A sink that keeps what is written.
final class StringSink: TextSink {
  let isTerminal = false
  let failure: SystemError? = nil
  /// Everything that was written since it was last taken.
  private(set) var text = ""

  func write(_ text: String) { self.text += text }

  /// Takes what was written.
  func take() -> String {
    defer { text = "" }
    return text
  }
}
