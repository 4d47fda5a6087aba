public import ArgumentParser
public import NewsSession
public import Shell

extension ResultFormat: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {}

/// `NAME=VALUE`.
struct Parameter: ExpressibleByArgument {
  /// The part before the first `=`.
  var name: String
  /// The part after it.
  var value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}

/// The day that is today: `2023-12-31`.
struct TodayOption: ExpressibleByArgument {
  /// The day.
  var day: Day

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    self.day = day
  }
}
