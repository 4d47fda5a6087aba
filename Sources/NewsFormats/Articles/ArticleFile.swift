internal import Diagnostics
internal import FoundationEssentials
public import NewsModel

/// Why a file gave no article.
public enum ArticleFileError: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case notFound
  /// The system does not let us read it; the words are the system's.
  case unreadable(String)
  /// It is a device, a pipe or a socket.
  case notAFile
  /// It is larger than ``ArticleFile/sizeLimit``.
  case tooLarge(bytes: Int)
  /// It holds nothing, or only white space.
  case empty
  /// It holds no text.
  case binary
  /// It is a kind of file that is not read, with what to do instead.
  case unsupported(String)
}

extension ArticleFileError: CustomStringConvertible {
  /// The reason in a few words, without a full stop.
  public var description: String {
    switch self {
    case .notFound: "no such file or folder"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAFile: "not a file or folder"
    case .tooLarge(let bytes):
      "\(bytes >> 20) MiB is more than an article of \(ArticleFile.sizeLimit >> 20) MiB"
    case .empty: "the file is empty"
    case .binary: "not a text file"
    case .unsupported(let advice): advice
    }
  }
}

/// A text file that holds one article.
public struct ArticleFile: Sendable, Hashable {
  /// Largest file that is read, in bytes.
  public static let sizeLimit = 256 << 20

  /// Endings, in lower case, of the files that are taken from folders.
  public static let endings: Set<String> = ["txt", "md", "markdown", "text"]

  /// Where it is.
  public let path: String

  /// The file at `path`, which need not exist.
  public init(path: String) { self.path = path }

  /// The article in the file, with what a `---` head says about it.
  ///
  /// HTML that was left in the text is taken out. Its id is the file's name without the ending, unless the head has one.
  ///
  /// - Throws: ``ArticleFileError``.
  public func read() throws(ArticleFileError) -> Article {
    let ending = self.ending
    if let advice = Self.advice[ending] { throw .unsupported(advice) }
    let bytes = try contents()
    let text: String
    do {
      text = try decodedText(bytes)
    } catch {
      throw error == .empty ? .empty : .binary
    }
    let head = FrontMatter(text)
    var article = Article(id: name, text: withoutMarkup(head.body))
    head.describe(&article)
    article.title = article.title.map { withoutMarkup($0) }
    if article.text.allSatisfy(\.isWhitespace) { throw .empty }
    return article
  }

  private static let advice: [String: String] = [
    "html": "a web page: save its text as .txt",
    "htm": "a web page: save its text as .txt",
    "json": "JSON is not read: save the article's text as .txt",
    "jsonl": "JSON is not read: save the articles' texts as .txt",
    "pdf": "a PDF: save its text as .txt",
    "docx": "a word processor's file: save its text as .txt",
  ]

  private var fileName: Substring {
    path.split(separator: "/").last ?? Substring(path)
  }

  private var name: String {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : String(fileName)
    return stem.isEmpty ? String(fileName) : stem
  }

  /// The part of the name behind the last full stop, in lower case; empty where there is none.
  var ending: String {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? (parts.last ?? "").lowercased() : ""
  }

  private func contents() throws(ArticleFileError) -> [UInt8] {
    let manager = FileManager.default
    let resolved = resolvingLinks(path)
    guard manager.fileExists(atPath: resolved) else { throw .notFound }
    do {
      let attributes = try manager.attributesOfItem(atPath: resolved)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw ArticleFileError.notAFile
      }
      let size = (attributes[.size] as? Int) ?? 0
      guard size <= Self.sizeLimit else { throw ArticleFileError.tooLarge(bytes: size) }
      return [UInt8](try Data(contentsOf: URL(filePath: resolved)))
    } catch let error as ArticleFileError {
      throw error
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .unreadable("permission denied")
    } catch {
      throw .unreadable("the system reports an error")
    }
  }
}

/// The path that a chain of symbolic links ends at; the path itself where it is none.
func resolvingLinks(_ path: String) -> String {
  URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
}
