/// Why a model file cannot be used.
package struct ModelError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with it.
  package enum Problem: Equatable, Sendable {
    /// The resource is not there or cannot be read; the text says where it was looked for.
    case unreadable(String)
    /// The file does not begin as a model of the reader does.
    case notAModel
    /// The file is a model of another layout than this program reads.
    case version(found: Int, expected: Int)
    /// The file is a model, but of another component.
    case kind(found: String, expected: String)
    /// The bytes are not those that were written.
    case checksum
    /// The content contradicts itself; the text names the part.
    case malformed(String)
  }

  /// Name of the file.
  package var file: String
  /// What is wrong with it.
  package var problem: Problem

  package var description: String {
    switch problem {
    case .unreadable(let detail): "cannot read the model '\(file)': \(detail)"
    case .notAModel: "'\(file)' is not a model of the reader"
    case .version(let found, let expected):
      "the model '\(file)' has layout \(found), this program reads layout \(expected)"
    case .kind(let found, let expected):
      "the model '\(file)' is of kind '\(found)', expected '\(expected)'"
    case .checksum: "the model '\(file)' is damaged: its checksum does not match"
    case .malformed(let part): "the model '\(file)' is damaged in its \(part)"
    }
  }
}
