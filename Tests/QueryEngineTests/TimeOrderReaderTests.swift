import TestSupport
import Testing

@testable import QueryEngine

@Suite struct TimeOrderReaderTests {
  /// Whatever is read must hold every row that can be among the first, ties on the first day
  /// included, since the last day or the order of rows decides between them.
  @Test(arguments: [(1, 3), (2, 40), (3, 200), (4, 900)])
  func readsEveryRowThatTiesWithTheLastOne(_ seed: UInt64, _ distinct: Int) throws {
    var random = SplitMix(seed: seed)
    var days = (0..<5_000).map { _ in Int32(random.below(distinct)) }.sorted()
    days += [Int32](repeating: Int32.max, count: 50)
    let listed = (0..<UInt32(5_050)).filter { $0 % 3 > 0 }
    for isDescending in [false, true] {
      for candidates in [Candidates.ranges([0..<5_050]), .list(listed[...])] {
        let all = candidates.selections.flatMap { $0.rows }.filter { $0 % 2 == 0 }
        let inOrder = all.map { days[Int($0)] }.filter { $0 < Int32.max }
        let sorted = isDescending ? Array(inOrder.reversed()) : inOrder
        let reader = TimeOrderReader(
          candidates: candidates, firstDays: days, isDescending: isDescending)
        for count in [1, 5, 64, 700, sorted.count] {
          let rows = try reader.rows(atLeast: count) { $0.rows.filter { $0 % 2 == 0 }[...] }
          let worst = sorted[count - 1]
          let wanted = all.filter { row in
            let day = days[Int(row)]
            return day < Int32.max && (isDescending ? day >= worst : day <= worst)
          }
          #expect(Set(rows).isSuperset(of: wanted))
          #expect(Set(rows).isSubset(of: all))
          #expect(rows == rows.sorted())
        }
      }
    }
  }

  @Test func readsNoFurtherThanNeeded() throws {
    let days = (0..<100_000).map { Int32($0 / 4) }
    let reader = TimeOrderReader(
      candidates: .ranges([0..<100_000]), firstDays: days, isDescending: true)
    var read = 0
    let rows = try reader.rows(atLeast: 20) { selection in
      read += selection.count
      return selection.rows
    }
    #expect(read < 200)
    #expect(rows.last == 99_999)
  }

  @Test func rowsWithoutADateFillUp() throws {
    let days: [Int32] = [1, 2, .max, .max]
    for isDescending in [false, true] {
      let reader = TimeOrderReader(
        candidates: .list([0, 1, 2, 3]), firstDays: days, isDescending: isDescending)
      #expect(try reader.rows(atLeast: 3) { $0.rows } == [0, 1, 2, 3])
    }
  }
}
