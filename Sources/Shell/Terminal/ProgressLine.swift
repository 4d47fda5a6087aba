internal import NewsSession
internal import Synchronization

/// A line that tells how far something has come, and goes away.
///
/// It comes after half a second and is written at most ten times a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastTenth: Int64 = 4
    var isShown = false
    var progress: WorkProgress?
  }

  private let sink: any TextSink
  private let width: Int?
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// A line of at most `width` columns; nil shows nothing.
  init(sink: any TextSink, width: Int?) {
    self.sink = sink
    self.width = width
  }

  /// Takes down how far it has come, and shows it where it is time to.
  func show(_ progress: WorkProgress) {
    guard width != nil else { return }
    state.withLock { $0.progress = progress }
    show()
  }

  /// Shows how far it has come, or how long it has taken where nothing was counted.
  func show() {
    guard let width, let (seconds, progress) = next() else { return }
    let text = progress.map { Self.text($0, seconds: seconds) } ?? "\(duration(seconds)) so far"
    let whole = text + "; Ctrl-C stops it"
    sink.write("\r\u{1b}[K" + (whole.count < width ? whole : String(text.prefix(width - 1))))
  }

  /// Takes the line away.
  func erase() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { sink.write("\r\u{1b}[K") }
  }

  /// Seconds since the start and how far it has come, where it is time to write.
  private func next() -> (Double, WorkProgress?)? {
    let seconds = start.duration(to: .now) / .seconds(1)
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return nil }
    let tenth = Int64(seconds * 10)
    return state.withLock { state in
      guard tenth > state.lastTenth else { return nil }
      state.lastTenth = tenth
      state.isShown = true
      return (seconds, state.progress)
    }
  }

  /// `reading: 1,200 of 5,000 articles, 410 a second, 9 s left`.
  static func text(_ progress: WorkProgress, seconds: Double) -> String {
    let (lead, noun) = progress.unit == .articles ? ("reading", "articles") : ("looking", "rows")
    let total = progress.total.map { max($0, progress.done) }
    var text = "\(lead): \(grouped(progress.done))"
    text += total.map { " of \(grouped($0)) \(noun)" } ?? " \(noun)"
    let rate = seconds > 0 ? Double(progress.done) / seconds : 0
    guard rate >= 1, rate < 1e12 else { return text }
    text += ", \(grouped(Int(rate))) a second"
    if let total, total > progress.done {
      text += ", \(Int((Double(total - progress.done) / rate).rounded(.up))) s left"
    }
    return text
  }
}
