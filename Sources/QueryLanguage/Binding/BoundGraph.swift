internal import NewsModel

/// Rows that are found by going from entity to entity.
///
/// Two different entities are tied by an event of `ties` in which both are parties (`who`).
public struct BoundGraph: Sendable, Hashable {
  /// What is asked.
  public enum Search: Sendable, Hashable {
    /// The ways from any of some entities to any of others in at most so many steps.
    ///
    /// The rows are events, one a step, the first in the order of `ties` that ties the two; with
    /// the columns `path` and `step`, both from 1, `from` and `to`. A path has a step at least,
    /// meets no entity twice and holds none of the starts or goals but at its ends. Shorter paths
    /// come first, then by the row numbers of their entities; ``pathLimit`` of them at most.
    case paths(from: [UInt32], to: [UInt32], steps: Int)
    /// The entities tied to any of some entities, which are themselves left out.
    ///
    /// The rows are entities, with the columns `ties`, the number of events, and `event`, the last
    /// of them; those with the most ties first, then in the table's order.
    case neighbours(of: [UInt32])
  }

  /// Greatest number of paths that are given.
  public static let pathLimit = 100

  /// What is asked.
  public var search: Search
  /// The events that tie, in the table's order.
  public var ties: BoundQuery
  /// The question in canonical form.
  public var text: String

  /// A search.
  public init(search: Search, ties: BoundQuery, text: String) {
    self.search = search
    self.ties = ties
    self.text = text
  }

  /// What the rows are.
  public var shape: RowShape {
    let entity = ColumnType(.reference(.entities))
    let whole = ColumnType(.integer)
    switch search {
    case .paths:
      let columns = [
        RowColumn(name: "path", type: whole), RowColumn(name: "step", type: whole),
        RowColumn(name: "from", type: entity), RowColumn(name: "to", type: entity),
      ]
      return RowShape(
        .events, columns: columns,
        shown: columns.shown + Table.events.columns(named: ["date", "type", "action", "sources"]))
    case .neighbours:
      let columns = [
        RowColumn(name: "ties", type: whole),
        RowColumn(name: "event", type: ColumnType(.reference(.events))),
      ]
      return RowShape(
        .entities, columns: columns,
        shown: Table.entities.columns(named: ["name", "kind", "country"]) + columns.shown)
    }
  }
}

extension [RowColumn] {
  /// All of them, as they are shown.
  fileprivate var shown: [BoundColumn] {
    indices.map { BoundColumn(name: self[$0].name, path: self[$0].path($0)) }
  }
}

extension Table {
  /// The fields of these names, as they are shown.
  fileprivate func columns(named names: [String]) -> [BoundColumn] {
    names.compactMap { name in
      schema.field(named: name).map { BoundColumn(name: name, path: BoundPath($0)) }
    }
  }
}
