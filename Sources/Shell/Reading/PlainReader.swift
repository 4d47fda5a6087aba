internal import Glibc

/// Reads lines as bytes: from pipes and files, and from terminals that cannot move the cursor.
final class PlainReader: LineReader {
  private let file: OpenFile
  private let prompts: (any TextSink)?
  private var buffer: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// Bytes of the longest line that is read.
  static let lineLimit = 1 << 20

  /// A reader of an open file.
  ///
  /// - Parameter prompts: takes the prompts; nil for none.
  init(_ file: OpenFile, prompts: (any TextSink)? = nil) {
    self.file = file
    self.prompts = prompts
  }

  /// Reads a line; a carriage return before the line feed is dropped, and broken UTF-8 repaired.
  ///
  /// - Complexity: O(*n*) in the length of the line.
  func read(_ prompt: Prompt) -> LineRead {
    prompts?.write(prompt.text)
    var line: [UInt8] = []
    while true {
      if let feed = buffer.firstIndex(of: 0x0a) {
        line += buffer[..<feed]
        buffer = buffer[(feed + 1)...]
        return finished(line)
      }
      if line.count <= Self.lineLimit { line += buffer }
      buffer = []
      if isAtEnd { return line.isEmpty ? .end : finished(line) }
      switch fill() {
      case .filled: break
      case .end: isAtEnd = true
      case .interrupted:
        prompts?.write("\n")
        return .interrupted
      }
    }
  }

  private func finished(_ line: [UInt8]) -> LineRead {
    if line.count > Self.lineLimit { return .tooLong }
    let text = line.last == 0x0d ? line.dropLast() : line[...]
    return .line(String(decoding: text, as: UTF8.self))
  }

  private enum Filling {
    case filled
    case end
    case interrupted
  }

  private func fill() -> Filling {
    while true {
      do throws(SystemError) {
        buffer = try file.read(upTo: 1 << 16)[...]
        return buffer.isEmpty ? .end : .filled
      } catch {
        if error.number != EINTR { return .end }
        if Interrupt.isRequested {
          Interrupt.clear()
          return .interrupted
        }
      }
    }
  }
}
