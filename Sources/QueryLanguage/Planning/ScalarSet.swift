/// A set of Unicode scalars that a pattern names.
struct ScalarSet: Sendable, Hashable {
  /// Kinds of scalars that a pattern can name.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case digit
    case word
    case space
    case alpha
    case upper
    case lower
    case alnum
    case punct
  }

  /// A kind, or what is not of that kind.
  struct Part: Sendable, Hashable {
    var kind: Kind
    var isNegated: Bool
  }

  /// Ranges of scalar values.
  var ranges: [ClosedRange<UInt32>] = []
  /// Kinds of scalars.
  var parts: [Part] = []
  /// Whether the set holds what is not named.
  var isNegated = false

  /// Every scalar but a line feed.
  static let dot = ScalarSet(ranges: [10...10], isNegated: true)

  /// Whether the set holds `scalar`, in either case.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if names(scalar) { return !isNegated }
    let other = otherCase(scalar)
    if other != scalar, names(other) { return !isNegated }
    return isNegated
  }

  private func names(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) }
      || parts.contains { $0.kind.contains(scalar) != $0.isNegated }
  }

  /// The scalar in the other case, where that is one scalar.
  private func otherCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      let lowered = scalar.value | 0x20
      guard (0x61...0x7a).contains(lowered) else { return scalar }
      return Unicode.Scalar(scalar.value ^ 0x20) ?? scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    if lower.count == 1, let first = lower.first, first != scalar { return first }
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    if upper.count == 1, let first = upper.first { return first }
    return scalar
  }
}

extension ScalarSet.Kind {
  /// Whether `scalar` is of this kind.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch self {
    case .digit: return properties.generalCategory == .decimalNumber
    case .word:
      return scalar == "_" || properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    case .space: return properties.isWhitespace
    case .alpha: return properties.isAlphabetic
    case .upper: return properties.isUppercase
    case .lower: return properties.isLowercase
    case .alnum: return properties.isAlphabetic || properties.numericType != nil
    case .punct:
      switch properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        return true
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return scalar.isASCII
      default: return false
      }
    }
  }
}
