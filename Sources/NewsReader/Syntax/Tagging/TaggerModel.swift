/// What the tagger has learned.
struct TaggerModel: Sendable {
  /// Name of the resource.
  static let fileName = "tagger.model"

  /// The classes, by number.
  let tags: TagSet
  /// Weights of the features of ``TagFeatures``.
  let weights: WeightTable
  /// For frequent words, by hash: the universal tags that they may have, as bits.
  let ambiguity: [UInt32: UInt32]

  /// Working memory for tagging with this model.
  func scratch() -> ScoringScratch { ScoringScratch(classes: tags.count) }

  /// The hashes of the words of one sentence.
  func hashes(of forms: some Sequence<String>) -> [WordHashes] {
    TaggerModel.hashes(of: forms, ambiguity: ambiguity)
  }

  /// The hashes of the words of one sentence under an `ambiguity` table.
  static func hashes(
    of forms: some Sequence<String>, ambiguity: [UInt32: UInt32]
  ) -> [WordHashes] {
    let style = CaseStyle(of: forms)
    var plain: [UInt8] = []
    return forms.map { form in
      var hashes = WordHashes(form, style: style, plain: &plain)
      hashes.ambiguity = ambiguity[hashes.lower] ?? WordHashes.absent
      return hashes
    }
  }

  /// The number of each word's tag, greedily from left to right.
  ///
  /// With `usesRules` typographic quotation marks have the tag that they show, and clauses their finite
  /// verb (``restoreFiniteVerbs(_:_:_:)``); without, all is as it was learned.
  func tag(
    _ words: [WordHashes], usesRules: Bool = true, _ scratch: inout ScoringScratch
  ) -> [Int] {
    var numbers = [Int](repeating: 0, count: words.count)
    for place in words.indices {
      if usesRules, let mark = words[place].mark {
        let penn = mark == .opening ? "``" : "''"
        numbers[place] = tags.number(of: PartOfSpeech(universal: .punct, penn: penn))
        continue
      }
      TagFeatures.extract(words.span, place, tags: numbers.span, into: &scratch.keys)
      weights.score(&scratch)
      numbers[place] = scratch.best(of: tags.count)
    }
    if usesRules { restoreFiniteVerbs(words, &numbers, &scratch) }
    return numbers
  }

  /// The model as a file.
  func bytes() -> [UInt8] {
    var writer = ByteWriter()
    tags.write(to: &writer)
    weights.write(to: &writer)
    writer.put(word: ambiguity.count)
    for (key, bits) in ambiguity.sorted(by: { $0.key < $1.key }) {
      writer.put(word: Int(key))
      writer.put(word: Int(bits))
    }
    return ModelFile.bytes(kind: .tagger, content: writer)
  }

  /// The model in `bytes`; `file` names it in errors.
  init(bytes: [UInt8], file: String = TaggerModel.fileName) throws(ModelError) {
    var reader = try ModelFile.content(of: bytes, kind: .tagger, file: file)
    tags = try TagSet(from: &reader)
    weights = try WeightTable(from: &reader, classes: tags.count)
    let count = try reader.count(of: "word list", size: 8)
    var ambiguity: [UInt32: UInt32] = [:]
    ambiguity.reserveCapacity(count)
    for _ in 0..<count {
      let key = UInt32(truncatingIfNeeded: try reader.word())
      ambiguity[key] = UInt32(truncatingIfNeeded: try reader.word())
    }
    self.ambiguity = ambiguity
  }

  /// A model of these parts.
  init(tags: TagSet, weights: WeightTable, ambiguity: [UInt32: UInt32]) {
    self.tags = tags
    self.weights = weights
    self.ambiguity = ambiguity
  }
}
