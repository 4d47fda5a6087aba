extension DiagnosticCode {
  /// What there is to know about a code: what `.help E201` shows.
  public struct Page: Sendable, Hashable {
    /// What is wrong, and why the language wants it otherwise.
    public var explanation: String
    /// A query that says what the triggering one meant, without the fault; nil where none can.
    public var remedy: String?

    fileprivate init(_ explanation: String, _ remedy: String? = nil) {
      self.explanation = explanation
      self.remedy = remedy
    }
  }

  /// What there is to know about the code.
  public var page: Page {
    switch self {
    case .unclosedQuote, .unknownEscape, .unclosedPattern, .strayCharacter, .foreignComment,
      .foreignQuote:
      characterPage
    case .unknownField, .notAPath, .unknownCategory, .notANumber, .operatorMisfit, .noMainDate,
      .cannotFollow, .unknownParameter, .badPattern, .derivedRows, .ambiguousName,
      .unknownStrictName, .emptySearch, .noPreviousQuery, .reversedRange, .notADate,
      .ambiguousDate, .noSuchDay, .missingYear, .unknownName, .severalMeanings:
      meaningPage
    case .unknownFunction, .wrongArgument, .typeMismatch, .listInExpression, .nameTaken,
      .unlikeRows, .valuesMisfit, .unknownDefinition, .wrongArguments, .recursiveDefinition,
      .openColumns, .unshared:
      compositionPage
    default: formPage
    }
  }

  private var characterPage: Page {
    switch self {
    case .unclosedQuote:
      Page(
        "A text in quotes reaches to the next quote; without it the rest of the query would be text.",
        "events where place = \"Port Said\"")
    case .unknownEscape:
      Page(
        #"Within quotes, \" stands for a quote and \\ for a backslash; there are no other escapes."#,
        #"articles search "a\\tb""#)
    case .unclosedPattern:
      Page(
        "A regular expression stands between slashes, on one line.", "articles where title ~ /oil/")
    case .strayCharacter:
      Page(
        "Values that hold such a character are put in quotes.", "events where place = \"Oslo ?\"")
    case .foreignComment:
      Page("A comment reaches from # to the end of its line.", "events # all of them")
    default:
      Page(
        "An apostrophe can be part of a name, as in Côte d'Ivoire, so texts are put in double quotes.",
        "events where actor = \"Ada Lovelace\"")
    }
  }

  private var formPage: Page {
    switch self {
    case .expectedTable:
      Page(
        "A query begins with a table, with a query in brackets, a definition, 'paths' or "
          + "'neighbours'; with '|' it goes on from the last one.", "events where actor = Lovelace")
    case .expectedStage:
      Page(
        "Behind '|' stands a stage: what is to be done with the rows so far. '.help stages' lists them.",
        "events | sort by date")
    case .missingPipe:
      Page(
        "Stages are apart by '|'. Only 'where', 'search' and dates may follow a table without it.",
        "events where actor = Lovelace | sort by date")
    case .expectedCondition:
      Page(
        "A condition compares a field with a value, or says something about a date.",
        "events where actor = Lovelace")
    case .missingValue:
      Page(
        "An operator compares a field with what stands behind it.", "events where actor = Lovelace")
    case .missingOperator:
      Page(
        "Between a field and a value stands what they are to each other.",
        "events where actor is known")
    case .missingConnective:
      Page(
        "There is never an 'and' that is not written: what is meant by two conditions in a row would be a guess.",
        "events where actor = Lovelace and place = Oslo")
    case .keywordInValue:
      Page(
        "A value written without quotes ends at a keyword.",
        "events where place = \"Trinidad and Tobago\"")
    case .misspelledKeyword:
      Page(
        "A word that is one slip away from a keyword is never taken for part of a name in silence.",
        "events where actor = Lovelace since 2023")
    case .unclosedBracket:
      Page("Each '(' needs its ')'.", "events where (actor = Lovelace)")
    case .strayBracket: Page("Each ')' needs its '('.", "events where (actor = Lovelace)")
    case .nestingTooDeep:
      Page(
        "Brackets may stand in one another \(Parser.nestingLimit) deep. A list of values needs only one pair.",
        "events where type in (AID, CONSULT)")
    case .foreignSyntax:
      Page(
        "It reads like another query language. The message says how it is written here; '.fix' writes it so.",
        "articles | show title")
    case .expectedNumber: Page("It needs a whole number of rows.", "events | take 10")
    case .expectedField:
      Page(
        "It needs a field, or several with commas between. '.help fields' lists them.",
        "events | show date, type")
    case .unexpectedText:
      Page("The stage is complete before it; another begins with '|'.", "events | newest | take 5")
    case .emptyQuery: Page("There is nothing but blanks and comments.", "events | take 5")
    case .tooManyProblems:
      Page(
        "After \(Parser.diagnosticLimit) problems the rest is not read: most follow from the first."
      )
    case .expectedUnit:
      Page("A length of time is a number and a unit.", "events last 7 days")
    case .bareText:
      Page(
        "'where' compares fields; words are looked for with 'search'.",
        "articles search \"oil port\"")
    case .explainNotLast:
      Page("It runs the query that stands before it.", "events | take 5 | explain")
    case .expectedName: Page("A name stands before the value that it is given to.", "param n = 5")
    case .missingBy: Page("'by' stands before the field.", "events | sort by date")
    case .queryTooLong:
      Page(
        "A statement of more than \(Parser.lengthLimit >> 10) KiB is not read.",
        "articles where title ~ x")
    case .expectedExpression:
      Page(
        "An expression is made of numbers, texts in quotes, dates, fields, functions and + - * /.",
        "figures | add span = high - low")
    case .expectedAggregate:
      Page(
        "Behind ':' stand aggregates: count, average words, list type. '.help aggregates' lists them.",
        "events | group by actor: count")
    case .notLast:
      Page("It draws or writes the rows, so nothing can follow.", "events | take 5 | timeline")
    case .misplacedQuantifier:
      Page("'no' denies already. Two denials say 'only'.", "events where only actor = Lovelace")
    default: Page(title)
    }
  }

  private var meaningPage: Page {
    switch self {
    case .unknownField:
      Page(
        "Each table has its own fields; '.help events' lists those of events.",
        "events where actor = Lovelace")
    case .notAPath:
      Page(
        "A path goes on from a field that names another row, and from a date.",
        "articles where words = 5")
    case .unknownCategory:
      Page(
        "The field has a closed list of words, which the message gives.",
        "events where type = CONSULT")
    case .notANumber: Page("The field is a number.", "articles where words > 100")
    case .operatorMisfit:
      Page("What can be asked depends on what the field holds.", "events where date = 2023")
    case .noMainDate:
      Page(
        "'newest', 'since' and the like ask the rows' own date; groups have none.",
        "events | newest | count by type")
    case .cannotFollow:
      Page(
        "Rows lead to rows that they name or that name them; further ones are reached in two steps.",
        "events | articles | quotes")
    case .unknownParameter:
      Page(
        "A name with $ needs its value first: by 'let', 'param' or --param.",
        "events where actor = Lovelace")
    case .badPattern:
      Page("It is no regular expression.", #"articles where title ~ /\(/"#)
    case .derivedRows:
      Page(
        "Rows that 'count' or 'group' has made stand for many rows and lead nowhere by themselves.",
        "events | articles")
    case .ambiguousName:
      Page(
        "Under --strict a name must mean one entity. @slug names one for sure.",
        "events where actor = @anne-byron")
    case .unknownStrictName:
      Page(
        "Under --strict a name that means nobody is an error: most are slips.",
        "events where actor = Lovelace")
    case .emptySearch:
      Page("Texts are compared by their letters and digits.", "articles search oil")
    case .noPreviousQuery:
      Page("A line that begins with '|' goes on from the query before.", "events | take 5")
    case .reversedRange:
      Page("The lesser comes first.", "articles where words between 1 and 9")
    case .notADate: Page("'.help dates' lists the forms of dates.", "events since 2023-09")
    case .ambiguousDate:
      Page(
        "Some write the day first, some the month. The year first is clear.",
        "events since 2023-04-03")
    case .noSuchDay: Page("The month is shorter.", "events on 2023-02-28")
    case .missingYear:
      Page("A script must mean the same next year.", "events since 26 September 2023")
    case .unknownName:
      Page(
        "Nothing that is loaded is called so; the query runs and finds no row by that name.",
        "events where actor = Lovelace")
    default:
      Page(
        "Several are called so, equally well, and all are meant. @slug names one.",
        "events where actor = @anne-byron")
    }
  }

  private var compositionPage: Page {
    switch self {
    case .unknownFunction:
      Page("'.help functions' lists what there is.", "articles | add n = length(title)")
    case .wrongArgument:
      Page("Each function takes values of its own kinds.", "articles | add y = year(published)")
    case .typeMismatch:
      Page(
        "Both must be of one kind: numbers, texts or dates.",
        "figures | add span = high - low")
    case .listInExpression:
      Page(
        "A field such as 'actor' may hold several values; first(...) takes one of them.",
        "events | add who1 = first(actor)")
    case .nameTaken:
      Page("A column of that name would hide the one that is there.", "articles | add words_2 = 5")
    case .unlikeRows:
      Page(
        "Rows can be compared with rows of the same table, or with the same columns.",
        "events | only (articles | events)")
    case .valuesMisfit:
      Page(
        "The query in brackets gives what the field is compared with: rows that it names, or one field.",
        "events where type in (reports | distinct type)")
    case .unknownDefinition:
      Page("'.defs' lists the definitions; 'define' makes one.", "events where mode = visit")
    case .wrongArguments:
      Page(
        "A call gives each parameter without a default one value, in order or by name.",
        "define of(who) = events where actor = $who")
    case .recursiveDefinition:
      Page("A definition that needs itself has no end.", "define all = events")
    case .openColumns:
      Page(
        "Which columns a crosstab has only the rows can tell, so nothing behind it can name them.",
        "events | where status = happened | crosstab type by year")
    default:
      Page(
        "The rows on both sides must have the field, and it must hold the same kind of value.",
        "events | followed by (events) sharing place")
    }
  }
}
