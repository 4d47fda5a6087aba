public import Diagnostics
internal import FoundationEssentials
public import NewsModel

/// Why an alias file could not be read or written; the words are the system's where it gives any.
public enum AliasFileError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// It cannot be read.
  case unreadable(String)
  /// It cannot be written.
  case unwritable(String)

  /// The reason in a few words, without a full stop.
  public var description: String {
    switch self {
    case .notFound: "no such file"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unwritable(let reason): "cannot be written: \(reason)"
    }
  }
}

/// A file that holds the user's word on names; ``AliasText`` is its form.
public struct AliasFile: Sendable, Hashable {
  /// The name of the alias file of a folder of articles, which stands in it.
  public static let folderFileName = "dateline.aliases"
  /// Largest file that is read, in bytes.
  public static let sizeLimit = 16 << 20

  /// Where it is.
  public let path: String

  /// The file at `path`, which need not exist.
  public init(path: String) { self.path = path }

  /// The alias file of a folder of articles.
  public init(ofFolder folder: String) {
    path = (folder.hasSuffix("/") ? folder : folder + "/") + Self.folderFileName
  }

  /// Whether there is a folder at `path`.
  public static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Whether there is such a file.
  public var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The text of the file, which must be UTF-8.
  public func read() throws(AliasFileError) -> SourceText {
    guard exists else { throw .notFound }
    let data: Data
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: resolvingLinks(path))
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw AliasFileError.unreadable("not a file")
      }
      guard ((attributes[.size] as? Int) ?? 0) <= Self.sizeLimit else {
        throw AliasFileError.unreadable("more than \(Self.sizeLimit >> 20) MiB")
      }
      data = try Data(contentsOf: URL(filePath: path))
    } catch let error as AliasFileError {
      throw error
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .unreadable("permission denied")
    } catch {
      throw .unreadable("the system reports an error")
    }
    guard var text = String(validating: data, as: UTF8.self) else {
      throw .unreadable("not UTF-8")
    }
    if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
    return SourceText(name: path, text: text)
  }

  /// Makes the file hold `corrections`, comments and standing lines kept; it is replaced as a whole.
  public func write(_ corrections: [NameCorrection]) throws(AliasFileError) {
    let old = exists ? try read().text : Self.heading
    let text = AliasText.updated(old, to: corrections)
    do {
      try Data(text.utf8).write(to: URL(filePath: resolvingLinks(path)), options: .atomic)
    } catch let error as CocoaError {
      switch error.code {
      case .fileWriteNoPermission, .fileWriteVolumeReadOnly:
        throw .unwritable("permission denied")
      case .fileNoSuchFile: throw .unwritable("there is no such folder")
      case .fileWriteOutOfSpace: throw .unwritable("the disk is full")
      default: throw .unwritable("the system reports an error")
      }
    } catch {
      throw .unwritable("the system reports an error")
    }
  }

  private static let heading = """
    # Who is who in these articles, as '.alias' and '.split' were told.
    # A = B: A is another name of B.  A != B: they are two.

    """
}
