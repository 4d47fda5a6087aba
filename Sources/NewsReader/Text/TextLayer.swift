internal import NewsModel

/// The components of the text layer, made from the reader's word lists.
struct TextLayer: Sendable {
  let cleaner: PageCleaner
  let head: ArticleHead
  let splitter: SentenceSplitter
  let times: TimeExpressionRecognizer

  /// Opens the word lists.
  ///
  /// Throws when one is missing.
  init() throws(Resources.ResourceError) {
    let abbreviations = AbbreviationList(try SectionedWordList(resource: "abbreviations.txt"))
    let page = PageLexicon(try SectionedWordList(resource: "page-words.txt"))
    let outlets = OutletNames(try SectionedWordList(resource: "outlets.txt"))
    let agencies = AgencyList(try SectionedWordList(resource: "agencies.txt"))
    let languages = LanguageGuess(
      try SectionedWordList(resource: "languages.txt"), languages: LanguageGuess.known)
    let grammar = TimeGrammar(TimeLexicon(try SectionedWordList(resource: "time-words.txt")))
    let tenses = TenseFinder(try SectionedWordList(resource: "tense-words.txt"))
    let dates = PageDates(tokenizer: Tokenizer(abbreviations: abbreviations), grammar: grammar)
    let datelines = DatelineParser(agencies: agencies, dates: dates, notPlaces: page.notPlaces)
    cleaner = PageCleaner(lexicon: page, outlets: outlets, dates: dates)
    head = ArticleHead(
      lexicon: page, outlets: outlets, agencies: agencies, dates: dates, datelines: datelines,
      languages: languages)
    splitter = SentenceSplitter(abbreviations: abbreviations, datelines: datelines)
    times = TimeExpressionRecognizer(grammar: grammar, tenses: tenses)
  }

  /// The components in the order in which they run.
  var components: [any Component] { [cleaner, head, splitter, times] }
}
