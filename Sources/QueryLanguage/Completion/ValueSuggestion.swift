public import NewsModel

/// A question for values that may stand behind a field.
public struct ValueRequest: Sendable {
  /// The field that they are compared with.
  public var field: FieldID
  /// What was typed so far; of a slug without its `@`.
  public var typed: String
  /// Whether slugs are wanted.
  public var isSlug = false
  /// The rows that the query keeps so far; nil where it keeps all of the field's table.
  public var rows: BoundQuery?
  /// Greatest number of values.
  public var count: Int
  /// Whether a word of a value must begin with what was typed; otherwise, where none does, it need
  /// only be like it.
  public var isExact = true

  /// A question for values that begin with `typed`.
  public init(field: FieldID, typed: String, count: Int) {
    self.field = field
    self.typed = typed
    self.count = count
  }
}

/// A value that may stand behind a field.
public struct ValueSuggestion: Sendable, Hashable {
  /// The value as it is shown.
  public var value: String
  /// The entity's slug, with its `@`; nil for a value that is no entity.
  public var slug: String?
  /// Rows that hold it among those that the query keeps so far; nil where that is all of them.
  public var keptCount: Int?
  /// Rows that hold it, or ``noun`` of it.
  public var count: Int
  /// What is counted.
  public var noun = "row"
  /// Another name of it that begins with what was typed; nil where its own name does.
  public var alias: String?

  /// A value.
  public init(
    value: String, slug: String? = nil, keptCount: Int? = nil, count: Int, alias: String? = nil
  ) {
    self.value = value
    self.slug = slug
    self.keptCount = keptCount
    self.count = count
    self.alias = alias
  }

  /// How often it occurs, and by what other name it was found: `3 of 41 rows, also 'X'`.
  var detail: String {
    let rows = keptCount.map { "\($0) of \(counted(count, noun))" } ?? counted(count, noun)
    return rows + (alias.map { ", also '\($0)'" } ?? "")
  }
}

extension Catalog {
  /// The values that begin with what was typed, most frequent first, however many rows are kept.
  public func suggestions(for request: ValueRequest) -> [ValueSuggestion] {
    values(of: request.field, beginningWith: request.typed, count: request.count).map { found in
      ValueSuggestion(
        value: found.value,
        slug: request.isSlug
          ? candidates(for: found.value, in: .entities).first?.slug : nil,
        count: found.count)
    }
  }
}
