internal import FoundationEssentials

/// The style and the script that every page carries, and the rule that lets it have no others.
enum PageFrame {
  /// The style sheet.
  static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  /// The script, without which the page can be read too.
  static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

  /// The rule of what a page may load and run: its own style and script, known by their digests, and
  /// nothing else.
  static let policy =
    "default-src 'none'; style-src '\(source(of: style))'; script-src '\(source(of: script))'; "
    + "base-uri 'none'; form-action 'none'"

  private static func source(of text: String) -> String {
    "sha256-" + Data(Digest(of: Array(text.utf8)).bytes).base64EncodedString()
  }
}
