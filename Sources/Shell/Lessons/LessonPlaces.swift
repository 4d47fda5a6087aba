internal import FoundationEssentials
internal import Glibc

/// How far the learner has come, kept in a file so that it is known at the next start.
///
/// A file that is missing or broken is as one without places. Where none can be written the places
/// last as long as the shell.
struct LessonPlaces {
  /// How far a lesson has come.
  struct Place: Codable, Hashable {
    /// Steps that lie behind the learner.
    var step: Int
    /// Whether the lesson was once gone through to its end.
    var isDone: Bool
  }

  /// The places by the lessons' names.
  private(set) var places: [String: Place] = [:]
  private let path: String?

  private static let sizeLimit = 1 << 20

  /// The places in the file that the environment asks for: `dateline/lessons.json` beside the history.
  ///
  /// Who keeps no history, with an empty `DATELINE_HISTORY`, keeps no places either.
  init(environment: [String: String]) {
    let keepsNothing = environment["DATELINE_HISTORY"]?.isEmpty ?? false
    path = keepsNothing ? nil : StateFolder.path(of: "lessons.json", environment: environment)
    places = path.flatMap(Self.read) ?? [:]
  }

  /// The place in a lesson; its beginning where none is known.
  subscript(name: String) -> Place { places[name] ?? Place(step: 0, isDone: false) }

  /// Keeps the place in a lesson; what other shells have kept of other lessons stays.
  mutating func keep(_ place: Place, of name: String) {
    let others = path.flatMap(Self.read) ?? [:]
    places.merge(others.filter { $0.key != name }) { $1 }
    places[name] = place
    try? write()
  }

  private static func read(_ path: String) -> [String: Place]? {
    guard let file = try? OpenFile(path, flags: O_RDONLY | O_NONBLOCK),
      let bytes = try? file.readAll(limit: sizeLimit)
    else { return nil }
    let places = try? JSONDecoder().decode([String: Place].self, from: Data(bytes))
    return places?.filter { $0.value.step >= 0 }
  }

  private func write() throws {
    guard let path else { return }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let text = try encoder.encode(places)
    let temporary = path + ".new"
    try OpenFile(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o600).write(
      Array(text) + [0x0a])
    try OpenFile.rename(temporary, to: path)
  }
}
