import NewsModel
import QueryLanguage
import Testing

@Suite struct ShrinkerTests {
  private let events = RowShape(.events, shown: [])
  private let type = TinyStore.path(.events, "type")

  @Test func whatDoesNotMatterIsLeftOut() {
    let culprit = BoundCondition.test(type, .text(.equals(["aid"])))
    let other = BoundCondition.isKnown(type)
    let query = TinyStore.query(
      .table(.events),
      [
        (.take(9), events), (.filter(.and([other, .not(.or([other, culprit])), other])), events),
        (.sort([BoundSortKey(path: type, isDescending: false)]), events),
        (.count(distinct: nil, by: []), RowShape(columns: [])),
      ])
    func mentions(_ condition: BoundCondition) -> Bool {
      switch condition {
      case .and(let parts), .or(let parts): parts.contains(where: mentions)
      case .not(let part): mentions(part)
      case .test, .isKnown, .every, .among: condition == culprit
      }
    }
    let shrinker = Shrinker { query in
      query.stages.contains {
        if case .filter(let condition) = $0.operation { mentions(condition) } else { false }
      }
    }
    let shortest = shrinker.shrunk(query)
    #expect(shortest.stages.map(\.operation) == [.filter(culprit)])
  }

  @Test func queriesInQueriesShrink() {
    let inner = TinyStore.query(.table(.events), [(.skip(1), events), (.take(3), events)])
    let query = TinyStore.query(
      .table(.events), [(.take(9), events), (.subset(inner, isNegated: false), events)])
    let shrinker = Shrinker { query in
      query.stages.contains { stage in
        guard case .subset(let inner, _) = stage.operation else { return false }
        return inner.stages.contains { $0.operation == .take(3) }
      }
    }
    let wanted = TinyStore.query(.table(.events), [(.take(3), events)])
    #expect(
      shrinker.shrunk(query).stages.map(\.operation) == [.subset(wanted, isNegated: false)])
  }
}
