/// Which words point to which PLOVER context.
///
/// The text has one line a context: `health = hospital vaccine ...`; `#` begins a comment.
struct ContextLexicon: Sendable {
  private let contexts: [String: [String]]

  /// The 37 contexts of PLOVER 2.0.
  static let names: Set<String> = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
  ]

  /// Reads the lexicon in `text`.
  ///
  /// Throws the first line that is not of the form above or names no context.
  init(_ text: String, resource: String = "contexts.txt") throws(LexiconError) {
    var contexts: [String: [String]] = [:]
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let words = content.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(
        String.init)
      guard let name = words.first else { continue }
      guard Self.names.contains(name) else {
        throw LexiconError(resource: resource, line: line, reason: "no context '\(name)'")
      }
      guard words.count > 2, words[1] == "=" else {
        throw LexiconError(
          resource: resource, line: line, reason: "a line is written 'CONTEXT = LEMMA ...'")
      }
      for word in words[2...] { contexts[word, default: []].append(name) }
    }
    self.contexts = contexts
  }

  /// The contexts that `lemmas` point to, in order of the first word for each.
  func contexts(of lemmas: some Sequence<String>) -> [String] {
    var result: [String] = []
    for lemma in lemmas {
      for context in contexts[lemma.lowercased()] ?? [] where !result.contains(context) {
        result.append(context)
      }
    }
    return result
  }
}
