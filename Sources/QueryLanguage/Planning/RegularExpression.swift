/// A regular expression that is matched in time proportional to the text, whatever the pattern.
///
/// The pattern is run as a set of states of a nondeterministic automaton (K. Thompson, "Regular
/// expression search algorithm", CACM 11, 1968), so there is no backtracking. Case is ignored. It
/// knows literals, `.`, `[a-z]`, `[^...]`, `[[:alpha:]]`, `\d \w \s \b` and their negations,
/// `\t \n \r`, groups, `|`, `* + ?` and `{m,n}`, also with a lazy `?` behind; `^` and `$` match at
/// the ends of every line. Back-references and look-around cannot be had in linear time and are
/// errors.
public struct RegularExpression: Sendable {
  /// Why a pattern is not a regular expression.
  public struct PatternError: Error, Hashable, Sendable {
    /// What is wrong, in a few words without a full stop.
    public let message: String
    /// UTF-8 offset in the pattern at which it shows.
    public let offset: Int
  }

  /// Greatest number of characters of a pattern.
  public static let lengthLimit = 1_000
  /// Greatest depth of nested groups.
  static let nestingLimit = 50
  /// Greatest number of instructions, which repetitions multiply.
  static let programLimit = 4_000

  let program: [Instruction]
  let sets: [ScalarSet]

  /// The expression that `pattern` writes down.
  public init(_ pattern: String) throws(PatternError) {
    var parser = PatternParser(pattern)
    let node = try parser.parse()
    var compiler = PatternCompiler()
    try compiler.compile(node, pattern: pattern)
    program = compiler.program
    sets = compiler.sets
  }

  /// What is wrong with `pattern`; nil where it is a regular expression.
  public static func check(_ pattern: String) -> String? {
    do {
      _ = try RegularExpression(pattern)
      return nil
    } catch {
      return error.message
    }
  }
}

/// A step of the automaton.
enum Instruction: Sendable, Hashable {
  /// Takes a scalar of the set and goes on with the next instruction.
  case take(set: Int)
  /// Goes on at both.
  case split(Int, Int)
  /// Goes on there.
  case jump(Int)
  /// Goes on with the next instruction where the assertion holds.
  case assert(Assertion)
  /// The pattern has matched.
  case match
}

/// A condition on a position between two scalars.
enum Assertion: Sendable, Hashable {
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary
}

/// A pattern as a tree.
indirect enum PatternNode: Sendable, Hashable {
  case empty
  case set(ScalarSet)
  case assertion(Assertion)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// At least `least` and at most `most` times; without end where `most` is nil.
  case repeated(PatternNode, least: Int, most: Int?)
}
