internal import Diagnostics

/// A definition whose query is being bound, and what its parameters stand for.
struct DefinitionScope {
  /// What a parameter stands for.
  struct Argument {
    /// The value; nil where anything fits.
    var value: ValueSyntax?
    /// Where it stands in the text that holds the call; nil for a default value.
    var place: SourceRange?
  }

  /// The name of the definition.
  let name: String
  /// The text that it stands in.
  let source: SourceText
  /// Where it is called; nil while the definition itself is checked.
  let call: SourceRange?
  /// What the parameters stand for, by name.
  var arguments: [String: Argument]
  /// For each `$name` of the query, where its argument stands.
  var uses: [SourceRange: SourceRange] = [:]
}

extension Binder {
  /// The diagnostic as it is told to the one who wrote the query.
  ///
  /// Inside a definition it points at the argument that causes it, or else at the call, and has a
  /// note for each definition on the way.
  func outermost(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    for scope in scopes.reversed() {
      let before = diagnostic.range
      let place = scope.uses[before]
      guard let call = scope.call else {
        if let place { diagnostic.move(to: place) }
        continue
      }
      diagnostic.notes.append(
        Diagnostic.Note(message: "in '\(scope.name)'", range: before, source: scope.source))
      if let place {
        diagnostic.move(to: place)
      } else {
        diagnostic.range = call
        diagnostic.fixIts = []
      }
    }
    return diagnostic
  }

  /// The part of the text that was asked which a part of the query at hand belongs to.
  func outermost(_ range: SourceRange) -> SourceRange {
    scopes.first?.call ?? range
  }
}

extension Diagnostic {
  /// Points at `place` instead; changes of the old place become changes of the new one.
  fileprivate mutating func move(to place: SourceRange) {
    fixIts = fixIts.filter { $0.range == range }.map {
      FixIt(message: $0.message, range: place, replacement: $0.replacement)
    }
    range = place
  }
}
