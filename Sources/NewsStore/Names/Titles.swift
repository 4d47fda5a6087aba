internal import NewsModel

/// Words in front of a person's name that are no part of it.
enum Titles {
  private static let words: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady",
    "gen", "general", "lt", "lieutenant", "col", "colonel", "maj", "major", "capt", "captain",
    "sgt", "sergeant", "brig", "brigadier", "adm", "admiral", "cmdr", "commander", "marshal",
    "field", "vice", "deputy", "chief", "acting", "former", "president", "prime", "premier",
    "minister", "foreign", "defence", "defense", "interior", "finance", "secretary", "chancellor",
    "king", "queen", "prince", "princess", "emir", "sultan", "sheikh", "shaykh", "imam",
    "ayatollah", "pope", "cardinal", "archbishop", "bishop", "father", "rabbi", "reverend", "rev",
    "judge", "justice", "sen", "senator", "rep", "congressman", "congresswoman", "gov", "governor",
    "mayor", "ambassador", "envoy", "spokesman", "spokeswoman", "spokesperson", "leader",
  ]

  /// A name without the titles in front of it; nil where it has none or consists of them.
  static func withoutTitles(_ name: String) -> String? {
    var rest = folded(name).split(separator: " ")[...]
    let all = rest.count
    while rest.count > 1, let first = rest.first, words.contains(String(first)) {
      rest = rest.dropFirst()
    }
    return rest.count == all ? nil : rest.joined(separator: " ")
  }
}
