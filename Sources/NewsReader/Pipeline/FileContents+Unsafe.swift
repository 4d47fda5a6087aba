internal import Glibc

/// Files as byte arrays, read with system calls so that no start-up cost comes with them.
enum FileContents {
  /// The bytes of the regular file at `path`; nil when it cannot be read.
  static func bytes(atPath path: String) -> [UInt8]? {
    // The path becomes a C string for the length of the call.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    // The structure is ours and outlives the call.
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = max(0, Int(status.st_size))
    var failed = false
    // Each read is given what is left of the buffer, and counts only what was written.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        guard let start = buffer.baseAddress else { break }
        let got = unsafe read(file, start + count, size - count)
        if got < 0 && errno == EINTR { continue }
        failed = failed || got < 0
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }

  /// The folder of the running program, links resolved; nil when the system does not tell.
  static func programFolder() -> String? {
    // readlink writes at most the capacity given and says how much it wrote.
    let path = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      let length = unsafe raw.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return 0 }
        return unsafe readlink("/proc/self/exe", start, characters.count)
      }
      count = max(0, length)
    }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: path[..<slash], as: UTF8.self)
  }
}
