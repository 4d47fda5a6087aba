/// The codes of everything that lexer, parser and binder can have to say.
///
/// Codes are stable; the wording is not. Each case names a query that triggers it, and
/// ``trigger`` has the same as data, so that a test runs every one.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // MARK: Characters and quotes

  /// `events where place = "Port Said`
  case unclosedQuote = "E001"
  /// `articles search "a\tb"`
  case unknownEscape = "E002"
  /// `articles where title ~ /oil`
  case unclosedPattern = "E003"
  /// `events where place = Oslo ?`
  case strayCharacter = "E004"
  /// `events -- all of them`
  case foreignComment = "E005"
  /// `events where actor = 'Ada Lovelace'`
  case foreignQuote = "E006"

  // MARK: Form

  /// `evnts where actor = Lovelace`
  case expectedTable = "E101"
  /// `events | sotr by date`
  case expectedStage = "E102"
  /// `events where actor = Lovelace sort by date`
  case missingPipe = "E103"
  /// `events where`
  case expectedCondition = "E104"
  /// `events where actor =`
  case missingValue = "E105"
  /// `events where actor`
  case missingOperator = "E106"
  /// `events where actor = Lovelace place = Oslo`
  case missingConnective = "E107"
  /// `events where place = Trinidad and Tobago`
  case keywordInValue = "E108"
  /// `events where actor = Lovelace sinc 2023`
  case misspelledKeyword = "E109"
  /// `events where (actor = Lovelace`
  case unclosedBracket = "E110"
  /// `events where actor = Lovelace)`
  case strayBracket = "E111"
  /// `events where ((((...` two hundred brackets deep
  case nestingTooDeep = "E112"
  /// `SELECT title FROM articles`
  case foreignSyntax = "E113"
  /// `events | timeline`
  case unavailable = "E114"
  /// `events | take many`
  case expectedNumber = "E115"
  /// `events | show`
  case expectedField = "E116"
  /// `events | newest 5`
  case unexpectedText = "E117"
  /// `# nothing but a comment`
  case emptyQuery = "E118"
  /// `| | | | | | | | | | | | | | | | | | | | | | | |`
  case tooManyProblems = "E119"
  /// `events last 7 sheep`
  case expectedUnit = "E120"
  /// `articles where "oil port"`
  case bareText = "E121"
  /// `events | explain | take 5`
  case explainNotLast = "E122"
  /// `param = 5`
  case expectedName = "E123"
  /// `events | sort date`
  case missingBy = "E124"
  /// `events where title ~ x x x ...`, a quarter of a megabyte long
  case queryTooLong = "E125"
  /// `events | timeline | take 5`
  case notLast = "E129"
  /// `events where no actor != Lovelace`
  case misplacedQuantifier = "E130"

  // MARK: Names and types

  /// `events where aktor = Lovelace`
  case unknownField = "E201"
  /// `articles where title.length = 5`
  case notAPath = "E202"
  /// `events where type = CONSULTT`
  case unknownCategory = "E203"
  /// `articles where words > many`
  case notANumber = "E204"
  /// `events where date ~ 2023`
  case operatorMisfit = "E205"
  /// `events | count by type | newest`
  case noMainDate = "E206"
  /// `events | quotes`
  case cannotFollow = "E207"
  /// `events where actor = $who`
  case unknownParameter = "E208"
  /// `articles where title ~ /(/`
  case badPattern = "E209"
  /// `events | count by type | articles`
  case derivedRows = "E210"
  /// `events where actor = Byron` in strict mode, where two people are called so
  case ambiguousName = "E211"
  /// `events where actor = Nobody` in strict mode
  case unknownStrictName = "E212"
  /// `articles search "..."`
  case emptySearch = "E213"
  /// `| take 5` as the first query of all
  case noPreviousQuery = "E214"
  /// `articles where words between 9 and 1`
  case reversedRange = "E216"
  /// `articles | add size = lenght(title)`
  case unknownFunction = "E217"
  /// `articles | add first_month = month(title)`
  case wrongArgument = "E218"
  /// `articles | add size = title * 2`
  case typeMismatch = "E219"
  /// `events | add lead = lower(actor)`
  case listInExpression = "E220"
  /// `articles | add words = 5`
  case nameTaken = "E221"
  /// `events | only (articles)`
  case unlikeRows = "E222"
  /// `events where actor in (articles)`
  case valuesMisfit = "E223"
  /// `visits(Lovelace)`
  case unknownDefinition = "E224"
  /// `visits(Lovelace, Oslo)` where `visits` has one parameter
  case wrongArguments = "E225"
  /// `define visits = visits | take 5`
  case recursiveDefinition = "E226"
  /// `events | crosstab type by year | sort by type`
  case openColumns = "E227"
  /// `events | followed by (events) sharing aktor`
  case unshared = "E228"

  // MARK: Dates

  /// `events since whenever`
  case notADate = "E301"
  /// `events since 3/4/2023`
  case ambiguousDate = "E302"
  /// `events on 2023-02-30`
  case noSuchDay = "E303"
  /// `events since 26 September`
  case missingYear = "E304"

  // MARK: Warnings and notes

  /// `events where actor = Nobody`
  case unknownName = "W001"
  /// `events where actor = Byron`, where two people are called so
  case severalMeanings = "N001"
}
