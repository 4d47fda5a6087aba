/// The words by which a page's furniture is told from its article.
struct PageLexicon: Sendable {
  let openers: PhraseSet
  let labels: PhraseSet
  let teasers: PhraseSet
  let buttons: PhraseSet
  let counted: PhraseSet
  let appeals: PhraseSet
  let us: PhraseSet
  let captions: PhraseSet
  let credits: PhraseSet
  let positions: PhraseSet
  let dateWords: PhraseSet
  let dumps: PhraseSet
  let wire: PhraseSet
  let wireLabels: PhraseSet
  let titles: PhraseSet
  let notPlaces: Set<String>

  /// Reads the sections of `page-words.txt`.
  init(_ list: SectionedWordList) {
    openers = list.phrases(under: "opener")
    labels = list.phrases(under: "label")
    teasers = list.phrases(under: "teasers")
    buttons = list.phrases(under: "button")
    counted = list.phrases(under: "counted")
    appeals = list.phrases(under: "appeal")
    us = list.phrases(under: "us")
    captions = list.phrases(under: "caption")
    credits = list.phrases(under: "credit")
    positions = list.phrases(under: "position")
    dateWords = list.phrases(under: "date")
    dumps = list.phrases(under: "dump")
    wireLabels = list.phrases(under: "wire-label")
    wire = list.phrases(under: "wire")
    titles = list.phrases(under: "title")
    notPlaces = list.foldedEntries(under: "not-a-place")
  }
}
