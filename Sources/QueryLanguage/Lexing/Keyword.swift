/// A word that the language keeps for itself, in any case.
///
/// A keyword ends a bare value where its own context follows (see ``Parser``); as the first word of
/// a value, or in a name of a field or column, most are text.
public enum Keyword: String, Sendable, Hashable, CaseIterable {
  // Connectives.
  case and, or, not
  // Tests.
  case `in`, between, `is`
  // Clauses.
  case `where`, search, since, until, before, after, on, around, within, during, last, certainly
  // Stages.
  case sort, newest, oldest, take, limit, first, skip, top, show, hide, count, distinct, explain
  // Statements.
  case param, `let`
  // Words of stages that this version does not have.
  case add, group, sample, only, except, followed, timeline, chart, crosstab, save, define, paths
  case neighbours

  /// Where a keyword belongs.
  public enum Role: Sendable, Hashable {
    /// `and`, `or`, `not`.
    case connective
    /// `in`, `between`, `is`.
    case test
    /// Begins a clause about dates.
    case date
    /// `where` or `search`: a clause that may follow without `|`.
    case clause
    /// Begins a stage.
    case stage
    /// Begins a statement.
    case statement
    /// Reserved for a stage, source or statement of another version.
    case unavailable
  }

  /// Where the keyword belongs.
  public var role: Role {
    switch self {
    case .and, .or, .not: .connective
    case .in, .between, .is: .test
    case .where, .search: .clause
    case .since, .until, .before, .after, .on, .around, .within, .during, .last, .certainly: .date
    case .sort, .newest, .oldest, .take, .limit, .first, .skip, .top, .show, .hide, .count,
      .distinct, .explain:
      .stage
    case .param, .let: .statement
    case .add, .group, .sample, .only, .except, .followed, .timeline, .chart, .crosstab, .save,
      .define, .paths, .neighbours:
      .unavailable
    }
  }

  /// Whether the keyword can begin a clause about dates.
  var beginsDateClause: Bool {
    role == .date && self != .certainly || self == .in || self == .between
  }

  /// The keyword that `word` spells in any case; nil where it spells none.
  init?(spelled word: Span<UInt8>) {
    guard word.count >= 2, word.count <= Keyword.longest else { return nil }
    var lowered: [UInt8] = []
    lowered.reserveCapacity(word.count)
    for index in word.indices {
      let byte = word[index] | 0x20
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else { return nil }
      lowered.append(byte)
    }
    guard let keyword = Keyword.bySpelling[lowered] else { return nil }
    self = keyword
  }

  private static let longest = 10

  private static let bySpelling: [[UInt8]: Keyword] = {
    var table: [[UInt8]: Keyword] = [:]
    for keyword in Keyword.allCases { table[Array(keyword.rawValue.utf8)] = keyword }
    table[Array("neighbors".utf8)] = .neighbours
    return table
  }()
}
