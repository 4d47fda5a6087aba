/// The components that read events, quotations and figures, made from the reader's word lists.
struct EventLayer: Sendable {
  let coder: EventCoder
  let quotations: QuotationReader
  let figures: FigureReader

  /// Opens the word lists; demonyms, capitals and words for persons come from `names`.
  ///
  /// Throws when a list is missing or has a line that cannot be read.
  init(names: NameLexicon) throws {
    let lexicon = try FrameParser.lexicon(try Resources.text(named: "frames.txt"))
    coder = EventCoder(
      lexicon: lexicon, contexts: try ContextLexicon(Resources.text(named: "contexts.txt")),
      countries: CountryNames(names.countries))
    quotations = QuotationReader(words: try SpeakerWords(names: names), lexicon: lexicon)
    figures = FigureReader(words: try QuantityWords(SectionedWordList(resource: "quantities.txt")))
  }

  /// The components in the order in which they run.
  var components: [any Component] { [quotations, figures, coder] }
}
