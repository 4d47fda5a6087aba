/// A function of expressions, as data: what it is called, what it takes and what it gives.
///
/// Binder, completion and help are made from the table.
public struct FunctionEntry: Sendable, Hashable {
  /// What an argument may be.
  public enum Parameter: String, Sendable, Hashable {
    case date, text, number
    /// Several values of any type.
    case list
    /// A text, or several values of any type.
    case textOrList
  }

  /// What a function gives.
  public enum Result: Sendable, Hashable {
    /// A period of the calendar, or a day of the week.
    case part(BoundPath.DatePart)
    case text
    case integer
    /// What its first argument is.
    case argument
    /// An element of its first argument.
    case element
  }

  /// The function.
  public let function: Function
  /// The name by which it is called.
  public let name: String
  /// How a call is written.
  public let syntax: String
  /// What it takes.
  public let parameters: [Parameter]
  /// What it gives.
  public let result: Result
  /// What it does, in one line.
  public let help: String
  /// Whole queries that use it; never empty.
  public let examples: [String]

  private init(
    _ function: Function, _ name: String, _ syntax: String, _ parameters: [Parameter],
    _ result: Result, _ help: String, examples: String...
  ) {
    self.function = function
    self.name = name
    self.syntax = syntax
    self.parameters = parameters
    self.result = result
    self.help = help
    self.examples = examples
  }

  /// The function called `name`, in small letters; nil where there is none.
  public init?(named name: String) {
    let wanted = name == "days_between" ? "days between" : name
    guard let entry = FunctionEntry.all.first(where: { $0.name == wanted }) else { return nil }
    self = entry
  }

  /// All functions that are called by a name.
  public static let all: [FunctionEntry] =
    parts + [
      FunctionEntry(
        .daysBetween, "days between", "days between DATE and DATE", [.date, .date], .integer,
        "days from the first day of the one to the first of the other; negative if earlier",
        examples: "articles | add age = days between published and 2023-10-01"),
      FunctionEntry(
        .lower, "lower", "lower(TEXT)", [.text], .text, "the text in small letters",
        examples: "articles | add key = lower(title)"),
      FunctionEntry(
        .upper, "upper", "upper(TEXT)", [.text], .text, "the text in capitals",
        examples: "articles | add key = upper(source)"),
      FunctionEntry(
        .length, "length", "length(TEXT), length(LIST)", [.textOrList], .integer,
        "characters of a text, or how many values a list has",
        examples: "events | add parties = length(who)"),
      FunctionEntry(
        .words, "words", "words(TEXT)", [.text], .integer, "how many words a text has",
        examples: "quotes | add size = words(text)"),
      FunctionEntry(
        .first, "first", "first(LIST)", [.list], .element, "the first value of a list",
        examples: "events | add lead = first(actor)"),
      FunctionEntry(
        .last, "last", "last(LIST)", [.list], .element, "the last value of a list",
        examples: "events | add other = last(who)"),
      FunctionEntry(
        .absolute, "abs", "abs(NUMBER)", [.number], .argument, "the number without its sign",
        examples: "events | add weight = abs(score)"),
      FunctionEntry(
        .round, "round", "round(NUMBER)", [.number], .integer, "the nearest whole number",
        examples: "figures | add about_low = round(low / 1000)"),
    ]

  private static let parts: [FunctionEntry] = BoundPath.DatePart.allCases.compactMap { part in
    guard let function = Function(rawValue: part.rawValue) else { return nil }
    let what = part == .weekday ? "the day of the week" : "the calendar's \(part.rawValue)"
    return FunctionEntry(
      function, part.rawValue, "\(part.rawValue)(DATE)", [.date], .part(part),
      "\(what) that the date lies in; unknown where it does not fix one",
      examples: "events | add period = \(part.rawValue)(date)")
  }
}

extension FunctionEntry.Parameter {
  /// The parameter in words, for messages.
  var word: String {
    switch self {
    case .date: "a date"
    case .text: "a text"
    case .number: "a number"
    case .list: "several values"
    case .textOrList: "a text or several values"
    }
  }
}
