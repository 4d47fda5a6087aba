import Foundation
import TerminalSupport
import Testing

@testable import Shell

/// `save` into files, and the page that a browser makes of one.
@Suite struct SavedPageTests {
  @Test func htmlIsAWholePage() throws {
    let program = try Program()
    let run = try program.run(["-c", "events | save \"story.html\"", "articles"])
    #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.error)")
    let page = try #require(program.folder.text(of: "story.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<h1><code>events</code></h1>"))
    #expect(page.contains("Jürg Müller"))
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!files.contains { $0.hasSuffix(".part") })
  }

  @Test func theTableAloneIsWhatTheFormatGives() throws {
    let program = try Program()
    let run = try program.run(["--format", "html", "-c", "events", "articles"])
    #expect(run.output.hasPrefix("<table>"))
  }

  @Test func aDialogueSaysWhatWasSaved() throws {
    let fixture = ShellFixture(isDialogue: true)
    let folder = try TemporaryFolder()
    let path = folder.path(of: "none.html")
    fixture.type("events | save \"\(path)\"")
    #expect(fixture.messages.text.contains("0 events saved to"))
    #expect(fixture.messages.text.contains("a page that opens in any browser"))
    #expect(folder.text(of: "none.html")?.contains("No events answer this query.") == true)
  }

  @Test func aFailureLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "kept.csv")
    // A folder in the place of the new content.
    let blocked = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    try FileManager.default.createDirectory(
      atPath: blocked + "/x", withIntermediateDirectories: true)
    #expect(throws: SystemError.self) { try OpenFile.replace(path, by: Array("new".utf8)) }
    #expect(folder.text(of: "kept.csv") == "old")
  }

  @Test func filesAreReplacedAndLinksFollowed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "real.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let link = folder.path(of: "link.csv")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try OpenFile.replace(link, by: Array("new".utf8))
    #expect(folder.text(of: "real.csv") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(throws: SystemError.self) { try OpenFile.replace(folder.path, by: []) }
    #expect(throws: SystemError.self) { try OpenFile.replace("", by: []) }
    #expect(throws: SystemError.self) { try OpenFile.replace("a\0b", by: []) }
    try OpenFile.replace("/dev/null", by: Array("gone".utf8))
  }

  // MARK: In a browser

  @Test(.enabled(if: Browser.isInstalled, "chromium is not installed"))
  func theScriptSortsFiltersAndOpens() throws {
    let program = try Program()
    try program.folder.write(
      """
      ---
      title: </script><img src=x onerror=alert(1)>
      source: Landbote
      url: javascript:alert(1)
      published: 2024-03-09
      ---
      Foreign Minister Ayşe Yıldız visited Oslo on 8 March 2024. She praised President Ana Ruiz.
      """, to: "articles/later.txt")
    let run = try program.run(["-c", "events | sort by date | save \"story.html\"", "articles"])
    #expect(run.exitCode == 0)
    let saved = try #require(program.folder.text(of: "story.html"))
    let rows = saved.matches(of: /<tbody id="r(\d+)">/).map { Int($0.1) ?? 0 }
    #expect(rows.count > 2)

    let plain = try Browser.open("story.html", in: program)
    #expect(plain.rows == rows)
    #expect(plain.page.contains("class=\"js\""))

    let sorted = try Browser.open("story.html", hash: "sort=-date&open=1", in: program)
    #expect(sorted.page.contains(/data-type="date" aria-sort="descending"/))
    let dated = Set(sorted.rows.prefix(while: { $0 != rows[0] }))
    #expect(!dated.isEmpty && Set(sorted.rows) == Set(rows))
    #expect(sorted.page.contains(/<tbody id="r1" class="open">/))
    #expect(sorted.page.contains("<details open=\"\">"))
    #expect(sorted.page.contains("aria-expanded=\"true\""))

    let filtered = try Browser.open("story.html", hash: "filter=oslo", in: program)
    let hidden = filtered.page.matches(of: /<tbody id="r\d+" hidden="">/).count
    #expect(hidden > 0 && hidden < rows.count)
    #expect(filtered.page.contains("\(rows.count - hidden) of \(rows.count)</output>"))

    let opened = try Browser.open("story.html", hash: "r2", in: program)
    #expect(opened.page.contains(/<tbody id="r2" class="open">/))

    for view in [plain, sorted, filtered, opened] {
      #expect(view.complaints.isEmpty, "\(view.complaints)")
      #expect(!view.page.contains("<img"))
    }
  }
}

/// Chromium without a window.
private struct Browser {
  private static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// A page after its script has run.
  struct View {
    var page: String
    /// What the browser had to say on its console: errors, things that it refused to load.
    var complaints: [String]

    /// The numbers of the rows in the order in which they stand.
    var rows: [Int] { page.matches(of: /<tbody id="r(\d+)"/).map { Int($0.1) ?? 0 } }
  }

  /// Opens a file of the program's folder.
  static func open(_ name: String, hash: String = "", in program: Program) throws -> View {
    let folder = program.folder
    let id = UUID().uuidString
    try folder.write("", to: id + ".in")
    let process = try ChildProcess(
      path ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path(of: id))", "--virtual-time-budget=2000",
        "--enable-logging=stderr", "--dump-dom",
        "file://\(folder.path(of: name))" + (hash.isEmpty ? "" : "#" + hash),
      ], environment: program.environment(), folder: folder.path,
      streams: .files(
        input: folder.path(of: id + ".in"), output: folder.path(of: id + ".out"),
        error: folder.path(of: id + ".err")))
    #expect(process.waitForExit() == 0)
    let log = folder.text(of: id + ".err") ?? ""
    return View(
      page: folder.text(of: id + ".out") ?? "",
      complaints: log.split(separator: "\n").map(String.init).filter { $0.contains("CONSOLE") })
  }
}
