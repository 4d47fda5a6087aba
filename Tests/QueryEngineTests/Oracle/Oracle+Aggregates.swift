import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  mutating func grouped(
    _ rows: Rows, _ keys: [BoundColumn], _ aggregates: [BoundAggregate], _ shape: RowShape
  ) -> Rows {
    let groups = groups(rows, keys)
    let makers = aggregates.map { aggregate in maker(aggregate, rows.rows, groups) }
    let period = keys.first.flatMap { calendarPart($0, shape) }
    return Rows(
      table: nil,
      rows: arranged(groups, period, { $0.members.count }) { group in
        zip(makers, aggregates).map { make, aggregate in
          make(group).compactMap { converted($0, aggregate.column.type) }
        }
      })
  }

  /// Works out an aggregate for a group.
  private func maker(
    _ aggregate: BoundAggregate, _ rows: [Row], _ groups: [Group]
  ) -> (Group) -> [Atom] {
    let read = aggregate.argument.map { evaluator($0) }
    func values(_ group: Group) -> [Atom] {
      let met = group.members.flatMap { read?(rows[$0]) ?? [] }
      return aggregate.isDistinct ? met.parts(nil) : met
    }
    func sum(_ group: Group) -> Atom? {
      Self.sum(values(group), isWhole: aggregate.column.type.value == .integer)
    }
    switch aggregate.function {
    case .count:
      return { [.integer(read == nil ? $0.members.count : values($0).count)] }
    case .sum: return { [sum($0)].compactMap { $0 } }
    case .average:
      return { group in
        let numbers = values(group).compactMap(\.number)
        let sum = numbers.reduce(0, +)
        return numbers.isEmpty || !sum.isFinite ? [] : [.number(sum / Double(numbers.count))]
      }
    case .median:
      return { group in
        let numbers = values(group).compactMap(\.number).sorted()
        if numbers.isEmpty { return [] }
        let middle = numbers.count / 2
        let isOdd = numbers.count % 2 == 1
        return [.number(isOdd ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2)]
      }
    case .min: return { extreme(values($0), <) }
    case .max: return { extreme(values($0), >) }
    case .first: return { Array(values($0).prefix(1)) }
    case .last: return { Array(values($0).suffix(1)) }
    case .list: return { values($0).parts(nil) }
    case .share:
      func part(_ group: Group) -> Double? {
        read == nil ? Double(group.members.count) : sum(group)?.number
      }
      let all =
        read == nil
        ? Double(Set(groups.flatMap(\.members)).count)
        : groups.compactMap(part).reduce(0, +)
      let known = Set(groups.map(\.keys))
      return { group in
        if !known.contains(group.keys) { return [.number(0)] }
        let share = part(group).map { $0 / all } ?? .nan
        return share.isFinite ? [.number(share)] : []
      }
    }
  }

  /// The sum of numbers; nothing where there are none or where it is too great.
  private static func sum(_ atoms: [Atom], isWhole: Bool) -> Atom? {
    if atoms.isEmpty { return nil }
    if isWhole {
      var sum = 0
      for atom in atoms {
        guard case .integer(let number) = atom else { continue }
        let (next, isTooGreat) = sum.addingReportingOverflow(number)
        if isTooGreat { return nil }
        sum = next
      }
      return .integer(sum)
    }
    let sum = atoms.compactMap(\.number).reduce(0, +)
    return sum.isFinite ? .number(sum) : nil
  }

  /// The value that stands before or behind all others; of equals the first.
  private func extreme(_ atoms: [Atom], _ precedes: (Place, Place) -> Bool) -> [Atom] {
    guard var best = atoms.first else { return [] }
    for atom in atoms.dropFirst() where precedes(place(atom), place(best)) { best = atom }
    return [best]
  }
}
