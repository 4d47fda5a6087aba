internal import NewsModel

/// Codes who did what to whom: dependency trees in, PLOVER reports out.
///
/// Every verb, noun and adjective that the lexicon knows is taken with its logical arguments; the
/// first frame that fits gives type and roles. Words above the event then decide whether it is a
/// fact, a plan, a claim or a denial, and whether it is an event at all: what a request, a threat or
/// a refusal is about is none.
///
/// - Complexity: O(*n*) in tokens for sentences of bounded length; sentences of more than
///   ``sentenceLimit`` tokens are left out.
struct EventCoder: Component {
  static let requires: Set<Layer> = [
    .blocks, .tokens, .sentences, .tags, .lemmas, .tree, .names, .times, .entities,
  ]
  static let provides: Set<Layer> = [.reports]

  /// The longest sentence that is read, in tokens; what is longer is a table or has no full stops.
  static let sentenceLimit = 250

  private let lexicon: FrameLexicon
  private let contexts: ContextLexicon
  private let countries: CountryNames

  init(lexicon: FrameLexicon, contexts: ContextLexicon, countries: CountryNames) {
    self.lexicon = lexicon
    self.contexts = contexts
    self.countries = countries
  }

  func annotate(_ document: inout Document) {
    guard document.arcs.count == document.tokens.count else { return }
    let implied = ImpliedCountries(document, countries)
    var enlarged = document
    enlarged.entities += implied.entities
    guard !enlarged.entities.isEmpty else { return }
    let reading = EventReading(enlarged, lexicon, contexts, countries)
    implied.adopt(reading.reports(), into: &document)
  }
}
