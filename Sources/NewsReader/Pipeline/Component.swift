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
  /// Adds this component's layers.
  func annotate(_ document: inout Document)
}
