/// A step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
enum Transition: Hashable, Sendable {
  /// Moves the front of the buffer onto the stack.
  case shift
  /// Makes the top of the stack a dependent of the front of the buffer.
  case left(RelationGroup)
  /// Makes the top of the stack a dependent of the word below it.
  case right(RelationGroup)

  /// Two bytes that stand for the transition in a model file.
  var code: (UInt8, UInt8) {
    switch self {
    case .shift: (0, 0)
    case .left(let group): (1, group.rawValue)
    case .right(let group): (2, group.rawValue)
    }
  }

  /// The transition that two bytes of a model file stand for; nil for bytes that none has.
  init?(code: (UInt8, UInt8)) {
    guard let group = RelationGroup(rawValue: code.1) else { return nil }
    switch code.0 {
    case 0: self = .shift
    case 1: self = .left(group)
    case 2: self = .right(group)
    default: return nil
    }
  }
}
