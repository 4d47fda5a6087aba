import Foundation
import NewsModel
import Testing

@testable import NewsFormats

@Suite struct ArticleFilesTests {
  /// Runs `body` with a fresh folder that holds these files.
  private func withFolder(_ files: [String: Data], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (name, data) in files {
      let url = root.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
    try body(root.path)
  }

  @Test func walksFoldersInOrderAndTakesEachFileOnce() throws {
    let text = Data("A text.".utf8)
    let files = [
      "b.txt": text, "a.md": text, "sub/c.TXT": text, ".hidden.txt": text, "note.json": text,
    ]
    try withFolder(files) { root in
      let found = ArticleFiles(at: [root, root + "/b.txt", root + "/missing.txt"])
      #expect(
        found.files.map { $0.path.dropFirst(root.count + 1) } == ["a.md", "b.txt", "sub/c.TXT"])
      #expect(found.otherCount == 1)
      #expect(found.failures.map(\.error) == [.notFound])
    }
  }

  @Test func saysWhyAFileIsNotRead() throws {
    let files = [
      "empty.txt": Data(), "blank.txt": Data("---\ntitle: x\n---\n\n".utf8),
      "image.txt": Data([0x89, 0x50, 0x4e, 0x47, 0, 0]), "page.html": Data("<p>".utf8),
      "good.story.txt": Data("A text.".utf8),
    ]
    try withFolder(files) { root in
      #expect(throws: ArticleFileError.empty) { try ArticleFile(path: root + "/empty.txt").read() }
      #expect(throws: ArticleFileError.empty) { try ArticleFile(path: root + "/blank.txt").read() }
      #expect(throws: ArticleFileError.binary) { try ArticleFile(path: root + "/image.txt").read() }
      #expect(throws: ArticleFileError.notAFile) { try ArticleFile(path: root).read() }
      #expect(throws: ArticleFileError.notAFile) { try ArticleFile(path: "/dev/zero").read() }
      #expect(throws: ArticleFileError.self) { try ArticleFile(path: root + "/page.html").read() }
      let good = try ArticleFile(path: root + "/good.story.txt").read()
      #expect(good.id == "good.story")
    }
  }
}
