/// An operator of another language, by its word.
struct ForeignOperator {
  /// Where a value may have further letters.
  enum Glob {
    case before, behind
  }

  /// What is written here instead.
  let comparison: Operator
  /// Where `*` must be put to the value; nil where nowhere.
  let glob: Glob?

  /// The operator that `word`, in small letters, is elsewhere; nil where it is none.
  init?(_ word: String) {
    switch word {
    case "startswith", "starts_with", "hasprefix": self.init(.equal, glob: .behind)
    case "endswith", "ends_with", "hassuffix": self.init(.equal, glob: .before)
    default:
      guard let comparison = ForeignOperator.table[word] else { return nil }
      self.init(comparison, glob: nil)
    }
  }

  private static let table: [String: Operator] = [
    "like": .contains, "ilike": .contains, "contains": .contains, "has": .contains,
    "includes": .contains, "matches": .contains, "regexp": .contains, "rlike": .contains,
    "equals": .equal, "eq": .equal, "ne": .notEqual, "gt": .greater, "lt": .less,
    "gte": .greaterOrEqual, "ge": .greaterOrEqual, "lte": .lessOrEqual, "le": .lessOrEqual,
  ]

  private init(_ comparison: Operator, glob: Glob?) {
    self.comparison = comparison
    self.glob = glob
  }

  /// The operator after `not`.
  var negated: ForeignOperator { ForeignOperator(comparison.negated, glob: glob) }
}

extension Operator {
  /// The operator that holds where this one does not.
  var negated: Operator {
    switch self {
    case .contains: .notContains
    case .notContains: .contains
    case .equal, .exactly: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
