internal import FoundationEssentials
internal import Glibc

extension OpenFile {
  /// Gives the file at `path` new content, all of it or, where that fails, none.
  ///
  /// The content is written beside the file, which is then exchanged; a link keeps leading to its
  /// file. What is no plain file, such as a device or a pipe, is written to directly.
  static func replace(_ path: String, by bytes: [UInt8]) throws(SystemError) {
    guard !path.utf8.contains(0), !path.isEmpty else { throw SystemError(number: EINVAL) }
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: target, isDirectory: &isDirectory)
    if isDirectory { throw SystemError(number: EISDIR) }
    var mode: mode_t = 0o666
    if exists {
      let old = try OpenFile(target, flags: O_WRONLY | O_NONBLOCK)
      let status = try old.status()
      guard status.isRegular else { return try old.write(bytes) }
      mode = status.permissions
    }
    let temporary = "\(target).\(ProcessInfo.processInfo.processIdentifier).part"
    do throws(SystemError) {
      let flags = O_WRONLY | O_CREAT | O_EXCL
      try OpenFile(temporary, flags: flags, mode: mode).write(bytes)
      try OpenFile.rename(temporary, to: target)
    } catch {
      // What was begun is of no use to anyone.
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }
}
