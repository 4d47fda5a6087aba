/// One folded word of a name, parted into what transliterations keep and what they vary.
///
/// They keep the consonants up to a class (`q`, `kh`, `gh`, `ck` are one) and vary the vowels
/// within bounds; two words of one ``skeleton`` are variants if their vowels differ by little.
struct NameSound: Hashable, Sendable {
  /// Consonant classes.
  private var consonants: [UInt8]
  /// Vowels before each consonant and, at the end, after the last; reduced, at most four a slot.
  private var vowels: [UInt32]
  /// How each consonant was voiced: 0 as written, 1 a `g`, 2 a `q`, which agrees with `g` and `k`.
  private var voices: [UInt8]
  /// Number of letters.
  private var length: Int
  /// The word is one letter: it stands for every word that begins so.
  let initial: UInt8?

  /// The sound of a folded word.
  init(_ word: String) {
    let bytes = Array(word.utf8)
    initial = bytes.count == 1 ? bytes[0] : nil
    length = bytes.count
    var reader = SoundReader(bytes)
    reader.read()
    consonants = reader.consonants
    voices = reader.voices
    vowels = reader.vowels
    firstLetter = bytes.first ?? 0
  }

  private let firstLetter: UInt8

  /// The consonants, one letter a class.
  var skeleton: String {
    if consonants.isEmpty { return String(decoding: vowelBytes, as: UTF8.self) }
    return String(decoding: consonants, as: UTF8.self)
  }

  private var vowelBytes: [UInt8] {
    vowels.flatMap { packed in
      stride(from: 24, through: 0, by: -8).compactMap { shift in
        let byte = UInt8(truncatingIfNeeded: packed >> UInt32(shift))
        return byte == 0 ? nil : byte
      }
    }
  }

  /// Whether the word is a single letter.
  var isInitial: Bool { initial != nil }

  /// Whether the two are spellings of one word.
  func isVariant(of other: NameSound) -> Bool {
    if self == other { return true }
    guard consonants == other.consonants, vowels.count == other.vowels.count else { return false }
    let budget = min(self.budget, other.budget)
    var cost = 0
    for (a, b) in zip(voices, other.voices) where a != b && max(a, b) < 2 { cost += 3 }
    for slot in vowels.indices {
      cost += Self.cost(vowels[slot], other.vowels[slot], isLast: slot == vowels.count - 1)
      if cost > budget { return false }
    }
    return cost <= budget
  }

  /// Whether the two are variants, or one is the initial of the other.
  func agrees(with other: NameSound) -> Bool {
    if let initial { return initial == other.firstLetter }
    if let initial = other.initial { return initial == firstLetter }
    return isVariant(of: other)
  }

  /// Several words as one.
  static func joined(_ sounds: [NameSound]) -> NameSound {
    guard var whole = sounds.first else { return NameSound("") }
    for sound in sounds.dropFirst() { whole.append(sound) }
    return whole
  }

  private mutating func append(_ other: NameSound) {
    let tail = vowels.removeLast()
    var joint = tail
    if let head = other.vowels.first, head != 0 { joint = tail == 0 ? head : tail << 8 | head }
    length += other.length
    if joint == 0, let first = other.consonants.first, first == consonants.last {
      vowels += other.vowels.dropFirst()
      consonants += other.consonants.dropFirst()
      voices += other.voices.dropFirst()
      return
    }
    vowels.append(joint)
    vowels += other.vowels.dropFirst()
    consonants += other.consonants
    voices += other.voices
  }

  /// How far the spellings of a word may lie apart: short words must be spelled alike.
  private var budget: Int {
    let groups = vowels.lazy.filter { $0 != 0 }.count
    return switch (groups, length) {
    case (...1, _), (_, ...3): 0
    case (_, 4): 1
    case (_, 5): 2
    default: 3
    }
  }

  private static func cost(_ a: UInt32, _ b: UInt32, isLast: Bool) -> Int {
    if a == b { return 0 }
    // Ivanov and Ivanova are two people.
    if a == 0 || b == 0 { return isLast ? 9 : 2 }
    var (a, b) = (a, b)
    var cost = 0
    while a != 0 || b != 0 {
      let first = UInt8(truncatingIfNeeded: a)
      let second = UInt8(truncatingIfNeeded: b)
      cost += Self.cost(min(first, second), max(first, second), isLast: isLast)
      a >>= 8
      b >>= 8
    }
    return cost
  }

  private static func cost(_ lower: UInt8, _ upper: UInt8, isLast: Bool) -> Int {
    if lower == upper { return 0 }
    switch (lower, upper) {
    case (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "o"), UInt8(ascii: "u")): return 1
    case (UInt8(ascii: "a"), UInt8(ascii: "e")): return isLast ? 9 : 1
    case (UInt8(ascii: "a"), UInt8(ascii: "i")): return isLast ? 9 : 2
    default: return 4
    }
  }
}

