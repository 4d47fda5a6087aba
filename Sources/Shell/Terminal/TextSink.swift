internal import Synchronization

/// Something that text is written to.
protocol TextSink: AnyObject, Sendable {
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
  /// The first error of writing; nothing is written after it.
  var failure: SystemError? { firstFailure.withLock { $0 } }
  private let firstFailure = Mutex<SystemError?>(nil)
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
      firstFailure.withLock { $0 = error }
    }
  }
}

/// A sink that keeps what is written.
final class StringSink: TextSink {
  let isTerminal = false
  let failure: SystemError? = nil
  /// Everything that was written since it was last taken.
  var text: String { written.withLock { $0 } }
  private let written = Mutex("")

  func write(_ text: String) { written.withLock { $0 += text } }

  /// Takes what was written.
  func take() -> String {
    written.withLock { written in
      defer { written = "" }
      return written
    }
  }
}
