/// A value that does not count when its owner is compared.
///
/// The ranges of a tree's nodes are such values: two trees are equal when they say the same.
@propertyWrapper
public struct Ignored<Value: Sendable>: Sendable, Hashable {
  /// The value.
  public var wrappedValue: Value

  /// A value that does not count.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Always true.
  public static func == (a: Self, b: Self) -> Bool { true }
  /// Adds nothing.
  public func hash(into hasher: inout Hasher) {}
}
