/// English morphology, from form to lemma, as the resource `lemmas.txt` tells it.
struct LemmaTable: Sendable {
  /// Name of the resource.
  static let fileName = "lemmas.txt"

  /// A line of the resource that cannot be understood.
  struct FormatError: Error, Equatable, CustomStringConvertible {
    var line: String
    var description: String { "\(LemmaTable.fileName): cannot understand '\(line)'" }
  }

  private var verbs: [String: String] = [:]
  private var nouns: [String: String] = [:]
  private var adjectives: [String: String] = [:]
  private var adverbs: [String: String] = [:]
  private var closed: [String: String] = [:]
  private var prefixes: [String] = []
  private var verbStems = StemRules()
  private var thirdPerson = StemRules()
  private var nounStems = StemRules()
  private var comparison = StemRules()

  /// The table that `lines` tell; comments are left out already.
  init(lines: [String]) throws(FormatError) {
    var section = ""
    for line in lines {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let words = line.split(separator: " ")
      guard words.count >= (section == "prefixes" ? 1 : section == "closed words" ? 3 : 2) else {
        throw FormatError(line: line)
      }
      switch section {
      case "irregular verbs": LemmaTable.add(words, to: &verbs)
      case "irregular nouns": LemmaTable.add(words, to: &nouns)
      case "irregular adjectives": LemmaTable.add(words, to: &adjectives)
      case "irregular adverbs": LemmaTable.add(words, to: &adverbs)
      case "prefixes": prefixes += words.map(String.init)
      case "verb stems": verbStems.add(words[0], words[1])
      case "third person stems": thirdPerson.add(words[0], words[1])
      case "noun stems": nounStems.add(words[0], words[1])
      case "comparison stems": comparison.add(words[0], words[1])
      case "closed words":
        for form in words.dropFirst(2) { closed["\(words[0]) \(form)"] = String(words[1]) }
      default: throw FormatError(line: line)
      }
    }
  }

  private static func add(_ words: [Substring], to table: inout [String: String]) {
    // A form that two lemmas share belongs to the one that comes first.
    for form in words.dropFirst() where table[String(form)] == nil {
      table[String(form)] = String(words[0])
    }
  }

  /// The lemma of a word in lower case with the Penn tag `penn`.
  func lemma(of form: String, penn: String) -> String {
    if let lemma = closed["\(penn) \(form)"] { return lemma }
    return switch penn {
    case "VBD", "VBN": pastVerb(form)
    case "VBG": presentParticiple(form)
    case "VBZ": verbs[form] ?? stem(form, thirdPerson)
    case "VBP": verbs[form].flatMap { ["be", "have"].contains($0) ? $0 : nil } ?? form
    case "NNS", "NNPS": singular(form)
    case "JJR", "JJS": adjectives[form] ?? positive(form)
    case "RBR", "RBS": adverbs[form] ?? positive(form)
    default: form
    }
  }

  // MARK: Verbs

  private func pastVerb(_ form: String) -> String {
    if let lemma = irregularVerb(form) { return lemma }
    guard form.utf8.count > 3, form.hasSuffix("ed") else { return form }
    return verbStems.lemma(ofStem: String(form.dropLast(2)))
  }

  private func presentParticiple(_ form: String) -> String {
    if let lemma = irregularVerb(form) { return lemma }
    guard form.utf8.count > 4, form.hasSuffix("ing") else { return form }
    let stem = String(form.dropLast(3))
    // `seeing`, `going`, `paying`: the base ends as it stands.
    if let last = stem.utf8.last, "eoy".utf8.contains(last) { return stem }
    return verbStems.lemma(ofStem: stem)
  }

  private func irregularVerb(_ form: String) -> String? {
    if let lemma = irregular(form, verbs) { return lemma }
    for prefix in prefixes where form.hasPrefix(prefix) {
      let rest = form.dropFirst(prefix.count)
      if rest.count > 2, let lemma = verbs[String(rest)] { return prefix + lemma }
    }
    return nil
  }

  // MARK: Others

  private func stem(_ form: String, _ rules: StemRules) -> String {
    form.utf8.count > 2 ? rules.lemma(ofStem: form) : form
  }

  private func positive(_ form: String) -> String {
    for ending in ["est", "er"] where form.hasSuffix(ending) && form.utf8.count > ending.count + 2 {
      return comparison.lemma(ofStem: String(form.dropLast(ending.count)))
    }
    return form
  }

  private func singular(_ form: String) -> String {
    // `1990s` is no plural of a number.
    if form.utf8.contains(where: { (0x30...0x39).contains($0) }) { return form }
    return irregular(form, nouns) ?? nounStems.lemma(ofStem: form)
  }

  /// The lemma that `table` has for `form`, or for what stands behind its last hyphen.
  private func irregular(_ form: String, _ table: [String: String]) -> String? {
    if let lemma = table[form] { return lemma }
    guard let hyphen = form.lastIndex(of: "-") else { return nil }
    return table[String(form[form.index(after: hyphen)...])].map { form[...hyphen] + $0 }
  }
}
