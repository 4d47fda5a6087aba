internal import FoundationEssentials

/// The articles that come with the program.
enum SampleArticles {
  /// Their folder.
  static var folder: String? { BundledFolder.path(of: "seeds") }
}

/// The lessons that come with the program.
enum Lessons {
  /// Their folder.
  static var folder: String? { BundledFolder.path(of: "examples/lessons") }
}

/// A folder that comes with the program.
private enum BundledFolder {
  /// Its path: `name` in the current folder, or in one above the program's own file.
  static func path(of name: String) -> String? {
    if isFolder(name) { return name }
    var place = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    // From .build/x86_64-unknown-linux-gnu/release to the package it is three steps.
    for _ in 0..<8 {
      let candidate = place.appending(path: name).path
      if isFolder(candidate) { return candidate }
      let parent = place.deletingLastPathComponent()
      if parent.path == place.path { break }
      place = parent
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
