internal import NewsModel

extension BoundCondition {
  /// The number of the last column that the condition looks at; nil where it looks at none.
  var lastColumn: Int? {
    switch self {
    case .and(let parts), .or(let parts): parts.compactMap(\.lastColumn).max()
    case .not(let part): part.lastColumn
    case .test(let path, _), .isKnown(let path), .every(let path, _), .among(let path, _):
      path.column
    }
  }
}

extension BoundPath {
  /// The number of the column that the path begins at; nil where it begins at a field.
  fileprivate var column: Int? {
    if case .column(let index, _) = root { return index }
    return nil
  }
}

extension BoundOperation {
  /// Whether a filter may as well come before the operation.
  ///
  /// - Parameters:
  ///   - column: the last column that the filter looks at.
  ///   - shape: the rows before the operation.
  func commutes(withFilterOf column: Int?, before shape: RowShape) -> Bool {
    switch self {
    case .sort, .show: true
    case .add: (column ?? -1) < shape.columns.count
    default: false
    }
  }
}
