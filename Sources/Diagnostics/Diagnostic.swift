/// How much a diagnostic matters.
public enum Severity: String, Sendable {
  /// The query cannot run.
  case error
  /// The query runs, but perhaps not as meant.
  case warning
  /// Something worth knowing: a name that was resolved, rows left out.
  case note
}

/// A change of the source that would remove the cause of a diagnostic.
public struct FixIt: Hashable, Sendable {
  /// What the change does, as a short phrase: `replace with 'actor'`.
  public var message: String
  /// The part of the source that is replaced.
  public var range: SourceRange
  /// What stands there afterwards.
  public var replacement: String

  /// A fix-it that replaces `range` by `replacement`.
  public init(message: String, range: SourceRange, replacement: String) {
    self.message = message
    self.range = range
    self.replacement = replacement
  }

  /// The source after the change.
  ///
  /// - Complexity: O(*n*) in the length of the source.
  public func applied(to source: String) -> String { Self.applying([self], to: source) }

  /// The source after several changes; of those that overlap the first in the list is made.
  ///
  /// - Complexity: O(*n* + *m*²) in the length of the source and the number of changes.
  public static func applying(_ fixIts: [FixIt], to source: String) -> String {
    let bytes = Array(source.utf8)
    var chosen: [FixIt] = []
    for fixIt in fixIts where !chosen.contains(where: { $0.overlaps(fixIt) }) {
      chosen.append(fixIt)
    }
    var changed: [UInt8] = []
    var place = 0
    for fixIt in chosen.sorted(by: { $0.range.lower < $1.range.lower }) {
      let lower = min(max(place, fixIt.range.lower), bytes.count)
      let upper = min(max(lower, fixIt.range.upper), bytes.count)
      changed += bytes[place..<lower] + Array(fixIt.replacement.utf8)
      place = upper
    }
    return String(decoding: changed + bytes[place...], as: UTF8.self)
  }

  private func overlaps(_ other: FixIt) -> Bool {
    range == other.range
      || range.lower < other.range.upper && other.range.lower < range.upper
  }
}

/// One thing to tell the user about a source text, as data.
///
/// The code is stable: it may be looked up and searched for, while the wording may change.
public struct Diagnostic: Hashable, Sendable {
  /// A second place that explains the first.
  public struct Note: Hashable, Sendable {
    /// What there is to see.
    public var message: String
    /// Where, in ``source``.
    public var range: SourceRange
    /// The text that the note points into; nil for that of the diagnostic.
    public var source: SourceText?

    /// A note at a place.
    public init(message: String, range: SourceRange, source: SourceText? = nil) {
      self.message = message
      self.range = range
      self.source = source
    }
  }

  /// Stable code: `E` and three digits for errors, `W` for warnings, `N` for notes.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// Where; half-open UTF-8 offsets that lie within the source.
  public var range: SourceRange
  /// Further places.
  public var notes: [Note]
  /// Lines that help: a did-you-mean, the names that exist, one next step.
  public var hints: [String]
  /// Changes that would remove the cause; usually none or one.
  public var fixIts: [FixIt]

  /// A diagnostic.
  public init(
    code: String,
    severity: Severity = .error,
    message: String,
    range: SourceRange,
    notes: [Note] = [],
    hints: [String] = [],
    fixIts: [FixIt] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.hints = hints
    self.fixIts = fixIts
  }
}

extension Diagnostic {
  /// The diagnostic for a text that stands `offset` bytes further on in its source.
  public func moved(by offset: Int) -> Diagnostic {
    var moved = self
    moved.range = range.moved(by: offset)
    for index in notes.indices { moved.notes[index].range = notes[index].range.moved(by: offset) }
    for index in fixIts.indices {
      moved.fixIts[index].range = fixIts[index].range.moved(by: offset)
    }
    return moved
  }
}

extension SourceRange {
  /// The range `offset` bytes further on; never before the beginning.
  fileprivate func moved(by offset: Int) -> SourceRange {
    SourceRange(max(0, lower + offset), max(0, upper + offset))
  }
}
