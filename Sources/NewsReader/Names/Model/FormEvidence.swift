/// What a document shows of a word form at all its places, for the places that show little.
///
/// - Complexity: O(*n*) in the number of tokens.
struct FormEvidence {
  /// What was seen of one form.
  struct Finding {
    var signs: Signs = []
    /// First and last word of the longest run of capitals with the form in it, and its length.
    var first = WordHashes.absent
    var last = WordHashes.absent
    var length = 0
  }

  /// What may be seen of a form.
  struct Signs: OptionSet {
    let rawValue: UInt32

    static let capitalInside = Signs(rawValue: 1 << 0)
    static let small = Signs(rawValue: 1 << 1)
    static let afterTitle = Signs(rawValue: 1 << 2)
    static let afterGiven = Signs(rawValue: 1 << 3)
    static let withHead = Signs(rawValue: 1 << 4)
    static let afterLocative = Signs(rawValue: 1 << 5)
    static let beforeSaying = Signs(rawValue: 1 << 6)
    static let inRun = Signs(rawValue: 1 << 7)
    static let endsRun = Signs(rawValue: 1 << 8)
    static let beginsRun = Signs(rawValue: 1 << 9)
    static let withSite = Signs(rawValue: 1 << 10)
    static let isListed = Signs(rawValue: 1 << 11)
    static let possesses = Signs(rawValue: 1 << 12)
  }

  private var findings: [UInt32: Finding] = [:]

  /// What `sentences` show.
  init(_ sentences: [NameWords]) {
    for sentence in sentences {
      for place in sentence.words.indices { add(place, of: sentence.words) }
    }
  }

  /// What was seen of the form of `word`.
  subscript(word: NameWord) -> Finding { findings[word.hashes.lower] ?? Finding() }

  private mutating func add(_ place: Int, of words: [NameWord]) {
    let word = words[place]
    let run = word.run
    if run.isEmpty {
      // Only forms that have a capital somewhere are ever asked for.
      if !word.classes.contains(.sentenceStart) {
        findings[word.hashes.lower, default: Finding()].signs.insert(.small)
      }
      return
    }
    var signs: Signs = []
    let (first, last) = (words[run.lowerBound], words[run.upperBound - 1])
    if place > 0 { signs.insert(.capitalInside) }
    if place > 0,
      !words[place - 1].classes.isDisjoint(with: [.title, .titleHe, .titleShe, .office])
    {
      signs.insert(.afterTitle)
    }
    if place > run.lowerBound, !words[place - 1].classes.isDisjoint(with: .given) {
      signs.insert(.afterGiven)
    }
    let heads: WordClass = [.organizationHead, .organizationOf]
    if !first.classes.isDisjoint(with: heads) || !last.classes.isDisjoint(with: heads) {
      signs.insert(.withHead)
    }
    if last.classes.contains(.site) { signs.insert(.withSite) }
    if run.lowerBound > 0, run.count == 1,
      words[run.lowerBound - 1].classes.contains(.locative)
    {
      signs.insert(.afterLocative)
    }
    if run.upperBound < words.count, words[run.upperBound].classes.contains(.saying) {
      signs.insert(.beforeSaying)
    }
    if run.count > 1 {
      signs.insert(.inRun)
      if place == run.upperBound - 1 { signs.insert(.endsRun) }
      if place == run.lowerBound { signs.insert(.beginsRun) }
    }
    if word.marks != 0 { signs.insert(.isListed) }
    var finding = findings[word.hashes.lower] ?? Finding()
    finding.signs.formUnion(signs)
    if run.count > finding.length {
      finding.first = first.hashes.lower
      finding.last = last.hashes.lower
      finding.length = run.count
    }
    findings[word.hashes.lower] = finding
  }
}
