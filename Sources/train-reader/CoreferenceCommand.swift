internal import Foundation
internal import NewsReader

/// Measures to whom pronouns and descriptions are linked, on treebanks that mark it.
///
///     train-reader coreference DATA [GENRE]
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

  private static func corpus(data: String, _ name: String) throws -> ChainedCorpus {
    let url = URL(filePath: "\(data)/treebank/\(name).conllu")
    let documents = try ChainedDocument.documents(conllu: String(contentsOf: url, encoding: .utf8))
    return try ChainedCorpus(documents.filter { written.contains($0.genre) })
  }
}