/// Reads the letters of one folded word.
private struct SoundReader {
  let bytes: [UInt8]
  var at = 0
  var consonants: [UInt8] = []
  var voices: [UInt8] = []
  var vowels: [UInt32] = []
  private var group = VowelGroup()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    consonants.reserveCapacity(bytes.count)
    voices.reserveCapacity(bytes.count)
    vowels.reserveCapacity(bytes.count + 1)
  }

  mutating func read() {
    while at < bytes.count {
      let byte = bytes[at]
      if Self.isVowel(byte) {
        group.append(byte == UInt8(ascii: "y") ? UInt8(ascii: "i") : byte)
        at += 1
      } else {
        readConsonant(byte)
      }
    }
    vowels.append(group.reduced)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private func next(_ offset: Int = 1) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private mutating func readConsonant(_ byte: UInt8) {
    let follower = next()
    switch (byte, follower) {
    case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "k")):
      take(UInt8(ascii: "k"), 2)
    case (UInt8(ascii: "g"), UInt8(ascii: "h")): take(UInt8(ascii: "k"), 2, voice: 1)
    case (UInt8(ascii: "d"), UInt8(ascii: "h")): take(UInt8(ascii: "d"), 2)
    case (UInt8(ascii: "t"), UInt8(ascii: "h")): take(UInt8(ascii: "t"), 2)
    case (UInt8(ascii: "p"), UInt8(ascii: "h")): take(UInt8(ascii: "f"), 2)
    case (UInt8(ascii: "s"), UInt8(ascii: "h")): take(UInt8(ascii: "x"), 2)
    case (UInt8(ascii: "s"), UInt8(ascii: "c")) where next(2) == UInt8(ascii: "h"):
      take(UInt8(ascii: "x"), 3)
    case (UInt8(ascii: "c"), UInt8(ascii: "h")): take(UInt8(ascii: "c"), 2)
    case (UInt8(ascii: "t"), UInt8(ascii: "c")) where next(2) == UInt8(ascii: "h"):
      take(UInt8(ascii: "c"), 3)
    case (UInt8(ascii: "t"), UInt8(ascii: "s")) where next(2) == UInt8(ascii: "h"):
      take(UInt8(ascii: "c"), 3)
    case (UInt8(ascii: "t"), UInt8(ascii: "s")), (UInt8(ascii: "t"), UInt8(ascii: "z")):
      take(UInt8(ascii: "z"), 2)
    case (UInt8(ascii: "z"), UInt8(ascii: "h")), (UInt8(ascii: "d"), UInt8(ascii: "j")):
      take(UInt8(ascii: "j"), 2)
    case (UInt8(ascii: "c"), UInt8(ascii: "e")), (UInt8(ascii: "c"), UInt8(ascii: "i")):
      take(UInt8(ascii: "s"), 1)
    case (UInt8(ascii: "c"), _): take(UInt8(ascii: "k"), 1)
    // A q is written k or g, so it agrees with either.
    case (UInt8(ascii: "q"), _): take(UInt8(ascii: "k"), 1, voice: 2)
    case (UInt8(ascii: "g"), _): take(UInt8(ascii: "k"), 1, voice: 1)
    case (UInt8(ascii: "x"), _):
      take(UInt8(ascii: "k"), 0)
      take(UInt8(ascii: "s"), 1)
    case (UInt8(ascii: "w"), _): take(UInt8(ascii: "v"), 1)
    case (UInt8(ascii: "h"), 0) where at > 0: at += 1
    default: take(byte, 1)
    }
  }

  private mutating func take(_ kind: UInt8, _ count: Int, voice: UInt8 = 0) {
    at += count
    if group.isEmpty, consonants.last == kind { return }
    consonants.append(kind)
    voices.append(voice)
    vowels.append(group.reduced)
    group = VowelGroup()
  }
}

/// Vowels that follow each other.
private struct VowelGroup {
  private var count = 0
  /// The first four letters, the last of them in the lowest byte.
  private var text: UInt32 = 0
  /// The first four that differ from the one before.
  private var distinct: UInt32 = 0
  private var last: UInt8 = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ byte: UInt8) {
    count += 1
    if count <= 4 { text = text << 8 | UInt32(byte) }
    if byte != last, distinct >> 24 == 0 { distinct = distinct << 8 | UInt32(byte) }
    last = byte
  }

  private static let likeU = packed("ou", "oo", "ue", "uu")
  private static let likeI = packed("ee", "ie", "ii", "iie", "iei")
  private static let likeE = packed("ei", "ai", "eii", "aii")
  private static let likeO = packed("oe")

  private static func packed(_ groups: String...) -> [UInt32] {
    groups.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  /// One letter where the group is commonly written with one or with two.
  var reduced: UInt32 {
    guard count == 2 || count == 3 else { return distinct }
    if Self.likeU.contains(text) { return UInt32(UInt8(ascii: "u")) }
    if Self.likeI.contains(text) { return UInt32(UInt8(ascii: "i")) }
    if Self.likeE.contains(text) { return UInt32(UInt8(ascii: "e")) }
    return Self.likeO.contains(text) ? UInt32(UInt8(ascii: "o")) : distinct
  }
}
