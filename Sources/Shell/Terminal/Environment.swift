internal import FoundationEssentials

/// The variables that the program was started with.
enum Environment {
  /// All of them.
  static let current = ProcessInfo.processInfo.environment
}
