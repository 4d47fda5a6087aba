internal import Foundation
internal import NewsModel
internal import NewsReader

/// Measures to whom pronouns and descriptions are linked, on treebanks that mark it.
///
///     train-reader coreference DATA [GENRE]
///     train-reader coreference-train DATA OUT
///     train-reader links FILE
struct CoreferenceCommand {
  /// The genres that are written and edited; the others are talk.
  private static let written: Set<String> = [
    "news", "interview", "bio", "voyage", "speech", "textbook", "academic",
  ]
  private static let nearNews: Set<String> = ["news", "interview", "bio", "speech"]

  /// Prints the figures of each genre of `data`'s GUM files; of one genre alone also the errors.
  static func run(data: String, genre: String?) throws {
    for name in ["gum-train", "gum-dev"] {
      let corpus = try corpus(data: data, name)
      if let genre {
        let score = try CoreferenceScore(of: corpus, genres: [genre])
        for line in score.errors + score.lines { print("\(name), \(genre): \(line)") }
        continue
      }
      for genre in written.sorted() {
        for line in try CoreferenceScore(of: corpus, genres: [genre]).lines {
          print("\(name), \(genre): \(line)")
        }
      }
      for (label, genres) in [("news+interview+speech+bio", nearNews), ("all written", written)] {
        for line in try CoreferenceScore(of: corpus, genres: genres).lines {
          print("\(name), \(label): \(line)")
        }
      }
    }
  }

  /// Writes the weights that GUM's training file gives to `out`.
  static func train(data: String, out: String) throws {
    var trainer = PronounTrainer(try corpus(data: data, "gum-train"))
    let table = trainer.train { print($0) }
    try Data(table.utf8).write(to: URL(filePath: "\(out)/\(PronounTrainer.fileName)"))
  }

  /// Prints the sentences of a text with the name behind everything that is linked to one.
  static func printLinks(_ file: String) throws {
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    let article = try NewsReader().read(Article(id: "text", text: text))
    let bytes = Array(text.utf8)
    for sentence in article.sentences {
      let linked = article.mentions.filter {
        $0.form != .name && sentence.lower <= $0.range.lower && $0.range.upper <= sentence.upper
      }
      var line = ""
      var at = sentence.lower
      for mention in linked.sorted(by: { $0.range.upper < $1.range.upper }) {
        line += String(decoding: bytes[at..<max(at, mention.range.upper)], as: UTF8.self)
        line += "[\(article.entities[mention.entity.position].name)]"
        at = max(at, mention.range.upper)
      }
      print(line + String(decoding: bytes[at..<sentence.upper], as: UTF8.self))
    }
  }

  private static func corpus(data: String, _ name: String) throws -> ChainedCorpus {
    let url = URL(filePath: "\(data)/treebank/\(name).conllu")
    let documents = try ChainedDocument.documents(conllu: String(contentsOf: url, encoding: .utf8))
    return try ChainedCorpus(documents.filter { written.contains($0.genre) })
  }
}
