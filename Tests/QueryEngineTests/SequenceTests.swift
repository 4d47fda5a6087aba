import NewsModel
import QueryEngine
import QueryLanguage
import Synchronization
import Testing

@Suite struct SequenceTests {
  private let chronicle = Chronicle([
    .init(date: "2023-01-31", type: .consult, actors: ["Ada Rein"], targets: ["Bo Karst"]),
    .init(date: "2023-02-28", type: .aid, actors: ["Ada Rein"], targets: ["Cyra Dahl"]),
    .init(date: "2023-02-10", type: .assault, actors: ["Cyra Dahl"], targets: ["Bo Karst"]),
    .init(date: "2023-02-05/..", type: .accuse, actors: ["Cyra Dahl"], targets: ["Ada Rein"]),
    .init(date: "../2023-03-09", type: .protest, actors: ["Bo Karst"], targets: ["Ada Rein"]),
    .init(date: nil, type: .threaten, actors: ["Bo Karst"], targets: ["Ada Rein"]),
  ])
  private let type = Chronicle.path(.events, "type")
  private let date = Chronicle.path(.events, "date")
  private let actor = Chronicle.path(.events, "actor")

  private func sequence(
    _ span: BoundSequence.Span? = nil, sharing paths: [BoundPath] = [], isNegated: Bool = false
  ) -> BoundQuery {
    let sequence = BoundSequence(
      date: date, query: Chronicle.query(.table(.events), [], shown: []), otherDate: date,
      span: span, shared: paths.map { BoundSequence.SharedPath(path: $0, other: $0) },
      isNegated: isNegated)
    var shown = [type]
    if !isNegated, let next = Table.events.schema.field(named: "type") {
      shown += [
        Chronicle.column(0, .category, then: [next]), Chronicle.column(1),
      ]
    }
    return Chronicle.query(.table(.events), [.followed(sequence)], shown: shown)
  }

  @Test func anEmptySequenceSaysWhatCouldBeFollowedAndWhatCouldFollow() {
    let undated = Chronicle.query(
      .table(.events), [.filter(.not(.isKnown(date)))], shown: [type])
    let sequence = BoundSequence(
      date: date, query: undated, otherDate: date, span: nil, shared: [], isNegated: false)
    let query = Chronicle.query(.table(.events), [.followed(sequence)], shown: [type])
    #expect(chronicle.run(query).trail.map(\.count) == [6, 5, 1, 0, 0])
  }

  @Test func theEarliestThatBeginsAfterTheEndCounts() {
    let query = sequence()
    #expect(
      Set(chronicle.answer(query)) == [
        "CONSULT | ACCUSE | 5", "ASSAULT | AID | 18",
      ])
    // Without a last day nothing can be said: one is open, one has no date.
    #expect(chronicle.run(query).unknownCount == 2)
    #expect(Set(chronicle.answer(sequence(isNegated: true))) == ["AID", "PROTEST"])
    #expect(chronicle.run(sequence(isNegated: true)).unknownCount == 2)
  }

  @Test func aMonthEndsWithTheMonth() {
    let month = BoundSequence.Span(count: 1, unit: .months)
    #expect(chronicle.answer(sequence(month, sharing: [actor])) == ["CONSULT | AID | 28"])
    let days = BoundSequence.Span(count: 27, unit: .days)
    #expect(chronicle.answer(sequence(days, sharing: [actor])) == [])
  }

  @Test func allPathsMustBeShared() {
    let target = Chronicle.path(.events, "target")
    #expect(chronicle.answer(sequence(sharing: [actor, target])) == [])
    #expect(chronicle.answer(sequence(sharing: [target])) == ["CONSULT | ASSAULT | 10"])
  }

  @Test func hundredsOfPartiesOnBothSidesAreCompared() {
    let crowd = (0..<70).map { "Envoy \(Chronicle.word($0))" }
    let deeds: [Chronicle.Deed] = [
      .init(date: "2023-01-01", type: .consult, actors: crowd, targets: ["Ada Rein"]),
      .init(date: "2023-01-03", type: .aid, actors: Array(crowd.dropFirst(69)), targets: crowd),
      .init(date: "2023-01-04", type: .assault, actors: ["Bo Karst"], targets: crowd),
    ]
    let large = Chronicle(deeds)
    let who = Chronicle.path(.events, "who")
    let shared = sequence(sharing: [who, who])
    #expect(
      large.answer(shared) == ["CONSULT | AID | 2", "AID | ASSAULT | 1"])
    #expect(
      large.answer(sequence(sharing: [who, actor])) == ["CONSULT | AID | 2"])
  }
}

extension Chronicle {
  /// A made-up word that no other number gets.
  static func word(_ number: Int) -> String {
    let letters = ["ba", "do", "gi", "ku", "le", "mo", "na", "pi", "ru", "se"]
    return "\(letters[number / 100 % 10])\(letters[number / 10 % 10])\(letters[number % 10])x"
      .capitalized
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
