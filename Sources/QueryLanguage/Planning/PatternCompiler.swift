/// Makes the program of a ``RegularExpression`` from its tree.
struct PatternCompiler {
  typealias Failure = RegularExpression.PatternError

  private(set) var program: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private var setNumbers: [ScalarSet: Int] = [:]

  /// Compiles the whole pattern.
  mutating func compile(_ node: PatternNode, pattern: String) throws(Failure) {
    try emit(node)
    try append(.match)
  }

  private mutating func append(_ instruction: Instruction) throws(Failure) {
    if program.count >= RegularExpression.programLimit {
      throw Failure(message: "the pattern repeats too much", offset: 0)
    }
    program.append(instruction)
  }

  private mutating func emit(_ node: PatternNode) throws(Failure) {
    switch node {
    case .empty: break
    case .set(let set):
      let number = setNumbers[set] ?? sets.count
      if number == sets.count {
        setNumbers[set] = number
        sets.append(set)
      }
      try append(.take(set: number))
    case .assertion(let assertion): try append(.assert(assertion))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .choice(let nodes): try emitChoice(nodes)
    case .repeated(let node, let least, let most):
      for _ in 0..<least {
        let before = program.count
        try emit(node)
        // What adds no instruction may be repeated any number of times at no cost.
        if program.count == before { return }
      }
      if let most {
        try emitOptional(node, count: most - least)
      } else {
        try emitLoop(node)
      }
    }
  }

  private mutating func emitChoice(_ nodes: [PatternNode]) throws(Failure) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      if index == nodes.count - 1 {
        try emit(node)
        break
      }
      let split = program.count
      try append(.split(split + 1, split))
      try emit(node)
      ends.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func emitLoop(_ node: PatternNode) throws(Failure) {
    let split = program.count
    try append(.split(split + 1, split))
    try emit(node)
    try append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }

  private mutating func emitOptional(_ node: PatternNode, count: Int) throws(Failure) {
    var splits: [Int] = []
    for _ in 0..<count {
      let split = program.count
      try append(.split(split + 1, split))
      splits.append(split)
      try emit(node)
      if program.count == split + 1 { break }
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
