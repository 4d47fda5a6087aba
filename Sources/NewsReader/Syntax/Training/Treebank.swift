/// Sentences with trees, from a file in the CoNLL-U format of Universal Dependencies.
package struct Treebank: Sendable {
  /// The sentences in order.
  package private(set) var sentences: [TreebankSentence]

  /// A line that is not CoNLL-U, by number from 1.
  package struct FormatError: Error, CustomStringConvertible {
    package var line: Int
    package var description: String { "line \(line) is not a CoNLL-U word line" }
  }

  init(sentences: [TreebankSentence]) { self.sentences = sentences }

  /// The sentences of `text`; multiword ranges and empty nodes are left out.
  ///
  /// Throws ``FormatError`` at a line with too few columns or a sentence whose heads are no tree.
  package init(conllu text: String) throws {
    sentences = []
    var sentence = TreebankSentence()
    var document = ""
    var number = 0
    func finish() throws {
      guard sentence.count > 0 else { return }
      let count = sentence.count
      // A zero stands for the root, which here comes behind the last word.
      sentence.heads = sentence.heads.map { $0 == 0 ? count : $0 - 1 }
      guard sentence.heads.allSatisfy({ (0...count).contains($0) }), sentence.isTree else {
        throw FormatError(line: number)
      }
      sentence.document = document
      sentences.append(sentence)
      sentence = TreebankSentence()
    }
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != 0x0D else {
        try finish()
        continue
      }
      if first == UInt8(ascii: "#") {
        let comment = Substring(line)
        if comment.hasPrefix("# newdoc id = ") { document = String(comment.dropFirst(14)) }
        continue
      }
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard columns.count >= 10 else { throw FormatError(line: number) }
      func column(_ place: Int) -> String { String(Substring(columns[place])) }
      guard Int(column(0)) != nil else { continue }
      guard let head = Int(column(6)) else { throw FormatError(line: number) }
      sentence.forms.append(column(1))
      sentence.lemmas.append(column(2))
      sentence.tags.append(
        PartOfSpeech(universal: UniversalTag(rawValue: column(3)) ?? .other, penn: column(4)))
      sentence.heads.append(head)
      sentence.relations.append(column(7))
      sentence.isGlued.append(column(9).contains("SpaceAfter=No"))
    }
    try finish()
  }

  /// The sentences of both.
  package static func + (left: Treebank, right: Treebank) -> Treebank {
    Treebank(sentences: left.sentences + right.sentences)
  }
}

extension TreebankSentence {
  /// Steps from each word to the root; nil when the heads are no tree.
  var depths: [Int]? {
    var depths = [Int](repeating: 0, count: count)
    for start in 0..<count where depths[start] == 0 {
      var path: [Int] = []
      var word = start
      while word < count && depths[word] == 0 {
        path.append(word)
        if path.count > count { return nil }
        word = heads[word]
      }
      var depth = word < count ? depths[word] : 0
      for step in path.reversed() {
        depth += 1
        depths[step] = depth
      }
    }
    return depths
  }

  /// Whether every word leads to the root.
  var isTree: Bool { depths != nil }
}
