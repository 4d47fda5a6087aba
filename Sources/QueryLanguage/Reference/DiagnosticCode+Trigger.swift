extension DiagnosticCode {
  /// A query that triggers the code.
  public struct Trigger: Sendable, Hashable {
    /// The query.
    public var text: String
    /// Whether it must be run in strict mode.
    public var isStrict = false
    /// A definition that must be known; nil where none need be.
    public var definition: String?
  }

  /// What the code is about, in a few words.
  public var title: String { entry.title }

  /// A query that triggers the code, where two people are called Byron.
  public var trigger: Trigger {
    Trigger(
      text: entry.trigger,
      isStrict: self == .ambiguousName || self == .unknownStrictName,
      definition: self == .wrongArguments
        ? "define visits(who) = events where actor = $who" : nil)
  }

  private var entry: (title: String, trigger: String) {
    switch self {
    case .unclosedQuote: ("a quote is never closed", "events where place = \"Port Said")
    case .unknownEscape: ("there is no such escape", #"articles search "a\tb""#)
    case .unclosedPattern: ("a pattern is never closed", "articles where title ~ /oil")
    case .strayCharacter: ("a character means nothing here", "events where place = Oslo ?")
    case .foreignComment: ("comments begin with #", "events -- all of them")
    case .foreignQuote: ("quotes are written \"...\"", "events where actor = 'Ada Lovelace'")
    case .expectedTable: ("a query begins with a table", "evnts where actor = Lovelace")
    case .expectedStage: ("a stage must follow '|'", "events | sotr by date")
    case .missingPipe: ("'|' is missing", "events where actor = Lovelace sort by date")
    case .expectedCondition: ("a condition is missing", "events where")
    case .missingValue: ("a value is missing", "events where actor =")
    case .missingOperator: ("an operator is missing", "events where actor")
    case .missingConnective:
      ("'and' or 'or' is missing", "events where actor = Lovelace place = Oslo")
    case .keywordInValue:
      ("a name that holds a keyword needs quotes", "events where place = Trinidad and Tobago")
    case .misspelledKeyword: ("a keyword is misspelled", "events where actor = Lovelace sinc 2023")
    case .unclosedBracket: ("a bracket is never closed", "events where (actor = Lovelace")
    case .strayBracket: ("a bracket closes nothing", "events where actor = Lovelace)")
    case .nestingTooDeep:
      (
        "conditions nest too deep",
        "events where " + String(repeating: "(", count: Parser.nestingLimit + 1)
      )
    case .foreignSyntax: ("that is another language", "SELECT title FROM articles")
    case .unavailable: ("this version does not have it", "events | timeline")
    case .expectedNumber: ("a whole number is missing", "events | take many")
    case .expectedField: ("a field is missing", "events | show")
    case .unexpectedText: ("something stands where nothing can", "events | newest 5")
    case .emptyQuery: ("there is no query", "# nothing but a comment")
    case .tooManyProblems: ("too many problems", String(repeating: "| ", count: 24))
    case .expectedUnit: ("days, weeks, months or years are missing", "events last 7 sheep")
    case .bareText: ("a text by itself compares nothing", "articles where \"oil port\"")
    case .explainNotLast: ("'explain' must be last", "events | explain | take 5")
    case .expectedName: ("a name is missing", "param = 5")
    case .missingBy: ("'by' is missing", "events | sort date")
    case .queryTooLong:
      ("too long", "events where title ~ " + String(repeating: "x ", count: Parser.lengthLimit))
    case .notLast: ("nothing may come after it", "events | timeline | take 5")
    case .misplacedQuantifier:
      ("'no' and 'only' need a plain comparison", "events where no actor != Lovelace")
    case .unknownField: ("there is no such field", "events where aktor = Lovelace")
    case .notAPath: ("a field has no fields of its own", "articles where title.length = 5")
    case .unknownCategory: ("there is no such word for the field", "events where type = CONSULTT")
    case .notANumber: ("a number is needed", "articles where words > many")
    case .operatorMisfit: ("the operator does not fit the field", "events where date ~ 2023")
    case .noMainDate: ("the rows have no date", "events | count by type | newest")
    case .cannotFollow: ("no link leads to the table", "events | quotes")
    case .unknownParameter: ("nothing is called so", "events where actor = $who")
    case .badPattern: ("the pattern cannot be read", "articles where title ~ /(/")
    case .derivedRows:
      ("the rows are counts, not rows of a table", "events | count by type | articles")
    case .ambiguousName: ("a name means several rows", "events where actor = Byron")
    case .unknownStrictName: ("nobody is called so", "events where actor = Nobody")
    case .emptySearch: ("there are no letters in the text", "articles search \"...\"")
    case .noPreviousQuery: ("there is no query to go on from", "| take 5")
    case .reversedRange: ("the range runs backwards", "articles where words between 9 and 1")
    case .unknownFunction: ("there is no such function", "articles | add size = lenght(title)")
    case .wrongArgument:
      ("a function cannot take that", "articles | add first_month = month(title)")
    case .typeMismatch: ("the types do not go together", "articles | add size = title * 2")
    case .listInExpression:
      ("one value is needed, and there may be several", "events | add lead = lower(actor)")
    case .nameTaken: ("there is such a name already", "articles | add words = 5")
    case .unlikeRows: ("the rows of two queries are not alike", "events | only (articles)")
    case .valuesMisfit: ("a query gives no values that fit", "events where actor in (articles)")
    case .unknownDefinition: ("nothing is defined under that name", "visits(Lovelace)")
    case .wrongArguments: ("a definition is called with other values", "visits(Lovelace, Oslo)")
    case .recursiveDefinition: ("a definition uses itself", "define visits = visits | take 5")
    case .openColumns:
      ("the columns of a crosstab are not known", "events | crosstab type by year | sort by type")
    case .unshared: ("not both rows have the value", "events | followed by (events) sharing aktor")
    case .notADate: ("that is no date", "events since whenever")
    case .ambiguousDate: ("day and month cannot be told apart", "events since 3/4/2023")
    case .noSuchDay: ("the calendar has no such day", "events on 2023-02-30")
    case .missingYear: ("the year is missing", "events since 26 September")
    case .unknownName: ("nobody is called so", "events where actor = Nobody")
    case .severalMeanings:
      ("a name means several rows, and all are used", "events where actor = Byron")
    }
  }
}
