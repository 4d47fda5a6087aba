/// Distinct byte strings, numbered from 0 in the order in which they came.
///
/// The bytes of all strings stand in one array; a hash table with linear probing (load at most one
/// half) finds them again. Holds up to 4 GiB of bytes.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  /// High half of the hash above, id + 1 below; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// Number of strings.
  var count: Int { ends.count - 1 }

  /// Where the string `id` stands in the table's bytes.
  func range(of id: UInt32) -> Range<Int> { Int(ends[Int(id)])..<Int(ends[Int(id) + 1]) }

  /// The string `id`.
  func string(_ id: UInt32) -> String { String(decoding: bytes[range(of: id)], as: UTF8.self) }

  /// The bytes of the string `id`.
  func slice(_ id: UInt32) -> ArraySlice<UInt8> { bytes[range(of: id)] }

  /// A hash of the string `id` that depends on its bytes alone.
  func contentHash(of id: UInt32) -> UInt64 { fnv1a(bytes.span.extracting(range(of: id))) }

  /// Whether the string `id` begins with `prefix`.
  func hasPrefix(_ prefix: [UInt8], id: UInt32) -> Bool {
    bytes[range(of: id)].starts(with: prefix)
  }

  /// Whether string `a` comes before string `b` in the order of their bytes.
  func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    compare(range(of: a), bytes.span, range(of: b), bytes.span) < 0
  }

  /// Whether string `id` comes before `other` in the order of their bytes.
  func precedes(_ id: UInt32, bytes other: [UInt8]) -> Bool {
    compare(range(of: id), bytes.span, 0..<other.count, other.span) < 0
  }

  /// The id of a string that the table holds, or nil.
  func find(_ text: borrowing Span<UInt8>) -> UInt32? {
    let hash = fnv1a(text)
    let entry = slots[slot(for: text, hash: hash)]
    return entry == 0 ? nil : UInt32(truncatingIfNeeded: entry) - 1
  }

  /// The id of a string, which is added where the table does not hold it.
  mutating func intern(_ text: borrowing Span<UInt8>) -> UInt32 {
    let hash = fnv1a(text)
    let at = slot(for: text, hash: hash)
    if slots[at] != 0 { return UInt32(truncatingIfNeeded: slots[at]) - 1 }
    let id = UInt32(count)
    for index in text.indices { bytes.append(text[index]) }
    ends.append(UInt32(bytes.count))
    slots[at] = (hash & 0xffff_ffff_0000_0000) | UInt64(id + 1)
    if count * 2 > slots.count { grow() }
    return id
  }

  /// The id of a string, which is added where the table does not hold it.
  mutating func intern(_ text: [UInt8]) -> UInt32 { intern(text.span) }

  private func slot(for text: borrowing Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[at]
      if entry == 0 { return at }
      if entry >> 32 == hash >> 32, equal(text, id: UInt32(truncatingIfNeeded: entry) - 1) {
        return at
      }
      at = (at + 1) & mask
    }
  }

  private func equal(_ text: borrowing Span<UInt8>, id: UInt32) -> Bool {
    let range = range(of: id)
    guard range.count == text.count else { return false }
    let known = bytes.span
    for offset in 0..<text.count where known[range.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for id in 0..<UInt32(count) {
      let hash = fnv1a(bytes.span.extracting(range(of: id)))
      var at = Int(truncatingIfNeeded: hash) & mask
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = (hash & 0xffff_ffff_0000_0000) | UInt64(id + 1)
    }
  }
}

/// FNV-1a with a final mix, so that both halves are usable.
private func fnv1a(_ text: borrowing Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01b3 }
  hash ^= hash >> 29
  hash = hash &* 0xbf58_476d_1ce4_e5b9
  return hash ^ (hash >> 32)
}

private func compare(
  _ a: Range<Int>, _ first: borrowing Span<UInt8>, _ b: Range<Int>,
  _ second: borrowing Span<UInt8>
) -> Int {
  let shared = min(a.count, b.count)
  for offset in 0..<shared {
    let (x, y) = (first[a.lowerBound + offset], second[b.lowerBound + offset])
    if x != y { return x < y ? -1 : 1 }
  }
  return a.count - b.count
}
