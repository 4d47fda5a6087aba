/// The classes that a model tells apart: pairs of universal and Penn tag, by number.
struct TagSet: Sendable {
  /// The pairs; the number of a pair is its place.
  let tags: [PartOfSpeech]
  /// Number of each pair's universal tag.
  let universal: [UInt32]
  private let numbers: [PartOfSpeech: Int]
  private let fallbacks: [UniversalTag: Int]

  /// The most classes that a model may have.
  static let limit = 250

  /// A set of `tags`, the commonest first.
  init(_ tags: [PartOfSpeech]) {
    self.tags = tags
    let order = UniversalTag.allCases
    universal = tags.map { UInt32(order.firstIndex(of: $0.universal) ?? 0) }
    numbers = Dictionary(
      tags.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    fallbacks = Dictionary(
      tags.enumerated().map { ($1.universal, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Number of pairs.
  var count: Int { tags.count }

  /// The number of `tag`; of the commonest pair with its universal tag where it is unknown, or 0.
  func number(of tag: PartOfSpeech) -> Int { numbers[tag] ?? fallbacks[tag.universal] ?? 0 }

  func write(to writer: inout ByteWriter) {
    writer.put(strings: tags.map { "\($0.universal.rawValue) \($0.penn)" })
  }

  init(from reader: inout ByteReader) throws(ModelError) {
    var tags: [PartOfSpeech] = []
    for text in try reader.strings() {
      let parts = text.split(separator: " ")
      guard parts.count == 2, let universal = UniversalTag(rawValue: String(parts[0])) else {
        throw reader.malformed("tags")
      }
      tags.append(PartOfSpeech(universal: universal, penn: String(parts[1])))
    }
    guard (1...TagSet.limit).contains(tags.count) else { throw reader.malformed("tags") }
    self.init(tags)
  }
}
