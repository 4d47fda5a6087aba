internal import NewsModel

/// The words of a field that has a closed list of them.
struct Categories: Sendable {
  /// The field's name.
  let field: String
  /// The words in their own spelling, each once.
  let words: [String]

  private init(_ field: String, _ words: [String]) {
    self.field = field
    var seen: Set<String> = []
    self.words = words.filter { seen.insert($0).inserted }
  }

  /// The words of the path that is tested; nil where it has no closed list.
  init?(of test: Test) {
    if test.isWeekday {
      self = Categories.weekdays
      return
    }
    guard test.path.type == .category, let name = test.type.origin?.schema.name,
      let known = Categories.all[name]
    else { return nil }
    self = known
  }

  /// The closed lists by the names of their fields.
  static let all: [String: Categories] = [
    "type": Categories("type", EventType.allCases.map(\.rawValue)),
    "mode": Categories("mode", EventType.allCases.flatMap { $0.modes.map(\.name) }),
    "status": Categories("status", EventStatus.allCases.map(\.rawValue)),
    "kind": Categories("kind", EntityKind.allCases.map(\.rawValue)),
    "role": Categories("role", MentionRole.allCases.map(\.rawValue)),
    "context": Categories("context", contexts),
  ]

  /// The days of the week.
  static let weekdays = Categories(
    "weekday",
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])

  /// The 37 contexts of PLOVER 2.0.
  private static let contexts = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
  ]

  /// The fields that have `text` as a word, in the order of their names.
  static func owners(of text: String) -> [String] {
    all.keys.sorted().filter { all[$0]?.word(for: text) != nil }
  }

  /// The word that `text` is after folding, or whose beginning it is for a day of the week.
  func word(for text: String) -> String? {
    let wanted = folded(text)
    if let word = words.first(where: { folded($0) == wanted }) { return word }
    guard field == "weekday", wanted.utf8.count == 3 else { return nil }
    return words.first { folded($0).hasPrefix(wanted) }
  }
}
