internal import FoundationEssentials

/// The article files that a list of paths stands for.
public struct ArticleFiles: Sendable {
  /// The files, those of a folder in order of their paths; each once.
  public private(set) var files: [ArticleFile] = []
  /// Paths that lead to nothing, with the reason.
  public private(set) var failures: [(path: String, error: ArticleFileError)] = []
  /// How many files of folders were passed over for their ending.
  public private(set) var otherCount = 0

  private var seen: Set<String> = []

  /// Deepest level of folders that is looked into.
  private static let depthLimit = 64

  /// Looks up `paths`: a file stands for itself, a folder for the text files in it and below.
  ///
  /// Hidden files and folders inside a folder are passed over, and a file that two paths lead to
  /// is taken once.
  public init(at paths: [String]) {
    for path in paths { add(path, depth: 0, isNamed: true) }
  }

  private mutating func add(_ path: String, depth: Int, isNamed: Bool) {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      // What a folder lists, but is not there, is a link that leads nowhere.
      if isNamed || ArticleFile.endings.contains(ArticleFile(path: path).ending) {
        failures.append((path, .notFound))
      }
      return
    }
    guard seen.insert(resolvingLinks(path)).inserted else { return }
    let file = ArticleFile(path: path)
    guard isDirectory else {
      if isNamed || ArticleFile.endings.contains(file.ending) {
        files.append(file)
      } else {
        otherCount += 1
      }
      return
    }
    guard depth < Self.depthLimit else { return }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      let base = path.hasSuffix("/") ? path : path + "/"
      for name in names where !name.hasPrefix(".") {
        add(base + name, depth: depth + 1, isNamed: false)
      }
    } catch {
      failures.append((path, .unreadable("the folder cannot be listed")))
    }
  }
}
