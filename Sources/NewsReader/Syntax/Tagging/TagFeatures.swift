/// The features by which a word is tagged: itself, its neighbours, the two tags before it.
///
/// They follow Collins (2002) and Ratnaparkhi (1996), with the tags that the words ahead are known
/// to have in place of a look ahead.
enum TagFeatures {
  /// Puts the features of word `place` into `keys`; `tags` are the numbers of the tags before it.
  static func extract(
    _ words: Span<WordHashes>, _ place: Int, tags: Span<Int>, into keys: inout FeatureKeys
  ) {
    let absent = WordHashes()
    let word = words[place]
    let before = place > 0 ? words[place - 1] : absent
    let before2 = place > 1 ? words[place - 2] : absent
    let after = place + 1 < words.count ? words[place + 1] : absent
    let after2 = place + 2 < words.count ? words[place + 2] : absent
    let tag1 = place > 0 ? UInt32(tags[place - 1] + 2) : 1
    let tag2 = place > 1 ? UInt32(tags[place - 2] + 2) : 1
    let first: UInt32 = place == 0 ? 1 : 0

    keys.reset()
    keys.add(0)
    keys.add(word.form)
    keys.add(word.lower)
    keys.add(word.prefix1)
    keys.add(word.prefix2)
    keys.add(word.prefix3)
    keys.add(word.suffix1)
    keys.add(word.suffix2)
    keys.add(word.suffix3)
    keys.add(word.suffix4)
    keys.add(word.shape, first)
    keys.add(word.flags, first, word.suffix3)
    keys.add(word.ambiguity)
    keys.add(word.ambiguity, word.suffix2)
    keys.add(before.lower)
    keys.add(after.lower)
    keys.add(before2.lower)
    keys.add(after2.lower)
    keys.add(before.lower, word.lower)
    keys.add(word.lower, after.lower)
    keys.add(before.lower, after.lower)
    keys.add(tag1)
    keys.add(tag1, tag2)
    keys.add(tag1, word.lower)
    keys.add(tag1, word.suffix3)
    keys.add(tag1, word.shape)
    keys.add(tag1, tag2, word.lower)
    keys.add(before.suffix3)
    keys.add(after.suffix3)
    keys.add(after.suffix2)
    keys.add(after.shape)
    keys.add(before.ambiguity, word.ambiguity)
    keys.add(word.ambiguity, after.ambiguity)
    keys.add(tag1, word.ambiguity, after.ambiguity)
    keys.add(word.ambiguity, after.ambiguity, after2.ambiguity)
    keys.add(tag1, tag2, word.ambiguity)
    keys.add(after.ambiguity, after2.ambiguity)
    keys.add(tag1, after.lower)
    keys.add(tag1, after.suffix3, word.suffix2)
    keys.add(word.lower, after.ambiguity, after2.ambiguity)
  }
}
