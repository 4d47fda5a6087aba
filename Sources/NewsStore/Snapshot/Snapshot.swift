public import NewsModel

/// All tables at one moment; what queries run on.
///
/// A snapshot never changes, and copying one copies a reference. Rows of articles, events and
/// reports stand in the order of time, those of an unknown date last; entities and sources by how
/// often they occur; all others by article and place in it.
public struct Snapshot: Sendable {
  let storage: Storage

  /// What a snapshot shares with its copies.
  final class Storage: Sendable {
    let strings: StringPool
    /// By table and field.
    let columns: [[Column]]
    /// By table and field.
    let postings: [[Postings?]]
    let rowCounts: [Int]
    let text: TextIndex
    let names: NameIndex
    let details: ReportDetailTable
    let mentions: MentionDetailTable
    let entityNames: EntityNameTable
    let sourceGroups: SourceGroupTable
    /// What became of each of the user's corrections.
    let outcomes: [CorrectionOutcome]
    /// The sentences of each article, by row.
    let sentences: [[TextRange]]
    /// Words for the speaker of each quotation that has none with a name.
    let speakerTexts: [UInt32]

    init(
      strings: StringPool, columns: [[Column]], postings: [[Postings?]], rowCounts: [Int],
      text: TextIndex, names: NameIndex, details: ReportDetailTable,
      mentions: MentionDetailTable, entityNames: EntityNameTable, sourceGroups: SourceGroupTable,
      outcomes: [CorrectionOutcome], sentences: [[TextRange]], speakerTexts: [UInt32]
    ) {
      self.strings = strings
      self.columns = columns
      self.postings = postings
      self.rowCounts = rowCounts
      self.text = text
      self.names = names
      self.details = details
      self.mentions = mentions
      self.entityNames = entityNames
      self.sourceGroups = sourceGroups
      self.outcomes = outcomes
      self.sentences = sentences
      self.speakerTexts = speakerTexts
    }
  }

  /// The texts that codes stand for.
  public var strings: StringPool { storage.strings }

  /// Finds words in articles.
  public var text: TextIndex { storage.text }

  /// Finds entities by name.
  public var names: NameIndex { storage.names }

  /// What became of each of the user's corrections, in their order.
  public var correctionOutcomes: [CorrectionOutcome] { storage.outcomes }

  /// Number of rows of a table.
  public func rowCount(of table: Table) -> Int { storage.rowCounts[Int(table.rawValue)] }

  /// The values of a field of the schema.
  ///
  /// Texts and categories are codes, except evidence, sentences, quotations, quantities and the
  /// articles' texts, which are slices.
  public func column(_ field: FieldID) -> Column {
    storage.columns[Int(field.table.rawValue)][field.position]
  }

  /// Which rows hold each value of a field.
  ///
  /// Fields of references, categories and codes have postings, except titles and addresses; keys
  /// are row numbers of the other table, or codes.
  public func postings(_ field: FieldID) -> Postings? {
    storage.postings[Int(field.table.rawValue)][field.position]
  }

  /// The sentence of an article that holds a byte of its text; nil where none does.
  ///
  /// - Complexity: O(log *n*) in sentences of the article.
  public func sentence(ofArticle row: UInt32, at byte: Int) -> TextRange? {
    let sentences = storage.sentences[Int(row)]
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upper <= byte { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].lower <= byte ? sentences[low] : nil
  }

  /// The sentences of an article, in order; none where it is not in English.
  public func sentences(ofArticle row: UInt32) -> [TextRange] { storage.sentences[Int(row)] }

  /// The text of an article.
  public func text(ofArticle row: UInt32) -> String { storage.text.searched.texts[Int(row)] }

  /// The bytes from `lower` up to `upper` of an article's text, as far as it has any there.
  ///
  /// A range that cuts a letter gives U+FFFD in its place.
  public func slice(article: UInt32, lower: UInt32, upper: UInt32) -> String {
    storage.text.searched.slice(article: Int(article), lower: Int(lower), upper: Int(upper))
  }
}
