/// Gives lines that are known beforehand.
final class ScriptedReader: LineReader {
  private var reads: ArraySlice<LineRead>
  private let onRead: (Prompt, LineRead) -> Void

  /// A reader of `reads`, after which the input ends.
  ///
  /// - Parameter onRead: is told each prompt and what was read after it.
  init(_ reads: [LineRead], onRead: @escaping (Prompt, LineRead) -> Void = { _, _ in }) {
    self.reads = reads[...]
    self.onRead = onRead
  }

  func read(_ prompt: Prompt) -> LineRead {
    let next = reads.popFirst() ?? .end
    onRead(prompt, next)
    return next
  }
}
