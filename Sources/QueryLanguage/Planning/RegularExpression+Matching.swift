extension RegularExpression {
  /// Whether the expression matches anywhere in `text`, ignoring case.
  ///
  /// - Parameter isCancelled: is asked now and then; the answer is false once it says true.
  /// - Complexity: O(*n* *m*) for a text of *n* scalars and a pattern of *m* instructions.
  public func matches(_ text: some StringProtocol, isCancelled: () -> Bool = { false }) -> Bool {
    var current = StateSet(count: program.count)
    var following = StateSet(count: program.count)
    var stack: [Int] = []
    var previous: Unicode.Scalar?
    var steps = 0
    var scalars = text.unicodeScalars.makeIterator()
    var scalar = scalars.next()
    while true {
      let gap = Gap(before: previous, after: scalar)
      stack.append(0)
      if follow(&stack, at: gap, into: &current) { return true }
      guard let now = scalar else { return false }
      let after = scalars.next()
      let nextGap = Gap(before: now, after: after)
      following.removeAll()
      for state in current.members {
        guard case .take(let set) = program[state], sets[set].contains(now) else { continue }
        stack.append(state + 1)
        if follow(&stack, at: nextGap, into: &following) { return true }
      }
      steps += current.members.count + 1
      if steps > 1 << 16 {
        steps = 0
        if isCancelled() { return false }
      }
      swap(&current, &following)
      previous = now
      scalar = after
    }
  }

  /// Adds the states that are reached from those on the stack without taking a scalar; whether the
  /// end of the pattern is among them.
  private func follow(_ stack: inout [Int], at gap: Gap, into states: inout StateSet) -> Bool {
    while let state = stack.popLast() {
      guard states.insert(state) else { continue }
      switch program[state] {
      case .match:
        stack.removeAll(keepingCapacity: true)
        return true
      case .take: break
      case .jump(let target): stack.append(target)
      case .split(let first, let second):
        stack.append(second)
        stack.append(first)
      case .assert(let assertion): if gap.holds(assertion) { stack.append(state + 1) }
      }
    }
    return false
  }
}

/// A position between two scalars of a text, either of which may be missing.
private struct Gap {
  var before: Unicode.Scalar?
  var after: Unicode.Scalar?

  func holds(_ assertion: Assertion) -> Bool {
    switch assertion {
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: isWordBoundary
    case .noWordBoundary: !isWordBoundary
    }
  }

  private var isWordBoundary: Bool {
    let kind = ScalarSet.Kind.word
    return (before.map { kind.contains($0) } ?? false) != (after.map { kind.contains($0) } ?? false)
  }
}

/// A set of states that is emptied in one step.
///
/// After Briggs and Torczon, "An efficient representation for sparse sets", LOPLAS 2, 1993.
private struct StateSet {
  private(set) var members: [Int] = []
  private var generation = 1
  private var seen: [Int]

  init(count: Int) { seen = [Int](repeating: 0, count: count) }

  mutating func insert(_ state: Int) -> Bool {
    if seen[state] == generation { return false }
    seen[state] = generation
    members.append(state)
    return true
  }

  mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
    generation += 1
  }
}
