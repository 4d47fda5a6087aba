/// The word lists and models that ship with the reader, opened by name.
///
/// They are looked for beside the running program, in the folder that the build puts there (and
/// that is copied along with the program), then in `share/dateline` of the prefix in which the
/// program is installed, and last in the source folder, which serves a program that is run from
/// elsewhere on the machine that built it. The first folder that has the file wins.
enum Resources {
  /// Why a resource cannot be had.
  enum ResourceError: Error, Equatable, CustomStringConvertible {
    /// No folder holds a readable file of that name.
    case missing(String, searched: [String])
    /// The file is not UTF-8 text.
    case notText(String)

    var description: String {
      switch self {
      case .missing(let name, let searched):
        "the reader's resource '\(name)' is missing; looked in \(searched.joined(separator: ", "))"
      case .notText(let name):
        "the reader's resource '\(name)' is not UTF-8 text"
      }
    }
  }

  /// Folders that may hold the resources, in order of preference.
  static let folders: [String] = {
    let bundle = "dateline_NewsReader"
    var folders: [String] = []
    if let program = FileContents.programFolder() {
      folders.append("\(program)/\(bundle).resources/Resources")
      folders.append("\(program)/\(bundle).bundle/Resources")
      folders.append("\(program)/../share/dateline/\(bundle).resources/Resources")
    }
    if let module = parent(#filePath).flatMap({ parent($0) }) {
      folders.append("\(module)/Resources")
    }
    return folders
  }()

  /// The content of the resource `name`, such as `tagger.model`.
  static func bytes(named name: String) throws(ResourceError) -> [UInt8] {
    for folder in folders {
      if let bytes = FileContents.bytes(atPath: "\(folder)/\(name)") { return bytes }
    }
    throw .missing(name, searched: folders)
  }

  /// The text resource `name`.
  static func text(named name: String) throws(ResourceError) -> String {
    guard let text = String(validating: try bytes(named: name), as: UTF8.self) else {
      throw .notText(name)
    }
    return text
  }

  /// The lines of the text resource `name`, without empty lines and those that begin with `#`.
  ///
  /// Spaces and tabs at the end of a line are left out, those at its beginning are kept.
  static func lines(named name: String) throws(ResourceError) -> [String] {
    try text(named: name).utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var line = line
      while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D {
        line.removeLast()
      }
      return line.isEmpty || line.first == UInt8(ascii: "#") ? nil : String(Substring(line))
    }
  }

  private static func parent(_ path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
