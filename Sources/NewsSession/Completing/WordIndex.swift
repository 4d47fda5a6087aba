internal import Diagnostics

/// Finds texts by how one of their words begins.
///
/// The beginnings of all words stand in one sorted array, so that a prefix, which may run over
/// several words, is two binary searches.
struct WordIndex: Sendable {
  /// A text that is found.
  struct Key: Sendable {
    /// What it is a name of.
    var id: UInt32
    /// The code of the text as it is written.
    var code: UInt32
    /// Whether it is the name that is shown.
    var isOwn: Bool
  }

  /// A word of a key.
  private struct Word {
    /// Its first eight bytes, which decide most comparisons.
    var head: UInt64
    var start: UInt32
    var key: UInt32
  }

  private let bytes: [UInt8]
  /// Where each word begins, in order of the text from there, and the key that it belongs to.
  private let starts: [UInt32]
  private let owners: [UInt32]
  /// The texts that are found.
  let keys: [Key]

  /// Collects the texts of an index.
  struct Builder {
    fileprivate var bytes: [UInt8] = []
    fileprivate var keys: [Key] = []
    fileprivate var words: [(start: UInt32, key: UInt32)] = []

    /// Adds a text in its folded form.
    mutating func add(_ folded: String, _ key: Key) {
      let number = UInt32(keys.count)
      keys.append(key)
      var isStart = true
      for byte in folded.utf8 {
        if isStart { words.append((UInt32(bytes.count), number)) }
        isStart = byte == 0x20
        bytes.append(byte)
      }
      bytes.append(0)
    }
  }

  /// The index of what was collected.
  ///
  /// - Complexity: O(*n* log *n*) in words.
  init(_ builder: consuming Builder) {
    let bytes = builder.bytes
    var words = builder.words.map { word in
      Word(head: Self.head(bytes, Int(word.start)), start: word.start, key: word.key)
    }
    let span = bytes.span
    words.sort { a, b in
      if a.head != b.head { return a.head < b.head }
      if UInt8(truncatingIfNeeded: a.head) == 0 { return a.start < b.start }
      var (left, right) = (Int(a.start) + 8, Int(b.start) + 8)
      while span[left] == span[right], span[left] != 0 {
        left += 1
        right += 1
      }
      return span[left] == span[right] ? a.start < b.start : span[left] < span[right]
    }
    self.bytes = bytes
    starts = words.map(\.start)
    owners = words.map(\.key)
    keys = builder.keys
  }

  /// Eight bytes from `start` on, the first one highest; 0 behind the end of the text.
  private static func head(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    var head: UInt64 = 0
    var place = start
    for _ in 0..<8 {
      let byte = place < bytes.count ? bytes[place] : 0
      head = head << 8 | UInt64(byte)
      if byte != 0 { place += 1 }
    }
    return head
  }

  /// Calls `body` with each key of which a word, and what follows it, begins with `prefix`; a key
  /// may come several times.
  func forEach(beginningWith prefix: String, _ body: (Key) -> Void) {
    for position in range(Array(prefix.utf8)) { body(keys[Int(owners[position])]) }
  }

  /// Calls `body` with each key that is like what was typed, and how far it is from it.
  ///
  /// Only words that begin with the same letter are looked at.
  func forEach(like likeness: Likeness, _ typed: String, _ body: (Key, Int) -> Void) {
    guard let first = typed.utf8.first else { return }
    let span = bytes.span
    for position in range([first]) {
      let start = Int(starts[position])
      var end = start
      while span[end] != 0 { end += 1 }
      guard let distance = likeness.distance(to: span.extracting(start..<end)) else { continue }
      body(keys[Int(owners[position])], distance)
    }
  }

  /// The positions of the words that begin with `prefix`.
  private func range(_ prefix: [UInt8]) -> Range<Int> {
    let lower = firstPosition { compare($0, prefix) < 0 }
    let upper = firstPosition { compare($0, prefix) <= 0 }
    return lower..<max(lower, upper)
  }

  private func firstPosition(_ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(Int(starts[middle])) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Below, equal to or above 0 as the text at `start` stands before, begins with or stands after
  /// `prefix`.
  private func compare(_ start: Int, _ prefix: [UInt8]) -> Int {
    for (offset, byte) in prefix.enumerated() {
      let other = bytes[start + offset]
      if other != byte { return other < byte ? -1 : 1 }
    }
    return 0
  }
}
