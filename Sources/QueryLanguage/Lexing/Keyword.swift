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
  case possibly
  // Stages.
  case sort, newest, oldest, take, limit, first, skip, top, show, hide, count, distinct, explain
  case add, group, sample, only, except, followed, timeline, chart, crosstab, save
  // Sources.
  case paths, neighbours
  // Before a test; so is `only`.
  case no
  // Expressions.
  case `if`, then, `else`
  // Statements.
  case param, `let`, define

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
    /// Begins a source that is no table: `paths`, `neighbours`.
    case source
    /// `no`, before a test.
    case quantifier
    /// `if`, `then`, `else`.
    case expression
    /// Begins a statement.
    case statement
  }

  /// Where the keyword belongs.
  public var role: Role {
    switch self {
    case .and, .or, .not: .connective
    case .in, .between, .is: .test
    case .where, .search: .clause
    case .since, .until, .before, .after, .on, .around, .within, .during, .last, .certainly,
      .possibly:
      .date
    case .sort, .newest, .oldest, .take, .limit, .first, .skip, .top, .show, .hide, .count,
      .distinct, .explain, .add, .group, .sample, .only, .except, .followed, .timeline, .chart,
      .crosstab, .save:
      .stage
    case .paths, .neighbours: .source
    case .no: .quantifier
    case .if, .then, .else: .expression
    case .param, .let, .define: .statement
    }
  }

  /// Whether the keyword can begin a clause about dates, by itself or after `certainly`.
  var beginsDateClause: Bool {
    role == .date && !saysHowSure || self == .in || self == .between
  }

  /// Whether it is `certainly` or `possibly`, which stand before a clause about dates.
  var saysHowSure: Bool { self == .certainly || self == .possibly }

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
