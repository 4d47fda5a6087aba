/// The frame of a model file: a header, then the content that it vouches for.
///
/// | bytes | content |
/// |---|---|
/// | 0-3 | `DLRM` |
/// | 4-7 | layout version |
/// | 8-11 | kind of model, four ASCII letters |
/// | 12-15 | number of content bytes |
/// | 16-23 | checksum of the content |
///
/// All integers are little-endian.
struct ModelFile {
  /// Four letters that say which component the model is for.
  enum Kind: String {
    case tagger = "TAGS"
    case parser = "TREE"
    case names = "NAME"
  }

  /// The layout that this program reads and writes.
  static let version = 1
  private static let magic = "DLRM"
  private static let headerLength = 24

  /// The whole file that holds `content`.
  static func bytes(kind: Kind, content: ByteWriter) -> [UInt8] {
    var file = ByteWriter()
    file.put(ascii: magic)
    file.put(word: version)
    file.put(ascii: kind.rawValue)
    file.put(word: content.bytes.count)
    let sum = Checksum.of(content.bytes, from: 0)
    file.put(word: Int(truncatingIfNeeded: sum & 0xffff_ffff))
    file.put(word: Int(truncatingIfNeeded: sum >> 32))
    return file.bytes + content.bytes
  }

  /// A reader that stands at the content of the model of `kind` in `bytes`.
  ///
  /// Throws ``ModelError`` when the header or the checksum says that this is something else.
  static func content(
    of bytes: [UInt8], kind: Kind, file: String
  ) throws(ModelError) -> ByteReader {
    var reader = ByteReader(bytes: bytes, file: file)
    guard bytes.count >= headerLength, try reader.ascii(4) == magic else {
      throw ModelError(file: file, problem: .notAModel)
    }
    let found = try reader.word()
    guard found == version else {
      throw ModelError(file: file, problem: .version(found: found, expected: version))
    }
    let letters = try reader.ascii(4)
    guard letters == kind.rawValue else {
      throw ModelError(file: file, problem: .kind(found: letters, expected: kind.rawValue))
    }
    let count = try reader.word()
    let sum = UInt64(try reader.word()) | UInt64(try reader.word()) << 32
    guard count == bytes.count - headerLength, sum == Checksum.of(bytes, from: headerLength) else {
      throw ModelError(file: file, problem: .checksum)
    }
    return reader
  }
}

extension ModelFile {
  /// The bytes of the model that ships with the reader as `name`.
  static func resource(named name: String) throws(ModelError) -> [UInt8] {
    do {
      return try Resources.bytes(named: name)
    } catch {
      throw ModelError(file: name, problem: .unreadable(error.description))
    }
  }
}
