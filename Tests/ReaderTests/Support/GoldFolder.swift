import Foundation

/// The folder of gold files that comes with these tests.
enum GoldFolder {
  /// Why a gold file cannot be used.
  enum Failure: Error, CustomStringConvertible {
    case missing(String)
    case line(file: String, number: Int, reason: String)

    var description: String {
      switch self {
      case .missing(let name): "the gold file '\(name)' is missing"
      case .line(let file, let number, let reason): "\(file):\(number): \(reason)"
      }
    }
  }

  /// Path of the folder.
  static var path: String {
    Bundle.module.bundleURL.appending(path: "Gold").path(percentEncoded: false)
  }

  /// The text of the file `name`.
  static func text(_ name: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      throw Failure.missing(name)
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The paths, without ending, of the annotated articles, in order.
  static func articles(in name: String) throws -> [String] {
    let folder = "\(path)/\(name)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".json") }
      .map { "\(folder)/\($0.dropLast(".json".count))" }
  }
}
