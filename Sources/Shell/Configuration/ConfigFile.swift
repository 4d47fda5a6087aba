internal import FoundationEssentials
internal import Glibc

/// The user's own script, which runs when a dialogue begins.
struct ConfigFile {
  /// Where it is, or would be.
  let path: String

  /// The file that the environment asks for: `dateline/config.dql` in `XDG_CONFIG_HOME` or
  /// `~/.config`; nil without a home.
  init?(environment: [String: String]) {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = folder + "/dateline/config.dql"
    } else if let home = environment["HOME"], !home.isEmpty {
      path = home + "/.config/dateline/config.dql"
    } else {
      return nil
    }
  }

  /// Whether it is there.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes the file, and makes its folders where they are missing.
  ///
  /// A file that is there already is the error `EEXIST` and stays as it is.
  func create(_ text: String) throws(SystemError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o644)
    try file.write(Array(text.utf8))
  }

  /// What a new file holds: every setting with what it means, behind `#`, so that nothing changes
  /// until a line is freed of it.
  static var template: String {
    var out = """
      # What Dateline runs when a dialogue begins, line by line, as if it were typed:
      # settings, definitions, queries. Free a line of its '#' to use it.
      # 'dateline --no-init' begins without this file; '.config' shows what is set.

      """
    for command in DotCommand.all {
      guard let setting = command.setting else { continue }
      let help =
        [command.summary.firstUppercased + "."]
        + command.help.split(separator: "\n")
        .map(String.init)
      out += "\n" + help.map { "# " + $0 + "\n" }.joined()
      out += "#   \(command.synopsis)\n# \(command.name) \(setting.standard)\n"
    }
    return out + """

      # Queries under a name, for every dialogue; '.help define' says how.
      # ## What somebody was told to have done in one place.
      # define doings(who, town) = events where actor = $who and place = $town | sort by date

      # Values under a name: 'events where actor in ($one, $other)'.
      # let one = Ada Lovelace

      # More definitions, kept with '.save-def FILE'.
      # .read ~/dateline/definitions.dql

      """
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
