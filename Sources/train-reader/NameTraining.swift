internal import Foundation
internal import NewsReader

/// Trains and measures the recogniser of names.
struct NameTraining {
  /// Folder of the data.
  let data: String
  /// The tagger's file.
  let tagger: [UInt8]
  private let corpus: NameCorpus

  init(data: String, tagger: [UInt8]) throws {
    self.data = data
    self.tagger = tagger
    corpus = try NameCorpus()
  }

  /// The model's file after training; prints how well the recogniser finds names that it was not
  /// trained on.
  func train(note: (String) -> Void) throws -> [UInt8] {
    let web = try webTexts()
    let others = try otherTexts()
    try validate(web, others)
    var models = try NameModels(corpus, taggerBytes: tagger)
    models.train(on: web + others, report: note)
    return models.bytes ?? []
  }

  /// Prints how well recognisers find the names of the parts of the web texts that each was not
  /// trained on.
  func validate() throws { try validate(webTexts(), otherTexts()) }

  /// Prints how well the recogniser with the model in `bytes` finds the names of the test file.
  func test(model bytes: [UInt8]) throws {
    let models = try NameModels(corpus, taggerBytes: tagger, modelBytes: bytes)
    let documents = corpus.universalNER(try text("names/uner-ewt-test.iob2"))
    print("uner-ewt-test, as web texts: \(models.forCasualTexts.score(on: documents).line)")
    print("uner-ewt-test, as it comes: \(models.score(on: documents).line)")
  }

  /// Parts into which the web texts are cut; each is measured by a model that has not seen it.
  private static let folds = 5

  private func validate(_ web: [MarkedDocument], _ others: [MarkedDocument]) throws {
    var casual = NameScore()
    var fitting = NameScore()
    for fold in 0..<Self.folds {
      let kept = web.indices.filter { $0 % Self.folds != fold }.map { web[$0] }
      let held = web.indices.filter { $0 % Self.folds == fold }.map { web[$0] }
      var models = try NameModels(corpus, taggerBytes: tagger)
      models.train(on: kept + others) { _ in }
      casual += models.forCasualTexts.score(on: held)
      fitting += models.score(on: held)
    }
    print("names, uner-ewt-dev in \(Self.folds) folds, as web texts: \(casual.line)")
    print("names, uner-ewt-dev in \(Self.folds) folds, as it comes: \(fitting.line)")
  }

  private func webTexts() throws -> [MarkedDocument] {
    var documents = corpus.universalNER(try text("names/uner-ewt-dev.iob2"))
    // The only web texts in which all names are marked, beside many more of other sorts.
    for document in documents.indices { documents[document].weight = 3 }
    return documents
  }

  private func otherTexts() throws -> [MarkedDocument] {
    var documents = corpus.wikiGold(try text("names/wikigold.conll"))
    for part in ["train", "dev"] {
      documents += corpus.emergingEntities(try text("names/wnut17-\(part).conll"))
    }
    for file in Self.relationshipFiles {
      documents += corpus.relationships(try text("names/re3d/\(file).conll"))
    }
    for part in ["train", "dev"] {
      documents += corpus.entities(conllu: try text("treebank/gum-\(part).conllu"))
    }
    return documents
  }

  /// The files of re3d whose texts are free.
  private static let relationshipFiles = [
    "CENTCOM", "UK_Government", "US_State_Department", "Wikipedia",
  ]

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(data)/\(path)"), encoding: .utf8)
  }
}
