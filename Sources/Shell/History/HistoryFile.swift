internal import FoundationEssentials
internal import Glibc

/// The file of the history: a JSON string a line, oldest first, added to and never edited.
///
/// Several shells may add to it at once.
struct HistoryFile {
  /// Where it is.
  let path: String

  /// Bytes of the longest entry that is kept.
  static let entryLimit = 1 << 16
  /// Bytes from the end of the file that are looked at.
  private static let readLimit = 1 << 24

  /// The file that the environment asks for.
  ///
  /// `DATELINE_HISTORY` names it, and where it is empty there is none; else it is
  /// `dateline/history.jsonl` in `XDG_STATE_HOME` or `~/.local/state`.
  init?(environment: [String: String]) {
    if let path = environment["DATELINE_HISTORY"] {
      guard !path.isEmpty else { return nil }
      self.init(path: path)
    } else if let path = StateFolder.path(of: "history.jsonl", environment: environment) {
      self.init(path: path)
    } else {
      return nil
    }
  }

  /// The file at `path`; links are followed, so that replacing the file keeps them.
  init(path: String) {
    self.path = URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// The latest entries, oldest first, each once; broken lines are passed over.
  ///
  /// A file of more than twice as many lines is replaced by one of these entries.
  func load(limit: Int) -> [String] {
    guard let file = try? OpenFile(path, flags: O_RDONLY | O_NONBLOCK),
      let lines = try? Self.lines(of: file)
    else { return [] }
    let entries = Self.latest(of: lines, limit: limit)
    if lines.count > 2 * limit { try? compact(limit: limit) }
    return entries
  }

  /// Adds an entry; the file and its folders are made where they are missing, for the user alone.
  func append(_ entry: String) throws(SystemError) {
    let file = try openLocked()
    var line = Array((jsonString(entry) + "\n").utf8)
    let size = try file.status().size
    if size > 0 {
      try file.seek(to: size - 1)
      // A line that another program did not finish must not swallow this one.
      if try file.read(upTo: 1) != [0x0a] { line.insert(0x0a, at: 0) }
    }
    try file.write(line)
  }

  /// Opens the file and locks it; another shell may replace it while this one waits.
  private func openLocked() throws(SystemError) -> OpenFile {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK
    while true {
      let file = try OpenFile(path, flags: flags, mode: 0o600)
      let status = try file.status()
      guard status.isRegular else { throw SystemError(number: EINVAL) }
      try file.lock()
      let current = try? OpenFile(path, flags: O_RDONLY | O_NONBLOCK).status()
      if current?.identity == status.identity { return file }
    }
  }

  /// Replaces the file by its latest entries, with what other shells have added meanwhile.
  private func compact(limit: Int) throws(SystemError) {
    let file = try openLocked()
    let entries = Self.latest(of: try Self.lines(of: file), limit: limit)
    let temporary = path + ".new"
    let replacement = try OpenFile(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC)
    try replacement.write(Array(entries.map { jsonString($0) + "\n" }.joined().utf8))
    replacement.synchronize()
    try OpenFile.rename(temporary, to: path)
  }

  /// The lines at the end of the file, at most ``readLimit`` bytes of them.
  private static func lines(of file: OpenFile) throws(SystemError) -> [ArraySlice<UInt8>] {
    let status = try file.status()
    guard status.isRegular else { return [] }
    let start = max(0, status.size - readLimit)
    try file.seek(to: start)
    guard let bytes = try file.readAll(limit: 2 * readLimit) else { return [] }
    let lines = bytes.split(separator: 0x0a)
    return start > 0 ? Array(lines.dropFirst()) : lines
  }

  private static func latest(of lines: [ArraySlice<UInt8>], limit: Int) -> [String] {
    var seen: Set<String> = []
    var entries: [String] = []
    for line in lines.reversed() where line.count <= 6 * entryLimit {
      guard let entry = decodedJSONString(line), !entry.isEmpty, seen.insert(entry).inserted
      else { continue }
      entries.append(entry)
      if entries.count == limit { break }
    }
    return entries.reversed()
  }
}
