/// A layer of a ``Document``.
enum Layer: String, CaseIterable, Sendable {
  case blocks, metadata, sentences, tokens, tags, lemmas, tree, names, times, entities, quotes
  case figures, reports
}

/// One step of reading.
///
/// A component reads only the layers that it requires and writes only those that it provides; the
/// pipeline checks that they fit together when it is built.
protocol Component: Sendable {
  /// The layers that must be there before.
  static var requires: Set<Layer> { get }
  /// The layers that are there afterwards.
  static var provides: Set<Layer> { get }
  /// Whether it works on texts of every language; those that do not pass over what is not English.
  static var readsEveryLanguage: Bool { get }
  /// Adds this component's layers.
  func annotate(_ document: inout Document)
}

extension Component {
  static var readsEveryLanguage: Bool { false }
}
