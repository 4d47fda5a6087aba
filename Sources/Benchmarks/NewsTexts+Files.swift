internal import FoundationEssentials

extension NewsTexts {
  /// The texts in a folder: those of `.txt` files, and the sentences that `.conllu` files are about.
  ///
  /// Thirty sentences of a treebank are one text.
  static func texts(inFolder folder: String) throws -> [String] {
    var texts: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      if name.hasSuffix(".txt") {
        texts.append(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
      } else if name.hasSuffix(".conllu") {
        let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
          .split(separator: "\n")
        let mark = "# text = "
        let sentences = lines.filter { $0.hasPrefix(mark) }.map { $0.dropFirst(mark.count) }
        texts += stride(from: 0, to: sentences.count, by: 30).map { start in
          sentences[start..<min(start + 30, sentences.count)].joined(separator: "\n")
        }
      }
    }
    return texts
  }

  /// Writes articles of `byteCount` bytes in all to a folder that is made anew; returns how many.
  mutating func write(byteCount: Int, toFolder folder: String) throws -> Int {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var written = 0
    var count = 0
    while written < byteCount {
      let text = next()
      try text.write(toFile: "\(folder)/n\(count).txt", atomically: false, encoding: .utf8)
      written += text.utf8.count
      count += 1
    }
    return count
  }
}
