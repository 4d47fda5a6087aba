internal import NewsModel
internal import QueryEngine
internal import QueryLanguage

/// Columns, groups, and sets of rows.
extension EngineBenchmarks {
  /// Times aggregates and a crosstab.
  mutating func groups() {
    let score = BoundExpression.path(path("score"))
    func aggregate(_ function: Aggregate, _ argument: BoundExpression?) -> BoundAggregate {
      BoundAggregate(
        column: RowColumn(name: function.rawValue, type: ColumnType(.number)),
        function: function, argument: argument)
    }
    let averages = [aggregate(.average, score)]
    measure("group by type: average score", [.group(by: [column("type")], averages)])
    measure(
      "group by month: count, average and median score",
      [.group(by: [months], [aggregate(.count, nil)] + averages + [aggregate(.median, score)])])
    measure("group by actor: average score", [.group(by: [column("actor")], averages)])
    measure("count by type, month", [.count(distinct: nil, by: [column("type"), months])])
    let years = BoundColumn(name: "year", path: path("date", part: .year, type: .date))
    measure("crosstab type by year", [.crosstab(column("type"), by: years)])
    measure("crosstab actor by month", [.crosstab(column("actor"), by: months)])
  }

  /// Times columns that are worked out, and tests of them.
  mutating func additions() {
    let score = BoundExpression.path(path("score"))
    func add(_ value: BoundExpression, _ type: ValueType) -> BoundOperation {
      .add([BoundAddition(column: RowColumn(name: "x", type: ColumnType(type)), value: value)])
    }
    let sum = BoundExpression.arithmetic(
      .plus, .arithmetic(.times, score, .value(.integer(2))), .path(path("sources")))
    measure("add score * 2 + sources", [add(sum, .number)])
    let x = BoundPath(root: .column(0, then: []), type: .number, isList: false)
    measure(
      "add score * 2 + sources, where it is less than -10",
      [add(sum, .number), .filter(.test(x, .number(.ordered(.less, -10))))])
    measure(
      "add sources * 2",
      [
        add(.arithmetic(.times, .path(path("sources")), .value(.integer(2))), .integer)
      ])
    let name = BoundExpression.call(.lower, [.call(.first, [.path(path("actor"))])])
    measure("add lower(type)", [add(.call(.lower, [.path(path("type"))]), .text)])
    measure("add lower(first(actor))", [add(name, .text)])
    measure(
      "add if score < 0 then sources else 0",
      [
        add(
          .conditional(
            .test(path("score"), .number(.ordered(.less, 0))), then: .path(path("sources")),
            otherwise: .value(.integer(0))), .integer)
      ])
  }

  /// How much memory two columns of numbers and one of texts take at most while they are added.
  func memoryOfColumns() -> String {
    let values: [BoundExpression] = [
      .arithmetic(.times, .path(path("score")), .value(.integer(2))),
      .arithmetic(.plus, .path(path("sources")), .value(.integer(1))),
      .call(.lower, [.path(path("type"))]),
    ]
    let additions = values.map {
      BoundAddition(column: RowColumn(name: "x", type: ColumnType(.number)), value: $0)
    }
    let plan = planner.plan(BoundQuery(source: .events, stages: [stage(.add(additions))]))
    ProcessResources.returnFreeMemory()
    guard ProcessMemory.resetPeak(), let before = ProcessMemory.now else { return "?" }
    let rows = QueryEngine.run(plan, on: snapshot).table.rowCount
    let megabytes = Double((ProcessMemory.peak ?? before) - before) / 1e6
    return "\(rows) rows with three columns: \(rounded(megabytes, 1)) MB at most"
  }

  /// Times the choice of rows by chance and by other rows.
  mutating func sets() {
    let few = BoundQuery(
      source: .entities,
      stages: [
        stage(.filter(.test(entityPath("country"), .text(.equals(["country 7"])))))
      ])
    let assaults = BoundQuery(
      source: .events, stages: [stage(.filter(.test(path("type"), .text(.equals(["assault"])))))])
    measure("sample 1000", [.sample(1000, seed: 1)])
    measure(
      "actor in (entities of a country)",
      [.filter(.among(path("actor"), BoundValues(query: few, path: nil)))])
    measure(
      "actor in (events of a type | show actor)",
      [.filter(.among(path("actor"), BoundValues(query: assaults, path: path("actor"))))])
    measure("only (events of a type)", [.subset(assaults, isNegated: false)])
    measure("except (events of a type)", [.subset(assaults, isNegated: true)])
  }
}
