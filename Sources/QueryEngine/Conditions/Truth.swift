/// The truth values of Kleene's strong three-valued logic, as two bits of a byte.
///
/// The upper bit says that the condition may hold, the lower that it does, so that `and` and `or`
/// are the operators on bits.
enum Truth {
  static let no: UInt8 = 0b00
  static let unknown: UInt8 = 0b10
  static let yes: UInt8 = 0b11

  /// Yes for true, no for false.
  @inline(__always)
  static func of(_ holds: Bool) -> UInt8 { holds ? yes : no }

  /// 1 for yes, else 0.
  @inline(__always)
  static func holds(_ truth: UInt8) -> UInt8 { truth & 1 }

  /// 1 for yes and unknown, else 0.
  @inline(__always)
  static func mayHold(_ truth: UInt8) -> UInt8 { truth >> 1 }

  /// 1 for no and unknown, else 0.
  @inline(__always)
  static func mayFail(_ truth: UInt8) -> UInt8 { (truth & 1) ^ 1 }

  /// 1 for unknown, else 0.
  @inline(__always)
  static func isUnknown(_ truth: UInt8) -> UInt8 { (truth >> 1) ^ (truth & 1) }

  /// The negation: unknown stays unknown.
  @inline(__always)
  static func not(_ truth: UInt8) -> UInt8 { ((truth >> 1 | truth << 1) & 0b11) ^ 0b11 }
}
