internal import Diagnostics
internal import NewsModel

extension Binder {
  /// Columns that are worked out one after another; each may use those before it.
  mutating func bindAdd(_ columns: [NamedExpression], _ stage: Stage) -> [BoundStage] {
    guard var output = shape else { return [] }
    var additions: [BoundAddition] = []
    for addition in columns {
      let isFree = checkName(addition.name, in: output)
      guard let value = bind(addition.value), isFree else {
        failedNames.insert(addition.name.text)
        continue
      }
      noteUse(of: value, as: ParameterType(.text))
      let column = RowColumn(name: addition.name.text, type: value.type)
      additions.append(BoundAddition(column: column, value: value.expression))
      output.columns.append(column)
      output.shown.append(
        BoundColumn(name: column.name, path: column.path(output.columns.count - 1)))
      shape = output
    }
    return made(.add(additions), stage.canonical, stage, output: output)
  }

  private mutating func checkName(_ name: PathSyntax.Name, in shape: RowShape) -> Bool {
    guard shape.hasName(name.text) else { return true }
    let isField = shape.table?.schema.field(named: name.text) != nil
    let what = isField ? "\(shape.table?.name ?? "") have a field" : "there is a column"
    let free = shape.freeName(name.text)
    report(
      .nameTaken, "\(what) '\(name.text)' already", at: name.range,
      hints: ["next: choose another name: add \(free) = ..."],
      fixIts: [fixIt(free, at: name.range)])
    return false
  }
}
