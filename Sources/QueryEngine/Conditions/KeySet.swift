/// A set of codes or row numbers, in the form that is quickest to ask.
enum KeySet: Sendable {
  /// One key.
  case one(UInt32)
  /// A few keys, or none.
  case few([UInt32])
  /// Many keys.
  case many(Bitmap)

  /// The set of `keys`, all below `domain`; others are left out.
  init(_ keys: [UInt32], domain: Int) {
    let valid = keys.filter { Int($0) < domain }
    switch valid.count {
    case 1: self = .one(valid[0])
    case 0...6: self = .few(valid)
    default:
      var bitmap = Bitmap(size: domain)
      for key in valid { bitmap.insert(key) }
      self = .many(bitmap)
    }
  }

  /// Whether the set holds `key`.
  @inline(__always)
  func contains(_ key: UInt32) -> Bool {
    switch self {
    case .one(let one): key == one
    case .few(let keys): keys.contains(key)
    case .many(let bitmap): bitmap.contains(key)
    }
  }
}
