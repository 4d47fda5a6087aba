/// Where the shell keeps what outlives it.
enum StateFolder {
  /// The path of a file: in `dateline` below `XDG_STATE_HOME` or `~/.local/state`; nil where neither
  /// folder is known.
  static func path(of name: String, environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/dateline/" + name
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return home + "/.local/state/dateline/" + name
  }
}
